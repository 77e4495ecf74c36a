"""The steps in order: articles in, a timeline, changes or annotations out."""

import datetime as dt
import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from dateline.annotating import annotations
from dateline.errors import NothingToRead, OptionError
from dateline.events.parsing.parser import Parser, installed, loaded
from dateline.model import Annotation, Article, Changes, Timeline
from dateline.reading.many import Progress, skims
from dateline.timeline.build import Options, build
from dateline.timeline.changes import compare as differences
from dateline.timeline.changes.versions import readable

LAYERS = ("times", "attributions", "events", "names")
"""The layers of an annotation."""

# Objects made before Python looks for cycles among them: a timeline makes millions and hardly a cycle, and looking for
# them every 700 objects took a tenth of the time, for the same memory.
_BEFORE_COLLECTION = 100_000


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
    with _rare_collection():
        return build(skims(present, processes, progress), options, _parser(parse))


@contextmanager
def _rare_collection() -> Iterator[None]:
    """Python's cyclic collector runs seldom, unless it does already."""
    own = gc.get_threshold()
    if 0 < own[0] < _BEFORE_COLLECTION:
        gc.set_threshold(_BEFORE_COLLECTION, *own[1:])
    try:
        yield
    finally:
        gc.set_threshold(*own)


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
    articles: Iterable[Article],
    layers: Sequence[str] = LAYERS,
    *,
    parse: bool | None = None,
    processes: int | None = None,
) -> Iterator[Annotation]:
    """What is read from each article, one annotation an article, in their order, as they are taken.

    `parse` says whether attributions and events rest on a dependency parse, `processes` how many to use at most; None
    decides as for `timeline_of`.

    Raises OptionError for a layer that is none of `LAYERS` or less than one process, MissingParser when `parse` is True
    and there is none.
    """
    for layer in layers:
        if layer not in LAYERS:
            raise OptionError(f"there is no layer {layer!r}: the layers are {', '.join(LAYERS)}")
    return annotations(articles, layers, parse=installed() if parse is None else parse, processes=processes)


def _parser(parse: bool | None) -> Parser | None:
    """The parser, when it is asked for, or not forbidden and installed."""
    if parse is False or (parse is None and not installed()):
        return None
    return loaded()
