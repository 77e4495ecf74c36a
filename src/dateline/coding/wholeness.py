"""A telling in, whether it tells enough to be counted out: who acts, of which country, and on whom if the type asks it.

An annotation has every act that a sentence tells. A row has those alone of which it is known who takes part: read by
hand, most others were wrong in their type, too.
"""

from dateline.coding.ontology import HOSTILE
from dateline.coding.plain import Plain
from dateline.coding.sectors import ARMED, PRIVATE

# Types of what is said or done to somebody: of a thing, or of whom nothing is known, they count for none.
_ON_SOMEBODY = frozenset(
    ("SUPPORT", "ACCUSE", "THREATEN", "REQUEST", "REJECT", "CONCEDE", "COERCE", "SANCTION", "AID", "COOPERATE")
)
# Modes of them that name what is done to all of a country, or of which the refusal tells enough.
_BY_ITSELF = frozenset(("investigate", "curfew", "martial-law", "censor", "meet", "assist", "change", "yield"))
# Types of what is done to somebody at home, of whom a country is told, by whoever it is.
_AT_HOME = HOSTILE | {"ACCUSE", "RETREAT"}


def is_whole(telling: Plain) -> bool:
    """Whether a telling tells who acts, and on whom where its type is nothing without."""
    actors, recipients = telling["actors"], telling["recipients"]
    if telling["is_quoted"]:
        return False
    is_by_itself = telling["mode"] in _BY_ITSELF and telling["type"] != "REQUEST"
    if telling["type"] in _ON_SOMEBODY and not is_by_itself and not any(map(_is_known, recipients)):
        return False
    if any(party["country"] for party in actors):
        return True
    place = telling["place"]
    is_placed = any(party["country"] for party in recipients) or bool(place and place["country"])
    if telling["type"] not in _AT_HOME or not is_placed:
        return False
    return not actors or telling["type"] == "PROTEST" or any(ARMED.intersection(party["sectors"]) for party in actors)


def _is_known(party: Plain) -> bool:
    return bool(party["country"] or set(party["sectors"]) - PRIVATE)
