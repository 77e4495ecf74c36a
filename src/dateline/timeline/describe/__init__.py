"""Groups of tellings of one event in, entries out: date, status, headline, evidence, sources, conflicts."""
