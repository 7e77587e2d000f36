"""Examples: which works an item names, which tropes a work has, and how they are played."""
