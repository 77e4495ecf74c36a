"""Passages in, figures out: how many of what, for which day, and which of them are one series."""
