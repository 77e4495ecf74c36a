"""Articles annotated: time expressions, names, who says what and what happens, standing off the text."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from dateline.entities.article_names import Names
from dateline.entities.names import find
from dateline.events.attribution.spans import attributions as parsed_attributions
from dateline.events.mentions.mentions import mentions
from dateline.events.parsing.parser import loaded
from dateline.events.surface import sentence as surface
from dateline.model import Annotation, Article, Attribution, EventMention, Span, Timex
from dateline.processes import Portions, in_portions
from dateline.reading.skim import Skim, skim

# A portion fills two of the parser's batches; a process has started when one is parsed.
_PARSED = Portions(size=16, worth=32)
# Without a parser: enough to make the handing over cheap, and as many as are annotated while a process starts.
_UNPARSED = Portions(size=32, worth=200)

Told = tuple[Sequence[Attribution], Sequence[EventMention]]
"""Who says what in an article, and what happens in it."""


def annotations(
    articles: Iterable[Article], layers: Sequence[str], *, parse: bool, processes: int | None = None
) -> Iterator[Annotation]:
    """What is read from each article, one annotation an article, in their order.

    `parse` says whether attributions and events rest on a dependency parse. `processes` is how many to use at most;
    None decides by the number of articles and of cores.

    Raises OptionError for less than one process, MissingParser when there is none to parse with.
    """
    parse = parse and not {"attributions", "events"}.isdisjoint(layers)
    if parse:
        # Before other processes start: they then share its memory.
        loaded()
    work = partial(_portion, layers=layers, parse=parse)
    dealt = in_portions(work, articles, _PARSED if parse else _UNPARSED, processes)
    return (annotation for _, annotated in dealt for annotation in annotated)


def _portion(articles: Sequence[Article], layers: Sequence[str], *, parse: bool) -> list[Annotation]:
    skims = [skim(article) for article in articles]
    if parse:
        told = _parsed(skims, layers)
    elif {"attributions", "events"}.isdisjoint(layers):
        told = [((), ())] * len(skims)
    else:
        told = [_by_surface(skimmed) for skimmed in skims]
    return [_annotation(skimmed, said, layers) for skimmed, said in zip(skims, told, strict=True)]


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
    parses = loaded().parse((skimmed.article.text, skimmed.sentences) for skimmed in skims)
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
