"""What goes wrong with an archive for real: two at once, no room, no leave to write, damage, a wrong password, a server
that goes away. Each is a sentence; what was reported as added is there, once."""

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from dateline import ArchiveError
from dateline.archive import adding
from dateline.archive import open as open_archive
from dateline.archive.database.connecting import writing
from dateline.model import Article
from stream import article, made_up

SCRIPT = Path(__file__).parents[2] / "scripts" / "postgres"


def dateline(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


def pile_of(path: Path, number: int) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in made_up(number)), "utf-8")
    return path


def reported(done: subprocess.CompletedProcess[str]) -> set[str]:
    return {line.split("\t")[1] for line in done.stdout.splitlines()}


def kept(where: str | Path) -> list[str]:
    with open_archive(where) as archive:
        assert archive.check().mended == ()
        return sorted(one for story in archive.stories() for one in story.articles)


@pytest.mark.slow
def test_two_may_add_at_once(where: str, tmp_path: Path) -> None:
    pile = pile_of(tmp_path / "pile.jsonl", 60)
    command = [sys.executable, "-m", "dateline", "add", str(pile), "--archive", where]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    told = [one.communicate() for one in both]
    assert [one.returncode for one in both] == [0, 0], told
    lines = [line.split("\t")[:2] for out, _ in told for line in out.splitlines()]
    assert sorted(article for became, article in lines if became == "new") == [f"{n:08}" for n in range(60)]
    assert kept(where) == [f"{n:08}" for n in range(60)]


def test_a_search_while_another_writes_finds_what_was_there(where: str, pile: list[Article]) -> None:
    with open_archive(where) as archive, open_archive(where) as other:
        archive.add(pile[:3])
        before = other.search("ferry").total
        with writing(archive._engine) as connection:
            connection.execute(text("UPDATE articles SET story = NULL"))
            assert other.search("ferry").total == before > 0
            assert other.stories()


@pytest.mark.slow
def test_no_room_is_told_and_what_was_reported_is_kept(tmp_path: Path) -> None:
    pile = pile_of(tmp_path / "pile.jsonl", 400)
    where = tmp_path / "news.db"

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))

    full = dateline("add", pile, "--archive", where, "--processes", "1", preexec_fn=limited)
    assert full.returncode == 2
    assert "the disk cannot be written or read" in full.stderr
    assert "Traceback" not in full.stderr
    assert 0 < len(reported(full)) < 400
    assert reported(full) <= set(kept(where))
    assert dateline("add", pile, "--archive", where).returncode == 0
    assert len(kept(where)) == 400


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if (
        os.geteuid()
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], check=False).returncode
    ):
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.slow
def test_a_full_disk_is_told_and_what_was_reported_is_kept(disk: Path, tmp_path: Path) -> None:
    full = dateline("add", pile_of(tmp_path / "pile.jsonl", 400), "--archive", disk / "news.db", "--processes", "1")
    assert full.returncode == 2
    assert "the disk is full" in full.stderr
    for file in disk.iterdir():
        shutil.copy(file, tmp_path)
    assert reported(full) <= set(kept(tmp_path / "news.db"))


@pytest.mark.slow
def test_a_disk_closed_to_writing_is_told_and_can_be_read(disk: Path, tmp_path: Path) -> None:
    where = disk / "news.db"
    with open_archive(where) as archive:
        archive.add([article(row) for row in made_up(2)])
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    closed = dateline("add", pile_of(tmp_path / "pile.jsonl", 3), "--archive", where)
    assert closed.returncode == 2
    assert "writing to it is not permitted" in closed.stderr
    assert json.loads(dateline("stories", "--archive", where, "-f", "json").stdout)["stories"]


@pytest.mark.slow
def test_damage_in_the_middle_is_found_by_a_check(tmp_path: Path) -> None:
    file = tmp_path / "news.db"
    with open_archive(file) as archive:
        archive.add([article(row) for row in made_up(30)])
    whole = bytearray(file.read_bytes())
    for at in range(len(whole) // 3, len(whole) // 2, 4_096):
        whole[at : at + 200] = os.urandom(200)
    file.write_bytes(whole)
    told = dateline("check", "--archive", file)
    assert told.returncode == 2
    assert "it is damaged" in told.stderr or "parts of it are broken" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_wrong_password_is_told_and_not_shown(server: str) -> None:
    folder = Path(server.partition("host=")[2])
    rules = folder / "data" / "pg_hba.conf"
    before = rules.read_text()
    engine = create_engine(server)
    try:
        with engine.begin() as connection:
            connection.execute(text("DROP ROLE IF EXISTS ada"))
            connection.execute(text("CREATE ROLE ada LOGIN PASSWORD 'right'"))
            rules.write_text(f"local all ada scram-sha-256\n{before}")
            connection.execute(text("SELECT pg_reload_conf()"))
        with pytest.raises(ArchiveError) as wrong:
            open_archive(f"postgresql+psycopg://ada:secret@/dateline?host={folder}")
        assert "the user or the password is wrong" in str(wrong.value)
        assert "secret" not in str(wrong.value)
    finally:
        rules.write_text(before)
        with engine.begin() as connection:
            connection.execute(text("SELECT pg_reload_conf()"))
        engine.dispose()


@pytest.fixture
def own_server() -> Iterator[Path]:
    """The folder of a PostgreSQL that a test may end."""
    folder = Path(subprocess.run(["mktemp", "-d"], capture_output=True, text=True, check=True).stdout.strip())
    yield folder
    subprocess.run([str(SCRIPT), "stop", str(folder)], capture_output=True, check=False)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.slow
def test_a_server_that_goes_away_is_told_and_what_was_reported_is_kept(
    own_server: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = subprocess.run([str(SCRIPT), str(own_server)], capture_output=True, text=True, check=False)
    if started.returncode:
        pytest.skip("no PostgreSQL could be started")
    where = started.stdout.strip()
    monkeypatch.setattr(adding, "_BATCH", 10)
    told: list[str] = []

    def end_the_server(one: adding.Added) -> None:
        told.append(one.article)
        if len(told) == 20:
            subprocess.run([str(SCRIPT), "stop", str(own_server)], capture_output=True, check=True)

    pile = [article(row) for row in made_up(60)]
    with open_archive(where) as archive, pytest.raises(ArchiveError, match="the server does not answer"):
        archive.add(pile, told_of=end_the_server)
    with pytest.raises(ArchiveError, match="the server does not answer"):
        open_archive(where)
    subprocess.run([str(SCRIPT), str(own_server)], capture_output=True, check=True)
    assert set(told) <= set(kept(where))
    with open_archive(where) as archive:
        assert archive.add(pile).new == 40
    assert len(kept(where)) == 60
