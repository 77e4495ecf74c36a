"""The line a report opens with: where it was filed, when, and by which agency.

`SEOUL (Reuters) -`, `WASHINGTON, April 23 (AP) —`, `(RFE/RL) —`, `LAGOS, Nigeria —`, `KABUL: `. The forms are those of
the agencies' style books; the more of them a line shows (an agency, a date, a region), the less its place must look like
one. Precision comes first: a place in capitals with nothing but a dash behind it must not be a label of the trade.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.model import Dateline, Span

# A dateline stands at the start of one of so many lines: titles, bylines and captions may come before it.
_LINES = 6
# In a line whose beginning is a title or a caption, one that names an agency is looked for this far, in characters.
_REACH = 700

_UPPER = "A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŚŞŠŹŻŽ"
_CAPS = rf"[{_UPPER}][{_UPPER}.'’\-]+"  # one word in capitals
_WORD = rf"[{_UPPER}][^\W\d_]*[\w.'’\-]*"  # one word with a capital
# `SEOUL`, `NEW YORK/LONDON`, `PORT-AU-PRINCE`, `SAN JOSE and LIMA`, `RIO DE JANEIRO`
_CAPS_PLACE = rf"{_CAPS}(?:[ ]{_CAPS}){{0,3}}(?:(?:/|[ ]and[ ]){_CAPS}(?:[ ]{_CAPS}){{0,3}}){{0,2}}"
_ANY_PLACE = rf"{_WORD}(?:[ ](?:de[ ]|of[ ])?{_WORD}){{0,3}}"
_REGION = rf"(?:,[ ]{_WORD}(?:[ ]{_WORD}){{0,2}})"
_DASH = r"(?:[—–―]|-{1,3}|_)"
_OPENING = r"[\"“‘'(]?[\w$£€#]"


@dataclass(frozen=True, slots=True)
class _Language:
    at_start: re.Pattern[str]
    with_agency: re.Pattern[str]
    agencies: dict[str, str]
    not_places: frozenset[str]
    cities: frozenset[str]


@cache
def _english() -> _Language:
    data = tomllib.loads(resources.files(__package__).joinpath("en/datelines.toml").read_text("utf-8"))
    months = "|".join(sorted(data["months"], key=len, reverse=True))
    date = rf"(?:,?[ ](?:(?:{months})\.?[ ]\d{{1,2}}|\d{{1,2}}[ ](?:{months})\.?)(?:,?[ ]\d{{4}})?)"
    known = "|".join(re.escape(name) for name in sorted(data["agencies"], key=len, reverse=True))
    signed = rf"(?:\((?P<agency>(?:{known})(?:[ ]?[/\-][ ]?\w{{2,20}}|[ ]via[ ][\w. ]{{2,30}})?)\)|/(?P<wire>{known})/)"
    other = rf"\((?P<other>{_WORD}(?:[ ]{_WORD}){{0,3}})\)"
    zones = "|".join(data["zones"])
    return _Language(
        at_start=re.compile(
            rf"""
            (?:
              # signed by a known agency: any place, or none
              (?:(?P<p1>{_CAPS_PLACE}{_REGION}{{0,2}}|{_ANY_PLACE}{_REGION}{{0,2}}){date}?,?[ ]{{1,2}})?
                {signed}(?:[ ]{{0,2}}{_DASH}|:|(?=[ ]?{_OPENING}))
              # in capitals, signed by someone else
            | (?P<p2>{_CAPS_PLACE}{_REGION}{{0,2}}){date}?,?[ ]{other}[ ]{{0,2}}(?:{_DASH}|:)
              # in capitals, with a region or a date
            | (?P<p3>{_CAPS_PLACE}(?:{_REGION}{{1,2}}{date}?|{date}))(?:[ ]{{1,2}}{_DASH}(?=\s)|[ ]?(?:[—–―]|--)|:(?=[ ]))
              # in capitals alone
            | (?P<p4>{_CAPS_PLACE})(?:[ ]{{1,2}}{_DASH}(?=\s)|[ ]?(?:[—–―]|--)|(?P<colon>:)(?=[ ]))
            )
            [^\S\r\n]*
            """,
            re.VERBOSE,
        ),
        with_agency=re.compile(
            rf"(?<![\w(/.,])(?:(?!(?:{zones})\b)(?P<p1>{_CAPS_PLACE}{_REGION}{{0,2}}){date}?,?[ ]{{1,2}})?"
            rf"{signed}[ ]{{0,2}}{_DASH}[^\S\r\n]*"
        ),
        agencies={_letters(name): name for name in data["agencies"]},
        not_places=frozenset(data["not_places"]),
        cities=frozenset(data["cities"]),
    )


def find(text: str, start: int = 0) -> Dateline | None:
    """The dateline of the report that begins at `start`, or None.

    Its span reaches over the dash or colon and the space behind it, to where the first sentence begins.
    """
    language = _english()
    position = start
    first_line: tuple[int, int] | None = None
    for _ in range(_LINES):
        line = _next_line(text, position)
        if line is None:
            break
        begin, end = line
        first_line = first_line or line
        found = language.at_start.match(text, begin, end)
        if found and (dateline := _accepted(found, language)):
            return dateline
        position = end
    if first_line:
        begin, end = first_line
        found = language.with_agency.search(text, begin, min(end, begin + _REACH))
        if found:
            return _accepted(found, language)
    return None


def agency(words: str) -> str | None:
    """The agency or outlet these words name, as it writes itself; None when they name anyone else."""
    return _english().agencies.get(_letters(words))


def _next_line(text: str, position: int) -> tuple[int, int] | None:
    """Start and end of the next line that is not blank, without the space around it."""
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position : min(end, position + _REACH)]
        stripped = line.lstrip()
        if stripped:
            return position + len(line) - len(stripped), end
        position = end + 1
    return None


def _accepted(found: re.Match[str], language: _Language) -> Dateline | None:
    """What the match says, unless its place is no place."""
    group = found.groupdict()
    agency_words = group.get("agency") or group.get("wire") or group.get("other")
    written = group.get("p1") or group.get("p2") or group.get("p3") or group.get("p4")
    if written and not agency_words:
        name = written.split(",")[0]
        if name in language.not_places or name.split()[0] in language.not_places:
            return None
        if group.get("colon") and name not in language.cities:
            return None
        if outlet := language.agencies.get(_letters(name)):
            return Dateline(None, outlet, Span(found.start(), found.end())) if outlet == name else None
    place = _without_date(written) if written else None
    return Dateline(place, agency_words, Span(found.start(), found.end()))


def _without_date(place: str) -> str:
    """`PARIS, May 3` → `PARIS`; the region stays."""
    parts = [part for part in place.split(", ") if not any(character.isdigit() for character in part)]
    return re.sub(r" [A-Z][a-z]+\.? \d.*$", "", ", ".join(parts) or place)


def _letters(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())
