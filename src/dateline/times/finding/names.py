"""A time expression and the text around it in, whether it is a part of a name out: of an agreement, a film, a person.

What the words of an expression are cannot tell: "Good Friday" is a day, and in "the Good Friday Agreement" it is none.
What stands around it does: the head of a name behind it, quotation marks around a title, a surname in the same text.
"""

import re
from typing import NamedTuple

from dateline.languages import Language, made_once, opening
from dateline.times.finding.meanings import Meaning

# Code points on either side within which a title stands in its quotation marks.
_LONGEST_TITLE = 60
_OPENING, _CLOSING = "\"“‘'«„", "\"”’'»“"
_QUOTE = re.compile(r"[\"“«„]|(?<!\w)['‘]")
_CAPITALISED = re.compile(r" ([A-Z][\w’'-]*)((?: [A-Z][\w’'-]*){0,3})")
_CAPITALISED_BEFORE = re.compile(r"\b[A-Z][a-z]+ (?:of |for )?$")
_OWNER_BEFORE = re.compile(r"[A-Z]\w*['’]s $")
_WORD_BEFORE = re.compile(r"([^\W\d_]+|['’]s)\.? ?\Z")
_REACH = 16
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_JOINED_NAMES = re.compile(r"\b[A-Z]\w* ([A-Z]\w*) and \Z")
_DIGITS = re.compile(r"\d")
# Kinds of meaning that a name may hold.
_NAMED = frozenset({"date", "time", "unit", "span", "set"})
# ... of these, those that only a title holds: "Three Days in March".
_OF_TITLES = frozenset({"span", "set"})
# Of fields that no name takes away: a whole date in quotation marks is one.
_WHOLE = frozenset({"year", "month", "day"})
_YEAR_ALONE = frozenset({"year", "guard"})
_LONG = frozenset({"decade", "decade2", "century", "hundreds"})
# How often somebody is named who goes by a month: once may be a headline's capitals, "Ferry Wins June Vote".
_TIMES_NAMED = 2


class _Words(NamedTuple):
    """The words of a language beside dates in names; `times/names.toml` says what each is."""

    heads: frozenset[str]
    streets: frozenset[str]
    heads_of_days: frozenset[str]
    works: frozenset[str]
    dated: frozenset[str]
    determiners: frozenset[str]
    small: frozenset[str]
    saying: tuple[str, ...]
    only_a_month: frozenset[str]
    persons: frozenset[str]
    titles_of_persons: frozenset[str]
    saying_verbs: tuple[str, ...]


@made_once
def _words(language: Language) -> _Words:
    data = language.settings("times/names.toml")
    return _Words(
        heads=frozenset(data["heads"] + data["streets"]),
        streets=frozenset(data["streets"]),
        heads_of_days=frozenset(data["heads"] + data["heads_of_days"]),
        works=frozenset(data["works"]),
        dated=frozenset(data["dated"]),
        determiners=frozenset(data["determiners"]),
        small=frozenset(data["small"]),
        saying=tuple(data["saying"]),
        only_a_month=frozenset(data["only_a_month"]),
        persons=frozenset(data["persons"]),
        titles_of_persons=frozenset(data["titles_of_persons"]),
        saying_verbs=tuple(data["saying_verbs"]),
    )


def is_part_of_a_name(
    language: Language, text: str, start: int, end: int, meaning: Meaning, *, named_day: bool = False
) -> bool:
    """Whether the expression from `start` to `end` belongs to a name or a title; `named_day` is a feast or the like."""
    fields = meaning.fields
    if meaning.kind not in _NAMED or "numdate" in fields:
        return False
    words = _words(language)
    if text[start].islower():
        # "The Winter | Palace": the article is a part of the expression.
        first = _WORDS.match(text, start)
        start = first.end() + 1 if first and first[0] in words.determiners else start
    capital = text[start : start + 1]
    if not (capital.isupper() or capital.isdigit()) or fields.keys() >= _WHOLE or not _LONG.isdisjoint(fields):
        return False
    if "deictic" in fields and _CAPITALISED_BEFORE.search(text, max(0, start - _REACH), start):
        # "As in the film Born Yesterday."
        return True
    is_titled = " " in text[start:end] and text[start:end].istitle()
    if (
        is_titled
        and (meaning.kind == "unit" or "deictic" in fields)
        and _OWNER_BEFORE.search(text, max(0, start - _REACH), start)
    ):
        # "On Norland TV's This Week": a programme.
        return True
    if _QUOTE.search(text, max(0, start - _LONGEST_TITLE), start) and _is_a_title(text, start, end, meaning, words):
        return True
    if meaning.kind in _OF_TITLES and "clockword" not in fields:
        return False
    of_a_day = "weekday" in fields or "clockword" in fields or meaning.kind == "time"
    several = of_a_day and " " in text[start:end]
    if (named_day or several or "year" in fields) and _word_before(text, start) in words.works:
        return text[start:end].istitle() or text[start:end].isdigit()
    if not (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()) or fields.keys() <= _YEAR_ALONE:
        return False
    before, behind = _word_before(text, start), _CAPITALISED.match(text, end)
    if behind is not None and "day" in fields and behind[1] in words.streets:
        return True
    if behind is None or (before in words.dated and not _joins_names(text, start, words)):
        return False
    if behind[1] in (words.heads_of_days if of_a_day else words.heads):
        return True
    if not words.heads.isdisjoint(behind[2].split()) and (named_day or _DIGITS.search(text, start, end)):
        # "The Sept. 11 Victim Compensation Fund."
        return True
    return before in words.determiners and (named_day or ("season" in fields and "year" not in fields))


def _joins_names(text: str, start: int, words: _Words) -> bool:
    """ "The Sunday Herald and | Friday Magazine", but not "on Thursday and | Friday Club Brugge won"."""
    joined = _JOINED_NAMES.search(text, max(0, start - _LONGEST_TITLE), start)
    return joined is not None and joined[1] in words.heads_of_days


def _is_a_title(text: str, start: int, end: int, meaning: Meaning, words: _Words) -> bool:
    """Whether an expression stands in quotation marks as a title does: all its words with capitals, and no clause."""
    low = max(0, start - _LONGEST_TITLE)
    opening = max(text.rfind(mark, low, start) for mark in _OPENING)
    if opening < 0 or (opening and text[opening - 1].isalnum()):
        return False
    closing = min((at for mark in _CLOSING if (at := text.find(mark, end, end + _LONGEST_TITLE)) >= 0), default=-1)
    if closing < 0 or text[closing + 1 : closing + 2].isalnum():
        return False
    title = text[opening + 1 : closing]
    if not title or title[0].isspace() or title[-1] in ".?!" or "\n" in title:
        return False
    if not all(word[0].isupper() or word[0].isdigit() or word in words.small for word in _WORDS.findall(title)):
        return False
    # "Today," he said.
    return not (title[-1] == "," and "deictic" in meaning.fields) and not text.startswith(words.saying, closing + 1)


def _word_before(text: str, start: int) -> str:
    found = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    return found[1].lower() if found else ""


class Persons:
    """Who in one text goes by the name of a month: "Mrs May", "April Jones"."""

    def __init__(self, language: Language, text: str) -> None:
        """A text, which is only looked through for a month that may be somebody."""
        self._words, self._text = _words(language), text
        self._found: dict[str, bool] = {}

    def has(self, start: int, end: int, meaning: Meaning) -> bool:
        """Whether a bare month from `start` to `end` is one of them: "by May", but never "in May"."""
        if "month" not in meaning.fields or not {"day", "year", "dir", "yearoffset", "part"}.isdisjoint(meaning.fields):
            return False
        name = self._text[start:end]
        before = _word_before(self._text, start)
        if name not in self._words.persons or before in self._words.only_a_month | self._words.determiners:
            return False
        known = self._found.get(name)
        if known is None:
            known = self._found[name] = self._goes_by(name)
        return known

    def _goes_by(self, name: str) -> bool:
        """Whether the text has somebody of that name: with a title, or with a first name or surname beside it."""
        titled = opening(self._words.titles_of_persons, r"(?<!\w.)")
        if re.search(rf"{titled}(?:\.? {name}\b|, {name},|,? [A-Z][a-z]+ and {name}\b)", self._text):
            # "Mr March", "her mother, June, said", "her parents, Barry and June".
            return True
        speaks = "|".join(map(re.escape, self._words.saying_verbs)) or "(?!)"
        if re.search(rf"(?:\A|[\n.!?,:;“”\"] ?){name} (?:{speaks})\b", self._text):
            return True
        couples = re.finditer(rf"(?:\A|([A-Za-z]*)[.,:;]?\s){name} and [A-Z][a-z]+ [A-Z][a-z]+\b", self._text)
        if any((one[1] or "").lower() not in self._words.only_a_month for one in couples):
            # "Her parents, June and Barry Oxley".
            return True
        no_name = self._words.only_a_month | self._words.dated | self._words.determiners
        found = list(re.finditer(rf"([A-Z](?<=[a-z,] .)[a-z]+) {name}\b(?! \d)", self._text))
        if re.search(rf"{name} [A-Z][a-z]", self._text):
            found += re.finditer(rf"(?:^|([A-Za-z]*)[.,]?\s){name} [A-Z][a-z]+\b(, \d{{1,3}},)?", self._text)
        found = [one for one in found if (one[1] or "").lower() not in no_name]
        aged = any(one[0].endswith(",") for one in found)
        return aged or len(found) >= _TIMES_NAMED
