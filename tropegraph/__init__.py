"""Trope wiki pages as a typed graph: what each link means, and the sentence that says so."""

__version__ = "0.1.0"
