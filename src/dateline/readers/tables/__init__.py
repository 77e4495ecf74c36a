"""Tables, a row an article."""
