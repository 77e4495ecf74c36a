"""From what an expression says, and where it stands, to when that is."""
