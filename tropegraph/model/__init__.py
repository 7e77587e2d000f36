"""Pure types and knowledge: names, vocabulary, pages, facts, findings. Standard library only."""
