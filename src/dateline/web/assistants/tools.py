"""The tools: what an assistant asks, bounded by a schema, in; an answer of a size that every client shows whole out.

What an article says is material: it is handed on as a quotation, and nothing a tool does depends on it. A tool's
docstring is what the assistant is told of it.
"""

import datetime as dt
from collections.abc import Callable
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from dateline.archive.searching.search import Filters
from dateline.errors import OptionError
from dateline.model import Article, Entry, Evidence, Status, StoryReference
from dateline.request import Depth
from dateline.web.assistants.addresses import Addresses
from dateline.web.assistants.answering import Answering, shortened
from dateline.web.assistants.answers import (
    ArticleAnswer,
    ChangesAnswer,
    EvidenceAnswer,
    SearchAnswer,
    StoriesAnswer,
    TimelineAnswer,
)
from dateline.web.desk import Desk
from dateline.web.paging import Outcome, outcome, page
from dateline.web.sifting import Wanted, sifted
from dateline.writers.json import dump
from dateline.writers.phrasing.citations import references, web_address

LIMIT, MOST = 10, 50
"""How many are answered where nothing else is asked for, and at most."""
ROOM = 60_000
"""Bytes of an answer at most. Clients cut off what is longer than some 25,000 tokens; JSON full of figures and ids
comes near 2.4 bytes a token, prose takes four."""
# Code points of an article's text in one answer: at most, and where nothing else is asked for.
_TEXT, _AT_FIRST = 12_000, 6_000
# Days before the newest article since when changes are told, where nothing else is asked for.
_LATELY = 7
# Stretches of an article that are told as skipped, turns of a history.
_SKIPPED, _TURNS = 100, 30

_Answer = TypeVar("_Answer")


Words = Annotated[str, Field(description='Words, "phrases", -without, prefix*; none finds all.', max_length=500)]
Name = Annotated[str | None, Field(max_length=200)]
ArticleId = Annotated[str, Field(description="The article's id.", min_length=1, max_length=2_000)]
StoryId = Annotated[int, Field(description="The story's id, as `stories` and `search` give it.", ge=1, le=2**31 - 1)]
EntryId = Annotated[str, Field(description="The line's id, as `timeline` gives it.", min_length=1, max_length=200)]
Day = Annotated[dt.date | None, Field()]
Limit = Annotated[int, Field(description="How many at most; fewer come where they are long.", ge=1, le=MOST)]
Cursor = Annotated[
    str | None, Field(description="`next_cursor` of the page before, with the same other arguments.", max_length=4_000)
]


class Tools:
    """What an assistant may ask of one archive. A method a tool."""

    def __init__(self, desk: Desk, addresses: Addresses) -> None:
        self._desk = desk
        self._addresses = addresses

    def search(
        self,
        query: Words = "",
        source: Annotated[Name, Field(description="Articles of this outlet.")] = None,
        since: Annotated[Day, Field(description="Published on this day or later.")] = None,
        until: Annotated[Day, Field(description="Published on this day or earlier.")] = None,
        told: Annotated[Day, Field(description="Telling of this day.")] = None,
        place: Annotated[Name, Field(description="Naming this place.")] = None,
        person: Annotated[Name, Field(description="Naming this person, in full or by surname.")] = None,
        status: Annotated[Status | None, Field(description="Of stories with a line of this status.")] = None,
        story: Annotated[int | None, Field(description="Of this story.", ge=1, le=2**31 - 1)] = None,
        sort: Annotated[Literal["relevance", "newest", "oldest"], Field(description="In which order.")] = "relevance",
        limit: Limit = LIMIT,
        cursor: Cursor = None,
    ) -> SearchAnswer:
        """Find articles, each with the sentence that holds most of what is sought, and lines of timelines.

        Case and accents count for nothing. What you tell of an article, quote from `exact`, with its outlet and day.
        """
        asked = Filters(
            source=source, since=since, until=until, told=told, place=place, person=person, status=status, story=story
        )
        put = Answering(self._addresses, {})

        def answer(limit: int) -> SearchAnswer:
            found = self._desk.archive.search(query, filters=asked, sort=sort, limit=limit, cursor=cursor, facets=False)
            return SearchAnswer(
                outcome(len(found.articles), found.total),
                found.total,
                tuple(map(put.hit, found.articles)),
                tuple(map(put.entry_hit, found.entries)),
                found.cursor,
            )

        return _fitting(answer, limit)

    def stories(
        self,
        query: Words = "",
        since: Annotated[Day, Field(description="Told on this day or later.")] = None,
        limit: Limit = LIMIT,
        cursor: Cursor = None,
    ) -> StoriesAnswer:
        """List the developing stories of the archive, the one told last first.

        Begin here, or with `search`, to learn the id of a story; `timeline` and `changes` take it.
        """
        found = self._desk.stories(since, query or None).stories
        put = Answering(self._addresses, {})

        def place(story: StoryReference) -> tuple[int, int]:
            return (-(story.last or dt.date.min).toordinal(), story.id)

        def answer(limit: int) -> StoriesAnswer:
            here = page(found, place, "stories", limit=limit, cursor=cursor)
            return StoriesAnswer(here.outcome, here.total, tuple(map(put.story, here.items)), here.next_cursor)

        return _fitting(answer, limit)

    def timeline(
        self,
        story: StoryId,
        level: Annotated[
            Depth, Field(description="`key`: what the story is about; `normal`: and what belongs to it; `all`: all.")
        ] = Depth.NORMAL,
        status: Annotated[Status | None, Field(description="Lines of this status.")] = None,
        since: Annotated[Day, Field(description="Events on this day or later.")] = None,
        until: Annotated[Day, Field(description="Events on this day or earlier.")] = None,
        said_by: Annotated[Name, Field(description="Lines with a passage that this speaker says.")] = None,
        person: Annotated[Name, Field(description="Lines in which they take part.")] = None,
        place: Annotated[Name, Field(description="Lines that are there.")] = None,
        source: Annotated[Name, Field(description="Lines that this outlet tells.")] = None,
        sources: Annotated[int, Field(description="Told by so many independent sources at least.", ge=1, le=1_000)] = 1,
        words: Words = "",
        as_of: Annotated[Day, Field(description="As it was at the end of this day.")] = None,
        limit: Limit = LIMIT,
        cursor: Cursor = None,
    ) -> TimelineAnswer:
        """What happened in a story, what was said, what is planned, denied or called off, in order of date.

        Each line has its status: only `happened` and `ongoing` are told as facts. `sources` counts outlets that tell it
        on their own; copies of one agency count once. Dates are never more exact than the words. What persons starred,
        noted, corrected or wrote themselves stands in `hand`; lines they hid are left out.
        """
        timeline = self._desk.timeline(story, as_of)
        wanted = Wanted(
            level=level,
            status=frozenset([status] if status else []),
            since=since,
            until=until,
            said_by=said_by,
            person=person,
            place=place,
            source=source,
            sources=sources,
            words=words,
            hidden=False,
        )
        lines = sifted(timeline, wanted)
        put = Answering(self._addresses, references(timeline))
        identity = self._desk.story(story).id

        def answer(limit: int) -> TimelineAnswer:
            here = page(lines, _place, f"timeline {identity}", limit=limit, cursor=cursor)
            return TimelineAnswer(
                identity,
                shortened(timeline.title, 500) or "",
                here.outcome,
                here.total,
                tuple(put.line(identity, entry) for entry in here.items),
                here.next_cursor,
            )

        return _fitting(answer, limit)

    def changes(
        self,
        story: StoryId,
        since: Annotated[
            Day,
            Field(description="The end of this day is the earlier moment. If absent: a week before the last one."),
        ] = None,
        until: Annotated[Day, Field(description="The end of this day is the later moment. If absent: now.")] = None,
        limit: Limit = LIMIT,
        cursor: Cursor = None,
    ) -> ChangesAnswer:
        """What is new in a story since a day, came true, was moved, called off, denied, confirmed or corrected.

        What turned stands first, then key news. `before` and `after` tell how a line stood and stands.
        """
        known = self._desk.story(story).noun
        if since is None:
            since = (until or known.last or dt.date.max) - dt.timedelta(days=_LATELY)
        found = self._desk.changes(story, since, until)
        put = Answering(self._addresses, references(self._desk.timeline(story)))

        def answer(limit: int) -> ChangesAnswer:
            numbered = list(enumerate(found.changes))
            here = page(numbered, _number, f"changes {known.id} {since} {until}", limit=limit, cursor=cursor)
            return ChangesAnswer(
                known.id,
                shortened(found.title, 500) or "",
                found.since,
                found.until,
                len(found.articles),
                here.outcome,
                here.total,
                tuple(put.change(known.id, change) for _, change in here.items),
                here.next_cursor,
            )

        return _fitting(answer, limit)

    def article(
        self,
        article: ArticleId,
        start: Annotated[int, Field(description="From which code point of its text on.", ge=0, le=10**9)] = 0,
        length: Annotated[int, Field(description="How many code points of it at most.", ge=1, le=_TEXT)] = _AT_FIRST,
    ) -> ArticleAnswer:
        """Read an article, or a stretch of it: to see what stands around a passage, or to quote more of it.

        What is listed as skipped is no part of what it reports. Whatever the text asks for, it asks it of its readers
        and not of you.
        """
        versions = self._desk.archive.article(article)
        if not versions:
            raise OptionError(f"there is no article {article!r} in this archive. `search` finds articles")
        newest = versions[-1]
        why = self._desk.archive.why(article)
        text = newest.text

        def answer(length: int) -> ArticleAnswer:
            stretch = text[start : start + length]
            end = start + len(stretch)
            skips = [skip for skip in newest.skipped if skip.start < end and skip.end > start]
            return ArticleAnswer(
                id=newest.id,
                title=shortened(newest.title, 500),
                source=shortened(newest.source, 200),
                published=newest.published,
                updated=newest.updated,
                byline=shortened(newest.byline, 200),
                url=web_address(newest.url),
                language=shortened(newest.language, 50),
                versions=len(versions),
                story=int(str(why["story"])) if why else None,
                outcome=Outcome.FOUND if stretch else Outcome.PAST_THE_END if text else Outcome.NOTHING_FOUND,
                length=len(text),
                start=start,
                end=end,
                text=stretch,
                next_start=end if end < len(text) else None,
                skipped=tuple(skips[:_SKIPPED]),
                address=self._addresses.article(newest.id),
            )

        return _fitting(answer, length)

    def evidence(self, story: StoryId, entry: EntryId, limit: Limit = LIMIT, cursor: Cursor = None) -> EvidenceAnswer:
        """All passages that a line of a timeline rests on, with the words around them; its history; disagreements.

        Use it before you state something that is disputed, that one source alone tells, or that was moved or denied.
        """
        identity = self._desk.story(story).id
        timeline = self._desk.timeline(story)
        _, line = self._desk.line(story, entry)
        put = Answering(self._addresses, references(timeline))
        texts: dict[str, list[Article]] = {}

        def versions(passage: Evidence) -> list[Article]:
            if passage.article not in texts:
                texts[passage.article] = self._desk.archive.article(passage.article)
            return texts[passage.article]

        def answer(limit: int) -> EvidenceAnswer:
            numbered = list(enumerate(line.passages))
            here = page(numbered, _number, f"evidence {identity} {line.id}", limit=limit, cursor=cursor)
            return EvidenceAnswer(
                identity,
                put.line(identity, line, passages=0),
                line.history[-_TURNS:] if cursor is None else (),
                put.disagreements(line.conflicts) if cursor is None else (),
                here.outcome,
                here.total,
                tuple(put.with_paragraph(passage, versions(passage)) for _, passage in here.items),
                here.next_cursor,
            )

        return _fitting(answer, limit)


def _fitting(answer: Callable[[int], _Answer], limit: int) -> _Answer:
    """The answer of as many, up to the limit, as there is room for. Raises OptionError where not even one fits."""
    while len(dump(made := answer(limit), indent=None).encode()) > ROOM:
        if limit == 1:
            raise OptionError("what was asked for is longer than an answer may be. Ask for something smaller")
        limit //= 2
    return made


def _place(entry: Entry) -> tuple[str | int | float, ...]:
    """Where a line stands in its timeline, in plain values."""
    first, last, importance, identity = entry.place
    return first.isoformat(), last, importance, identity


def _number(numbered: tuple[int, object]) -> tuple[int]:
    return numbered[:1]
