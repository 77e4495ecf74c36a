"""What Alembic runs the migrations in: the connection that `migrating.py` gives."""

from alembic import context

from dateline.archive.database.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
