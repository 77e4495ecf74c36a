"""The sentences of an article that hold time expressions, with what each tells by itself.

Figures can be kept. How the clauses read is worked out when somebody asks, for few sentences are ever shown.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from dateline.events.surface.article import SurfaceArticle
from dateline.events.surface.sentence import SurfaceReading, SurfaceSentence, cut, read
from dateline.model import Article, Span, Timex
from dateline.reading.figures.dated import DatedFigure, PlainFigure, dated_figures, figures_of, plain_figures
from dateline.text.words import content_words


class DatedSentence:
    """A sentence of the story of an article that holds time expressions."""

    def __init__(
        self, surface: SurfaceArticle, article: Article, order: int, span: Span, timexes: tuple[Timex, ...]
    ) -> None:
        self._surface = surface
        self._article = article
        self._read: dict[int, SurfaceReading] = {}
        self.order = order
        """Its number within the story of its article, from 0."""
        self.span = span
        self.timexes = timexes
        """All time expressions in it, in text order."""
        self.text = span.of(article.text)

    def to_plain(self) -> tuple[PlainFigure, ...]:
        """What is kept of it, as plain values: its figures. Its words are told again in no time."""
        return plain_figures(self.timexes, self.figures)

    def keep(self, kept: Sequence[PlainFigure]) -> None:
        """Take up what was kept of it."""
        vars(self)["figures"] = figures_of(self.text, self.timexes, kept)

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The words that say what it is about, in order, roughly stemmed."""
        return tuple(content_words(self._surface.language, self.text))

    @cached_property
    def figures(self) -> Mapping[int, Sequence[DatedFigure]]:
        """Its figures by the time expression they go with, as its first character in the text; often empty."""
        return dated_figures(self._surface.language, self.text, self.span.start, self.timexes, self._article.available)

    @cached_property
    def cut(self) -> SurfaceSentence:
        """The sentence cut into clauses and acts of saying."""
        return cut(self._surface, self.span, self.timexes)

    def take_up(self, timex: Timex, reading: SurfaceReading) -> None:
        """Take up what was read of it in another process."""
        self._read[timex.start] = reading

    def read(self, timex: Timex) -> SurfaceReading:
        """What its surface tells of the days of one of its time expressions."""
        if timex.start not in self._read:
            self._read[timex.start] = read(self.cut, timex, self._article.published)
        return self._read[timex.start]
