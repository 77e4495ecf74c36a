"""The steps in order: articles in, a timeline, changes or annotations out."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from dateline.entities.names import find
from dateline.entities.within import Names
from dateline.errors import NothingToRead, OptionError
from dateline.events import surface
from dateline.model import Annotation, Article, Changes, EventMention, Span, Timeline, Timex
from dateline.skim import Skim, skim
from dateline.timeline import changes as differences
from dateline.timeline.build import Options, build
from dateline.timeline.moments import readable

LAYERS = ("times", "attributions", "events", "names")
"""The layers of an annotation."""

Progress = Callable[[int, int], None]


def timeline_of(
    articles: Sequence[Article],
    options: Options | None = None,
    *,
    as_of: dt.date | None = None,
    progress: Progress | None = None,
) -> Timeline:
    """The timeline of a story.

    `articles` may hold several versions of one article and come in any order. With `as_of`, only what could be read by
    the end of that day counts. `progress` is told how many articles of how many are skimmed.

    Raises NothingToRead when no article is left.
    """
    present = readable(articles, as_of)
    if not present:
        by = f" published by {as_of}" if as_of else ""
        raise NothingToRead(f"there is no article{by}: a timeline needs at least one dated article")
    return build(_skims(present, progress), options)


def changes_of(
    articles: Sequence[Article],
    since: dt.date,
    options: Options | None = None,
    *,
    as_of: dt.date | None = None,
    progress: Progress | None = None,
) -> Changes:
    """What differs in the timeline of a story between the end of day `since` and that of `as_of`, or its last article.

    Raises NothingToRead when no article is left, OptionError when `as_of` lies before `since`.
    """
    if as_of is not None and as_of < since:
        raise OptionError(f"as_of ({as_of}) lies before since ({since}): swap them")
    after = timeline_of(articles, options, as_of=as_of, progress=progress)
    earlier = readable(articles, since)
    before = build([skim(article) for article in earlier], options) if earlier else Timeline(after.title, (), ())
    until = as_of or max((a.available for a in articles if a.available), default=None)
    return differences.compare(before, after, articles, since, until)


def annotate(articles: Iterable[Article], layers: Sequence[str] = LAYERS) -> Iterator[Annotation]:
    """What is read from each article, one annotation an article, in their order.

    Raises OptionError for a layer that is none of `LAYERS`.
    """
    for layer in layers:
        if layer not in LAYERS:
            raise OptionError(f"there is no layer {layer!r}: the layers are {', '.join(LAYERS)}")
    return (_annotation(skim(article), layers) for article in articles)


def _annotation(skimmed: Skim, layers: Sequence[str]) -> Annotation:
    article = skimmed.article
    wanted = {"attributions", "events"} & set(layers)
    cuts = list(_cuts(skimmed)) if wanted else []
    attributions = [attribution for cut, _ in cuts for attribution in surface.attributions(cut)]
    events: dict[Span, EventMention] = {}
    for cut, timexes in cuts:
        for timex in timexes:
            mention = surface.mention(surface.read(cut, timex, article.published), article.text)
            if mention is not None and timex.first is not None:
                events.setdefault(mention.span, mention)
    return Annotation(
        id=article.id,
        published=article.published,
        timexes=skimmed.timexes if "times" in layers else None,
        attributions=tuple(attributions) if "attributions" in layers else None,
        events=tuple(events[span] for span in sorted(events)) if "events" in layers else None,
        names=tuple(find(article.text)) if "names" in layers else None,
        skipped=skimmed.skipped,
    )


def _cuts(skimmed: Skim) -> Iterator[tuple[surface.SurfaceSentence, tuple[Timex, ...]]]:
    """Every sentence of the story cut into clauses, with its time expressions."""
    dated = {number: timexes for number, _, timexes in skimmed.dated_sentences()}
    known = Names(skimmed.article.text)
    for number, sentence in enumerate(skimmed.sentences):
        timexes = dated.get(number, ())
        yield surface.cut(known, sentence, timexes), timexes


def _skims(articles: Sequence[Article], progress: Progress | None) -> list[Skim]:
    skims = []
    for done, article in enumerate(articles, 1):
        skims.append(skim(article))
        if progress:
            progress(done, len(articles))
    return skims
