"""Pages, feeds and archives of the web."""
