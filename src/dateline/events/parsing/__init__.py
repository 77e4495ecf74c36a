"""A dependency parse, as flat columns of plain Python, and the lemmas of its words."""
