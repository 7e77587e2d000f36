"""Titles of works in items that lost their links and emphasis."""
