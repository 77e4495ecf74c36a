"""What must hold in the text around an expression that could as well be no time at all."""

import re
from collections.abc import Callable

# "2000 people", "1500 metres": a four-figure number before a plural is a number.
_COUNTED = re.compile(r"\s+(?!(?:was|is|as|has|his|its|this|us|does|sales|elections|olympics)\b)(?:[a-z]+s|people|men|women|children|percent|per|pct|million|feet|km)\b")
_NUMBERED = re.compile(r"(?:[#№.,$£€/:-]|\b(?:No|nos?|Rs|US|HK|NT|page|room|flight|route|highway|bus|unit)\.?\s?)$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;:!?)\]\"'”’—–-]|$|\n)")


def _year(text: str, start: int, end: int) -> bool:
    number = int(text[start:end]) if text[start:end].isdigit() else 0
    if _NUMBERED.search(text[max(0, start - 10) : start]) or text[end : end + 1] in {"%", "$"}:
        return False
    if _COUNTED.match(text, end, end + 25) and not re.search(r"\b(?:in|since|until|the|of)\s+$", text[max(0, start - 8) : start]):
        return False
    return 1400 <= number < 2100 or bool(re.search(r"\b(?:in|since|until|year)\s+$", text[max(0, start - 8) : start]))


def _alone(text: str, start: int, end: int) -> bool:
    return bool(_ENDS.match(text, end))


_GUARDS: dict[str, Callable[[str, int, int], bool]] = {"year": _year, "alone": _alone}


def holds(guard: str, text: str, start: int, end: int) -> bool:
    """Whether `guard` lets the expression from `start` to `end` pass."""
    return _GUARDS[guard](text, start, end)
