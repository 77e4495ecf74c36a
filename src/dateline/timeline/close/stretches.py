"""A stretch of an article in, what its words tell out, whichever of its dates it is read for.

A sentence with several dates is read closely once for each of them. What does not hang on the date is worked out once,
so that a list of dates costs in proportion to its length.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from dateline.entities.countries import by_adjective
from dateline.entities.name_words import name_words
from dateline.events.mentions.event_kinds import kinds
from dateline.languages import Language, made_once
from dateline.model import Name, Span, Timex
from dateline.reading.article import ArticleReading
from dateline.reading.entry_dates import entry_date
from dateline.reading.figures.finding import Figure, figures
from dateline.text.words import content_words, word_list, words_of
from dateline.timeline.close.story_forms import Named, of_story
from dateline.timeline.memory import Memory

SAYING = frozenset({"report"})
"""Kinds of events that are acts of saying."""

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
# Figures long enough to be told by two only if they tell of one thing; shorter ones are compared by what they count.
_LONG_FIGURE = re.compile(r"\d[\d,.]{2,}\d")


class Stretch:
    """A passage of an article, with the time expressions of its sentence."""

    def __init__(self, known: Named, span: Span, timexes: Sequence[Timex]) -> None:
        """`known` are the names of the article, `timexes` all those of the sentence, in text order."""
        self.language = known.language
        self.span = span
        self._known = known
        self._timexes = timexes

    @cached_property
    def text(self) -> str:
        return self.span.of(self._known.names.text)

    @cached_property
    def names(self) -> Sequence[Name]:
        """The names in it, in text order."""
        return self._known.within(*self.span)

    @cached_property
    def undated_words(self) -> int:
        """How many content words it has, names among them, time expressions aside."""
        plain = blanked(self._known.names.text, self.span, [timex.span for timex in self._timexes])
        return len(content_words(self.language, plain))

    @cached_property
    def plain(self) -> str:
        """Its words without names and time expressions."""
        spans = [*(name.span for name in self.names), *(timex.span for timex in self._timexes)]
        return blanked(self._known.names.text, self.span, spans)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of these that tell one event from another, roughly stemmed."""
        return telling_words(self.language, self.plain)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Kinds of events that any of them names, acts of saying aside."""
        return kinds(self.language, list(words_of(self.language, self.plain))) - SAYING

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers in figures among them."""
        return frozenset(_NUMBER.findall(self.plain))

    def figures_of(self, timex: Timex) -> tuple[Figure, ...]:
        """What it counts on the days of one of its time expressions: no other one with days stands nearer."""
        return tuple(figure for figure, nearest in self._figures if self._apart(figure, timex) <= nearest)

    @cached_property
    def _figures(self) -> Sequence[tuple[Figure, int]]:
        """The figures in it, each with how far it stands from the nearest time expression that names calendar days."""
        dated = [timex for timex in self._timexes if entry_date(timex)]
        return [
            (figure, min(self._apart(figure, timex) for timex in dated))
            for figure in figures(self.language, self.text)
            if dated
        ]

    def _apart(self, figure: Figure, timex: Timex) -> int:
        """Code points between a figure and a time expression; below 0 where they overlap."""
        start = self.span.start
        return max(timex.start - start - figure.end, figure.start + start - timex.end)

    def around(self, timex: Timex, reach: int) -> frozenset[str]:
        """Its content words, names among them, within `reach` code points of one of its time expressions.

        Those of all of it where that stands outside.
        """
        span = self.span
        if span.holds(timex.span):
            span = Span(max(span.start, timex.start - reach), min(span.end, timex.end + reach))
        first = bisect_left(self._timexes, span.start, key=lambda other: other.start)
        last = bisect_left(self._timexes, span.end, key=lambda other: other.start)
        others = [other.span for other in self._timexes[first:last]]
        return frozenset(content_words(self.language, blanked(self._known.names.text, span, others)))


class Stretches:
    """The stretches of the articles of a story, each made once."""

    def __init__(self, known: Mapping[str, Named], memory: Memory | None = None) -> None:
        """`known` are the names of each article, by its id."""
        self.known = known
        self.memory = memory or Memory()
        """What is told by them."""
        self._made: dict[tuple[str, Span], Stretch] = {}

    @classmethod
    def of_story(
        cls, readings: Iterable[ArticleReading], memory: Memory | None = None, processes: int | None = 1
    ) -> "Stretches":
        """Those of articles, in order of publication, in so many processes; one that is given twice is taken once."""
        once = {reading.article.id: reading for reading in readings}.values()
        return cls(of_story(once, memory, processes), memory)

    def of(self, article: str, span: Span, timexes: Sequence[Timex]) -> Stretch:
        """The stretch at `span` of an article; `timexes` are those of its sentence."""
        made = self._made.get((article, span))
        if made is None:
            made = self._made[article, span] = Stretch(self.known[article], span, timexes)
        return made


def blanked(text: str, span: Span, spans: Sequence[Span]) -> str:
    """A stretch of text without what stands at `spans`."""
    pieces = []
    position = span.start
    for left_out in sorted(spans):
        if left_out.start >= position and left_out.end <= span.end:
            pieces.append(text[position : left_out.start])
            position = left_out.end
    return " ".join([*pieces, text[position : span.end]])


def telling_words(language: Language, plain: str) -> frozenset[str]:
    """The words of a text without names and dates that tell one event from another, roughly stemmed."""
    without_weight = _without_weight(language)
    words = (word for word in words_of(language, plain) if word not in without_weight)
    return frozenset(content_words(language, " ".join(words))) | frozenset(_LONG_FIGURE.findall(plain))


@made_once
def _without_weight(language: Language) -> frozenset[str]:
    """Words that neither tell one event from another nor are empty everywhere: rank, demonyms, fillers."""
    demonyms = (word.lower() for adjective in by_adjective(language) for word in adjective.split())
    return frozenset([*word_list(language, "fillers"), *name_words(language).rank, *demonyms])
