"""Who says what: a cue, the words of a source and what it says, from the parse of a sentence, and the speaker by name."""
