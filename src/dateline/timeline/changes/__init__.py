"""Two moments of a story in, what differs between them out."""
