"""A sentence that will be shown, with what its surface tells: what the parser is asked to read again."""

import datetime as dt
from dataclasses import dataclass

from dateline.events.surface.article import SurfaceArticle
from dateline.events.surface.sentence import SurfaceReading, SurfaceSentence
from dateline.languages import Language
from dateline.model import Article, Span, Timex


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence that will be shown, as the surface reads it."""

    article: Article
    sentence: Span
    timexes: tuple[Timex, ...]
    """Those of the sentence, in text order."""
    reading: SurfaceReading
    cut: SurfaceSentence
    """It cut into clauses and acts of saying."""

    @property
    def surface(self) -> SurfaceArticle:
        """Its article, as its surface tells it."""
        return self.cut.article

    @property
    def language(self) -> Language:
        return self.surface.language


def is_ahead(timex: Timex, published: dt.date | None) -> bool:
    """Whether a date is one to come for a report of this day."""
    return published is not None and timex.first is not None and timex.first > published
