"""Which passage stands for an event by itself: each thing that speaks against one has a name and two weights.

The table serves twice. Of a large story, sentences are chosen by what they say of their day; what speaks against one
leaves it a share of its worth. Of the passages of one entry that carry its status and its date, the headline is the one
with the least against it.
"""

import re
from collections.abc import Iterator, Sequence, Set
from enum import Enum
from itertools import takewhile
from math import prod
from typing import NamedTuple

from dateline.entities.name_words import name_words
from dateline.events.speakers.words import pronouns
from dateline.events.surface.clauses import Word
from dateline.events.surface.lexicon import lexicon
from dateline.languages import Language, made_once
from dateline.model import EntryDate, Span, Status
from dateline.text.words import word_list
from dateline.timeline.close.antecedents import introduced
from dateline.timeline.close.known import takes_for_known
from dateline.timeline.close.tellings import Telling, told_once
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
    NAMELESS = "it does not say of whom or what it tells"
    OPEN = "it speaks of somebody or something that only what stands before it names"
    PART = "it is a part of a sentence that tells something else"
    OURSELVES = "the article speaks of itself"
    UNSPOKEN = "it is somebody's words, and nobody says whose"


OPENING_QUOTES, CLOSING_QUOTES = "“\"‘'", "”\"’'"
"""Marks with which the words of somebody begin and end."""

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
    Against.NAMELESS: 1.5,
    Against.PART: 1.5,
    Against.UNSPOKEN: 2.0,
    Against.GLUED: 1.0,
}
# What makes a headline hard to understand alone, and what keeps it from being what is shown first.
_NOT_FIRST = frozenset({Against.OPEN, Against.PART, Against.UNSPOKEN, Against.OURSELVES, Against.GLUED})
_HARD_ALONE = _NOT_FIRST | {Against.NAMELESS}
# By how much the sentence that was chosen to tell its date may be the worse one and head the line all the same.
CHOSEN = 2.0
# What it loses for standing at the end of its article; less the further to the front it stands.
LATER_IN_ARTICLE = 0.5

# Words of a headline: more are cut to the clause that tells it, but not to a stump.
MOST_WORDS, FEWEST_WORDS = 30, 7
# Of the words of a passage, but for those beyond a long sentence, the part that is left at least.
_LEFT_AT_LEAST, _LONG_SENTENCE = 0.4, 45
_REACH = 2 * MOST_WORDS
# Words between two marks, below which they are put in.
_LEAST_OF_CLAUSE = 4
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_SELF_PAIRED = ('"',)
# Characters a headline reads well in.
_SHORTEST, _LONGEST = 40, 220
# Days around its publication of which a report does not name the year.
_THESE_DAYS = 10
# Characters before a sentence in which a mark stands that was cut off.
_BEHIND = 3
_CAPITAL_BEHIND = re.compile(r"\b([a-z]{3,}) ([A-Z][a-z]{2,}) (?=[a-z])")
_QUOTED_WORDS = re.compile(r"[“\"][^”\"]*[”\"]?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN_QUOTES = "“”\"'‘’( "
# Marks with which begins what was cut out of a sentence.
_CUT_OFF = ",;:)–—-"


class _Phrases(NamedTuple):
    """By what it is told what speaks against a sentence; `selection.toml` says what each is."""

    first_person: re.Pattern[str]
    glued_headline: re.Pattern[str]
    mark: re.Pattern[str]
    open: re.Pattern[str]


@made_once
def _phrases(language: Language) -> _Phrases:
    return _Phrases(*(language.pattern("timeline/selection.toml", phrase) for phrase in _Phrases._fields))


@made_once
def _clause_marks(language: Language) -> re.Pattern[str]:
    return language.pattern("timeline/selection.toml", "between_clauses")


def fitness(passage: Passage) -> float:
    """How well a sentence stands for its day: what is left of its worth, from 0 to 1."""
    return prod(LEFT[reason] for reason in _against_sentence(passage))


def headline(group: Sequence[Telling], status: Status, date: EntryDate, chosen: Telling | None) -> int:
    """The number of the telling whose passage is the headline of an entry with this status and date.

    What carries the status and the date goes before all else: a reader takes both for what the headline says. Then
    `chosen`, whose sentence was chosen to tell the date, unless its passage is only what was left of that sentence, or
    another is by far the better one. Among equals the first published is.
    """
    favoured = None if chosen is None or is_part(chosen) else chosen.passage
    return min(
        range(len(group)),
        key=lambda n: (
            _astray(group[n], status, date),
            loss(group[n]) - (CHOSEN if group[n].passage is favoured else 0.0),
            *by_publication(group[n].passage),
        ),
    )


def _astray(telling: Telling, status: Status, date: EntryDate) -> int:
    """How far a passage is from carrying the status and the date of an entry: not at all where it gives both."""
    passage = telling.passage
    is_of_another_day = passage.is_dated and not passage.date.overlaps(date)
    return (telling.reading.status is not status) + (not passage.is_dated) + 2 * is_of_another_day


def is_hard_alone(telling: Telling) -> bool:
    """Whether a reader of a headline asks for the words around it."""
    if not _HARD_ALONE.isdisjoint(held_against(telling)):
        return True
    words = _words(telling)
    return (
        takes_for_known(telling.language, words) or _means_somebody(telling, words) or explained_in(telling) is not None
    )


def points_to_somebody(telling: Telling) -> bool:
    """Whether a pronoun of a headline means who or what only the sentences before it name."""
    text = " ".join(telling.exact.split())
    opening = _phrases(telling.language).open.match(text)
    is_of_age = opening is not None and opening["aged"] is not None
    opens = telling.meant is None and (is_of_age or opens_with_pronoun(telling.language, text))
    return opens or _means_somebody(telling, _words(telling))


@told_once
def explained_in(telling: Telling) -> int | None:
    """The number of the sentence that tells what the headline takes for known; None where it takes nothing so."""
    return introduced(telling.passage, _words(telling))


def first_told_in(telling: Telling) -> int | None:
    """The same, or, where no sentence near it tells that, the first of the article that does."""
    near = explained_in(telling)
    return introduced(telling.passage, _words(telling), however_far=True) if near is None else near


def _words(telling: Telling) -> Sequence[Word]:
    """The words of the headline."""
    head = headline_span(telling)
    return [word for word in telling.passage.told.cut.words if head.start <= word.start < head.end]


def _means_somebody(telling: Telling, words: Sequence[Word]) -> bool:
    """Whether a word means one person before whom none is named, and the article does not tell who that is."""
    person = pronouns(telling.language).person
    pronoun = next((word for word in words if word.lower.partition("'")[0] in person), None)
    if pronoun is None or (telling.meant is not None and telling.meant.words.start <= pronoun.start):
        return False
    persons = telling.passage.reading.surface.speakers.people.persons
    named = telling.named.within(words[0].start, pronoun.start)
    return not any(telling.named.full(name.text) in persons or name.text in persons for name in named)


def stands_alone(telling: Telling) -> bool:
    """Whether a passage can be what a reader sees first."""
    return _NOT_FIRST.isdisjoint(held_against(telling)) and not _means_somebody(telling, _words(telling))


def is_dated_as_a_caption(passage: Passage) -> bool:
    """Whether a sentence names the year of the days in which it was published: a report does not."""
    return Against.NAMES_ITS_YEAR in _against_sentence(passage)


def is_part(telling: Telling) -> bool:
    """Whether the passage was cut out of a sentence that mainly tells something else, or begins within it."""
    return _is_fragment(telling) or (telling.is_beside and telling.span != telling.passage.sentence)


@told_once
def headline_span(telling: Telling) -> Span:
    """What of a passage heads the line: all of it, or where it is long the clauses that tell the event, whole.

    It ends or begins at a mark between clauses, outside of quotations and brackets, where a parse tells that nothing is
    missed, and what limits what is told, an `unless`, is not cut off.
    """
    text, whole = telling.article.text, telling.span
    if _count(text, whole) <= MOST_WORDS:
        return whole
    timex, trigger = telling.passage.timex.span, telling.reading.trigger or telling.passage.timex.span
    first, last = min(timex.start, trigger.start), max(timex.end, trigger.end)
    breaks = _breaks(telling, first, last)
    parsed = telling.reading.whole
    ends = _ends(telling, breaks, last) if parsed is None else [m.start() for m in breaks if m.start() in parsed.ends]
    starts = [
        mark.end() for mark in breaks if _is_whole(telling, mark) and (parsed is None or mark.end() in parsed.starts)
    ]
    starts, ends = [start for start in starts if start <= first], [end for end in ends if end >= last]
    spans = [Span(start, end) for start in (whole.start, *starts) for end in (*ends, whole.end)]
    fewest = max(FEWEST_WORDS, _LEFT_AT_LEAST * min(_count(text, whole), _LONG_SENTENCE))
    fitting = [span for span in spans if fewest <= _count(text, span) <= MOST_WORDS]
    # Rather from the beginning of the sentence than from a later clause, and rather more of it than less.
    return min(fitting, key=lambda span: (span.start, -span.end), default=whole)


def _breaks(telling: Telling, first: int, last: int) -> list[re.Match[str]]:
    """The marks between clauses of a passage that stand outside of quotations and brackets.

    Those are left out that lie so far from what is told, which begins at `first` and ends at `last`, that no headline
    reaches to them, nor what is put in at its end.
    """
    text, whole = telling.article.text, telling.span
    too_early = text[whole.start : last].rsplit(maxsplit=_REACH)[:-_REACH]
    too_late = text[first : whole.end].split(maxsplit=_REACH)[_REACH:]
    start, end = whole.start + sum(map(len, too_early)), whole.end - sum(map(len, too_late))
    marks = takewhile(
        lambda mark: mark.start() <= end, _clause_marks(telling.language).finditer(text, start, whole.end)
    )
    return [mark for mark in marks if _is_between(text, whole, mark)]


def _ends(telling: Telling, breaks: Sequence[re.Match[str]], last: int) -> list[int]:
    """Where a passage may end behind what is told, by its surface."""
    cut = telling.passage.told.cut
    opening = {cut.words[number].start for number in cut.starts}
    opens_relative = lexicon(telling.language).relative
    relative = {word.start for word in cut.words if word.lower in opens_relative}
    verbs = {cut.words[number].start for number in cut.finite}
    # The first mark behind what is told ends its clause, but where it only opens something put in between; a later one
    # does where another clause begins.
    behind = [
        mark for n, mark in enumerate(breaks) if mark.start() >= last and not _is_aside(telling, n, breaks, verbs)
    ]
    return [
        mark.start()
        for n, mark in enumerate(behind)
        if (not n or not opening.isdisjoint(range(mark.start(), mark.end() + 1)))
        and _has_verb(mark.start(), opening | relative, verbs)
    ]


def _is_aside(telling: Telling, number: int, breaks: Sequence[re.Match[str]], verbs: Set[int]) -> bool:
    """Whether a mark stands beside what is put in: a few words before it, or behind it and then the verb goes on."""
    mark = breaks[number]
    before = breaks[number - 1].end() if number else telling.span.start
    after = breaks[number + 1].end() if number + 1 < len(breaks) else None
    is_short = _count(telling.article.text, Span(before, mark.start())) < _LEAST_OF_CLAUSE
    return is_short or mark.end() in verbs or after in verbs


def _has_verb(end: int, opening: Set[int], verbs: Set[int]) -> bool:
    """Whether the clause that is open before an offset has its verb: `demanded that the envoy` has not."""
    begins = max((start for start in opening if start < end), default=0)
    return any(begins <= verb < end for verb in verbs)


def _is_whole(telling: Telling, mark: re.Match[str]) -> bool:
    """Whether what follows a mark between clauses can begin a headline: a name, or a clause that stands alone."""
    opening = telling.article.text[mark.end() : mark.end() + 1]
    return opening.isupper() and not opens_with_pointer(
        telling.language, telling.article.text[mark.end() : telling.span.end]
    )


def _is_between(text: str, whole: Span, mark: re.Match[str]) -> bool:
    """Whether a mark stands outside of quotations and brackets."""
    before, after = text[whole.start : mark.start()], text[mark.end() : whole.end]
    return all(
        before.count(opening) == before.count(closing) and after.count(opening) == after.count(closing)
        for opening, closing in _PAIRS
    ) and all(before.count(quote) % 2 == 0 for quote in _SELF_PAIRED)


def _count(text: str, span: Span) -> int:
    return len(text[span.start : span.end].split())


def loss(telling: Telling) -> float:
    """How little the passage of a telling serves as a headline, whatever the entry has."""
    found = sum(LOSS.get(reason, 0.0) for reason in held_against(telling))
    return found + LATER_IN_ARTICLE * telling.passage.order / max(1, telling.passage.of)


def opens_with_pointer(language: Language, text: str) -> bool:
    """Whether a text opens by pointing to what stands before it: `He`, `It’s`, `The move`."""
    first, second = _first_words(text)
    return _is_pronoun(language, first) or f"{first}_{second}" in word_list(language, "pointers")


def opens_with_pronoun(language: Language, text: str) -> bool:
    """Whether the first word alone points back: `He`, `It’s`."""
    return _is_pronoun(language, _first_words(text)[0])


def _first_words(text: str) -> tuple[str, str]:
    """The first two words of a text in lower case, without the marks around it."""
    first, _, rest = text.strip(_IN_QUOTES).partition(" ")
    return first.lower(), rest.partition(" ")[0].lower()


def _is_pronoun(language: Language, first: str) -> bool:
    return first.replace("’", "'").partition("'")[0] in word_list(language, "pointers")


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


@told_once
def held_against(telling: Telling) -> Sequence[Against]:
    """What speaks against a passage as a headline."""
    return list(_by_itself(telling))


def _by_itself(telling: Telling) -> Iterator[Against]:
    text = " ".join(telling.exact.split())
    if not _is_told(telling) and (
        opens_with_pronoun(telling.language, text)
        or (not _names_before_the_verb(telling) and opens_with_pointer(telling.language, text))
    ):
        yield Against.POINTS_BACK
    elif not (telling.names or telling.places_named or telling.voice or telling.meant):
        yield Against.NAMELESS
    if _is_open(telling):
        yield Against.OPEN
    if is_part(telling):
        yield Against.PART
    if _is_glued(telling.language, text):
        yield Against.GLUED
    if not telling.reading.said_by and speaks_of_himself(telling.language, _QUOTED_WORDS.sub("", text)):
        yield Against.OURSELVES
    if text[0] in OPENING_QUOTES and text[-1] in CLOSING_QUOTES and not telling.reading.said_by:
        yield Against.UNSPOKEN
    if not _SHORTEST <= len(telling.exact) <= _LONGEST:
        yield Against.OFF_LENGTH
    if telling.reading.said_by and not telling.reading.is_speech:
        yield Against.SECOND_HAND


def _is_glued(language: Language, text: str) -> bool:
    """Whether the headline above sticks to a passage: a common word has a capital behind one in small letters.

    `Divers say the search is over Rescue teams left on Monday.`
    """
    if _phrases(language).glued_headline.match(text):
        return True
    names = name_words(language)
    return any(
        found[2].lower() in word_list(language, "common_words")
        and found[2].lower() not in names.calendar
        and found[2].lower() not in names.title
        and found[1] not in names.function
        for found in _CAPITAL_BEHIND.finditer(text)
    )


def _is_open(telling: Telling) -> bool:
    """Whether a passage opens with a pronoun or a known noun, and nothing tells a reader who or what that is."""
    opening = _phrases(telling.language).open.match(telling.exact)
    if opening is None or _is_told(telling):
        return False
    if opening["aged"]:
        # "The 65-year-old coach of the year": nobody but a person by name tells who that is.
        verb = telling.reading.trigger.start if telling.reading.trigger else telling.span.end
        people = telling.named.names.people
        return not any(name.text in people for name in telling.named.within(telling.span.start, verb))
    at = telling.span.start + opening.end() - 1
    if any(timex.start <= at < timex.end for timex in telling.passage.siblings):
        return False
    return opening.lastgroup == "pronoun" or not (telling.names or telling.places_named)


def _is_told(telling: Telling) -> bool:
    """Whether the article tells whom the word means with which a passage opens."""
    if telling.meant is None:
        return False
    return not telling.named.within(telling.span.start, telling.meant.words.start)


def _names_before_the_verb(telling: Telling) -> bool:
    """Whether somebody or something is named before the first verb: `The visit to the Russky Island aquarium was`."""
    if telling.reading.trigger is None:
        return False
    cut, span = telling.passage.told.cut, telling.span
    verbs = (cut.words[number].start for number in cut.finite if span.start <= cut.words[number].start < span.end)
    return bool(telling.named.within(span.start, next(verbs, telling.reading.trigger.start)))


def _is_fragment(telling: Telling) -> bool:
    """Whether the passage is what was left of a sentence: it begins in the middle."""
    opening = telling.exact[:1]
    return opening.islower() or opening in _CUT_OFF


def _is_marked(passage: Passage) -> bool:
    """Whether the sentence begins with a mark, or one was cut off before it."""
    mark, start = _phrases(passage.language).mark, passage.sentence.start
    before = passage.article.text[max(0, start - _BEHIND) : start]
    return mark.match(passage.text) is not None or mark.match(before.rpartition("\n")[2].lstrip()) is not None
