"""An output file is the earlier one or the whole new one, never half of it."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from dateline.cli.replacing import replacing
from dateline.errors import UnwritableOutput

NEW = b"a new page"


def write(path: Path) -> None:
    with replacing(path) as put:
        put(NEW[:5])
        put(NEW[5:])


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))  # noqa: PTH208 - hidden ones, too


def test_the_file_is_there_whole_and_nothing_else(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    write(page)
    assert (page.read_bytes(), names(tmp_path)) == (NEW, ["page.html"])


def test_until_all_is_written_the_earlier_file_stands(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(b"yesterday's page, a good deal longer")
    with replacing(page) as put:
        put(NEW)
        assert page.read_bytes().startswith(b"yesterday")
    assert page.read_bytes() == NEW


@pytest.mark.parametrize("ending", [ValueError, KeyboardInterrupt, SystemExit])
def test_an_error_on_the_way_leaves_the_earlier_file(tmp_path: Path, ending: type[BaseException]) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(b"yesterday's page")
    with pytest.raises(ending), replacing(page) as put:  # noqa: PT012
        put(NEW)
        raise ending
    assert (page.read_bytes(), names(tmp_path)) == (b"yesterday's page", ["page.html"])


def test_a_full_disk_leaves_the_earlier_file_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    page = tmp_path / "page.html"
    page.write_bytes(b"yesterday's page")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableOutput, match=r"page\.html cannot be written: the disk is full"):
        write(page)
    assert (page.read_bytes(), names(tmp_path)) == (b"yesterday's page", ["page.html"])


def test_the_permissions_of_the_earlier_file_stay(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.touch()
    page.chmod(0o604)
    write(page)
    assert stat.S_IMODE(page.stat().st_mode) == 0o604


def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write(tmp_path / "page.html")
    assert (tmp_path / "page.html").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_keeps_leading_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    link = tmp_path / "page.html"
    link.symlink_to(Path("pages") / "today.html")
    write(link)
    write(link)
    assert link.is_symlink()
    assert (tmp_path / "pages" / "today.html").read_bytes() == NEW
    assert names(tmp_path / "pages") == ["today.html"]


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=write, args=(pipe,))
    writer.start()
    assert pipe.read_bytes() == NEW
    writer.join()
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_is_written_to() -> None:
    write(Path("/dev/null"))


def test_another_name_of_an_open_file_is_written_to(tmp_path: Path) -> None:
    with (tmp_path / "page.html").open("w+b") as opened:
        write(Path(f"/dev/fd/{opened.fileno()}"))
        assert opened.read() == NEW
    assert names(tmp_path) == ["page.html"]


def test_a_file_that_may_be_written_in_a_folder_that_may_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    page = tmp_path / "page.html"
    page.write_bytes(b"yesterday's page, a good deal longer")
    monkeypatch.setattr(os, "open", forbidden)
    write(page)
    assert page.read_bytes() == NEW
    with pytest.raises(UnwritableOutput, match="writing there is not permitted"):
        write(tmp_path / "other.html")


def test_the_longest_name_that_there_may_be(tmp_path: Path) -> None:
    write(tmp_path / ("é" * 125 + ".html"))
    assert names(tmp_path) == ["é" * 125 + ".html"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("no such folder/page.html", "there is no such folder"),
        ("folder", "it is a folder"),
        ("é" * 126 + ".html", "its name is too long"),
        ("file/page.html", "there is no such folder"),
    ],
)
def test_what_cannot_be_written_is_told_with_the_reason(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableOutput, match=f"{name} cannot be written: {reason}. Name another"):
        write(tmp_path / name)
    assert names(tmp_path) == ["file", "folder"]
