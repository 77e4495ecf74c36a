"""A date of a sentence in, what it is the date of out: the sentence's happening, a side clause, a saying, nothing."""
