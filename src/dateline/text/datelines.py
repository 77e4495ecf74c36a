"""A text in, the line its report opens with out: where it was filed, when, and by which agency.

`SEOUL (Reuters) -`, `WASHINGTON, April 23 (AP) —`, `(RFE/RL) —`, `LAGOS, Nigeria —`, `KABUL: `. The forms are those of
the agencies' style books. The more a line shows of them (an agency, a date, a region), the less its place must look
like one. Capitals with nothing but a dash behind must not be a label of the trade (`ANALYSIS -`); before a colon, where
capitals usually name who speaks, they must be a city that datelines name alone. The words are the language's own
(`text/datelines.toml`).
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Any

from dateline.languages import Language, alternatives, made_once
from dateline.model import Dateline, Span

# A dateline stands at the start of one of so many lines: titles, bylines and captions may come before it. Found on
# web-crawled articles, where a headline, a summary, two stamps and a caption precede it at most.
_LINES = 6
# In a line whose beginning is something else, a dateline that names an agency is looked for this far, in characters.
_REACH = 700
# The longest place with region and date, in characters.
_PLACE_LENGTH = 90

# A letter with a capital, of any alphabet. No class holds what lies beyond Latin-1: such ones take long to compile.
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_CAPS = rf"{_UPPER}(?:{_UPPER}|[.'\-]|’)+"  # a word in capitals
_WORD = rf"{_UPPER}[\w.'\-]*(?:’[\w.'\-]*)*"  # a word with a capital
_REGION = rf"(?:,[ ]{_WORD}(?:[ ]{_WORD}){{0,2}})"
# What a sentence begins with.
_SENTENCE = rf"(?=(?:[\"'(]|“|‘)?(?:{_UPPER}|[0-9$£]|€))"
_DASH = r"(?:[—–―]|-{1,3}|_)"
# A dash that stands free, or is long enough to need no space.
_FREE_DASH = r"(?:[ ]{1,2}[—–―\-_](?=\s)|[ ]?(?:[—–―]|-{2,3}))"


class _Forms:
    """How the opening lines of a language are written; its words are described in `text/datelines.toml`.

    Each pattern is made when a line first asks for it: most lines ask for few.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        months = alternatives([*data["months"], *map(str.upper, data["months"])])
        self._day = rf"(?:{months}\.?[ ]\d{{1,2}}|\d{{1,2}}[ ]{months}\.?)(?:,?[ ]\d{{4}})?"
        self._date = rf"(?:[,.]?[ ]{self._day})"
        # A month is not a region: `PARIS, May 3`.
        self._region = rf"(?!,?[ ]{self._day}){_REGION}"
        # `SEOUL`, `NEW YORK/LONDON`, `PORT-AU-PRINCE`, `SAN JOSE and LIMA`, `RIO DE JANEIRO`
        one_place = rf"{_CAPS}(?:[ ]{_CAPS}){{0,3}}"
        caps_place = rf"{one_place}(?:(?:/|[ ]{alternatives(data['joining'])}[ ]){one_place}){{0,2}}"
        self._caps = rf"(?:{caps_place}(?:{self._region})/)?{caps_place}"
        self._any_place = rf"{_WORD}(?:[ ](?:{alternatives(data['within'])}[ ])?{_WORD}){{0,3}}"
        self._never = rf"(?!{alternatives(data['never_a_place'])}\b)"
        self.relayed = re.compile(rf" {alternatives(data['relayed'])} |[/-]")
        """What stands between two agencies, of which the first counts."""
        self.agencies: dict[str, str] = {_letters(name): name for name in data["agencies"]}
        """By its letters, an agency as it writes itself."""
        self.not_places = frozenset(data["not_places"])
        self.never_dated = frozenset(data["never_dated"])
        self.cities = frozenset(data["cities"])

    @cached_property
    def day(self) -> re.Pattern[str]:
        """A month and a day."""
        return re.compile(self._day)

    @cached_property
    def date(self) -> re.Pattern[str]:
        """A day before a signature."""
        return re.compile(rf"{self._day},?[ ]")

    @cached_property
    def place_and_date(self) -> re.Pattern[str]:
        """What stands before a signature."""
        return re.compile(
            rf"{self._never}(?:(?P<caps>{self._caps})|{self._any_place})(?P<region>(?:{self._region}){{0,2}})"
            rf"{self._date}?[,.]?[ ]{{0,2}}"
        )

    @cached_property
    def last_place(self) -> re.Pattern[str]:
        """A place in capitals behind other words, before a signature."""
        return re.compile(
            rf"(?<![\w(/.,'\-])(?<!’){self._never}(?P<caps>{self._caps})(?P<region>(?:{self._region}){{0,2}})"
            rf"{self._date}?,?[ ]{{1,2}}\Z"
        )

    @cached_property
    def last_capitalised(self) -> re.Pattern[str]:
        """A single word with a capital behind others, before a signature."""
        return re.compile(rf"(?<=[a-z] )(?P<caps>{_WORD})(?P<region>(?:{self._region})?)[ ]{{1,2}}\Z")

    @cached_property
    def unsigned(self) -> re.Pattern[str]:
        """A place in capitals before a dash or a colon."""
        return re.compile(
            rf"(?P<caps>{self._caps})(?P<region>(?:{self._region}){{0,2}}){self._date}?"
            rf"(?:{_FREE_DASH}|(?P<colon>:)(?=[ ]))[^\S\r\n]*"
        )

    @cached_property
    def dated(self) -> re.Pattern[str]:
        """A place and a day before a colon or a dash, in either order: `New Delhi, June 10: `."""
        return re.compile(
            rf"(?:{self._never}(?P<place>{self._any_place}(?:{self._region}){{0,2}})(?:[ ]?\[[^\[\]\n]{{2,30}}\])?"
            rf"(?:,[ ]?|[ ]){self._day}|{self._day},[ ](?P<place_behind>{self._any_place}(?:{self._region}){{0,2}}))"
            rf"(?P<signature>[ ]?\([^()\n]{{2,40}}\))?(?::[ ]|{_FREE_DASH})[^\S\r\n]*{_SENTENCE}"
        )


@made_once
def _forms(language: Language) -> _Forms:
    return _Forms(language.settings("text/datelines.toml"))


# A line from its first character that is no blank, within reach.
_LINE = re.compile(rf"\S[^\r\n]{{0,{_REACH - 1}}}")
# What every dateline that a line begins with has.
_MARK = re.compile(r"[(/:—–―]| [-_]|--")
# What closes a dateline with a day.
_CLOSING = re.compile(r": | –|—|--| - ")
_LINE_BREAK = re.compile(r"[\r\n]+[^\S\r\n]*")
_SIGNATURE = re.compile(r"\((?P<round>[^()\r\n]{2,40})\)|/(?P<wire>[A-Z][\w \-]{1,30})/(?:\.(?=[ ]))?")
_AFTER_SIGNATURE = re.compile(rf"[ ]{{0,2}}{_DASH}[^\S\r\n]*|:[ ]|(?<=/\.)[ ]|[ ]*(?=[\r\n]|\Z)")
# `Reuters Legal`, `AFP Sport`.
_DESK = re.compile(rf"(?P<agency>{_WORD}) [A-Z][a-z]+!?")
_DASHED = re.compile(rf"[ ]{{0,2}}{_DASH}[^\S\r\n]*")
_DIRECTLY_ON = re.compile(rf"[ ]?{_SENTENCE}")


def find(language: Language, text: str, start: int = 0) -> Dateline | None:
    """The dateline of the report that begins at `start`, or None.

    Its span reaches over the dash or colon and the space behind it, to where the first sentence begins.
    """
    forms = _forms(language)
    opening: tuple[int, int] | None = None
    for line in islice(_LINE.finditer(text, start), _LINES):
        begin, end = line.span()
        if _MARK.search(text, begin, min(end, begin + _PLACE_LENGTH) + 2):
            dateline = _signed_at(forms, text, begin, end, opens=opening is None)
            dateline = dateline or _unsigned_at(forms, text, begin, end) or _dated_at(forms, text, begin, end)
            if dateline:
                return dateline
        opening = opening or (begin, end)
    return _signed_within(forms, text, *opening) if opening else None


def agency(language: Language, words: str) -> str | None:
    """The agency or outlet these words name, as it writes itself; None when they name anyone else."""
    return _forms(language).agencies.get(_letters(words))


def _signed_at(forms: _Forms, text: str, begin: int, end: int, *, opens: bool) -> Dateline | None:
    """A dateline with an agency at the start of the line: `SEOUL (Reuters) -`, `(RFE/RL) —`, `Paris (AFP) –`, `(CNN)`.

    The dash may be missing in the line that `opens` the report; further down, an agency without it signs a picture.
    """
    signature = next(_signatures(forms, text, begin, min(end, begin + _PLACE_LENGTH)), None)
    if signature is None:
        return None
    known = _is_agency(forms, _signer(signature))
    closing = _AFTER_SIGNATURE.match(text, signature.end(), end)
    if signature.start() == begin:
        closing = closing or (_DIRECTLY_ON.match(text, signature.end(), end) if known and opens else None)
        return Dateline(None, _signer(signature), Span(begin, closing.end())) if known and closing else None
    if known and closing and forms.date.fullmatch(text, begin, signature.start()):
        return Dateline(None, _signer(signature), Span(begin, closing.end()))
    place = forms.place_and_date.fullmatch(text, begin, signature.start())
    if place is None or not (known or (place["caps"] and _WORDS_OF_A_NAME.fullmatch(_signer(signature)))):
        return None
    if closing is None and known and opens:
        closing = _DIRECTLY_ON.match(text, signature.end(), end)
    return Dateline(_place(place), _signer(signature), Span(begin, closing.end())) if closing else None


_WORDS_OF_A_NAME = re.compile(rf"{_WORD}(?:[ ]{_WORD}){{0,3}}")


def _signed_within(forms: _Forms, text: str, begin: int, end: int) -> Dateline | None:
    """A dateline with a known agency and a dash in a line that begins with a title or a caption."""
    for signature in _signatures(forms, text, begin, end):
        closing = _DASHED.match(text, signature.end(), end)
        if closing is None or not _is_agency(forms, _signer(signature)):
            continue
        before = text[max(begin, signature.start() - _PLACE_LENGTH) : signature.start()]
        place = forms.last_place.search(before) or forms.last_capitalised.search(before)
        offset = signature.start() - len(before) + place.start() if place else signature.start()
        return Dateline(_place(place) if place else None, _signer(signature), Span(offset, closing.end()))
    return None


def _unsigned_at(forms: _Forms, text: str, begin: int, end: int) -> Dateline | None:
    """A dateline without agency at the start of the line: `PARIS –`, `LAGOS, Nigeria —`, `KABUL: `, and `CNN —`."""
    if not text[begin : begin + 2].isupper():
        return None
    found = forms.unsigned.match(text, begin, min(end, begin + _PLACE_LENGTH))
    if found is None:
        return None
    name = found["caps"]
    span = Span(begin, found.end())
    if forms.agencies.get(_letters(name)) == name and not found["colon"]:
        return Dateline(None, name, span)
    first, _, others = name.partition(" ")
    if others and first in forms.agencies.values():  # `AP NEW ORLEANS --`: the credit of a picture, then the place
        return _unsigned_at(forms, text, begin + len(first) + 1, end)
    if name in forms.cities:
        return Dateline(_place(found), None, span)
    if found["colon"] or name in forms.not_places or first in forms.not_places or len(name) < 3:
        return None
    if text[found.end() : found.end() + 1].islower():
        return None
    return Dateline(_place(found), None, span)


def _dated_at(forms: _Forms, text: str, begin: int, end: int) -> Dateline | None:
    """A dateline with a day at the start of the line: `New Delhi, June 10: `; none where several lines open so.

    A city that datelines name alone needs no day before a colon: `New Delhi: `.
    """
    stop = min(end, begin + _PLACE_LENGTH)
    if _CLOSING.search(text, begin, stop + 2) is None:
        return None
    found = forms.dated.match(text, begin, stop + 2) if forms.day.search(text, begin, stop) else None
    if found is None:
        colon = text.find(": ", begin, stop)
        is_city = colon > 0 and text[begin:colon].upper() in forms.cities and text[colon + 2 : colon + 3].isupper()
        return Dateline(text[begin:colon], None, Span(begin, colon + 2)) if is_city else None
    place = found["place"] or found["place_behind"]
    if place.partition(",")[0].partition(" ")[0].lower() in forms.never_dated or _is_agency(forms, place):
        return None  # the credit of a picture: `Reuters Aug. 3: In this image`
    lines = (0, *(line.end() for line in _LINE_BREAK.finditer(text)))
    if any(line != begin and forms.dated.match(text, line) for line in lines):
        return None  # one of a chronology
    signature = (found["signature"] or "").strip(" ()")
    return Dateline(place, signature if _is_agency(forms, signature) else None, Span(begin, found.end()))


def _signatures(forms: _Forms, text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    """What stands in round brackets, and known agencies between slashes (`/TASS/`, but not the `/TOKYO/` of places)."""
    if text.find("(", begin, end) < 0 and text.find("/", begin, end) < 0:
        return
    for found in _SIGNATURE.finditer(text, begin, end):
        if found["round"] or _is_agency(forms, found["wire"]):
            yield found


def _signer(signature: re.Match[str]) -> str:
    return (signature["round"] or signature["wire"]).strip()


def _is_agency(forms: _Forms, words: str) -> bool:
    """Whether the words name a known agency, alone, before another (`Reuters/Ipsos`) or before a desk of its own."""
    first = forms.relayed.split(words)[0]
    desk = _DESK.fullmatch(first)
    return any(_letters(name) in forms.agencies for name in (words, first, desk["agency"] if desk else ""))


def _place(found: re.Match[str]) -> str:
    """Place and region as written, without the date and the full stop that some set before it (`MOSCOW. April 25`)."""
    place = found.string[found.start() : found.end("region")]
    return place[:-1] if place.endswith(".") and not re.search(r"[.,]", place[:-1]) else place


def _letters(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())
