"""Articles annotated: time expressions, names, who says what and what happens, standing off the text."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from operator import length_hint

from dateline.entities.article_names import Names
from dateline.entities.names import find
from dateline.errors import InputError, in_article
from dateline.events.attribution.spans import attributions as parsed_attributions
from dateline.events.mentions.mentions import mentions
from dateline.events.parsing.parser import Parser, Parsers, parsed_languages
from dateline.events.surface import sentence as surface
from dateline.model import Annotation, Article, Attribution, EventMention, Span, Timex
from dateline.processes import Portions, in_portions
from dateline.reading.skim import Skim, skim
from dateline.request import Request

# A portion fills two of the parser's batches; a process has started when one is parsed.
_PARSED = Portions(size=16, worth=32)
# Without a parser: enough to make the handing over cheap, and as many as are annotated while a process starts.
_UNPARSED = Portions(size=32, worth=200)

PARSED_LAYERS = frozenset(("attributions", "events"))
"""The layers that a dependency parse makes better."""

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
    work = partial(_portion, layers=layers, parsers=parsers)
    dealt = in_portions(work, articles, _UNPARSED if parsers is None else _PARSED, request.processes)
    pairs = (pair for portion, outcomes in dealt for pair in zip(portion, outcomes, strict=True))
    return _those_without_fault(pairs, length_hint(articles), request)


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
    except Exception as fault:
        if len(articles) == 1:
            return [in_article(articles[0], fault)]
        return [outcome for article in articles for outcome in _portion([article], layers, parsers)]


def _annotations(articles: Sequence[Article], layers: Sequence[str], parsers: Parsers | None) -> Iterator[Annotation]:
    skims = [skim(article) for article in articles]
    told = _told(skims, layers, parsers)
    return (_annotation(skimmed, said, layers) for skimmed, said in zip(skims, told, strict=True))


def _told(skims: Sequence[Skim], layers: Sequence[str], parsers: Parsers | None) -> list[Told]:
    """Who says what and what happens, by the parser of an article's language or, where it has none, by the surface."""
    if PARSED_LAYERS.isdisjoint(layers):
        return [((), ())] * len(skims)
    told: dict[int, Told] = {}
    for language in {skimmed.language: None for skimmed in skims}:
        own = [number for number, skimmed in enumerate(skims) if skimmed.language is language]
        parser = parsers(language) if parsers else None
        articles = [skims[number] for number in own]
        found = map(_by_surface, articles) if parser is None else _parsed(articles, layers, parser)
        told |= zip(own, found, strict=True)
    return [told[number] for number in range(len(skims))]


def _annotation(skimmed: Skim, told: Told, layers: Sequence[str]) -> Annotation:
    attributions, events = told
    return Annotation(
        id=skimmed.article.id,
        published=skimmed.article.published,
        timexes=skimmed.timexes if "times" in layers else None,
        attributions=tuple(attributions) if "attributions" in layers else None,
        events=tuple(events) if "events" in layers else None,
        names=tuple(find(skimmed.language, skimmed.article.text)) if "names" in layers else None,
        skipped=skimmed.skipped,
    )


def _parsed(skims: Sequence[Skim], layers: Sequence[str], parser: Parser) -> Iterator[Told]:
    parses = parser.parse((skimmed.article.text, skimmed.sentences) for skimmed in skims)
    for skimmed, parsed in zip(skims, parses, strict=True):
        attributions = parsed_attributions(skimmed.article, parsed)
        events = mentions(skimmed.article, parsed, attributions, skimmed.timexes) if "events" in layers else []
        yield attributions, events


def _by_surface(skimmed: Skim) -> Told:
    cuts = list(_cuts(skimmed))
    events: dict[Span, EventMention] = {}
    for cut, timexes in cuts:
        for timex in timexes:
            mention = surface.mention(surface.read(cut, timex, skimmed.article.published), skimmed.article.text)
            if mention is not None and timex.first is not None:
                events.setdefault(mention.span, mention)
    attributions = [attribution for cut, _ in cuts for attribution in surface.attributions(cut)]
    return attributions, [events[span] for span in sorted(events)]


def _cuts(skimmed: Skim) -> Iterator[tuple[surface.SurfaceSentence, tuple[Timex, ...]]]:
    """Every sentence of the story cut into clauses, with its time expressions."""
    dated = {number: timexes for number, _, timexes in skimmed.dated_sentences()}
    known = Names(skimmed.language, skimmed.article.text)
    for number, sentence in enumerate(skimmed.sentences):
        timexes = dated.get(number, ())
        yield surface.cut(known, sentence, timexes), timexes
