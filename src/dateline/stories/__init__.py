"""Articles in, the developing stories they tell out: as a stream, each article looked at once."""
