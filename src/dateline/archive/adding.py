"""Articles in, what became of each out: new, a newer version, known, left out; a batch is a transaction.

What is told as added is safe: it is told when its batch is kept. A process that ends between two batches has lost
nothing; adding the same pile again passes over what is known and goes on. A pile is put in the order it came out,
however it was given, so that it makes the same stories. Those that a batch tells on are looked at within its
transaction, so that what comes next goes to what has grown together by then.
"""

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, Engine, insert, select, update

from dateline.archive.database.connecting import is_sqlite, reading, writing
from dateline.archive.database.rows import article_of, content, digest
from dateline.archive.database.schema import articles, stories, versions
from dateline.archive.filing import Filing, meant
from dateline.archive.hand.record import MACHINE, record
from dateline.archive.kept import Kept, kept
from dateline.archive.searching import words
from dateline.archive.versions import keep
from dateline.errors import DuplicateArticle, InputError, UnknownLanguage, UnreadableInput
from dateline.model import Article, MarkKind
from dateline.readers.identity import is_of_one, moment
from dateline.stories.features import Features
from dateline.stories.stream import Decision

_Any = TypeVar("_Any")

# Articles of one transaction: enough that waiting for the disk costs little, few enough that each is told soon.
_BATCH = 100
# Where what has no time stands.
_LAST = dt.datetime.max.replace(tzinfo=dt.UTC)
# Ids that are asked for at once.
_ASKED = 500


class Became(StrEnum):
    """What became of an article that was to be added."""

    NEW = "new"
    """It was not there."""
    VERSION = "version"
    """Another version of it was there."""
    KNOWN = "known"
    """It was there."""
    LEFT_OUT = "left out"
    """It could not be kept."""


@dataclass(frozen=True, slots=True)
class Added:
    """One article that was to be added, and what became of it."""

    article: str
    """Its id."""
    became: Became
    """What became of it."""
    story: int | None = None
    """The story it tells, where it is new."""
    decision: Decision | None = None
    """Why it was put there."""
    problem: InputError | None = None
    """Why it was left out."""


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of all articles that were to be added."""

    new: int
    versions: int
    known: int
    left_out: tuple[InputError, ...]
    joined: tuple[tuple[int, int], ...]
    """Stories that were found to have grown together: the one that is no more, and the one that goes on."""
    parted: tuple[tuple[int, int], ...]
    """Stories that were found to have fallen apart: each, and the one that holds a part of its articles now."""

    @property
    def total(self) -> int:
        """How many there were."""
        return self.new + self.versions + self.known + len(self.left_out)


def add(
    engine: Engine,
    filing: Filing,
    given: Iterable[Article],
    *,
    now: Callable[[], dt.datetime],
    by: str,
    story: str | None = None,
    processes: int | None = None,
    told_of: Callable[[Added], object] | None = None,
) -> AddResult:
    """Add articles. `told_of` is told of each when it is safe; `story` names the story a person files them under.

    Raises ArchiveError where the archive fails; what was told of before is kept.
    """
    counts: Counter[Became] = Counter()
    problems: list[InputError] = []
    joined: list[tuple[int, int]] = []
    parted: list[tuple[int, int]] = []

    def tell(one: Added) -> None:
        counts[one.became] += 1
        if one.problem:
            problems.append(one.problem)
        if told_of:
            told_of(one)

    waiting = list(given)
    fresh: list[Article] = []
    for part in _parts(waiting, _ASKED):
        known = _known(engine, part)
        for article in part:
            if (article.id, digest(article)) in known or ("", content(article)) in known:
                tell(Added(article.id, Became.KNOWN))
            else:
                fresh.append(article)
    fresh.sort(key=_place)
    for batch in _parts(kept(fresh, processes), _BATCH):
        try:
            with writing(engine) as connection:
                began = now()
                done = _Batch(connection, filing, began, by, is_sqlite(engine)).add(batch, story)
                found = filing.look(connection, MACHINE, began.isoformat())
        except BaseException:
            filing.forget()
            raise
        joined += found.joined
        parted += found.parted
        for one in done:
            tell(one)
    return AddResult(
        counts[Became.NEW],
        counts[Became.VERSION],
        counts[Became.KNOWN],
        tuple(problems),
        tuple(joined),
        tuple(parted),
    )


def _parts(items: Iterable[_Any], size: int) -> Iterator[Sequence[_Any]]:
    waiting = iter(items)
    while part := list(islice(waiting, size)):
        yield part


def _place(article: Article) -> tuple[bool, dt.date, dt.datetime, str, str]:
    """Where an article stands among those of a pile: by when it came out, what tells no day last."""
    day, when = article.available, moment(article)
    if day is None or when is None:
        return True, dt.date.max, _LAST, article.id, article.text
    return False, day, when, article.id, article.text


def _known(engine: Engine, given: Sequence[Article]) -> set[tuple[str, str]]:
    """Of some articles, the versions that are there, by id and digest; and by content, with an empty id."""
    with reading(engine) as connection:
        return known_of(connection, given)


def known_of(connection: Connection, given: Sequence[Article]) -> set[tuple[str, str]]:
    """The same within a transaction."""
    ids = [article.id for article in given]
    contents = [content(article) for article in given]
    rows = connection.execute(select(versions.c.article, versions.c.digest).where(versions.c.article.in_(ids)))
    same = connection.execute(select(versions.c.article, versions.c.content).where(versions.c.content.in_(contents)))
    own = {(content(article), article.id) for article in given}
    return {(row.article, row.digest) for row in rows} | {
        ("", row.content) for row in same if (row.content, row.article) not in own
    }


class _Fresh(NamedTuple):
    """An article that was not there, and waits to be written."""

    article: Article
    read: Kept | InputError
    story: int | None
    decision: Decision | None


class _Batch:
    """One transaction of adding."""

    def __init__(self, connection: Connection, filing: Filing, now: dt.datetime, by: str, takes_nul: bool) -> None:
        self.connection = connection
        self.filing = filing
        self.now = now.isoformat()
        self.by = by
        self.takes_nul = takes_nul
        self.revision = filing.take_up(connection)
        self.touched: dict[int, list[str]] = {}
        self.there: set[str] = set()
        self.waiting: list[_Fresh] = []

    def add(self, batch: Sequence[tuple[Article, Kept | InputError]], name: str | None) -> list[Added]:
        known = known_of(self.connection, [article for article, _ in batch])
        by_hand = self._named(name) if name is not None else None
        ids = [article.id for article, _ in batch]
        self.there = set(self.connection.execute(select(articles.c.id).where(articles.c.id.in_(ids))).scalars())
        done = []
        for article, read in batch:
            own = {(article.id, digest(article)), ("", content(article))}
            if own & known:
                done.append(Added(article.id, Became.KNOWN))
                continue
            known.add((article.id, digest(article)))
            done.append(self._one(article, read, by_hand))
        self._write(by_hand)
        self.filing.keep(self.connection, self.touched, self.now)
        self.filing.entitle(self.connection, self.touched)
        return done

    def _one(self, article: Article, read: Kept | InputError, by_hand: int | None) -> Added:
        if isinstance(read, InputError) and not isinstance(read, UnknownLanguage):
            return Added(article.id, Became.LEFT_OUT, problem=read)
        if "\0" in article.text and not self.takes_nul:
            nul = UnreadableInput(article.read_from, "its text holds the character NUL", "Take it out")
            return Added(article.id, Became.LEFT_OUT, problem=nul)
        newest = None
        if article.id in self.there:
            self._write(by_hand)
            newest = self._newest(article.id)
        if newest is not None and _is_other(article, newest):
            article = replace(article, id=f"{article.id}~{content(article)[:8]}")
            newest = self._newest(article.id)
        if newest is None:
            return self._as_new(article, read, by_hand)
        there, here = moment(newest), moment(article)
        is_whole = newest.excerpt and not article.excerpt
        if not is_whole and (here == there or here is None):
            problem = DuplicateArticle(
                article.read_from,
                f"another text has the id “{article.id}” in the archive, and nothing tells which is newer",
                'Give the newer one an "updated" time, or the other its own id',
            )
            return Added(article.id, Became.LEFT_OUT, problem=problem)
        [version] = keep(self.connection, [(article, read)], [(self.now, self.revision)])
        if is_whole or there is None or (here is not None and here > there):
            old = self.connection.execute(select(articles.c.newest).where(articles.c.id == article.id)).scalar_one()
            words.drop(self.connection, old, newest.title, newest.text)
            words.put(self.connection, [(version, article.title, article.text)])
            self.connection.execute(update(articles).where(articles.c.id == article.id).values(newest=version))
        story = self.connection.execute(select(articles.c.story).where(articles.c.id == article.id)).scalar()
        return Added(article.id, Became.VERSION, story)

    def _as_new(self, article: Article, read: Kept | InputError, by_hand: int | None) -> Added:
        decision = None
        if isinstance(read, Kept):
            decision = self.filing.place(Features.of_plain(read.features), by_hand)
        story = decision.story if decision else by_hand
        if story is not None:
            title = article.title or (read.opening if isinstance(read, Kept) else "")
            self.touched.setdefault(story, []).append(title)
        self.there.add(article.id)
        self.waiting.append(_Fresh(article, read, story, decision))
        return Added(article.id, Became.NEW, story, decision)

    def _write(self, by_hand: int | None) -> None:
        """Write the new articles that wait: together, since what a database takes for each statement is dear."""
        fresh, self.waiting = self.waiting, []
        if not fresh:
            return
        self._open([one.story for one in fresh if one.story is not None])
        # The versions first: they may point to articles that are not there until the transaction ends.
        numbers = keep(self.connection, [(o.article, o.read) for o in fresh], [(self.now, self.revision)] * len(fresh))
        placed_by = MACHINE if by_hand is None else self.by
        rows = [
            {
                "id": one.article.id,
                "newest": number,
                "story": one.story,
                "placed_by": placed_by if one.story is not None else None,
                "why": json.dumps(_why(one.decision)) if one.decision else None,
            }
            for one, number in zip(fresh, numbers, strict=True)
        ]
        self.connection.execute(insert(articles), rows)
        indexed = zip(fresh, numbers, strict=True)
        words.put(self.connection, [(number, one.article.title, one.article.text) for one, number in indexed])

    def _open(self, wanted: Iterable[int]) -> None:
        """Rows for stories that have none, before an article points to them."""
        asked = set(wanted)
        there = set(self.connection.execute(select(stories.c.id).where(stories.c.id.in_(asked))).scalars())
        opened = {"alive": True, "revision": self.revision, "opened": self.now}
        if asked - there:
            self.connection.execute(insert(stories), [{"id": story, **opened} for story in sorted(asked - there)])

    def _newest(self, identity: str) -> Article | None:
        row = (
            self.connection.execute(
                select(versions).join(articles, articles.c.newest == versions.c.id).where(articles.c.id == identity)
            )
            .mappings()
            .one_or_none()
        )
        return article_of(row) if row else None

    def _named(self, name: str) -> int:
        """The story that a person files articles under: by its id, or by a name, under which one is opened."""
        story = meant(self.connection, name)
        if story is None:
            story = self.filing.next_story()
            self._open([story])
            self.connection.execute(
                update(stories).where(stories.c.id == story).values(by_hand=name, title=name, titled_by=self.by)
            )
            what = {"story": story, "title": name}
            record(self.connection, MarkKind.OPEN, what, self.by, self.now, revision=self.revision, story=story)
        self.filing.wake(self.connection, story)
        return story


def _why(decision: Decision) -> dict[str, object]:
    """A decision as it is kept."""
    return {
        "new": decision.is_new,
        "log_odds": decision.log_odds,
        "shared": decision.shared,
        "days_apart": decision.days_apart,
        "copy": decision.is_copy,
    }


def _is_other(article: Article, known: Article) -> bool:
    """Whether an article shares only the name of its file with a known one, not page or outlet."""
    return not is_of_one(article.id) and any(
        one and other and one != other for one, other in ((article.source, known.source), (article.url, known.url))
    )
