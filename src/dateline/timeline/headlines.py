"""Which passage stands for an event by itself: each thing that speaks against one has a name and two weights.

The table serves twice. Of a large story, sentences are chosen by what they say of their day; what speaks against one
leaves it a share of its worth. Of the passages of one entry, the headline is the one with the least against it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from enum import Enum
from math import prod

from dateline.languages import Language, made_once
from dateline.model import EntryDate, Status
from dateline.text.words import word_list
from dateline.timeline.close.tellings import Telling
from dateline.timeline.select.passages import Passage, by_publication


class Against(Enum):
    """What keeps a passage from being understood alone, or from telling its day."""

    POINTS_BACK = "it opens by pointing to the sentence before it"
    LOOKS_AHEAD = "it tells before the day what is to come"
    OTHER_DAYS = "it tells of other days as well"
    PERSONAL = "somebody speaks of himself"
    MARKED = "it begins with a mark or stands behind one: an item of a list, a stamp, a turn of a transcript, an aside"
    GLUED = "the headline above sticks to it"
    NAMES_ITS_YEAR = "it names the year of the days in which it was published: a caption does, a report does not"
    OFF_LENGTH = "it says too little, or is a paragraph"
    SECOND_HAND = "somebody only says that it was so"
    OTHER_STATUS = "it does not tell it as the entry has it"
    OTHER_DATE = "it dates it to other days than the entry"
    NO_DATE = "it gives no day"


# What is left of the worth of a sentence. Found on the nine references of Timeline17, one by one with the others held;
# each lies on a plateau there.
LEFT = {
    Against.POINTS_BACK: 0.7,
    Against.LOOKS_AHEAD: 0.7,
    Against.OTHER_DAYS: 0.7,
    Against.PERSONAL: 0.6,
    Against.MARKED: 0.7,
    Against.GLUED: 0.5,
    Against.NAMES_ITS_YEAR: 0.6,
}
# What a headline loses. By reading small timelines.
LOSS = {
    Against.POINTS_BACK: 3.0,
    Against.OFF_LENGTH: 1.0,
    Against.SECOND_HAND: 0.5,
    Against.OTHER_STATUS: 2.0,
    Against.OTHER_DATE: 3.0,
    Against.NO_DATE: 1.0,
}
# What it loses for standing at the end of its article; less the further to the front it stands.
LATER_IN_ARTICLE = 0.5

# Characters a headline reads well in.
_SHORTEST, _LONGEST = 40, 220
# Days around its publication of which a report does not name the year.
_THESE_DAYS = 10
# Characters before a sentence in which a mark stands that was cut off.
_BEHIND = 3
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN_QUOTES = "“”\"'‘’( "
# Marks with which begins what was cut out of a sentence.
_CUT_OFF = ",;:)–—-"


@dataclass(frozen=True, slots=True)
class _Phrases:
    """By what it is told what speaks against a sentence; `selection.toml` says what each is."""

    first_person: re.Pattern[str]
    glued_headline: re.Pattern[str]
    mark: re.Pattern[str]


@made_once
def _phrases(language: Language) -> _Phrases:
    return _Phrases(*(language.pattern("timeline/selection.toml", phrase.name) for phrase in fields(_Phrases)))


def fitness(passage: Passage) -> float:
    """How well a sentence stands for its day: what is left of its worth, from 0 to 1."""
    return prod(LEFT[reason] for reason in _against_sentence(passage))


def headline(group: Sequence[Telling], status: Status, date: EntryDate, chosen: Telling | None) -> int:
    """The number of the telling whose passage is the headline of an entry with this status and date.

    `chosen` is the one whose sentence was chosen to tell the date; it is the headline unless its passage is only what
    was left of that sentence. Among equals the first published is.
    """
    if chosen is not None and not _is_fragment(chosen):
        number = next((n for n, telling in enumerate(group) if telling.passage is chosen.passage), None)
        if number is not None:
            return number
    return min(range(len(group)), key=lambda n: (loss(group[n], status, date), *by_publication(group[n].passage)))


def loss(telling: Telling, status: Status, date: EntryDate) -> float:
    """How little the passage of a telling serves as the headline of an entry with this status and date."""
    found = sum(LOSS[reason] for reason in _against_headline(telling, status, date))
    return found + LATER_IN_ARTICLE * telling.passage.order / max(1, telling.passage.of)


def opens_with_pointer(language: Language, text: str) -> bool:
    """Whether a text opens by pointing to what stands before it: `He`, `It’s`, `The move`."""
    first, _, rest = text.strip(_IN_QUOTES).lower().partition(" ")
    pointers = word_list(language, "pointers")
    return first.replace("’", "'").partition("'")[0] in pointers or f"{first}_{rest.partition(' ')[0]}" in pointers


def speaks_of_himself(language: Language, text: str) -> bool:
    """Whether somebody speaks of himself in a text: `I`, `our`."""
    return _phrases(language).first_person.search(text) is not None


def _against_sentence(passage: Passage) -> Iterator[Against]:
    text, published = passage.text, passage.article.published
    phrases = _phrases(passage.language)
    if opens_with_pointer(passage.language, text):
        yield Against.POINTS_BACK
    if published is not None and published < passage.date.first:
        yield Against.LOOKS_AHEAD
    if len({(timex.first, timex.last) for timex in passage.siblings if timex.first}) > 1:
        yield Against.OTHER_DAYS
    if speaks_of_himself(passage.language, text):
        yield Against.PERSONAL
    if _is_marked(passage):
        yield Against.MARKED
    if phrases.glued_headline.match(text):
        yield Against.GLUED
    is_recent = published is not None and abs((published - passage.date.last).days) <= _THESE_DAYS
    if is_recent and _YEAR.search(passage.timex.text):
        yield Against.NAMES_ITS_YEAR


def _against_headline(telling: Telling, status: Status, date: EntryDate) -> Iterator[Against]:
    if opens_with_pointer(telling.language, " ".join(telling.exact.split())):
        yield Against.POINTS_BACK
    if not _SHORTEST <= len(telling.exact) <= _LONGEST:
        yield Against.OFF_LENGTH
    if telling.reading.said_by and not telling.reading.is_speech:
        yield Against.SECOND_HAND
    if telling.reading.status is not status:
        yield Against.OTHER_STATUS
    if not telling.passage.is_dated:
        yield Against.NO_DATE
    elif not telling.passage.date.overlaps(date):
        yield Against.OTHER_DATE


def _is_fragment(telling: Telling) -> bool:
    """Whether the passage is what was left of a sentence: it begins in the middle."""
    opening = telling.exact[:1]
    return opening.islower() or opening in _CUT_OFF


def _is_marked(passage: Passage) -> bool:
    """Whether the sentence begins with a mark, or one was cut off before it."""
    mark, start = _phrases(passage.language).mark, passage.sentence.start
    before = passage.article.text[max(0, start - _BEHIND) : start]
    return mark.match(passage.text) is not None or mark.match(before.rpartition("\n")[2].lstrip()) is not None
