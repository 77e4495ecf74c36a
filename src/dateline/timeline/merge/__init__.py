"""Tellings in, groups of one event each out: what is compared, how alike it is, what is joined across dates."""
