"""Articles annotated: time expressions, names, who says what and what happens, standing off the text."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from operator import length_hint

from dateline.errors import InputError, in_article, is_fault
from dateline.events.attribution.spans import attributions as parsed_attributions
from dateline.events.mentions.mentions import mentions
from dateline.events.parsing.parser import Parser, Parsers, parsed_languages
from dateline.events.surface import sentence as surface
from dateline.model import Annotation, Article, Attribution, CodedEvent, EventMention, Span, Timex
from dateline.processes import Portions, in_portions
from dateline.reading.article import ArticleReading, read_article
from dateline.request import Request

# A portion fills two of the parser's batches; a process has started when one is parsed.
_PARSED = Portions(size=16, worth=32)
# Without a parser: enough to make the handing over cheap, and as many as are annotated while a process starts.
_UNPARSED = Portions(size=32, worth=200)

PARSED_LAYERS = frozenset(("attributions", "events", "coding"))
"""The layers that a dependency parse makes better, or that rest on one."""

_SAID = frozenset(("attributions", "events"))

Told = tuple[Sequence[Attribution], Sequence[EventMention]]
"""Who says what in an article, and what happens in it."""


def annotated(
    articles: Iterable[Article], layers: Sequence[str], request: Request, parsers: Parsers | None
) -> Iterator[tuple[Article, Annotation]]:
    """Each article with what is read from it, in their order.

    With `parsers`, attributions and events rest on a dependency parse where the article's language has a parser.
    `request` says how many processes to use, and whom to tell of progress and of articles left out for a fault.
    """
    if parsers is not None:
        # Before other processes start: they then share its memory.
        for language in parsed_languages():
            parsers(language)
    total = length_hint(articles)
    work = partial(_portion, layers=layers, parsers=parsers)
    dealt = in_portions(work, articles, _UNPARSED if parsers is None else _PARSED, request.processes)
    pairs = (pair for portion, outcomes in dealt for pair in zip(portion, outcomes, strict=True))
    return _those_without_fault(pairs, total, request)


def _those_without_fault(
    pairs: Iterable[tuple[Article, Annotation | InputError]], total: int, request: Request
) -> Iterator[tuple[Article, Annotation]]:
    for done, (article, outcome) in enumerate(pairs, 1):
        if isinstance(outcome, InputError):
            request.problem(outcome)
        else:
            yield article, outcome
        if request.progress:
            request.progress(done, max(done, total))


def _portion(
    articles: Sequence[Article], layers: Sequence[str], parsers: Parsers | None
) -> list[Annotation | InputError]:
    """The annotations of articles, the fault for those that meet one: then each article is tried by itself."""
    try:
        return list(_annotations(articles, layers, parsers))
    except BaseException as fault:
        if not is_fault(fault):
            raise
        if len(articles) == 1:
            return [in_article(articles[0], fault)]
        return [outcome for article in articles for outcome in _portion([article], layers, parsers)]


def _annotations(articles: Sequence[Article], layers: Sequence[str], parsers: Parsers | None) -> Iterator[Annotation]:
    readings = [read_article(article) for article in articles]
    told = _told(readings, layers, parsers)
    coded = _coded(readings, layers, parsers)
    return (
        _annotation(reading, said, events, layers) for reading, said, events in zip(readings, told, coded, strict=True)
    )


def _told(readings: Sequence[ArticleReading], layers: Sequence[str], parsers: Parsers | None) -> list[Told]:
    """Who says what and what happens, by the parser of an article's language or, where it has none, by the surface."""
    if _SAID.isdisjoint(layers):
        return [((), ())] * len(readings)
    told: dict[int, Told] = {}
    for language in {reading.language: None for reading in readings}:
        own = [number for number, reading in enumerate(readings) if reading.language is language]
        parser = parsers(language) if parsers else None
        articles = [readings[number] for number in own]
        found = map(_by_surface, articles) if parser is None else _parsed(articles, layers, parser)
        told |= zip(own, found, strict=True)
    return [told[number] for number in range(len(readings))]


def _coded(
    readings: Sequence[ArticleReading], layers: Sequence[str], parsers: Parsers | None
) -> list[tuple[CodedEvent, ...]]:
    """The coded events of articles; none where there is no parser, which tells who does what to whom."""
    found: list[tuple[CodedEvent, ...]] = [()] * len(readings)
    if "coding" not in layers or parsers is None:
        return found
    from dateline.coding.corpus import coded_events  # noqa: PLC0415 - for this layer alone

    for language in {reading.language: None for reading in readings}:
        parser = parsers(language)
        own = [number for number, reading in enumerate(readings) if reading.language is language]
        if parser is not None:
            for number, events in zip(own, coded_events([readings[k] for k in own], parser), strict=True):
                found[number] = events
    return found


def _annotation(
    reading: ArticleReading, told: Told, coded: tuple[CodedEvent, ...], layers: Sequence[str]
) -> Annotation:
    attributions, events = told
    return Annotation(
        id=reading.article.id,
        published=reading.article.published,
        timexes=reading.timexes if "times" in layers else None,
        attributions=tuple(attributions) if "attributions" in layers else None,
        events=tuple(events) if "events" in layers else None,
        names=tuple(reading.names.all) if "names" in layers else None,
        coding=coded if "coding" in layers else None,
        skipped=reading.skipped,
    )


def _parsed(readings: Sequence[ArticleReading], layers: Sequence[str], parser: Parser) -> Iterator[Told]:
    parses = parser.parse((reading.article.text, reading.sentences) for reading in readings)
    for reading, parsed in zip(readings, parses, strict=True):
        attributions = parsed_attributions(parsed)
        events = mentions(reading.article, parsed, attributions, reading.timexes) if "events" in layers else []
        yield attributions, events


def _by_surface(reading: ArticleReading) -> Told:
    cuts = list(_cuts(reading))
    events: dict[Span, EventMention] = {}
    for cut, timexes in cuts:
        for timex in timexes:
            mention = surface.mention(surface.read(cut, timex, reading.article.published), reading.article.text)
            if mention is not None and timex.first is not None:
                events.setdefault(mention.span, mention)
    attributions = [attribution for cut, _ in cuts for attribution in surface.attributions(cut)]
    return attributions, [events[span] for span in sorted(events)]


def _cuts(reading: ArticleReading) -> Iterator[tuple[surface.SurfaceSentence, tuple[Timex, ...]]]:
    """Every sentence of the story cut into clauses, with its time expressions."""
    dated = {sentence.order: sentence.timexes for sentence in reading.dated}
    for number, sentence in enumerate(reading.sentences):
        timexes = dated.get(number, ())
        yield surface.cut(reading.surface, sentence, timexes), timexes
