"""An article in, its sentences, its time expressions and what of it is not the story out: fast, without a parser.

Every sentence of every article is read so.
"""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from dateline.languages import Language
from dateline.model import Article, Skip, SkipKind, Span, Timex
from dateline.text import datelines, furniture, sentences
from dateline.times import time_expressions
from dateline.times.outlet_country import country_of


class Skim(NamedTuple):
    """What an article is made of."""

    sentences: tuple[Span, ...]
    """Sentences of the story, in text order: what is skipped is cut out."""
    timexes: tuple[Timex, ...]
    """All time expressions but those of the header, in text order."""
    skipped: tuple[Skip, ...]
    """What is not the story, in text order."""


def skim(language: Language, article: Article) -> Skim:
    """Read sentences and time expressions of an article, and mark what is not its story."""
    text = article.text
    every = sentences.split(language, text)
    spans = _without(every, article.skipped, text)
    known = list(article.skipped)
    dateline = article.dateline or datelines.find(language, text, spans[0].start if spans else 0)
    if dateline and dateline.span and not any(skip.span == dateline.span for skip in known):
        known.append(Skip(*dateline.span, SkipKind.DATELINE))
        known.sort(key=lambda skip: skip.start)
        spans = _without(spans, known, text)
    skipped = furniture.find(language, text, spans, known)
    headers = [skip for skip in article.skipped if skip.why == SkipKind.HEADER]
    # Dates of datelines and headlines are time expressions like any other; only nothing is counted from them.
    told = _without(every, headers, text)
    country = country_of(article.source, article.url)
    aside = [skip.span for skip in skipped]
    timexes = time_expressions(language, text, article.published, sentences=told, aside=aside, country=country)
    if headers:
        timexes = [t for t in timexes if not any(t.span.overlaps(skip.span) for skip in headers)]
    return Skim(tuple(_without(spans, skipped, text)), tuple(timexes), skipped)


def _without(spans: Sequence[Span], skips: Sequence[Skip], text: str) -> Sequence[Span]:
    """Sentences with the skipped stretches cut out of them; both in text order, no white space around the sentences."""
    if not skips:
        return spans
    kept: list[Span] = []
    first = 0
    for span in spans:
        start, end = span
        while first < len(skips) and skips[first].end <= start:
            first += 1
        if first == len(skips) or skips[first].start >= end:
            kept.append(span)
            continue
        begin = start
        for skip in islice(skips, first, None):
            if skip.start >= end:
                break
            kept.extend(_trimmed(text, begin, skip.start))
            begin = max(begin, skip.end)
        kept.extend(_trimmed(text, begin, end))
    return kept


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    """The stretch without white space around it, as a list of one; empty when nothing is left."""
    words = text[start:end].strip() if start < end else ""
    if not words:
        return []
    begin = text.index(words, start)
    return [Span(begin, begin + len(words))]
