"""Versions that were added in, the stories they tell out, kept so that the next article goes on where this one ended.

The stream of stories stands in memory; each batch writes back the stories it touched, in the transaction of the batch.
Where another process has written since, what it touched is taken up first.
"""

import json
import marshal
import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, func, insert, select, update

from dateline.archive import lines
from dateline.archive.database.counters import counter, raised
from dateline.archive.database.schema import acts, articles, state, stories, versions
from dateline.archive.hand.record import MACHINE, UNDO, record
from dateline.languages import DEFAULT, named
from dateline.model import MarkKind
from dateline.stories.dividing import MOST, divided, is_due
from dateline.stories.features import Features
from dateline.stories.live import LiveStory
from dateline.stories.looking import look
from dateline.stories.stream import Decision, Stream
from dateline.text.words import content_words

# Articles by which a story is known anew after a person's hand, the latest ones.
_RENEWED_BY = 200
# Code points of a title that is made of a first sentence.
_TITLE = 100
# What an outlet puts behind a title: its own name, in a few words.
_OUTLET = re.compile(r"\s+[|–—-]\s+(?:\S+\s*){1,4}$")


class Look(NamedTuple):
    """What a look at the stories has changed."""

    joined: tuple[tuple[int, int], ...]
    """Stories that have grown together: the one that is no more, and the one that goes on."""
    parted: tuple[tuple[int, int], ...]
    """Stories that have fallen apart: each, and the one that holds a part of its articles now."""


class Filing:
    """The stories of one archive, as of one revision of it."""

    def __init__(self) -> None:
        self._language = named(DEFAULT)
        self._stream = Stream(self._language)
        self._revision = -1

    def forget(self) -> None:
        """What is in memory is not what is kept: take it up again."""
        self.__init__()  # type: ignore[misc]

    def take_up(self, connection: Connection) -> int:
        """Take up what was written since. Returns the number of the revision that is about to be written."""
        revision = counter(connection, "revision")
        if revision != self._revision:
            changed = connection.execute(
                select(stories.c.id, stories.c.alive, stories.c.profile)
                .where(stories.c.revision > self._revision)
                .order_by(stories.c.id)
            ).all()
            live = self._stream.live
            for story, _, _ in changed:
                if live.get(story):
                    live.drop(story)
            following = connection.execute(select(func.max(stories.c.id))).scalar() or 0
            self._stream.restore((profile for _, alive, profile in changed if alive and profile), following + 1)
        self._revision = raised(connection)
        return self._revision

    def place(self, features: Features, story: int | None) -> Decision:
        """Put a new article to the story it tells, or to the one that a person named."""
        if story is None:
            return self._stream.add(features)
        is_new = self._stream.live.get(story) is None
        self._stream.assign(features, story)
        return Decision(features.article, story, is_new, None)

    def next_story(self) -> int:
        """The id of a story that a person opens."""
        return self._stream.next_id()

    def keep(self, connection: Connection, touched: Iterable[int], now: str) -> None:
        """Write back the stories that were touched, and those that are alive no more."""
        wanted = sorted(set(touched))
        gone = set(self._stream.live.let_go()) | {story for story in wanted if self._stream.live.get(story) is None}
        alive = [story for story in wanted if story not in gone]
        there = set(connection.execute(select(stories.c.id).where(stories.c.id.in_(wanted))).scalars())
        new = [story for story in wanted if story not in there]
        if new:
            opened = {"alive": True, "revision": self._revision, "opened": now}
            connection.execute(insert(stories), [{"id": story, **opened} for story in new])
        if alive:
            changed = [{"one": story, "packed": self._stream.packed(story)} for story in alive]
            connection.execute(
                update(stories)
                .where(stories.c.id == bindparam("one"))
                .values(alive=True, profile=bindparam("packed"), revision=self._revision),
                changed,
            )
        if gone:
            connection.execute(
                update(stories).where(stories.c.id.in_(gone)).values(alive=False, revision=self._revision)
            )

    def wake(self, connection: Connection, story: int) -> None:
        """Take up a story that is alive no more: a person puts an article to it."""
        if self._stream.live.get(story) is None:
            profile = connection.execute(select(stories.c.profile).where(stories.c.id == story)).scalar()
            if profile:
                self._stream.restore([profile], self._stream.next_id(take=False))

    def renew(self, connection: Connection, story: int) -> None:
        """Know a story anew by the articles it has now."""
        if self._stream.live.get(story):
            self._stream.live.drop(story)
        kept = connection.execute(
            select(versions.c.features)
            .join(articles, articles.c.newest == versions.c.id)
            .where(articles.c.story == story, versions.c.features.is_not(None))
            .order_by(versions.c.available.desc(), versions.c.id.desc())
            .limit(_RENEWED_BY)
        ).scalars()
        for packed in reversed(list(kept)):
            self._stream.assign(features_of(packed), story)

    def entitle(self, connection: Connection, offered: Mapping[int, Iterable[str]]) -> None:
        """Give each story the title that tells most of what it is about, unless a person gave it one."""
        rows = connection.execute(
            select(stories.c.id, stories.c.title, stories.c.titled_by).where(stories.c.id.in_(offered))
        )
        changed = []
        for row in rows.all():
            known = self._stream.live.get(row.id)
            titles = [title for title in (row.title, *map(plain_title, offered[row.id])) if title]
            if known is None or row.titled_by not in (None, MACHINE) or not titles:
                continue
            best = self._best(known, titles)
            if best != row.title:
                changed.append({"one": row.id, "best": best})
        if changed:
            connection.execute(
                update(stories)
                .where(stories.c.id == bindparam("one"))
                .values(title=bindparam("best"), titled_by=MACHINE),
                changed,
            )

    def _best(self, story: LiveStory, titles: Iterable[str]) -> str:
        return max(titles, key=lambda title: (self._worth(story, title), -len(title), title))

    def _worth(self, story: LiveStory, title: str) -> float:
        """How much of what a story is about a title tells, for its length."""
        words = set(content_words(self._language, title))
        told = sum(story.words.get(word, 0.0) / story.mass * self._stream.live.rarity(word) for word in words)
        return told / math.sqrt(4 + len(words))

    def look(self, connection: Connection, by: str, now: str) -> Look:
        """Join the stories that have grown together since the last look, and divide those that have fallen apart."""
        seen = counter(connection, "looked")
        fresh = set(
            connection.execute(select(stories.c.id).where(stories.c.revision > seen, stories.c.alive)).scalars()
        )
        by_hand = _ByHand(connection)
        joined = look(self._stream, fresh, apart_by_hand(connection), by_hand)
        for one in joined:
            join(connection, one.gone, one.into, self._revision)
            what = {"gone": one.gone, "into": one.into, "log_odds": one.log_odds}
            record(connection, MarkKind.JOIN_STORIES, what, by, now, revision=self._revision, story=one.into)
        parted: list[tuple[int, int]] = []
        looked_into: set[int] = set()
        for story in sorted(fresh):
            live = self._stream.live.get(story)
            if live and is_due(live) and story not in by_hand:
                looked_into.add(story)
                live.examined = live.size
                if (new := self._divide(connection, story, by, now)) is not None:
                    parted.append((story, new))
        connection.execute(update(state).where(state.c.key == "looked").values(value=self._revision))
        changed = {one.into for one in joined} | looked_into | {new for _, new in parted}
        self.keep(connection, {story for story in changed if self._stream.live.get(story)}, now)
        return Look(tuple((one.gone, one.into) for one in joined), tuple(parted))

    def _divide(self, connection: Connection, story: int, by: str, now: str) -> int | None:
        """Divide a story that has fallen apart; the id of the new one. A person's hand in it leaves it as it is."""
        rows = connection.execute(
            select(articles.c.id, articles.c.placed_by, articles.c.why, versions.c.title, versions.c.features)
            .join(versions, versions.c.id == articles.c.newest)
            .where(articles.c.story == story, versions.c.features.is_not(None))
            .order_by(versions.c.available.desc(), versions.c.id.desc())
            .limit(MOST)
        ).all()[::-1]
        if any(row.placed_by != MACHINE for row in rows):
            return None
        leaving = {
            part.article
            for part in divided(self._language, [replace(features_of(r.features), article=r.id) for r in rows])
        }
        if not leaving:
            return None
        new = self.next_story()
        connection.execute(insert(stories).values(id=new, alive=True, revision=self._revision, opened=now))
        moved = [row for row in rows if row.id in leaving]
        ids = [row.id for row in moved]
        connection.execute(
            update(articles).where(articles.c.id == bindparam("one")).values(story=new), [{"one": one} for one in ids]
        )
        lines.forget(connection, story)
        was = {row.id: [story, row.placed_by, row.why] for row in moved}
        what = {"of": story, "story": new, "articles": ids, "was": was}
        record(connection, MarkKind.SPLIT_STORY, what, by, now, revision=self._revision, story=new)
        for one, own in ((story, [row for row in rows if row.id not in leaving]), (new, moved)):
            self.renew(connection, one)
            known = self._stream.live.get(one)
            assert known
            known.examined = known.size
            self.entitle(connection, {one: [row.title for row in own if row.title]})
        return new


class _ByHand:
    """The stories that a person files articles under, each asked for: an archive has too many to go through."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __contains__(self, story: object) -> bool:
        named = select(stories.c.id).where(stories.c.id == story, stories.c.by_hand.is_not(None))
        return self._connection.execute(named).first() is not None


def resolved(connection: Connection, story: int) -> int | None:
    """The story that an id stands for now: those that were joined to others point on. None where there is none."""
    seen: set[int] = set()
    while story not in seen:
        seen.add(story)
        row = connection.execute(select(stories.c.into).where(stories.c.id == story)).one_or_none()
        if row is None:
            return None
        if row.into is None:
            return story
        story = row.into
    return None


def meant(connection: Connection, name: str) -> int | None:
    """The story that is meant by an id, or by the name that a person files articles under; None where there is none."""
    # No more figures than a database has room for.
    story = resolved(connection, int(name)) if name.isdecimal() and len(name) < 10 else None
    if story is None:
        story = connection.execute(select(stories.c.id).where(stories.c.by_hand == name)).scalar()
        story = story if story is None else resolved(connection, story)
    return story


def join(connection: Connection, gone: int, into: int, revision: int) -> None:
    """Put all articles of one story to another, and have its id point on."""
    lines.forget(connection, gone, into)
    connection.execute(update(articles).where(articles.c.story == gone).values(story=into))
    connection.execute(update(stories).where(stories.c.id == gone).values(into=into, alive=False, revision=revision))


def title_by_hand(connection: Connection, story: int) -> str | None:
    """What a person called a story; None where none did."""
    row = connection.execute(select(stories.c.title, stories.c.titled_by).where(stories.c.id == story)).one_or_none()
    return row.title if row and row.titled_by not in (None, MACHINE) else None


def apart_by_hand(connection: Connection) -> Collection[frozenset[int]]:
    """The pairs of stories that a person has parted, by a split or by moving an article from one to the other."""
    undone = select(acts.c.undoes).where(acts.c.kind == UNDO)
    parting = acts.c.kind.in_([MarkKind.SPLIT_STORY, MarkKind.MOVE]) & (acts.c.by != MACHINE)
    rows = connection.execute(select(acts.c.what).where(parting, acts.c.id.not_in(undone))).scalars()
    parted = [(what["of"], what["story"]) for what in map(json.loads, rows) if what["of"] is not None]
    return {frozenset(resolved(connection, story) or story for story in pair) for pair in parted}


def features_packed(plain: Sequence[Any]) -> bytes:
    """What an article is known by, as bytes to be kept."""
    return marshal.dumps(tuple(plain), 2)


def features_of(packed: bytes) -> Features:
    """What `features_packed` packed."""
    return Features.of_plain(marshal.loads(packed))


def plain_title(title: str) -> str:
    """A title without the outlet's name behind it; the beginning of a long one, to a whole word."""
    told = " ".join(title.split())
    short = _OUTLET.sub("", told)
    told = short if len(short.split()) >= 4 else told
    if len(told) <= _TITLE:
        return told
    return told[:_TITLE].rsplit(" ", 1)[0].rstrip(",;:") + " …"
