"""Globs, as `glob.glob` reads them, and on links that lead in a circle."""

import glob
from pathlib import Path

import pytest

from dateline.readers.globs import matching


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "a.txt",
        "wires/b.txt",
        "wires/deep/c.txt",
        "wires/deep/c.json",
        ".git/d.txt",
        "wires/.e.txt",
        "x[1].txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "pattern",
    [
        "*.txt", "**/*.txt", "./**/*.txt", "wires/**/*.txt", "wires/**/deep/*.txt", "**/deep/**/*.json", "**/**/*.txt",
        "w*/**/c.*", "*/*.txt", ".git/**/*.txt", "**/.e.txt", "**/x[[]1].txt", "nowhere/**/*.txt", "**/*.md",
    ],
)  # fmt: skip
def test_it_finds_what_the_standard_library_finds(pattern: str) -> None:
    assert matching(pattern) == sorted(set(glob.glob(pattern, recursive=True)))  # noqa: PTH207


def test_an_absolute_pattern_gives_absolute_paths(desk: Path) -> None:
    assert matching(f"{desk}/**/c.txt") == [f"{desk}/wires/deep/c.txt"]


def test_several_stars_end_on_links_that_lead_in_a_circle(desk: Path) -> None:
    for name in ("one", "two", "wires/three"):
        (desk / name).symlink_to(desk)
    assert matching("**/deep/**/c.txt") == ["wires/deep/c.txt"]
    assert "a.txt" in matching("**/**/**/*.txt")


def test_a_folder_behind_a_link_is_looked_into(desk: Path) -> None:
    elsewhere = desk / "wires" / "deep"
    (desk / "desk").mkdir()
    (desk / "desk" / "link").symlink_to(elsewhere)
    assert matching("desk/**/*.txt") == ["desk/link/c.txt"]
