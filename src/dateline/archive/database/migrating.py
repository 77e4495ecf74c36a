"""A database in, the same under the present schema out: migrations by Alembic, from the first version on."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from dateline.archive.database.schema import metadata

HEAD = "0004"
"""The migration that leads to the present schema."""
_HERE = Path(__file__).parent / "migrations"


def revision_of(engine: Engine) -> str:
    """`none` for a new database, `older`, `present`, or `unknown` where a newer Dateline has been at work.

    `other` where another program has: a file that holds anything, a server's database that has tables of our names.
    """
    with engine.connect() as connection:
        there = set(inspect(connection).get_table_names())
        if "alembic_version" not in there:
            return "other" if there and (engine.dialect.name == "sqlite" or there & set(metadata.tables)) else "none"
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found == HEAD:
        return "present"
    known = {path.name.split("_", 1)[0] for path in (_HERE / "versions").glob("[0-9]*.py")}
    return "older" if found in known else "unknown" if found else "none"


def brought_up(engine: Engine) -> None:
    """Bring the database up to the present schema, as one transaction where the database can."""
    from alembic import command  # noqa: PLC0415 - slow to import, and needed once
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    with engine.connect() as connection, connection.begin():
        if engine.dialect.name == "sqlite":
            connection.execute(text("BEGIN IMMEDIATE"))
        else:
            connection.execute(text("SELECT pg_advisory_xact_lock(228401)"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
