"""A person's hand: marks on lines and stories, kept as a record that only grows, and what they make of a timeline."""
