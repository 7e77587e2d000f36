"""How a page falls into parts: description, items, sentences; what it is about, which media its headings mean."""
