from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.archive.database.migrating import _HERE, HEAD, revision_of
from dateline.archive.database.schema import metadata


def test_the_migrations_lead_to_the_tables_as_they_are_written_down(archive: Archive) -> None:
    with archive._engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert [one for one in differences if "words" not in str(one)] == []


def test_a_new_archive_is_of_the_present(archive: Archive) -> None:
    assert revision_of(archive._engine) == "present"
    assert HEAD == "0004"


def test_an_archive_of_the_first_schema_is_brought_up_with_what_was_done_by_hand(where: str) -> None:
    engine = create_engine(where if "://" in where else f"sqlite:///{where}")
    config = Config()
    config.set_main_option("script_location", str(_HERE))
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text("INSERT INTO stories (id, alive, revision, opened) VALUES (1, true, 1, '2024')"))
        for number, kind in enumerate(("split", "title"), start=1):
            what = '{"of": 1, "story": 1, "articles": [], "title": "The ferry"}'
            row = {"id": number, "kind": kind, "what": what, "by": "ada", "at": "2024-01-02T03:04:05+00:00"}
            connection.execute(text("INSERT INTO acts VALUES (:id, :kind, :what, :by, :at)"), row)
    engine.dispose()
    with open_archive(where) as archive:
        assert revision_of(archive._engine) == "present"
        assert [(mark.id, mark.kind, mark.by) for mark in archive.marks()] == [
            (1, "split-story", "ada"),
            (2, "title", "ada"),
        ]
        archive.entitle(1, "The Aurelia", by="bo")
        assert archive.marks()[-1].id == 3
