"""What a person says of stories in, articles filed by it out: join, split, move and title, and each of them taken back.

It stands above the machine for good: who placed an article is kept, stories that were parted are not joined again. What
was there before is kept with the act, so that taking it back puts every article where it was.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from dateline.archive.database.schema import acts, articles, stories, versions
from dateline.archive.filing import Filing, join, resolved
from dateline.archive.hand.record import UNDO, act_of, mark_of, marks, record, recorded
from dateline.errors import OptionError, UnknownStory
from dateline.model import Mark, MarkKind
from dateline.model.hand import OF_STORIES

_Placed = Mapping[str, Sequence[Any]]
"""Of articles, by id: their story, who placed them, and why."""


class HandOnStories:
    """What one person does to the stories of an archive, in one transaction."""

    def __init__(self, connection: Connection, filing: Filing, revision: int, by: str, now: str) -> None:
        self._connection = connection
        self._filing = filing
        self._revision = revision
        self._by = by
        self._now = now

    def join(self, one: int, other: int) -> int:
        """Make two stories one. Returns the id that stays, the older; the other points on to it."""
        ids = [known(self._connection, story) for story in (one, other)]
        if ids[0] == ids[1]:
            return ids[0]
        into, gone = min(ids), max(ids)
        was = self._placed(articles.c.story.in_(ids))
        join(self._connection, gone, into, self._revision)
        self._connection.execute(update(articles).where(articles.c.story == into).values(placed_by=self._by))
        left = [article for article, (story, *_) in was.items() if story == gone]
        self._record(MarkKind.JOIN_STORIES, {"gone": gone, "into": into, "articles": left, "was": was}, into)
        self._filing.renew(self._connection, into)
        self._filing.keep(self._connection, {into, gone}, self._now)
        return into

    def split(self, given: Iterable[str], title: str | None) -> int:
        """Make some articles a story of their own. Returns its id."""
        chosen = list(dict.fromkeys(given))
        was = self._placed(articles.c.id.in_(chosen))
        if missing := [article for article in chosen if article not in was]:
            raise OptionError(f"there is no article {', '.join(missing)} in this archive")
        if not chosen:
            raise OptionError("no article is named that is to be a story of its own")
        story = self._filing.next_story()
        self._connection.execute(
            insert(stories).values(
                id=story,
                alive=True,
                revision=self._revision,
                opened=self._now,
                title=title,
                titled_by=title and self._by,
            )
        )
        self._place(chosen, story)
        for old in sorted({row[0] for row in was.values()} - {None}) or [None]:
            own = {article: row for article, row in was.items() if row[0] == old}
            self._record(MarkKind.SPLIT_STORY, {"of": old, "story": story, "articles": list(own), "was": own}, story)
        self._renew([*(row[0] for row in was.values()), story])
        self._filing.entitle(self._connection, {story: self._titles(story)})
        return story

    def move(self, article: str, story: int) -> None:
        """Put an article to another story."""
        into = known(self._connection, story)
        was = self._placed(articles.c.id == article)
        if not was:
            raise OptionError(f"there is no article {article!r} in this archive")
        [(old, *_)] = was.values()
        if old == into:
            return
        self._place([article], into)
        self._record(MarkKind.MOVE, {"of": old, "story": into, "articles": [article], "was": was}, into)
        self._renew([old, into])

    def entitle(self, story: int, title: str) -> None:
        """Give a story a title."""
        of = known(self._connection, story)
        row = self._connection.execute(select(stories.c.title, stories.c.titled_by).where(stories.c.id == of)).one()
        self._connection.execute(update(stories).where(stories.c.id == of).values(title=title, titled_by=self._by))
        self._record(MarkKind.TITLE, {"story": of, "title": title, "was": list(row)}, of)

    def undo(self, number: int) -> Mark:
        """Take a mark back, on lines or on stories."""
        found = mark_of(self._connection, number)
        if found.undone_by is not None:
            raise OptionError(f"mark {number} was taken back by {found.undone_by} before")
        if found.kind in OF_STORIES:
            self._take_back(found)
        revision, by, now = self._revision, self._by, self._now
        record(self._connection, UNDO, {}, by, now, revision=revision, story=found.story, undoes=number)
        return mark_of(self._connection, number)

    def redo(self, number: int) -> Mark:
        """Do again what was taken back, as a mark of its own: the record only grows."""
        found = mark_of(self._connection, number)
        if found.undone_by is None:
            raise OptionError(f"mark {number} is in force. Only what was taken back can be done again")
        what = act_of(self._connection, number)
        match found.kind:
            case MarkKind.TITLE:
                self.entitle(what["story"], what["title"])
            case MarkKind.JOIN_STORIES:
                self.join(what["into"], what["gone"])
            case MarkKind.SPLIT_STORY:
                self.split(what["articles"], self._given_title(what["story"]))
            case MarkKind.MOVE:
                self.move(what["articles"][0], what["story"])
            case _ if found.story is not None and found.kind not in OF_STORIES:
                return recorded(self._connection, found.story, found.kind, what, self._by, self._now)
            case _:
                raise OptionError(f"mark {number} ({found.kind}) cannot be done again. Split, join or move instead")
        done = marks(self._connection)[-1]
        if done.id <= number or done.kind is not found.kind:
            raise OptionError(f"mark {number} ({found.kind}) changes nothing any more")
        return done

    def _given_title(self, story: int) -> str | None:
        """The title that a person gave a story."""
        given = select(stories.c.title).where(stories.c.id == story, stories.c.titled_by.is_not(None))
        return self._connection.execute(given).scalar()

    def _take_back(self, mark: Mark) -> None:
        """Put everything where it was before an act on stories, as far as nobody has moved it on since."""
        what = act_of(self._connection, mark.id)
        match mark.kind:
            case MarkKind.TITLE:
                self._title_back(mark, what)
            case MarkKind.JOIN_STORIES | MarkKind.SPLIT_STORY | MarkKind.MOVE if "was" in what:
                self._articles_back(mark, what)
            case _:
                raise OptionError(f"mark {mark.id} ({mark.kind}) cannot be taken back. Split, join or move instead")

    def _title_back(self, mark: Mark, what: Mapping[str, Any]) -> None:
        """The title that was given before, or that the machine gave; a later one stays."""
        titles = select(acts.c.id, acts.c.by).where(acts.c.kind == MarkKind.TITLE, acts.c.story == what["story"])
        undone = select(acts.c.undoes).where(acts.c.kind == UNDO)
        given = self._connection.execute(titles.order_by(acts.c.id)).all()
        in_force = self._connection.execute(titles.where(acts.c.id.not_in(undone)).order_by(acts.c.id)).all()
        if in_force[-1].id != mark.id:
            return
        if len(in_force) > 1:
            title, titled_by = act_of(self._connection, in_force[-2].id)["title"], in_force[-2].by
        else:
            title, titled_by = act_of(self._connection, given[0].id).get("was", (None, None))
        of = known(self._connection, what["story"])
        self._connection.execute(update(stories).where(stories.c.id == of).values(title=title, titled_by=titled_by))

    def _articles_back(self, mark: Mark, what: Mapping[str, Any]) -> None:
        was: dict[str, Sequence[Any]] = what["was"]
        for later in self._in_force_after(mark.id):
            if not was.keys().isdisjoint(act_of(self._connection, later).get("was", ())):
                raise OptionError(f"mark {later} put the same articles to other stories since. Take that back first")
        now = known(self._connection, what["into"] if mark.kind is MarkKind.JOIN_STORIES else what["story"])
        there = self._placed(articles.c.id.in_(list(was)) & (articles.c.story == now))
        if mark.kind is MarkKind.JOIN_STORIES:
            gone = what["gone"]
            self._connection.execute(update(stories).where(stories.c.id == gone).values(into=None))
        touched: set[int | None] = {now}
        for article in there:
            story, placed_by, why = was[article]
            home = story if story is None else known(self._connection, story)
            touched.add(home)
            self._connection.execute(
                update(articles).where(articles.c.id == article).values(story=home, placed_by=placed_by, why=why)
            )
        if mark.kind is MarkKind.SPLIT_STORY and what["of"] is not None and not self._placed(articles.c.story == now):
            self._connection.execute(
                update(stories).where(stories.c.id == now).values(into=known(self._connection, what["of"]))
            )
        self._renew(touched)

    def _in_force_after(self, mark: int) -> list[int]:
        """The acts by which articles were put to stories after one, the last first."""
        undone = select(acts.c.undoes).where(acts.c.kind == UNDO)
        placing = acts.c.kind.in_([MarkKind.JOIN_STORIES, MarkKind.SPLIT_STORY, MarkKind.MOVE])
        later = select(acts.c.id).where(placing, acts.c.id > mark, acts.c.id.not_in(undone))
        return list(self._connection.execute(later.order_by(acts.c.id.desc())).scalars())

    def _placed(self, which: Any) -> dict[str, list[Any]]:
        rows = self._connection.execute(
            select(articles.c.id, articles.c.story, articles.c.placed_by, articles.c.why)
            .where(which)
            .order_by(articles.c.id)
        )
        return {row.id: [row.story, row.placed_by, row.why] for row in rows}

    def _place(self, chosen: Sequence[str], story: int) -> None:
        self._connection.execute(
            update(articles).where(articles.c.id.in_(chosen)).values(story=story, placed_by=self._by)
        )

    def _renew(self, touched: Iterable[int | None]) -> None:
        """Know stories anew by the articles they have now."""
        changed = sorted({story for story in touched if story is not None})
        for story in changed:
            self._filing.renew(self._connection, story)
        self._filing.keep(self._connection, set(changed), self._now)

    def _titles(self, story: int) -> list[str]:
        return list(
            self._connection.execute(
                select(versions.c.title)
                .join(articles, articles.c.newest == versions.c.id)
                .where(articles.c.story == story, versions.c.title.is_not(None))
            ).scalars()
        )

    def _record(self, kind: MarkKind, what: Mapping[str, Any], story: int) -> None:
        record(self._connection, kind, what, self._by, self._now, revision=self._revision, story=story)


def known(connection: Connection, story: int) -> int:
    """The story that an id stands for now. Raises UnknownStory where there is none."""
    found = resolved(connection, story)
    if found is None:
        raise UnknownStory(story)
    return found
