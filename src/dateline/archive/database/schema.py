"""The tables of an archive, the same on SQLite and on PostgreSQL.

Days and moments are ISO 8601 text, so that they sort and stay what they were. What the database is searched by has no
place here: it differs between the two, and `archive/searching/words.py` keeps it. A change here needs a migration.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()

state = Table(
    "state",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)
"""Counters: `revision`, which every batch raises, and `looked`, the revision as of the last look at the stories."""

stories = Table(
    "stories",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("title", Text),
    Column("title_worth", Text),
    Column("titled_by", Text),
    Column("into", Integer),  # the story that holds its articles now, where it was joined
    Column("alive", Boolean, nullable=False),
    Column("profile", LargeBinary),  # what it is known by, as the stream packs it
    Column("revision", Integer, nullable=False, index=True),
    Column("opened", Text, nullable=False),
    Column("by_hand", Text),  # the name a person files articles under
)

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("newest", Integer, nullable=False),  # the id of the version in force
    Column("story", Integer, ForeignKey("stories.id"), index=True),
    Column("placed_by", Text),  # `machine`, or the person who placed it
    Column("why", Text),  # the decision as JSON
)

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("article", Text, ForeignKey("articles.id", deferrable=True, initially="DEFERRED"), nullable=False),
    Column("digest", Text, nullable=False),  # of all that makes the version what it is
    Column("content", Text, nullable=False),  # of outlet, day and text alone
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("published", Text),
    Column("updated", Text),
    Column("available", Text),
    Column("source", Text),
    Column("url", Text),
    Column("byline", Text),
    Column("language", Text),
    Column("rest", Text),  # dateline, skipped stretches, section, and whether it is an excerpt, as JSON
    Column("read_from", Text, nullable=False),
    Column("added", Text, nullable=False),
    Column("added_at", Integer, nullable=False),  # the revision that added it
    Column("reading", LargeBinary),
    Column("features", LargeBinary),
    UniqueConstraint("article", "digest", name="one_version_once"),
    Index("versions_by_content", "content"),
    Index("versions_by_day", "available"),
    Index("versions_by_source", "source"),
)

told = Table(
    "told",
    metadata,
    Column("version", Integer, ForeignKey("versions.id"), primary_key=True),
    Column("kind", Text, primary_key=True),  # day, place or person
    Column("value", Text, primary_key=True),
    Index("told_by_value", "kind", "value"),
)
"""What a version tells of, as far as it is searched by: days, places, persons."""

entries = Table(
    "entries",
    metadata,
    Column("story", Integer, ForeignKey("stories.id"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("first", Text),
    Column("last", Text),
    Column("status", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("words", Text, nullable=False),  # folded, a blank on each side of each
    Column("places", Text, nullable=False),  # JSON
    Column("participants", Text, nullable=False),  # JSON
    Column("sources", Integer, nullable=False),
)
"""The lines of the timeline of a story as it was last made."""

acts = Table(
    "acts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),  # a MarkKind, or `undo`
    Column("what", Text, nullable=False),  # JSON
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("story", Integer, index=True),  # where it was done
    Column("undoes", Integer),  # the act that it takes back
    Column("revision", Integer, nullable=False, server_default="0"),
    UniqueConstraint("undoes", name="undone_once"),
)
"""What a person did by hand, and which stories the machine joined. Rows are added and never changed."""

marked = Table(
    "marked",
    metadata,
    Column("act", Integer, ForeignKey("acts.id"), primary_key=True),
    Column("article", Text, primary_key=True),
    Index("marked_by_article", "article"),
)
"""The articles on whose passages a mark was made: by them it is found in whatever story they are."""

bookmarks = Table(
    "bookmarks",
    metadata,
    Column("reader", Text, primary_key=True),
    Column("story", Integer, ForeignKey("stories.id"), primary_key=True),
    Column("revision", Integer, nullable=False),
)
"""How far a reader has seen a story."""

searches = Table(
    "searches",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False, unique=True),
    Column("address", Text, nullable=False),  # of the page that shows it: path and query
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
)
"""Searches that were given names."""

feeds = Table(
    "feeds",
    metadata,
    Column("address", Text, primary_key=True),
    Column("title", Text),
    Column("etag", Text),
    Column("modified", Text),
    Column("asked", Text),
    Column("not_before", Text),
    Column("failures", Integer, nullable=False),
    Column("problem", Text),
)
"""The feeds that are watched, each as it was found when it was last asked for."""

items = Table(
    "items",
    metadata,
    Column("id", Text, primary_key=True),
    Column("stamp", Text),  # when it was changed last, of what was done with it; none while its page is waited for
    Column("failures", Integer, nullable=False),
)
"""Items of feeds that were met."""
