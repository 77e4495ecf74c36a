"""The commands as a user meets them: output, messages, exit status."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.events.parsing import parser
from dateline.languages import named

Command = Callable[..., Any]


pytestmark = pytest.mark.slow


def test_a_query_that_nothing_answers_is_told_and_is_no_title(dateline: Command, news: Path) -> None:
    done = dateline("timeline", news, "--query", "dockers", "--query", "volcano", "--format", "json")
    assert done.returncode == 0
    assert b"note: no entry tells of 'volcano'" in done.stderr
    assert b"dockers'" not in done.stderr
    assert json.loads(done.stdout)["title"] == "dockers"


def test_a_query_without_a_word_is_refused(dateline: Command, news: Path) -> None:
    done = dateline("timeline", news, "--query", "")
    assert done.returncode == 2
    assert b"holds no word to look for" in done.stderr


def test_timeline_prints_a_table_and_ends_well(dateline: Command, news: Path) -> None:
    done = dateline("timeline", news)
    assert (done.returncode, done.stderr) == (0, b"")
    table = done.stdout.decode()
    assert "1987" in table
    assert "Ada Quill" in table
    assert "scheduled" in table or "happened" in table
    assert max(map(len, table.splitlines())) <= 80
    assert "\x1b" not in table


@pytest.mark.skipif(not parser.installed(named("en")), reason="the parser is an extra")
def test_timeline_with_the_parser_has_status_and_speaker(dateline: Command, news: Path) -> None:
    timeline = json.loads(dateline("timeline", news, "--parse", "--format", "json").stdout)
    closing = next(entry for entry in timeline["entries"] if entry["date"]["value"] == "2021-06-10")
    assert {(evidence["status"], evidence["said_by"]) for evidence in closing["evidence"]} == {
        ("scheduled", "Ada Quill"),
        ("happened", None),
    }


def test_timeline_json_ties_every_entry_to_characters(dateline: Command, news: Path, texts: dict[str, str]) -> None:
    timeline = json.loads(dateline("timeline", news, "--format", "json").stdout)
    assert {entry["date"]["value"] for entry in timeline["entries"]} >= {"1987", "2021-06-10", "2021-06-02"}
    for entry in timeline["entries"]:
        for evidence in entry["evidence"]:
            assert texts[evidence["article"]][evidence["start"] : evidence["end"]] == evidence["exact"]


def test_output_file_names_its_format(dateline: Command, news: Path, tmp_path: Path) -> None:
    for name, opening in (("t.html", "<!doctype html>"), ("t.md", "# "), ("t.csv", "entry"), ("t.json", "{")):
        done = dateline("timeline", news, "-o", tmp_path / name)
        assert (done.returncode, done.stdout) == (0, b"")
        assert (tmp_path / name).read_text(encoding="utf-8").lower().startswith(opening)


def test_articles_come_through_standard_input(dateline: Command) -> None:
    line = json.dumps({"id": "a", "published": "2020-05-04", "text": "The dam at Ash broke on Sunday, May 3."})
    timeline = json.loads(dateline("timeline", "-", "--format", "json", stdin=line.encode()).stdout)
    assert [entry["date"]["value"] for entry in timeline["entries"]] == ["2020-05-03"]


def test_options_trim_the_timeline(dateline: Command, news: Path) -> None:
    def values(*options: str) -> list[str]:
        entries = json.loads(dateline("timeline", news, "--format", "json", *options).stdout)["entries"]
        return [entry["date"]["value"] for entry in entries]

    assert len(set(values("--dates", "1"))) == 1
    assert values("--until", "1999-12-31") == ["1987"]
    assert "1987" not in values("--since", "2000-01-01")
    assert "1987" not in values("--granularity", "day")
    assert len(values("--sentences", "1")) == len(set(values()))


def test_as_of_is_a_filter_and_a_note_counts_what_it_leaves_out(dateline: Command, news: Path) -> None:
    (news / "undated.txt").write_text("Language: en\n\nThe port was rebuilt on 4 May 1987.\n", encoding="utf-8")
    asked = ("timeline", news, "--undated", "--as-of", "2021-06-05", "--format", "json")
    done = dateline(*asked)
    assert done.returncode == 0
    assert done.stderr.decode().splitlines() == [
        "dateline: note: 1 article published after 2021-06-05 is left out",
        "dateline: note: 1 article without a publication day is left out, because of --as-of",
    ]
    assert {article["id"] for article in json.loads(done.stdout)["articles"]} == {"courier.txt"}
    quiet = dateline(*asked, "--quiet")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, done.stdout, b"")


def test_changes_tells_what_was_confirmed(dateline: Command, news: Path) -> None:
    done = dateline("changes", news, "--since", "2021-06-05", "--format", "json")
    assert done.returncode == 0
    changes = json.loads(done.stdout)
    assert (changes["since"], changes["until"]) == ("2021-06-05", "2021-06-11")
    assert [(change["kind"], change["date"]["value"]) for change in changes["changes"]] == [("came-true", "2021-06-10")]


def test_the_page_of_changes(dateline: Command, news: Path, tmp_path: Path) -> None:
    assert dateline("changes", news, "--since", "2021-06-05", "-o", tmp_path / "today.html").returncode == 0
    page = (tmp_path / "today.html").read_text(encoding="utf-8")
    assert "What changed" in page
    assert "came-true" in page


def test_annotate_writes_a_line_an_article_with_the_layers_asked_for(
    dateline: Command, news: Path, texts: dict[str, str]
) -> None:
    lines = dateline("annotate", news, "--layers", "times").stdout.splitlines()
    first = json.loads(lines[0])
    assert (len(lines), first["id"]) == (2, "courier.txt")
    assert {"timexes", "skipped"} <= set(first)
    assert not {"attributions", "events", "names"} & set(first)
    assert [texts["courier.txt"][t["start"] : t["end"]] for t in first["timexes"]] == [
        t["text"] for t in first["timexes"]
    ]


def test_timeml_is_a_document_an_article(dateline: Command, news: Path, tmp_path: Path) -> None:
    done = dateline("annotate", news, "--format", "timeml", "-o", tmp_path / "timeml")
    assert (done.returncode, done.stdout) == (0, b"")
    assert sorted(path.name for path in (tmp_path / "timeml").iterdir()) == ["courier.txt.tml", "wire.txt.tml"]
    alone = dateline("annotate", news / "wire.txt", "--format", "timeml").stdout
    assert alone == (tmp_path / "timeml" / "wire.txt.tml").read_bytes()
    assert b'value="2021-06-10"' in alone
    assert dateline("annotate", news, "--format", "timeml").returncode == 2


def test_an_input_is_never_written_over(dateline: Command, news: Path, texts: dict[str, str]) -> None:
    done = dateline("timeline", news, "-o", news / "wire.txt")
    assert (done.returncode, (news / "wire.txt").read_text(encoding="utf-8")) == (2, texts["wire.txt"])


def test_a_name_that_says_another_format_is_refused(dateline: Command, news: Path, tmp_path: Path) -> None:
    for command, name in (("timeline", "t.pdf"), ("annotate", "t.xml")):
        done = dateline(command, news, "-o", tmp_path / name)
        assert (done.returncode, list(tmp_path.glob("t.*"))) == (2, [])


def test_as_of_before_all_articles_leaves_nothing_to_read(dateline: Command, news: Path) -> None:
    done = dateline("timeline", news, "--as-of", "2020-01-01")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"2 articles published after 2020-01-01 are left out" in done.stderr
    assert b"there is no article published by 2020-01-01" in done.stderr


def test_an_output_that_cannot_be_written_is_said(dateline: Command, news: Path, tmp_path: Path) -> None:
    done = dateline("timeline", news, "-o", tmp_path / "no such folder" / "t.json")
    assert done.returncode == 2
    assert b"cannot be written" in done.stderr


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("no-date.txt", b"The port closed on Tuesday.\n", "no-date.txt"),
        ("bad-day.txt", b"Date: 2021-04-31\n\nThe port closed.\n", "2021-04-31"),
        ("empty.txt", b"", "empty.txt"),
        ("binary.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary.txt"),
        (
            "broken.jsonl",
            b"".join(
                b'{"id": "%d", "published": "2021-06-0%d", "text": "Port %d closed on May 1, 2021."}\n'
                % (n, n % 9 + 1, n)
                if n != 7
                else b'{"id": "7", "published": \n'
                for n in range(1, 21)
            ),
            "broken.jsonl:7",
        ),
        ("utf8.txt", "Date: 2021-06-04\n\nPão de Açúcar ".encode() + b"\xff\xfe broke on Tuesday.\n", "utf8.txt"),
    ],
)
def test_bad_input_costs_that_input_only(dateline: Command, news: Path, name: str, content: bytes, told: str) -> None:
    (news / name).write_bytes(content)
    done = dateline("timeline", news, "--format", "json")
    assert done.returncode == 1
    assert told in done.stderr.decode()
    assert {"courier.txt", "wire.txt"} <= {article["id"] for article in json.loads(done.stdout)["articles"]}


def test_the_same_article_twice_is_told_and_counted_once(dateline: Command, news: Path, texts: dict[str, str]) -> None:
    (news / "again.txt").write_text(texts["courier.txt"], encoding="utf-8")
    done = dateline("timeline", news, "--format", "json")
    assert done.returncode == 1
    assert b"courier.txt" in done.stderr
    assert len(json.loads(done.stdout)["articles"]) == 2


def test_one_id_with_two_texts_is_told(dateline: Command, tmp_path: Path) -> None:
    lines = [{"id": "x", "published": "2021-06-04", "text": f"The port closed on May {day}."} for day in (3, 4)]
    (tmp_path / "two.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    done = dateline("timeline", tmp_path / "two.jsonl")
    assert done.returncode == 1
    assert b"two.jsonl:2" in done.stderr


def test_nothing_to_read_is_no_output_and_status_two(dateline: Command, tmp_path: Path) -> None:
    done = dateline("timeline", tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert str(tmp_path).encode() in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "pdf"),
        ("--since", "2021-06-31"),
        ("--since", "2021-06-02", "--until", "2021-06-01"),
        ("--dates", "0"),
        ("--granularity", "hour"),
    ],
)
def test_an_option_that_cannot_be_met_is_said(dateline: Command, news: Path, arguments: tuple[str, ...]) -> None:
    done = dateline("timeline", news, *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert arguments[1].encode() in done.stderr


@pytest.mark.skipif(not parser.installed(named("en")), reason="the parser is an extra")
def test_event_rows_have_the_columns_of_polecat_and_our_own(dateline: Command, tmp_path: Path) -> None:
    article = {
        "id": "a1",
        "published": "2019-04-24",
        "source": "Harbour Post",
        "text": "Kenyan police arrested 40 people in Nairobi on Tuesday. Kenya's president will visit Ghana on Friday.",
    }
    path = tmp_path / "corpus.jsonl"
    path.write_text(json.dumps(article) + "\n", encoding="utf-8")
    header, row = dateline("events", path, "--quiet").stdout.decode().splitlines()
    cells = dict(zip(header.split("\t"), row.split("\t"), strict=True))
    assert len(cells) == 51
    assert (cells["Event Type"], cells["Actor Country"], cells["Event Date"]) == ("COERCE", "Kenya", "2019-04-23")
    rows = dateline("events", path, "--quiet", "--status", "all", "--format", "jsonl").stdout.decode().splitlines()
    assert [(json.loads(line)["event_type"], json.loads(line)["status"]) for line in rows] == [
        ("COERCE", "done"),
        ("CONSULT", "planned"),
    ]


def test_the_data_dictionary_needs_no_article(dateline: Command, news: Path) -> None:
    written = dateline("events", news, "--format", "dictionary").stdout.decode()
    assert "| Quad Code |" in written


@pytest.mark.skipif(not parser.installed(named("en")), reason="the parser is an extra")
def test_event_rows_of_a_story_of_an_archive(dateline: Command, tmp_path: Path) -> None:
    article = {
        "id": "a1",
        "published": "2019-04-24",
        "source": "Harbour Post",
        "text": "Kenyan police arrested 40 protesters in Nairobi on Tuesday.",
    }
    path, archive = tmp_path / "corpus.jsonl", tmp_path / "news.db"
    path.write_text(json.dumps(article) + "\n", encoding="utf-8")
    assert dateline("add", path, "--archive", archive, "--quiet").returncode == 0
    written = dateline("events", "--story", "1", "--archive", archive, "--quiet", "--format", "pairs").stdout.decode()
    assert [line.split("\t")[2] for line in written.splitlines()] == ["type", "COERCE"]
