"""What a sentence tells of an event: who says so, and whether it took place."""
