"""The lines of the timeline of each story, as it was last made: kept, so that a search finds them and by what story."""

from sqlalchemy import Connection, delete, insert, select

from dateline.archive.database.schema import entries
from dateline.archive.searching.queries import folded
from dateline.errors import OptionError
from dateline.model import Timeline


def keep(connection: Connection, story: int, timeline: Timeline) -> None:
    """Keep the lines of a timeline in place of those before."""
    forget(connection, story)
    rows = [
        {
            "story": story,
            "id": entry.id,
            "first": entry.date.first.isoformat(),
            "last": entry.date.last.isoformat(),
            "status": str(entry.status),
            "headline": entry.headline,
            "words": _sought_in(entry.headline),
            "places": _sought_in(" ".join(place.name for place in entry.places)),
            "participants": _sought_in(" ".join(entry.participants)),
            "sources": entry.sources,
        }
        for entry in timeline.entries
    ]
    if rows:
        connection.execute(insert(entries), rows)


def forget(connection: Connection, *changed: int) -> None:
    """Let go of the lines of stories whose articles are others now."""
    connection.execute(delete(entries).where(entries.c.story.in_(changed)))


def story_of(connection: Connection, line: str) -> int:
    """The story that has a line of this id, or one that begins so. OptionError where none has, or more than one."""
    begins = entries.c.id.startswith(line, autoescape=True)
    found: list[int] = sorted(set(connection.execute(select(entries.c.story).where(begins)).scalars()))
    if len(found) != 1:
        what = "more than one story has" if found else "no timeline that was made has"
        raise OptionError(f"{what} a line whose id begins with {line!r}. Name the story with --story")
    return found[0]


def _sought_in(words: str) -> str:
    """Words as they are sought, a blank on each side of each."""
    return f" {' '.join(folded(words))} "
