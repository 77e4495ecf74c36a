"""Whether an event took place, from the words that govern and surround its trigger."""
