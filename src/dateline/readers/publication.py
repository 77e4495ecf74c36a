"""The day that a header gives and its article's text in, the day that the text gives instead out where they differ.

What a header gives may be the day of a crawl or of a page's last change. Every "yesterday" of the article is counted
from it, so a text that says itself when it was published or filed goes before it, and it is told that it did.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.errors import InputError
from dateline.languages import Language, made_once
from dateline.model import Dateline, Span
from dateline.readers import dates
from dateline.readers.headers import headers
from dateline.times.resolving.direction import look
from dateline.times.resolving.posts import last_written

# Lines at either end of a text among which those on the page stand, and the longest of them.
_LINES = 6
_LONGEST_LINE = 100
# Days from a dateline to publication that are nothing out of the way, and those after it that are a slip.
_FILED_BEFORE = 4
_FILED_AFTER = 3
# Days that a page may lie between its publication and its crawl: what is older is another text's.
_LONGEST_AGO = 3_660

_WORDS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


class Contradiction(NamedTuple):
    """The day that a text gives instead of its header, and the words that give it."""

    day: dt.date
    words: str


def contradiction(text: str, body: int, dateline: Dateline | None, given: dt.date) -> Contradiction | None:
    """What of an article contradicts the day that its header gives; None where nothing does.

    `body` is where the story begins. A line of the page that gives its publication goes before one that gives its last
    change, and both go before a dateline.
    """
    updated: Contradiction | None = None
    for line, words in _stamps(text, body):
        found = _day(line)
        if found is None or not 0 < (given - found).days <= _LONGEST_AGO:
            continue
        if headers().updated.isdisjoint(words):
            return Contradiction(found, line)
        updated = updated or Contradiction(found, line)
    return updated or _filed(text, dateline, given)


def grown_past_its_day(language: Language, text: str, given: dt.date) -> Contradiction | None:
    """The day of the last post of a page that goes on past the one that its header gives; None where it does not."""
    last = last_written(language, text, given)
    return Contradiction(*last) if last is not None else None


def changed_the_day_after(language: Language, text: str, body: int, given: dt.date) -> Contradiction | None:
    """The day after the one that a header gives, where the text tells what happened on it; None where it does not.

    `A lorry drove into the crowd late on Thursday`, and further on `the president said early on Friday`: what a page of
    Thursday tells so was added to it on Friday. To a report that calls its own day Thursday, the one of the week before
    is "last Friday"; and to one that names no day but Friday it is none either. Words that count from today
    ("yesterday") might count from either day, so they keep the header's where they are not few, or where it goes
    through a week.
    """
    words = _words(language)
    own, after = words.weekdays.get(given.isoweekday()), words.weekdays.get(given.isoweekday() % 7 + 1)
    if own is None or after is None or after not in text:
        return None
    told = list(_told(words, after, text, body))
    back = [one for one in told if _looks(language, text, one) < 0]
    ahead = sum(one not in back and words.later.search(text[body : one.start()]) is None for one in told)
    others = ahead + sum(1 for _ in words.seen_from_today.finditer(_QUOTED_ON.sub("", text[body:])))
    if not back or others * _TIMES_AS_MANY > len(back):
        return None
    found = re.finditer(words.fresh.replace("WEEKDAY", re.escape(after)), text[body:])
    fresh = [one for one in found if any(one.start() < day.end() - body <= one.end() + _ADVERB for day in back)]
    if not fresh:
        return None
    calls_its_own = any(_looks(language, text, found) < 0 for found in _told(words, own, text, body))
    if (others or not calls_its_own) and _tells_of_others(language, words, {own, after}, text, body):
        return None
    return Contradiction(given + dt.timedelta(1), fresh[0][0])


def dated_the_eve(language: Language, text: str, body: int, given: dt.date) -> Contradiction | None:
    """The day after the one that a header of a weekend gives, where the text tells of it as "yesterday"; else None.

    `On Saturday the minister quit. Yesterday her party met`: to whom Saturday was the day before that it is not
    "yesterday" too. What a paper prints on Monday often has the Sunday on which it went online.
    """
    words = _words(language)
    before = words.weekdays.get((given - dt.timedelta(1)).isoweekday())
    if given.isoweekday() not in _WEEKEND or before is None or words.weekdays[given.isoweekday()] in text:
        return None
    told = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    yesterday = words.yesterday.search(told, body)
    named = [one for one in _told(words, before, told, body) if _looks(language, told, one) < 0]
    if yesterday is None or not named or len(words.of_today.findall(told, body)) > _TODAYS:
        return None
    return Contradiction(given + dt.timedelta(1), f"{named[0][0]} … {yesterday[0]}")


_WEEKEND = frozenset({6, 7})
# Words for the day itself above which a report tells of what goes on, and names its days as it goes.
_TODAYS = 2
# How many times as often what happened on the day after is told as what speaks for the header's day.
_TIMES_AS_MANY = 2


def _tells_of_others(language: Language, words: "_Words", own: set[str], text: str, body: int) -> bool:
    """Whether a text tells what happened on other weekdays, as one does that goes through a week."""
    others = (name for name in words.weekdays.values() if name not in own)
    return any(_looks(language, text, one) < 0 for name in others for one in _told(words, name, text, body))


_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")
# The same, which may go on over lines: those of pages hold a sentence each.
_QUOTED_ON = re.compile(r"“[^”]{0,900}”|(?<!\w)\"(?=\S)[^\"]{0,900}(?<=\S)\"")
# Code points around a weekday in which its clause lies.
_CLAUSE = 200
# Where a sentence or a line ends; "at 4 a.m. Thursday" goes on.
_SENTENCE_END = re.compile(r"(?<!\.[a-z])\. |\n")
# Code points before it at which what stands around it may begin: "early Friday".
_ADVERB = 12


class _Words(NamedTuple):
    weekdays: dict[int, str]
    """Their names, by number from Monday, which is 1."""
    seen_from_today: re.Pattern[str]
    told: str
    """What stands around a weekday that is that of a report, WEEKDAY being its name."""
    yesterday: re.Pattern[str]
    of_today: re.Pattern[str]
    """What counts from the very day, or names it."""
    fresh: str
    """The same of one that is of the very day on which it is written."""
    later: re.Pattern[str]
    """What stands before one of which a part is over: "later"."""


@made_once
def _words(language: Language) -> _Words:
    names = language.settings("times/words.toml")["WEEKDAY"]["words"]
    file = "readers/publication.toml"
    data = language.settings(file)
    weekdays = {number: name for name, number in names.items()}
    seen, yesterday, today = (language.pattern(file, name) for name in ("seen_from_today", "yesterday", "of_today"))
    return _Words(weekdays, seen, data["told"], yesterday, today, data["fresh"], language.pattern(file, "later"))


def _told(words: _Words, weekday: str, text: str, body: int) -> Iterator[re.Match[str]]:
    pattern = re.compile(words.told.replace("WEEKDAY", re.escape(weekday)))
    at = text.find(weekday, body)
    while at >= 0:
        starts = range(max(body, at - _ADVERB), at + 1)
        found = next((found for start in starts if (found := pattern.match(text, start))), None)
        if found:
            yield found
        body = found.end() if found else at + 1
        at = text.find(weekday, body)


def _looks(language: Language, text: str, found: re.Match[str]) -> int:
    """-1 where the words around a weekday look back, 1 where they look ahead, 0 where they do not tell."""
    opened = max(0, found.start() - _CLAUSE)
    first = max((end.end() for end in _SENTENCE_END.finditer(text, opened, found.start())), default=opened)
    end = _SENTENCE_END.search(text, found.end(), found.end() + _CLAUSE)
    sentence = Span(first, end.start() + 1 if end else min(found.end() + _CLAUSE + 1, len(text)))
    return look(language, text, sentence, found.start(), found.end())


def _stamps(text: str, body: int) -> Iterator[tuple[str, frozenset[str]]]:
    """The lines that hold nothing but a date of publication or change, at either end of the text; with their words."""
    lines = [line for line in map(str.strip, text[body:].splitlines()) if line]
    outer = lines if len(lines) <= 2 * _LINES else lines[:_LINES] + lines[-_LINES:]
    for line in outer:
        if len(line) > _LONGEST_LINE or _DIGIT.search(line) is None:
            continue
        words = frozenset(word.lower() for word in _WORDS.findall(line))
        if words <= headers().beside and not headers().stamps.isdisjoint(words):
            yield line, words


def _day(line: str) -> dt.date | None:
    try:
        return dates.find(line, "")
    except InputError:
        return None


def _filed(text: str, dateline: Dateline | None, given: dt.date) -> Contradiction | None:
    """What a dateline tells: a report is published within days of its filing, and never before it."""
    if dateline is None or dateline.span is None or dateline.place is None:
        return None
    words = dateline.span.of(text)
    years = [given.year] if (full := _day(words)) else [given.year, given.year - 1, given.year + 1]
    filed = [full] if full else [day for year in years if (day := dates.without_year(words, year))]
    nearest = min(filed, key=lambda day: abs((given - day).days), default=None)
    if nearest is None or -1 <= (given - nearest).days <= _FILED_BEFORE:
        # A dateline of the day after is one of another time zone.
        return None
    ahead = (nearest - given).days
    if ahead > _FILED_AFTER or -ahead > _LONGEST_AGO:
        return None
    return Contradiction(nearest, words)
