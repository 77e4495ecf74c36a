"""Feeds that are watched, and their items."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "feeds",
        sa.Column("address", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text) for name in ("title", "etag", "modified", "asked", "not_before")),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("problem", sa.Text),
    )
    op.create_table(
        "items",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("stamp", sa.Text),
        sa.Column("failures", sa.Integer, nullable=False),
    )
