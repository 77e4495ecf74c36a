"""Names: where they stand in a text, what they stand for, and how they hang together across articles."""
