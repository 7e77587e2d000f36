"""The wordings that state a relation between tropes, in tables by what they mean, and their grammar."""
