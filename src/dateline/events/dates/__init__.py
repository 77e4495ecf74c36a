"""A dated time expression of a sentence in, what its date is of out: the sentence's happening, a side clause, a saying."""
