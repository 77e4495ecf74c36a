"""Parts of the page that are worked out apart from its template: the chart of a series, the index of names."""
