"""A made-up wiki of any size, with the truth of which names are one thing."""
