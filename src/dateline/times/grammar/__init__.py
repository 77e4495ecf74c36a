"""The tables of a language compiled: patterns over word classes, rules, numbers."""
