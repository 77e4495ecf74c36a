"""An archive whose end was cut off is told of at once, whether or not something was written ahead of it."""

import shutil
from pathlib import Path

import pytest

from dateline import ArchiveError
from dateline.archive import open as open_archive
from dateline.archive.database.whole import is_cut_off
from stream import article, made_up

PILE = [article(row) for row in made_up(40)]


@pytest.fixture(params=["closed", "with what was written ahead"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An archive as it is after it was closed, or as a process left it that was killed."""
    used, left = tmp_path / "used.db", tmp_path / "news.db"
    with open_archive(used) as archive:
        archive.add(PILE[:30], processes=1)
    if request.param == "closed":
        shutil.copy(used, left)
        return left
    with open_archive(used) as archive, archive._engine.connect():
        archive.add(PILE[30:], processes=1)
        for beside in ("", "-wal"):
            shutil.copy(f"{used}{beside}", f"{left}{beside}")
    assert left.with_name("news.db-wal").stat().st_size
    return left


def test_a_whole_one_is_opened(file: Path) -> None:
    assert not is_cut_off(file)
    with open_archive(file) as archive:
        assert archive.stories()


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.95])
def test_one_that_was_cut_off_is_not_read_as_if_it_were_all(file: Path, share: float) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])
    for read_only in (True, False):
        with pytest.raises(ArchiveError, match="it is damaged"), open_archive(file, read_only=read_only) as archive:
            archive.stories()


def test_what_is_written_ahead_alone_is_not_missing(tmp_path: Path) -> None:
    file = tmp_path / "news.db"
    with open_archive(file) as archive, archive._engine.connect():
        before = file.stat().st_size
        archive.add(PILE, processes=1)
        assert file.stat().st_size == before
        assert not is_cut_off(file)


def test_an_empty_file_is_no_archive_to_be_read(tmp_path: Path) -> None:
    (tmp_path / "news.db").touch()
    with pytest.raises(ArchiveError, match="there is no such archive"):
        open_archive(tmp_path / "news.db", read_only=True)
