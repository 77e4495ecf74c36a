"""Where a time expression may stand, and what it says, before it is known when that is."""
