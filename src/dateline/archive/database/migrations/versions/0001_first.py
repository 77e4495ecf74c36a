"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables, and what the words of articles are found by."""
    op.create_table(
        "state", sa.Column("key", sa.Text, primary_key=True), sa.Column("value", sa.Integer, nullable=False)
    )
    op.create_table(
        "stories",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("title", sa.Text),
        sa.Column("title_worth", sa.Text),
        sa.Column("titled_by", sa.Text),
        sa.Column("into", sa.Integer),
        sa.Column("alive", sa.Boolean, nullable=False),
        sa.Column("profile", sa.LargeBinary),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("opened", sa.Text, nullable=False),
        sa.Column("by_hand", sa.Text),
    )
    op.create_index("ix_stories_revision", "stories", ["revision"])
    op.create_table(
        "articles",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("newest", sa.Integer, nullable=False),
        sa.Column("story", sa.Integer, sa.ForeignKey("stories.id")),
        sa.Column("placed_by", sa.Text),
        sa.Column("why", sa.Text),
    )
    op.create_index("ix_articles_story", "articles", ["story"])
    op.create_table(
        "versions",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column(
            "article", sa.Text, sa.ForeignKey("articles.id", deferrable=True, initially="DEFERRED"), nullable=False
        ),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        *(
            sa.Column(name, sa.Text)
            for name in ("title", "published", "updated", "available", "source", "url", "byline", "language", "rest")
        ),
        sa.Column("read_from", sa.Text, nullable=False),
        sa.Column("added", sa.Text, nullable=False),
        sa.Column("added_at", sa.Integer, nullable=False),
        sa.Column("reading", sa.LargeBinary),
        sa.Column("features", sa.LargeBinary),
        sa.UniqueConstraint("article", "digest", name="one_version_once"),
    )
    op.create_index("versions_by_content", "versions", ["content"])
    op.create_index("versions_by_day", "versions", ["available"])
    op.create_index("versions_by_source", "versions", ["source"])
    op.create_table(
        "told",
        sa.Column("version", sa.Integer, sa.ForeignKey("versions.id"), primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
    )
    op.create_index("told_by_value", "told", ["kind", "value"])
    op.create_table(
        "entries",
        sa.Column("story", sa.Integer, sa.ForeignKey("stories.id"), primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("first", sa.Text),
        sa.Column("last", sa.Text),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("status", "headline", "words", "places", "participants")
        ),
        sa.Column("sources", sa.Integer, nullable=False),
    )
    op.create_table(
        "acts",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "what", "by", "at")),
    )
    op.create_table(
        "bookmarks",
        sa.Column("reader", sa.Text, primary_key=True),
        sa.Column("story", sa.Integer, sa.ForeignKey("stories.id"), primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE words USING fts5(title, text, content='versions', content_rowid='id', "
            "tokenize='unicode61 remove_diacritics 2')"
        )
    else:
        op.execute("CREATE TABLE words (version integer PRIMARY KEY REFERENCES versions, words tsvector NOT NULL)")
        op.execute("CREATE INDEX words_found ON words USING gin (words)")
    op.execute("INSERT INTO state VALUES ('revision', 0), ('looked', 0)")
