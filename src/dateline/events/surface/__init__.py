"""What a sentence tells of a day without a parser: its clauses, who says so, and the status."""
