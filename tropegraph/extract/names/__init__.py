"""Titles in running text: known ones, those told by their capitals, and whose they are."""
