"""Which words name events, of which kind they are, and who takes part where, from the parse of a sentence."""
