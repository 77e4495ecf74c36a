"""Articles annotated: time expressions, names, who says what and what happens, standing off the text."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from operator import length_hint

from dateline.entities.article_names import Names
from dateline.entities.names import find
from dateline.errors import InputError, in_article
from dateline.events.attribution.spans import attributions as parsed_attributions
from dateline.events.mentions.mentions import mentions
from dateline.events.parsing.parser import loaded
from dateline.events.surface import sentence as surface
from dateline.languages import english
from dateline.model import Annotation, Article, Attribution, EventMention, Span, Timex
from dateline.processes import Portions, in_portions
from dateline.reading.skim import Skim, skim
from dateline.request import Request

# A portion fills two of the parser's batches; a process has started when one is parsed.
_PARSED = Portions(size=16, worth=32)
# Without a parser: enough to make the handing over cheap, and as many as are annotated while a process starts.
_UNPARSED = Portions(size=32, worth=200)

Told = tuple[Sequence[Attribution], Sequence[EventMention]]
"""Who says what in an article, and what happens in it."""


def annotated(
    articles: Iterable[Article], layers: Sequence[str], request: Request, *, parse: bool
) -> Iterator[tuple[Article, Annotation]]:
    """Each article with what is read from it, in their order.

    `parse` says whether attributions and events rest on a dependency parse; `request` how many processes to use, and
    whom to tell of progress and of articles that are left out for a fault.

    Raises MissingParser when there is none to parse with.
    """
    parse = parse and not {"attributions", "events"}.isdisjoint(layers)
    if parse:
        # Before other processes start: they then share its memory.
        loaded(english())
    work = partial(_portion, layers=layers, parse=parse)
    dealt = in_portions(work, articles, _PARSED if parse else _UNPARSED, request.processes)
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


def _portion(articles: Sequence[Article], layers: Sequence[str], *, parse: bool) -> list[Annotation | InputError]:
    """The annotations of articles, the fault for those that meet one: then each article is tried by itself."""
    try:
        return list(_annotations(articles, layers, parse=parse))
    except Exception as fault:
        if len(articles) == 1:
            return [in_article(articles[0], fault)]
        return [outcome for article in articles for outcome in _portion([article], layers, parse=parse)]


def _annotations(articles: Sequence[Article], layers: Sequence[str], *, parse: bool) -> Iterator[Annotation]:
    skims = [skim(article) for article in articles]
    if parse:
        told = _parsed(skims, layers)
    elif {"attributions", "events"}.isdisjoint(layers):
        told = [((), ())] * len(skims)
    else:
        told = [_by_surface(skimmed) for skimmed in skims]
    return (_annotation(skimmed, said, layers) for skimmed, said in zip(skims, told, strict=True))


def _annotation(skimmed: Skim, told: Told, layers: Sequence[str]) -> Annotation:
    attributions, events = told
    return Annotation(
        id=skimmed.article.id,
        published=skimmed.article.published,
        timexes=skimmed.timexes if "times" in layers else None,
        attributions=tuple(attributions) if "attributions" in layers else None,
        events=tuple(events) if "events" in layers else None,
        names=tuple(find(skimmed.article.text)) if "names" in layers else None,
        skipped=skimmed.skipped,
    )


def _parsed(skims: Sequence[Skim], layers: Sequence[str]) -> list[Told]:
    parses = loaded(english()).parse((skimmed.article.text, skimmed.sentences) for skimmed in skims)
    told: list[Told] = []
    for skimmed, parsed in zip(skims, parses, strict=True):
        attributions = parsed_attributions(skimmed.article, parsed)
        events = mentions(skimmed.article, parsed, attributions, skimmed.timexes) if "events" in layers else []
        told.append((attributions, events))
    return told


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
    known = Names(skimmed.article.text)
    for number, sentence in enumerate(skimmed.sentences):
        timexes = dated.get(number, ())
        yield surface.cut(known, sentence, timexes), timexes
