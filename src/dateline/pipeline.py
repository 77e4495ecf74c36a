"""The steps in order: articles in, a timeline, changes or annotations out."""

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from dateline.entities.names import find
from dateline.entities.within import Names
from dateline.errors import NothingToRead, OptionError
from dateline.events import surface
from dateline.events.attributions import attributions as parsed_attributions
from dateline.events.mentions import mentions
from dateline.events.parser import Parser, installed, load
from dateline.model import Annotation, Article, Attribution, Changes, EventMention, Span, Timeline, Timex
from dateline.skim import Skim, skim
from dateline.skimming import Progress, skims
from dateline.timeline import changes as differences
from dateline.timeline.build import Options, build
from dateline.timeline.moments import readable

LAYERS = ("times", "attributions", "events", "names")
"""The layers of an annotation."""


def timeline_of(
    articles: Sequence[Article],
    options: Options | None = None,
    *,
    as_of: dt.date | None = None,
    parse: bool | None = None,
    processes: int | None = None,
    progress: Progress | None = None,
) -> Timeline:
    """The timeline of a story.

    `articles` may hold several versions of one article and come in any order. With `as_of`, only what could be read by
    the end of that day counts. `parse` says whether status and speaker rest on a dependency parse of the sentences
    chosen; None parses if the parser is installed. `processes` is how many to skim with at most; None decides by the
    number of articles and of cores. `progress` is told how many articles of how many are skimmed.

    Raises NothingToRead when no article is left, OptionError for less than one process, MissingParser when `parse` is
    True and there is none.
    """
    present = readable(articles, as_of)
    if not present:
        by = f" published by {as_of}" if as_of else ""
        raise NothingToRead(f"there is no article{by}: a timeline needs at least one dated article")
    return build(skims(present, processes, progress), options, _parser(parse))


def changes_of(
    articles: Sequence[Article],
    since: dt.date,
    options: Options | None = None,
    *,
    as_of: dt.date | None = None,
    parse: bool | None = None,
    processes: int | None = None,
    progress: Progress | None = None,
) -> Changes:
    """What differs in the timeline of a story between the end of day `since` and that of `as_of`, or its last article.

    Raises NothingToRead when no article is left, OptionError when `as_of` lies before `since`.
    """
    if as_of is not None and as_of < since:
        raise OptionError(f"as_of ({as_of}) lies before since ({since}): swap them")
    after = timeline_of(articles, options, as_of=as_of, parse=parse, processes=processes, progress=progress)
    earlier = readable(articles, since)
    before = Timeline(after.title, (), ())
    if earlier:
        before = timeline_of(earlier, options, parse=parse, processes=processes)
    until = as_of or max((a.available for a in articles if a.available and a.available >= since), default=None)
    return differences.compare(before, after, articles, since, until)


def annotate(
    articles: Iterable[Article], layers: Sequence[str] = LAYERS, *, parse: bool | None = None
) -> Iterator[Annotation]:
    """What is read from each article, one annotation an article, in their order.

    `parse` says whether attributions and events rest on a dependency parse, as for `timeline_of`.

    Raises OptionError for a layer that is none of `LAYERS`, MissingParser when `parse` is True and there is none.
    """
    for layer in layers:
        if layer not in LAYERS:
            raise OptionError(f"there is no layer {layer!r}: the layers are {', '.join(LAYERS)}")
    parser = _parser(parse) if {"attributions", "events"} & set(layers) else None
    return (_annotation(skimmed, told, layers) for skimmed, told in _told(articles, layers, parser))


Told = tuple[Sequence[Attribution], Sequence[EventMention]]
"""Who says what in an article, and what happens in it."""


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


def _told(articles: Iterable[Article], layers: Sequence[str], parser: Parser | None) -> Iterator[tuple[Skim, Told]]:
    """Each article skimmed, with what is told in it; without a parser by the surface."""
    skims = map(skim, articles)
    if not {"attributions", "events"} & set(layers):
        yield from ((skimmed, ((), ())) for skimmed in skims)
    elif parser is None:
        yield from ((skimmed, _by_surface(skimmed)) for skimmed in skims)
    else:
        for_parser, for_reading = itertools.tee(skims)
        parses = parser.parse((skimmed.article.text, skimmed.sentences) for skimmed in for_parser)
        for skimmed, parsed in zip(for_reading, parses, strict=True):
            attributions = parsed_attributions(skimmed.article, parsed)
            events = mentions(skimmed.article, parsed, attributions, skimmed.timexes) if "events" in layers else []
            yield skimmed, (attributions, events)


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


def _parser(parse: bool | None) -> Parser | None:
    """The parser, when it is asked for, or not forbidden and installed."""
    if parse is False or (parse is None and not installed()):
        return None
    return _loaded()


@cache
def _loaded() -> Parser:
    return load()
