"""Bare event mentions in, links across documents out, as ECB+ asks for: measures triggers, makes no timeline."""
