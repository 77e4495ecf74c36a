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


def chosen(text: str) -> list[Chosen]:
    """The sentences of a text, each for every time expression in it."""
    article, timexes, spans = Article("a", text, PUBLISHED), tag(text, PUBLISHED, "en"), sentences.split(ENGLISH, text)
    of_article = SurfaceArticle(Names(ENGLISH, text), spans)
    found = []
    for sentence in spans:
        own = tuple(t for t in timexes if sentence.holds(t.span))
        cut = surface.cut(of_article, sentence, own)
        found += [Chosen(article, sentence, own, surface.read(cut, t, PUBLISHED), cut) for t in own]
    return found


def reading(text: str, words: str, loaded: parser.Parser) -> surface.SurfaceReading:
    """What the sentence of a time expression tells of it, by surface and parser."""
    (joined,) = reread([next(one for one in chosen(text) if one.reading.timex.text == words)], lambda _: loaded)
    return joined
