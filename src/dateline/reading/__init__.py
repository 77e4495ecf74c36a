"""What is read from one article alone: a pure value, made in any process, that can be kept."""
