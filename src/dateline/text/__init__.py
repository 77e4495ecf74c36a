"""What can be told of a text by its surface: sentences, datelines, furniture, copies."""
