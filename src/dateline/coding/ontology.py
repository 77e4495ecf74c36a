"""The types of PLOVER with what is published of them: quad class and intensity, by mode where modes differ.

Figures are those of the PLOVER manual of February 2024 (Halterman and others), as event data in this format has them.
"""

from typing import NamedTuple

KIND = frozenset(["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"])
"""Types of the first two quad classes: cooperation."""
HOSTILE = frozenset(["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"])
"""Types of the fourth quad class: material conflict."""
MUTUAL = frozenset(["AGREE", "CONSULT", "SUPPORT", "COOPERATE"])
"""Types in which several act together, and all are actors."""

_QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")


class EventType(NamedTuple):
    """A type as published."""

    quad: int
    """1 to 4: verbal cooperation, material cooperation, verbal conflict, material conflict."""
    intensity: float
    """From −10, conflict, to 10, cooperation."""


TYPES: dict[str, EventType] = {
    "AGREE": EventType(1, 2.5),
    "CONSULT": EventType(1, 2.5),
    "SUPPORT": EventType(1, 5.0),
    "CONCEDE": EventType(1, 4.5),
    "COOPERATE": EventType(2, 9.5),
    "AID": EventType(2, 10.0),
    "RETREAT": EventType(2, 6.5),
    "REQUEST": EventType(3, 0.0),
    "ACCUSE": EventType(3, -2.0),
    "REJECT": EventType(3, -2.0),
    "THREATEN": EventType(3, -3.5),
    "PROTEST": EventType(4, -5.0),
    "SANCTION": EventType(4, -6.0),
    "MOBILIZE": EventType(4, -5.5),
    "COERCE": EventType(4, -7.0),
    "ASSAULT": EventType(4, -9.0),
}

_BY_MODE = {
    ("CONSULT", "visit"): 4.0,
    ("CONSULT", "phone"): 1.5,
    ("CONSULT", "third-party"): 1.0,
    ("CONSULT", "multilateral"): 4.0,
}

_MODES = """
CONSULT visit third-party multilateral phone
RETREAT withdraw release disarm ceasefire access resign
REQUEST assist change yield meet
REJECT assist change yield meet
ACCUSE disapprove investigate allege
THREATEN restrict arrest relations expel territory violence
PROTEST demo riot strike hunger boycott obstruct vandalize
SANCTION convict expel withdraw discontinue
MOBILIZE troops weapons police militia
COERCE seize restrict censor curfew martial-law arrest deport withhold misinformation cyber
ASSAULT abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone \
heavy-weapons crowd-control unconventional
"""

MODES: dict[str, frozenset[str]] = {
    name: frozenset(modes) for name, *modes in map(str.split, _MODES.strip().splitlines())
}
"""The modes of each type that has any."""


_SECTORS = """
COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK
AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC
"""

SECTORS = frozenset(_SECTORS.split())
"""What actors and recipients are: those that hold power, and others."""


def quad_of(type_: str) -> str:
    """The name of a type's quad class."""
    return _QUADS[TYPES[type_].quad - 1]


def intensity_of(type_: str, mode: str) -> float:
    """The intensity of a type in a mode."""
    return _BY_MODE.get((type_, mode), TYPES[type_].intensity)
