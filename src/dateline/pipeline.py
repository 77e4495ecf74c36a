"""The steps in order: articles in, a timeline, changes or annotations out.

What is read from one article alone is read once. What a story makes of all its articles is made of these readings, with
no further look at the files.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dateline.errors import MissingParser, NothingToRead, OptionError, UnforeseenFault
from dateline.model import Article, Period
from dateline.reading.article import ArticleReading
from dateline.reading.many import readings
from dateline.request import Request
from dateline.timeline.build import Growing
from dateline.timeline.changes.versions import published, readable
from dateline.timeline.select.passages import Kept

if TYPE_CHECKING:
    from dateline.events.parsing.parser import Parsers
    from dateline.model import Annotation, Changes, Diary, EventRow, Timeline
    from dateline.timeline.changes.following import Following

# What only some runs need is imported where it is needed: the parser and its readers, changes, annotations are half of
# the modules, and a small timeline takes no longer to make than they take to import.

_Answer = TypeVar("_Answer")

_NOTHING_LEFT = "there is no article to read: each one given had to be left out"

LAYERS = ("times", "attributions", "events", "names", "coding")
"""The layers of an annotation."""

STANDARD_LAYERS = LAYERS[:4]
"""Those that are written unless others are asked for."""


def timeline_of(articles: Sequence[Article], request: Request | None = None) -> "Timeline":
    """The timeline of a story.

    `articles` may hold several versions of one article and come in any order.

    Raises NothingToRead when no article is left, OptionError for a query without a word to look for, MissingParser when
    a parse is asked for and there is no parser.
    """
    request = request or Request()
    present = _some(readable(articles, request.as_of), request)
    return _made(read_all(present, request), request)


def timeline_of_readings(
    read: Iterable[ArticleReading],
    request: Request | None = None,
    kept: Kept | None = None,
    growing: Growing | None = None,
) -> "Timeline":
    """The timeline of a story whose articles were read before, each in one version: what an archive keeps of them.

    `kept` names passages whose lines are shown whatever the room; `growing` is the story as it was told before, of the
    same request. Raises what `timeline_of` raises.
    """
    return _made(read, request or Request(), kept, growing)


def grown(request: Request) -> Growing:
    """A story that will be told again and again, as it grows, of what a request asks for."""
    return Growing(request, parsers_of(request))


def changes_of(articles: Sequence[Article], since: dt.date, request: Request | None = None) -> "Changes":
    """What the articles that came out after the end of day `since` change in a story, until now or `request.as_of`.

    `articles` may hold several versions of one article and come in any order; those without a day are left aside.

    Raises NothingToRead when no article is left, OptionError when `as_of` lies before `since`, MissingParser as
    `timeline_of` does.
    """
    request = request or Request()
    if request.as_of is not None and request.as_of < since:
        raise OptionError(f"as_of ({request.as_of}) is before since ({since}). Swap the two")
    until = max((a.available for a in published(articles) if a.available and a.available >= since), default=since)
    return answer(_followed(articles, request), lambda following: following.since(since, until))


def diary_of(articles: Sequence[Article], each: Period = Period.DAY, request: Request | None = None) -> "Diary":
    """What each day, or each week, on which an article came out changed in a story.

    A section is what `changes_of` gives for its days. Raises what `timeline_of` raises.
    """
    return answer(_followed(articles, request or Request()), lambda following: following.diary(each))


def _followed(articles: Sequence[Article], request: Request) -> "Following":
    return followed(read_all(_some(published(articles, request.as_of), request), request), request)


def followed(read: Iterable[ArticleReading], request: Request) -> "Following":
    """The story of articles as they were read, to be asked what changed. Raises NothingToRead where none is left."""
    from dateline.timeline.changes.following import Following  # noqa: PLC0415 - for changes alone

    following = Following(request, parsers_of(request))
    following.enter(read)
    if not following.readings:
        raise NothingToRead(_NOTHING_LEFT)
    return following


def answer(following: "Following", ask: "Callable[[Following], _Answer]") -> _Answer:
    """What a story tells; an article that meets a fault now is left out like any other."""
    while following.readings:
        try:
            return ask(following)
        except UnforeseenFault as fault:
            if not following.leave_out(fault):
                raise
    raise NothingToRead(_NOTHING_LEFT)


def annotate(
    articles: Iterable[Article], layers: Sequence[str] = STANDARD_LAYERS, request: Request | None = None
) -> "Iterator[Annotation]":
    """What is read from each article, one annotation an article, in their order, as they are taken.

    Every article given is annotated: of the request, only how to run counts (`parse`, `processes`, `progress`,
    `problem`).

    Raises OptionError for a layer that is none of `LAYERS`, MissingParser when a parse is asked for and there is no
    parser.
    """
    return (annotation for _, annotation in annotated(articles, layers, request))


def annotated(
    articles: Iterable[Article], layers: Sequence[str] = STANDARD_LAYERS, request: Request | None = None
) -> "Iterator[tuple[Article, Annotation]]":
    """Each article with its annotation, as `annotate` makes it; raises what `annotate` raises."""
    from dateline import annotating  # noqa: PLC0415 - for annotations alone

    request = request or Request()
    for layer in layers:
        if layer not in LAYERS:
            raise OptionError(f"there is no layer {layer!r}. The layers are {', '.join(LAYERS)}")
    parse = not annotating.PARSED_LAYERS.isdisjoint(layers)
    return annotating.annotated(articles, layers, request, parsers_of(request) if parse else None)


def event_rows(
    articles: Iterable[Article],
    request: Request | None = None,
    *,
    done_only: bool = True,
    all_mentions: bool = False,
    store: Path | None = None,
) -> "Iterator[EventRow]":
    """The events that articles tell, coded in the PLOVER ontology: one row an event, in order of date, those
    without one last, then id.

    Articles may be any number and come in any order: what was read waits on disk, in the file `store` where one is
    given, and articles that it holds are not read again. Without `done_only`, rows come of what is planned, demanded,
    denied, called off or only possible, too; with `all_mentions`, one for each report. Of the request, `since`,
    `until`, `as_of`, `days_only` and how to run count.

    Raises MissingParser where there is no parser: acts are read off a parse.
    """
    from dateline.coding.corpus import rows  # noqa: PLC0415 - for event rows alone

    request = request or Request()
    parsers = parsers_of(dataclasses.replace(request, parse=True))
    assert parsers is not None
    return rows(articles, request, parsers, done_only=done_only, all_mentions=all_mentions, store=store)


def _some(articles: Sequence[Article], request: Request) -> Sequence[Article]:
    if not articles:
        by = f" published by {request.as_of}" if request.as_of else ""
        raise NothingToRead(f"there is no article{by}. A timeline needs at least one dated article")
    return articles


def read_all(articles: Sequence[Article], request: Request) -> Iterator[ArticleReading]:
    """What is read from each article alone, in their order, in as many processes as the request allows."""
    return readings(articles, request.processes, request.progress, request.problem, partial(_load_parsers, request))


def _made(
    read: Iterable[ArticleReading], request: Request, kept: Kept | None = None, growing: Growing | None = None
) -> "Timeline":
    """The timeline of articles as they were read; an article that meets a fault now is left out like any other."""
    left = list(read)
    growing = growing or grown(request)
    while left:
        try:
            return growing.timeline(left, kept or {}, request)
        except UnforeseenFault as fault:
            others = [reading for reading in left if reading.article.id != fault.article]
            if len(others) == len(left):
                raise
            request.problem(fault)
            left = others
    raise NothingToRead(_NOTHING_LEFT)


def _load_parsers(request: Request) -> None:
    """Load the parser that will be needed, where there is only one: it takes as long as some hundred articles."""
    if parsers_of(request) is None:
        return
    from dateline.events.parsing.parser import parsed_languages, parser_of  # noqa: PLC0415 - for a parse alone

    languages = parsed_languages()
    if len(languages) == 1:
        parser_of(languages[0])


def parsers_of(request: Request) -> "Parsers | None":
    """The parsers, when they are asked for, or not forbidden and one is installed."""
    if request.parse is False:
        return None
    from dateline.events.parsing.parser import parsed_languages, parser_of  # noqa: PLC0415 - for a parse alone

    if parsed_languages():
        return parser_of
    if request.parse:
        raise MissingParser
    return None
