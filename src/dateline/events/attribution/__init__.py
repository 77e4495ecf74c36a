"""Who says what: a cue, the words of a source and what it says, from a parse, and the speaker by name."""
