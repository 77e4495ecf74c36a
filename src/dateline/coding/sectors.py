"""Sectors of those who take part, by what they tell of an act."""

PRIVATE = frozenset(("CVL", "UNK", "BUS", "EDU", "JRN", "MED", "CRM"))
"""They tell nothing of politics by themselves."""
ARMED = frozenset(("MIL", "REB", "UAF", "PRM", "COP", "SPY"))
"""Those who use force."""
