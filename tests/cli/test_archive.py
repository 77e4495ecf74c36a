"""The commands on an archive as a user meets them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
pytestmark = pytest.mark.slow


@pytest.fixture
def kept(tmp_path: Path, news: Path, dateline: Command, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of the harbour's two articles, named by the environment."""
    monkeypatch.setenv("DATELINE_ARCHIVE", str(tmp_path / "news.db"))
    assert dateline("add", news, "--story", "Harbour").returncode == 0
    return tmp_path / "news.db"


def test_add_tells_a_line_for_each_and_how_many(tmp_path: Path, news: Path, dateline: Command) -> None:
    done = dateline("add", news, "--archive", tmp_path / "new.db")
    assert done.returncode == 0
    assert sorted(line.split("\t")[:2] for line in done.stdout.decode().splitlines()) == [
        ["new", "courier.txt"],
        ["new", "wire.txt"],
    ]
    assert b"2 new, 0 new versions, 0 known, 0 left out" in done.stderr
    again = dateline("add", news, "--archive", tmp_path / "new.db")
    assert b"0 new, 0 new versions, 2 known" in again.stderr


def test_stories_as_table_and_json(kept: Path, dateline: Command) -> None:
    assert "Harbour" in dateline("stories").stdout.decode()
    [story] = json.loads(dateline("stories", "--format", "json").stdout)["stories"]
    assert (story["id"], story["title"], story["articles"]) == (1, "Harbour", ["courier.txt", "wire.txt"])


def test_a_timeline_of_a_story_is_that_of_its_files(kept: Path, news: Path, dateline: Command) -> None:
    of_story = dateline("timeline", "--story", "1", "--format", "json")
    assert of_story.stdout == dateline("timeline", news, "--title", "Harbour", "--format", "json").stdout
    assert dateline("timeline", "--story", "Harbour").returncode == 0


def test_changes_since_last(kept: Path, dateline: Command) -> None:
    def changes() -> list[object]:
        done = dateline("changes", "--story", "1", "--since", "last", "--reader", "ada", "--format", "json")
        return list(json.loads(done.stdout)["changes"])

    assert changes()
    assert changes() == []


def test_search(kept: Path, dateline: Command) -> None:
    found = json.loads(dateline("search", '"Mellow Bay"', "--format", "json").stdout)
    assert found["total"] == 2
    assert "[dockers]" in dateline("search", "dockers").stdout.decode().lower()
    refused = dateline("search", '"Mellow')
    assert refused.returncode == 2
    assert b"cannot be read from character 1 on" in refused.stderr


def test_out_and_back(kept: Path, tmp_path: Path, dateline: Command) -> None:
    assert dateline("export", "-o", tmp_path / "all.jsonl").returncode == 0
    back = dateline("add", tmp_path / "all.jsonl", "--archive", tmp_path / "back.db")
    assert b"2 articles taken back" in back.stderr
    assert dateline("stories", "--archive", tmp_path / "back.db").stdout == dateline("stories").stdout


def test_check_and_reread(kept: Path, dateline: Command) -> None:
    checked = dateline("check")
    assert (checked.returncode, checked.stderr) == (0, b"dateline: 2 articles in 2 versions, 1 stories\n")
    assert b"0 versions read again" in dateline("reread").stderr


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("timeline",), b"there is nothing to read"),
        (("timeline", "x.txt", "--story", "1"), b"both given"),
        (("timeline", "--story", "99"), b"there is no story '99'"),
        (("changes", "x.txt", "--since", "last"), b"--since last is for a story"),
        (("stories", "--archive", "nowhere.db"), b"there is no such archive"),
    ],
)
def test_what_cannot_be_done_is_told(kept: Path, dateline: Command, command: tuple[str, ...], told: bytes) -> None:
    done = dateline(*command)
    assert done.returncode == 2
    assert told in done.stderr
