"""Marks on lines beside what is done to stories: where, on which articles, when, and what takes them back."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Give acts what a mark needs; what joined and split stories is called so."""
    with op.batch_alter_table("acts") as acts:
        acts.add_column(sa.Column("story", sa.Integer))
        acts.add_column(sa.Column("undoes", sa.Integer))
        acts.add_column(sa.Column("revision", sa.Integer, nullable=False, server_default="0"))
        acts.create_unique_constraint("undone_once", ["undoes"])
    op.create_index("ix_acts_story", "acts", ["story"])
    op.execute("UPDATE acts SET kind = 'join-stories' WHERE kind = 'join'")
    op.execute("UPDATE acts SET kind = 'split-story' WHERE kind = 'split'")
    op.create_table(
        "marked",
        sa.Column("act", sa.Integer, sa.ForeignKey("acts.id"), primary_key=True),
        sa.Column("article", sa.Text, primary_key=True),
    )
    op.create_index("marked_by_article", "marked", ["article"])
