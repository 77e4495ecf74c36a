"""Event rows: what sentences tell, as coded events of the PLOVER ontology."""
