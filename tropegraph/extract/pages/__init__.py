"""What a page is and how it falls into parts: title, kind, medium, description, list items."""
