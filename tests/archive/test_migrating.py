from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from dateline.archive.archive import Archive
from dateline.archive.migrating import HEAD, revision_of
from dateline.archive.schema import metadata


def test_the_migrations_lead_to_the_tables_as_they_are_written_down(archive: Archive) -> None:
    with archive._engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert [one for one in differences if "words" not in str(one)] == []


def test_a_new_archive_is_of_the_present(archive: Archive) -> None:
    assert revision_of(archive._engine) == "present"
    assert HEAD == "0003"
