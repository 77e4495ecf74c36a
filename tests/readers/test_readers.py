"""Files in, articles out: formats, order, what is left out and why."""

import datetime as dt
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import Request, annotate, changes_of, timeline_of, write
from dateline.errors import DuplicateArticle, ImpossibleDate, InputError, UndatedArticle, UnreadableInput
from dateline.readers import ReadResult, read, read_parts

Desk = Callable[[dict[str, str | bytes]], Path]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Writes files and makes their folder the current one, so that messages hold short names."""
    monkeypatch.chdir(tmp_path)

    def write(files: dict[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return write


def line(text: str, published: str | None = "2019-04-23", **more: str) -> str:
    return json.dumps({"text": text, "published": published, **more}) + "\n"


def other_notes(reading: ReadResult) -> list[str]:
    """What is noted but on languages, which the few words of these articles do not tell."""
    return [note for note in reading.notes if not note.startswith("language not given")]


def test_one_reading_of_many_formats_in_order_of_publication(desk: Desk) -> None:
    desk(
        {
            "talks.txt": "Date: 2019-04-24\nSource: The Meridian\n\nTalks began on Wednesday.",
            "wires.jsonl": line("Talks ended.", "2019-04-25") + line("Envoys set out.", "2019-04-22"),
            "page.json": json.dumps([{"text": "Envoys arrived.", "published": "2019-04-23"}]),
        }
    )
    reading = read(".")
    assert [article.text.split("\n")[-1] for article in reading.articles] == [
        "Envoys set out.", "Envoys arrived.", "Talks began on Wednesday.", "Talks ended.",
    ]  # fmt: skip
    assert (reading.problems, other_notes(reading)) == ((), [])
    assert [article.read_from for article in reading.articles] == [
        "./wires.jsonl:2", "./page.json:1", "./talks.txt", "./wires.jsonl:1",
    ]  # fmt: skip


def test_every_input_that_fails_is_named_and_the_rest_goes_on(desk: Desk) -> None:
    desk(
        {
            "01-undated.txt": "Nobody wrote when this was.",
            "02-impossible.txt": "Title: Talks\nDate: 31 April 2019\n\nTalks began.",
            "03-empty.txt": "",
            "04-blank.txt": " \n\n",
            "05-picture.txt": b"\x89PNG\r\n\x1a\n\0\0",
            "06-broken.txt": "Date: 2019-04-23\n\n“Ça va”\n".encode() + b"\xff",
            "07-lines.jsonl": line("One.") + "{\n" + line("Three."),
            "08-empty.jsonl": "",
            "09-copy.txt": "Date: 2019-04-24\n\nTalks began.",
            "10-copy.txt": "Date: 2019-04-24\n\nTalks began.",
        }
    )
    reading = read("*", "nowhere.txt", "gone/*.txt")
    assert [str(problem).split(". ")[0] for problem in reading.problems] == [
        "01-undated.txt: no publication date in header or dateline, and none in the file name",
        "02-impossible.txt:2: there is no such day as “31 April 2019”",
        "03-empty.txt: it holds no article",
        "04-blank.txt: it holds no article",
        "05-picture.txt: it is a PNG picture, which is not read",
        "06-broken.txt:4: invalid UTF-8: byte 1 of the line is 0xFF",
        "07-lines.jsonl:2:2: broken JSON: expecting property name enclosed in double quotes",
        "08-empty.jsonl: it holds no article",
        "10-copy.txt: the same article as 09-copy.txt",
        "gone/*.txt: no file matches",
        "nowhere.txt: there is no such file",
    ]
    assert sorted(article.read_from for article in reading.articles) == [
        "07-lines.jsonl:1", "07-lines.jsonl:3", "09-copy.txt",
    ]  # fmt: skip


def test_undated_articles_are_kept_on_request_and_come_last(desk: Desk) -> None:
    desk({"a.jsonl": line("When was this?", None) + line("Talks began.")})
    assert [type(problem) for problem in read("a.jsonl").problems] == [UndatedArticle]
    reading = read("a.jsonl", undated=True)
    assert [article.published for article in reading.articles] == [dt.date(2019, 4, 23), None]
    assert reading.problems == ()


def test_a_day_may_be_given_for_articles_that_tell_none(desk: Desk) -> None:
    desk({"a.txt": "Talks began.", "b.txt": "Date: 2019-04-24\n\nTalks ended."})
    reading = read("a.txt", "b.txt", published=dt.date(2019, 4, 23))
    assert [article.published for article in reading.articles] == [dt.date(2019, 4, 23), dt.date(2019, 4, 24)]


@pytest.mark.parametrize(
    ("data", "origin"),
    [
        (b"Date: 2019-04-23\n\nTalks began.", "-"),
        (line("Talks began.").encode() * 1 + b"{", "-:1"),
        (b"Date: 2019-04-23\n\nTalks began.\n---\nDate: 2019-04-31\n\nTalks ended.", "-:1"),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(data: bytes, origin: str) -> None:
    stream = io.BytesIO(data)
    reading = read("-", stdin=stream)
    assert [(article.read_from, article.published) for article in reading.articles] == [(origin, dt.date(2019, 4, 23))]
    assert not stream.closed


def test_standard_input_has_an_id_of_its_own() -> None:
    (article,) = read("-", stdin=io.BytesIO(b"Date: 2019-04-23\n\nTalks began.")).articles
    assert article.id == "stdin"


def test_a_file_that_may_not_be_read_is_a_problem(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = desk({"a.txt": "Date: 2019-04-23\n\nTalks began.", "b.txt": "Date: 2019-04-24\n\nTalks ended."})
    opened = Path.open

    def forbid(path: Path, mode: str) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(folder / "a.txt"))
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", forbid)
    reading = read("a.txt", "b.txt")
    assert list(map(str, reading.problems)) == ["a.txt: reading it is not permitted. Allow reading it, or leave it out"]
    assert [article.id for article in reading.articles] == ["b.txt"]


def test_a_link_to_nothing_is_a_problem(desk: Desk) -> None:
    folder = desk({"a.txt": "Date: 2019-04-23\n\nTalks began."})
    (folder / "b.txt").symlink_to("gone.txt")
    assert [problem.problem for problem in read(".").problems] == ["there is no such file"]


@pytest.mark.slow
def test_a_long_line_is_refused_without_stopping_the_rest(desk: Desk) -> None:
    huge = b'{"published": "2019-04-23", "text": "' + b"x" * 50_000_000 + b'"}\n'
    desk({"a.jsonl": huge + line("Talks began.").encode(), "b.txt": b"Date: 2019-04-23\n\n" + b"x " * 25_000_000})
    reading = read("a.jsonl", "b.txt")
    assert [problem.where for problem in reading.problems] == ["a.jsonl:1", "b.txt"]
    assert all(isinstance(problem, UnreadableInput) for problem in reading.problems)
    assert [article.text for article in reading.articles] == ["Talks began."]


def test_a_file_beyond_all_reason_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.readers.sources.FILE_LIMIT", 1_000)
    desk({"a.txt": "Date: 2019-04-23\n\n" + "x " * 1_000, "b.jsonl": line("Talks began.") * 1 + " " * 2_000})
    reading = read("a.txt", "b.jsonl")
    assert [problem.where for problem in reading.problems] == ["a.txt"]
    assert len(reading.articles) == 1


def test_a_folder_that_may_not_be_listed_is_a_problem(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk({"desk/a.txt": "Date: 2019-04-23\n\nTalks began.", "desk/inner/b.txt": "x"})
    listed = os.scandir

    def forbid(path: str) -> object:
        if str(path).endswith("inner"):
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", forbid)
    (problem,) = read("desk").problems
    assert str(problem) == "desk/inner: reading it is not permitted. Allow reading it, or leave it out"


def test_any_other_failure_of_the_system_is_named_by_its_code(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk({"a.txt": "x"})

    def fail(path: Path, mode: str) -> object:
        raise OSError(5, "Input/output error", str(path))

    monkeypatch.setattr(Path, "open", fail)
    assert [problem.problem for problem in read("a.txt").problems] == ["it could not be read (EIO)"]


def test_utf16_lines_are_read(desk: Desk) -> None:
    desk({"a.jsonl": (line("Très bien.") + "{\n" + line("“Oui.”")).encode("utf-16")})
    reading = read("a.jsonl")
    assert {article.text for article in reading.articles} == {"Très bien.", "“Oui.”"}
    assert [problem.where for problem in reading.problems] == ["a.jsonl:2:2"]


def test_what_was_told_by_its_bytes_is_noted(desk: Desk) -> None:
    desk({"a.txt": "Date: 2019-04-23\n\nCafés closed.".encode("cp1252")})
    reading = read("a.txt")
    assert reading.articles[0].text.endswith("Cafés closed.")
    assert other_notes(reading) == ["a.txt: not UTF-8, read as cp1252"]


def test_other_data_in_a_folder_is_left_aside_and_refused_when_it_is_named(desk: Desk) -> None:
    desk(
        {
            "desk/a.txt": "Date: 2019-04-23\n\nTalks began.",
            "desk/facts.json": '{"about": "talks", "facts": [1, 2]}',
            "desk/gold.jsonl": '{"id": "a.txt", "timexes": []}\n[1, 2]\n',
        }
    )
    reading = read("desk")
    assert (len(reading.articles), reading.problems) == (1, ())
    assert other_notes(reading) == [
        "desk/facts.json: data other than articles, left aside",
        "desk/gold.jsonl: data other than articles, left aside",
    ]
    assert len(read("desk", "desk/gold.jsonl").problems) == 3
    desk({"desk/gold.jsonl": '{"id": "a.txt", "timexes": []}\n' + line("Talks ended.")})
    assert [problem.where for problem in read("desk").problems] == ["desk/gold.jsonl:1"]


def test_progress_counts_files(desk: Desk) -> None:
    desk({"a.txt": "x", "b.txt": "y", "c.jsonl": ""})
    told: list[tuple[int, int]] = []
    read(".", progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_two_texts_with_one_id_are_versions_or_a_problem(desk: Desk) -> None:
    desk(
        {
            "a.jsonl": line("Talks began.", id="m-1"),
            "b.jsonl": line("Talks began early.", id="m-1", updated="2019-04-24T10:00:00Z"),
            "c.jsonl": line("Talks began late.", id="m-1"),
        }
    )
    reading = read(".")
    assert [article.text for article in reading.articles] == ["Talks began.", "Talks began early."]
    (problem,) = reading.problems
    assert isinstance(problem, DuplicateArticle)
    assert problem.where == "./c.jsonl:1"
    assert "./a.jsonl:1" in problem.problem


QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

# Pieces that meet the readers where they decide.
news = st.lists(
    st.sampled_from(
        [
            "Date: 2019-04-23", " date 2019-04-25 By NPA NORTH", "Title: Talks", "By Ann Lee",
            "OSLO (Reuters) - Talks began.", "---", "***", "=====", "", "", "Date: 31 April 2019", "April 24, 2019",
            "Talks began on Monday.", "é “x” \u202e😀",
            "Id: m-1", "{", "[", '{"text": "a", "published": "2019-04-23"}', "FILE PHOTO: Envoys. REUTERS/Ann Lee",
        ]
    ),
    max_size=12,
)  # fmt: skip


def check(reading: ReadResult) -> None:
    """What holds of every reading."""
    assert all(isinstance(problem, InputError) for problem in reading.problems)
    assert len({(article.id, article.updated, article.published) for article in reading.articles}) == len(
        reading.articles
    )
    for article in reading.articles:
        assert article.id
        article.text.encode()
        end = 0
        for skip in article.skipped:
            assert end <= skip.start < skip.end <= len(article.text)
            assert skip.span.of(article.text) == skip.span.of(article.text).strip() or skip.why == "dateline"
            end = skip.end


@QUICK
@given(content=st.binary(max_size=300), suffix=st.sampled_from(["txt", "jsonl", "json", "dat"]))
def test_whatever_the_bytes_a_file_gives_an_article_or_a_problem(desk: Desk, content: bytes, suffix: str) -> None:
    desk({f"a.{suffix}": content})
    reading = read(f"a.{suffix}", undated=True)
    check(reading)
    assert len(reading.articles) + len(reading.problems) >= 1


@QUICK
@given(lines=news, end=st.sampled_from(["\n", "\r\n", "\r"]))
def test_the_articles_of_a_text_are_stretches_of_it_and_hold_all_its_words(
    desk: Desk, lines: list[str], end: str
) -> None:
    text = end.join(lines)
    desk({"a.txt": text})
    reading = read("a.txt", undated=True)
    check(reading)
    assert all(article.text in text for article in reading.articles)
    if not reading.problems:
        words = [word for line in lines if set(line) - set("-*=") for word in line.split()]
        kept = " ".join(article.text for article in reading.articles)
        assert all(word in kept for word in words)


@QUICK
@given(lines=st.lists(news, max_size=3), order=st.permutations(["a.txt", "b.txt", "x/a.txt", ".", "x"]))
def test_the_order_of_paths_does_not_change_the_reading(desk: Desk, lines: list[list[str]], order: list[str]) -> None:
    desk(dict(zip(["a.txt", "b.txt", "x/a.txt"], ["\n".join(part) for part in lines] + ["", "", ""], strict=False)))

    def seen(reading: ReadResult) -> tuple[object, ...]:
        return reading.articles, tuple(map(str, reading.problems)), reading.notes

    assert seen(read(*order)) == seen(read(*sorted(order)))


def test_an_impossible_date_names_the_line_it_is_on(desk: Desk) -> None:
    desk({"a.txt": "Date: 2019-04-30\n\nOne.\n---\n\nTitle: Two\nDate: 31 April 2019\n\nTwo."})
    (problem,) = read("a.txt").problems
    assert isinstance(problem, ImpossibleDate)
    assert problem.where == "a.txt:7"


def test_what_dateline_wrote_into_the_folder_it_reads_is_left_aside(desk: Desk) -> None:
    text = "Date: 2019-04-23\n\nThe talks began on Monday, the mayor said. They will end on May 3."
    folder = desk({"desk/a.txt": text}) / "desk"
    articles = read("desk").articles
    request = Request(parse=False)
    (folder / "timeline.json").write_text(write(timeline_of(articles, request), "json"), encoding="utf-8")
    changes = write(changes_of(articles, dt.date(2019, 4, 22), request), "json")
    (folder / "changes.json").write_text(changes, encoding="utf-8")
    (folder / "marks.jsonl").write_text(write(annotate(articles, request=request), "jsonl"), encoding="utf-8")
    reading = read("desk")
    assert (len(reading.articles), reading.problems) == (1, ())
    assert other_notes(reading) == [
        f"desk/{name}: output of Dateline, left aside" for name in ("changes.json", "marks.jsonl", "timeline.json")
    ]
    (problem,) = read("desk/timeline.json").problems
    assert problem.problem == "it is output of Dateline, not an article"


def test_articles_can_be_read_in_parts(desk: Desk) -> None:
    folder = desk({"a.jsonl": line("One.", id="1") + line("Two.", id="2") + line("Three.", id="3"), "b.txt": "no day"})
    parts = list(read_parts(folder, most=2))
    assert [[article.id for article in part.articles] for part in parts] == [["1", "2"], ["3"]]
    whole = read(folder)
    assert [str(problem) for part in parts for problem in part.problems] == [str(error) for error in whole.problems]
    assert sum(file.articles for file in parts[-1].files) == 3
