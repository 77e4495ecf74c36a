import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from dateline import ArchiveError, Filters, Request
from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.archive.database.connecting import told, where_of, writing
from dateline.model import Article


def refused(where: str | Path, read_only: bool = False) -> str:
    with pytest.raises(ArchiveError) as error, open_archive(where, read_only=read_only):
        pass
    return str(error.value)


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("This is no database, but a text of some length.")
    assert "it is not an archive" in refused(tmp_path / "text.db")
    assert "it is a folder" in refused(tmp_path)
    assert "its folder is not there" in refused(tmp_path / "nowhere" / "news.db")
    assert "there is no such archive" in refused(tmp_path / "none.db", read_only=True)


@pytest.mark.parametrize("address", ["oracles://somewhere/x", "mysql://somewhere/x", "postgresql://somewhere/x", "://"])
def test_an_address_that_is_none_of_ours_is_told(address: str) -> None:
    assert "not an address" in refused(address)
    assert "postgresql+psycopg://" in refused(address)


def test_what_another_program_keeps_is_refused_and_let_be(tmp_path: Path) -> None:
    file = tmp_path / "shop.db"
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE orders (id INTEGER)")
    other.close()
    before = file.read_bytes()
    assert "another program keeps its tables there" in refused(file)
    assert file.read_bytes() == before


def test_a_servers_database_whose_tables_have_our_names_is_refused(server: str) -> None:
    engine = create_engine(server)
    try:
        with engine.begin() as connection:
            for told in ("DROP SCHEMA public CASCADE", "CREATE SCHEMA public", "CREATE TABLE articles (id integer)"):
                connection.execute(text(told))
        assert "another program keeps its tables there" in refused(server)
    finally:
        engine.dispose()


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "news.db"
    with open_archive(file):
        pass
    whole = file.read_bytes()
    file.write_bytes(whole[:100] + os.urandom(len(whole) - 100))
    for beside in ("-wal", "-shm"):
        (tmp_path / f"news.db{beside}").unlink(missing_ok=True)
    assert "it is damaged" in refused(file)


def test_an_archive_that_is_only_to_be_read_is_not_written_to(where: str, pile: list[Article]) -> None:
    with open_archive(where) as archive:
        archive.add(pile)
        before = list(archive.export())
    with open_archive(where, read_only=True) as archive:
        assert archive.story(1).timeline(Request(parse=False)).entries
        with pytest.raises(ArchiveError, match="not permitted"):
            archive.entitle(1, "Another title")
        assert archive.search("ferry", filters=Filters(story=1)).entries == ()
    with open_archive(where) as archive:
        assert list(archive.export()) == before


def test_an_archive_of_a_newer_dateline_is_refused(where: str) -> None:
    with open_archive(where) as archive, writing(archive._engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert "a newer Dateline has made it" in refused(where)


def test_a_server_that_does_not_answer_is_told() -> None:
    said = refused("postgresql+psycopg://ada:secret@/x?host=/nowhere")
    assert "secret" not in said
    assert "cannot be used" in said


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("database or disk is full", "the disk is full"),
        ("attempt to write a readonly database", "writing to it is not permitted"),
        ('password authentication failed for user "ada"', "the user or the password is wrong"),
        ("server closed the connection unexpectedly", "the server does not answer"),
        ("database is locked", "another process writes"),
        ("something never heard of", "never heard of"),
    ],
)
def test_what_a_database_says_becomes_a_sentence(said: str, problem: str) -> None:
    with pytest.raises(ArchiveError, match=problem), told("news.db"):
        raise sqlite3.OperationalError(said)


def test_a_password_is_not_shown() -> None:
    assert where_of("postgresql+psycopg://ada:secret@host/x") == "postgresql+psycopg://ada@host/x"
    assert where_of("news.db") == "news.db"


def test_sqlite_is_safe_against_a_power_cut(tmp_path: Path) -> None:
    with open_archive(tmp_path / "news.db") as archive, archive._engine.connect() as connection:
        settings = [
            connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert settings == ["wal", 2, 1]


def test_what_is_only_to_be_read_is_read_where_writing_is_not_permitted(tmp_path: Path, pile: list[Article]) -> None:
    with open_archive(tmp_path / "news.db") as archive:
        archive.add(pile)
    with open_archive(tmp_path / "news.db", read_only=True) as archive:
        assert len(archive.stories()) == 3
    assert isinstance(archive, Archive)
