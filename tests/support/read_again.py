"""A sentence and a time expression in, what surface and parser together tell of it out."""

import datetime as dt

from dateline.entities.article_names import Names
from dateline.events.chosen import Chosen
from dateline.events.parsing import parser
from dateline.events.rereading import reread
from dateline.events.surface import sentence as surface
from dateline.events.surface.article import SurfaceArticle
from dateline.languages import named
from dateline.model import Article
from dateline.text import sentences
from dateline.times import tag

ENGLISH = named("en")
PUBLISHED = dt.date(2022, 9, 15)
"""The day of the article, a Thursday."""


def reading(text: str, words: str, loaded: parser.Parser) -> surface.SurfaceReading:
    """What the sentence of a time expression tells of it, by surface and parser."""
    article = Article("a", text, PUBLISHED)
    timexes = tag(text, PUBLISHED, "en")
    timex = next(t for t in timexes if t.text == words)
    sentence = next(s for s in sentences.split(ENGLISH, text) if s.holds(timex.span))
    own = tuple(t for t in timexes if sentence.holds(t.span))
    own_surface = SurfaceArticle(Names(ENGLISH, text), sentences.split(ENGLISH, text))
    cut = surface.cut(own_surface, sentence, own)
    read = surface.read(cut, timex, PUBLISHED)
    (joined,) = reread([Chosen(article, sentence, own, read, cut)], lambda _: loaded)
    return joined
