"""A person's hand as a user meets it: ids as the timeline shows them, as little to type as can be."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
pytestmark = pytest.mark.slow


@pytest.fixture
def lines(tmp_path: Path, news: Path, dateline: Command, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the ids of the lines of the harbour's story begin with, as the timeline shows them."""
    monkeypatch.setenv("DATELINE_ARCHIVE", str(tmp_path / "news.db"))
    monkeypatch.setenv("DATELINE_BY", "ada")
    assert dateline("add", news, "--story", "Harbour").returncode == 0
    ids = [entry["id"][:4] for entry in _json(dateline)]
    shown = dateline("timeline", "--story", "1").stdout.decode().split()
    assert set(ids) <= set(shown)
    return ids


def _json(dateline: Command, *more: str) -> list[dict[str, Any]]:
    return list(json.loads(dateline("timeline", "--story", "1", "--format", "json", *more).stdout)["entries"])


def test_marks_are_made_shown_exported_and_taken_back(lines: list[str], dateline: Command) -> None:
    before = dateline("timeline", "--story", "1", "--format", "json").stdout
    first, second = lines[:2]
    done = dateline("mark", "star", first)
    assert (done.returncode, done.stderr) == (
        0,
        b"dateline: mark 2: star by ada. `dateline mark undo 2` takes it back\n",
    )
    assert dateline("mark", "note", first, "Who pays?", "--by", "bo").returncode == 0
    assert dateline("mark", "hide", second).returncode == 0
    assert dateline("mark", "correct", first, "--date", "2021-05", "--status", "denied").returncode == 0
    shown = dateline("timeline", "--story", "1").stdout.decode()
    assert "★" in shown
    assert "note by bo" in shown
    assert "status corrected by ada" in shown
    [starred] = _json(dateline, "--only", "starred")
    assert starred["id"].startswith(first)
    assert (starred["status"], starred["date"]["value"]) == ("denied", "2021-05")
    assert len(_json(dateline, "--without", "hidden")) == len(_json(dateline)) - 1
    listed = dateline("mark", "list", "--story", "1").stdout.decode()
    assert "Who pays? on" in listed
    numbers = [mark["id"] for mark in json.loads(dateline("mark", "list", "--format", "json").stdout)["marks"]]
    assert dateline("mark", "undo", *map(str, numbers[1:])).returncode == 0
    assert dateline("timeline", "--story", "1", "--format", "json").stdout == before


def test_what_is_wrong_is_one_clear_line(lines: list[str], dateline: Command) -> None:
    for words, complaint in (
        (
            ("star", "zz"),
            b"no timeline that was made has a line whose id begins with 'zz'. Name the story with --story",
        ),
        (("correct", lines[0]), b"there is nothing to correct. Give --date, --status, --speaker or --headline"),
        (("correct", lines[0], "--date", "May"), b"'May' is not a date. Use 2019-04-25"),
        (("undo", "99"), b"there is no mark 99. `dateline mark list` has the marks of an archive"),
        (("join-stories", "1"), b"give two ids or more"),
    ):
        done = dateline("mark", *words)
        assert done.returncode == 2
        assert complaint in done.stderr


def test_stories_and_lines_of_ones_own(lines: list[str], dateline: Command) -> None:
    assert dateline("mark", "split-story", "wire.txt", "--title", "The wire").returncode == 0
    assert dateline("mark", "title", "1", "The port").returncode == 0
    assert dateline("mark", "write", "I was there", "--date", "2021-05-03", "--story", "1").returncode == 0
    own = next(entry for entry in _json(dateline) if entry["headline"] == "I was there")
    assert (own["evidence"], own["hand"]["marks"][0]["by"]) == ([], "ada")
    stories = json.loads(dateline("stories", "--format", "json").stdout)["stories"]
    assert {story["title"] for story in stories} == {"The port", "The wire"}
    assert dateline("mark", "join-stories", "1", "2").returncode == 0
    assert len(json.loads(dateline("stories", "--format", "json").stdout)["stories"]) == 1


def test_the_passages_of_a_line_are_numbered(lines: list[str], dateline: Command) -> None:
    shown = [dateline("mark", "split", line).stdout.decode() for line in lines]
    assert all(told.startswith("1  ") for told in shown)
