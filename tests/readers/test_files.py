import os
from pathlib import Path

import pytest

from dateline.errors import DuplicateArticle, UnreadableInput
from dateline.readers import files


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles, seen from inside its parent."""
    for name in ("b.txt", "a.txt", "wires/c.jsonl", "wires/deep/d.TEXT", "wires/photo.jpg", ".draft.txt", ".git/e.txt"):
        path = tmp_path / "desk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "desk"


def names(*paths: str) -> list[str]:
    return [name for name, _ in files.select(paths).files]


@pytest.mark.usefixtures("desk")
class TestSelection:
    def test_a_folder_gives_its_articles_in_order_with_those_below_it(self) -> None:
        assert names("desk") == ["desk/a.txt", "desk/b.txt", "desk/wires/c.jsonl", "desk/wires/deep/d.TEXT"]

    def test_a_file_of_any_name_is_taken_when_it_opens_as_a_format_does(self, desk: Path) -> None:
        (desk / "saved").write_text("<!DOCTYPE html><html><p>Talks.</p></html>", "utf-8")
        (desk / "notes").write_text("Talks began.", "utf-8")
        assert "desk/saved" in names("desk")
        assert "desk/notes" not in names("desk")

    def test_the_folder_that_a_browser_puts_beside_a_page_is_passed_over(self, desk: Path) -> None:
        (desk / "Talks.html").write_text("<html><p>Talks.</p></html>", "utf-8")
        for folder in ("Talks_files", "Other_files"):
            (desk / folder).mkdir()
            (desk / folder / "frame.html").write_text("<html><p>Advertisement.</p></html>", "utf-8")
        assert "desk/Talks.html" in names("desk")
        assert "desk/Talks_files/frame.html" not in names("desk")
        assert "desk/Other_files/frame.html" in names("desk")

    def test_what_a_folder_holds_besides_is_noted(self) -> None:
        assert files.select(["desk"]).notes == ["desk: files of other kinds left aside (1 .jpg)"]

    @pytest.mark.parametrize(
        ("pattern", "found"),
        [
            ("desk/*.txt", ["desk/a.txt", "desk/b.txt"]),
            ("desk/**/*.jsonl", ["desk/wires/c.jsonl"]),
            ("desk/[a]*", ["desk/a.txt"]),
        ],
    )
    def test_a_glob_gives_the_files_it_matches(self, pattern: str, found: list[str]) -> None:
        assert names(pattern) == found

    def test_a_file_whose_name_looks_like_a_glob_is_taken_by_its_name(self, desk: Path) -> None:
        (desk / "a[1].txt").write_text("x", "utf-8")
        assert names("desk/a[1].txt") == ["desk/a[1].txt"]

    def test_any_file_is_taken_when_it_is_named(self) -> None:
        assert names("desk/wires/photo.jpg", "desk/.draft.txt") == ["desk/.draft.txt", "desk/wires/photo.jpg"]

    def test_a_file_reached_twice_is_read_once_and_named(self) -> None:
        selection = files.select(["desk/a.txt", "desk/*.txt", "./desk/a.txt"])
        assert [name for name, _ in selection.files] == ["./desk/a.txt", "desk/b.txt"]
        ((_, problem),) = selection.problems
        assert isinstance(problem, DuplicateArticle)
        assert str(problem).startswith("./desk/a.txt: given 3 times")

    def test_the_order_of_arguments_does_not_matter(self) -> None:
        arguments = ["desk/b.txt", "desk", "nowhere", "desk/*.txt"]
        there, back = files.select(arguments), files.select(reversed(arguments))
        assert there.files == back.files
        assert sorted(map(str, there.problems)) == sorted(map(str, back.problems))

    @pytest.mark.parametrize(
        ("path", "problem"),
        [
            ("desk/zzz.txt", "there is no such file"),
            ("desk/*.md", "no file matches"),
            ("desk/\0.txt", "a file name cannot hold the character NUL"),
        ],
    )
    def test_what_is_not_there_is_a_problem(self, path: str, problem: str) -> None:
        ((_, error),) = files.select([path]).problems
        assert isinstance(error, UnreadableInput)
        assert error.problem == problem
        assert error.where == path

    def test_a_folder_without_articles_is_a_problem(self, desk: Path) -> None:
        (desk / "empty").mkdir()
        (desk / "empty" / "readme.md").write_text("x", "utf-8")
        selection = files.select(["desk/empty"])
        ((_, error),) = selection.problems
        assert str(error).startswith("desk/empty: the folder holds no article. A file is read if its name ends in .txt")

    def test_a_pipe_in_a_folder_is_not_waited_for(self, desk: Path) -> None:
        os.mkfifo(desk / "pipe.txt")
        assert "desk/pipe.txt" not in names("desk")

    def test_a_name_outside_utf8_is_shown_as_text(self, desk: Path) -> None:
        path = os.fsdecode(os.fsencode(desk) + b"/caf\xe9.txt")
        Path(path).write_text("x", "utf-8")
        assert any(name.endswith("caf\ufffd.txt") for name in names("desk"))

    @pytest.mark.parametrize("target", ["pipe", "/dev/zero"])
    @pytest.mark.parametrize("given", ["desk", "desk/*.jsonl", "desk/**/*.jsonl"])
    def test_nor_is_a_link_to_a_pipe_or_an_endless_device(self, desk: Path, target: str, given: str) -> None:
        os.mkfifo(desk / "pipe")
        (desk / "link.jsonl").symlink_to(target)
        assert "desk/link.jsonl" not in names(given)

    def test_an_endless_device_is_refused_where_it_is_named(self, desk: Path) -> None:
        (desk / "link.jsonl").symlink_to("/dev/zero")
        ((_, error),) = files.select(["desk/link.jsonl"]).problems
        assert str(error).startswith("desk/link.jsonl: it is a device, not a file. ")

    def test_links_to_folders_are_not_followed_and_noted(self, desk: Path) -> None:
        (desk / "again").symlink_to(desk)
        assert len(names("desk")) == 4
        assert files.select(["desk"]).notes == [
            "desk: 1 link to a folder is not followed",
            "desk: files of other kinds left aside (1 .jpg)",
        ]

    @pytest.mark.parametrize(
        "path", ["n" * 300, "n" * 300 + "*.txt", "desk/" + "n" * 300 + "/a.txt", "d/" * 3000 + "a"]
    )
    def test_a_name_longer_than_the_system_allows_is_not_there(self, path: str) -> None:
        ((_, error),) = files.select([path]).problems
        assert error.problem in {"there is no such file", "no file matches"}
