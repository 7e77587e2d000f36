"""What a page is: its title, name and kind, told by itself, by its text or by another page."""
