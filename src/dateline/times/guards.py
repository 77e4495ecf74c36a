"""What must hold in the text around an expression that could as well be no time at all."""

import re
from collections.abc import Callable

# "2000 people", "1500 metres": a four-figure number before a plural is a number.
_COUNTED = re.compile(
    r"\s+(?!(?:was|is|as|has|his|its|this|us|does|sales|elections|olympics)\b)(?:[a-z]+s|people|men|women|children|percent|per|pct|million|feet|km)\b"
)
_NUMBERED = re.compile(
    r"(?:[#№.,$£€/:]|\d-|\b(?:No|nos?|Rs|US|HK|NT|page|room|flight|route|highway|bus|unit)\.?\s?)$", re.IGNORECASE
)
_AFTER_NOUN = re.compile(
    r"\s+(?:and|or|but|to|in|on|of|for|with|as|when|that|has|had|have|was|were|is|he|she|they|it|we)\b"
)
_YEAR = re.compile(r"\d{4}")
_BEFORE_EARLY_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|year|from|to|by|between|before|after|around|about|circa|during|early|late)\s+|\(|\d[-–])$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.,;:!?)\]\"'”’—–-]|$|\n)")


def _year(text: str, start: int, end: int) -> bool:
    figures = _YEAR.search(text, start, end)
    if figures is None:
        return True
    start, number = figures.start(), int(figures[0])
    if _NUMBERED.search(text[max(0, start - 10) : start]) or text[end : end + 1] in {"%", "$"}:
        return False
    if _COUNTED.match(text, end, end + 25) and not re.search(
        r"\b(?:in|since|until|the|of)\s+$", text[max(0, start - 8) : start]
    ):
        return False
    return 1400 <= number < 2100 or bool(_BEFORE_EARLY_YEAR.search(text[max(0, start - 9) : start]))


def _alone(text: str, start: int, end: int) -> bool:
    return bool(_ENDS.match(text, end))


def _noun(text: str, start: int, end: int) -> bool:
    return _alone(text, start, end) or bool(_AFTER_NOUN.match(text, end))


_NAMED = re.compile(r" (?!(?:and|to)\b)[A-Z][a-z]")
_INTRODUCED = re.compile(r"\b(?:[a-z]+|In|On|The|This|Last|Next|By|Since|From|Until|For|Through|During)[ -]$|[-/(]$")


def _name(text: str, start: int, end: int) -> bool:
    """ "June Jones" is nobody's month, unless a word leads up to it as in "in June Jones left"."""
    if not text[start].isupper() or not _NAMED.match(text, end):
        return True
    return bool(_INTRODUCED.search(text[max(0, start - 12) : start]))


_GUARDS: dict[str, Callable[[str, int, int], bool]] = {"year": _year, "alone": _alone, "noun": _noun, "name": _name}


def holds(guard: str, text: str, start: int, end: int) -> bool:
    """Whether `guard` lets the expression from `start` to `end` pass."""
    return _GUARDS[guard](text, start, end)
