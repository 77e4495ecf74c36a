"""From what was read to a timeline: which dates, which sentences, what is one event, and what changed."""
