import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

PAGE = (
    "<html><head><title>Talks</title><meta property='og:site_name' content='The Meridian'>"
    "<meta property='article:published_time' content='2026-03-04'></head><body><article><h1>Talks</h1>"
    "<p>Delegates from Norrland and Sundmark met in Port Varen on Tuesday to discuss the fishing grounds off the Holm "
    "Islands, and agreed on very little.</p></article></body></html>"
)


def pile(folder: Path) -> Path:
    """A folder with one of several kinds."""
    (folder / "pile").mkdir()
    for name, content in {
        "a.html": PAGE,
        "b.csv": "headline,day,body,outlet\nStrike,2026-03-05,Dockers stopped work.,Varen Courier\n",
        "c.eml": "From: Varen Courier <a@b.example>\nSubject: Storm\nDate: Fri, 06 Mar 2026 10:00:00 +0000\n\n"
        "A storm came.\n",
        "d.ics": "BEGIN:VCALENDAR\n",
        "e.pdf": "%PDF-1.4 broken",
    }.items():
        (folder / "pile" / name).write_text(content, "utf-8")
    return folder / "pile"


def test_a_mixed_folder_comes_out_as_articles_with_a_table(dateline: Callable[..., Any], tmp_path: Path) -> None:
    ended = dateline("read", str(pile(tmp_path)), "-o", str(tmp_path / "out.jsonl"))
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [(line["title"], line["source"]) for line in lines] == [
        ("Talks", "The Meridian"),
        ("Strike", "Varen Courier"),
        ("Storm", "Varen Courier"),
    ]
    told = " ".join(ended.stderr.decode().split())
    for row in (
        "a.html an HTML page 1 dateline",
        "d.ics left aside: a file of another kind (.ics) 0 dateline",
        "e.pdf not read 0 1 dateline",
    ):
        assert row in told
    assert "left out: " in told
    assert ended.returncode == 1


def test_what_was_understood_is_explained(dateline: Callable[..., Any], tmp_path: Path) -> None:
    told = dateline("read", str(pile(tmp_path) / "a.html"), "--explain").stderr.decode()
    assert "day 2026-03-04 (meta article:published_time)" in told
    assert "outlet The Meridian (meta og:site_name)" in told


def test_columns_and_values_may_be_named(dateline: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\nDockers stopped work.,2026-03-05\n", "utf-8")
    ended = dateline("read", str(tmp_path / "a.csv"), "--columns", "text=a,published=b")
    assert json.loads(ended.stdout)["text"] == "Dockers stopped work."
    (tmp_path / "a.json").write_text('{"data": [{"x": {"y": "A storm came."}, "z": "2026-03-06"}]}', "utf-8")
    (tmp_path / "map.toml").write_text('articles = "data"\ntext = "x.y"\npublished = "z"\n', "utf-8")
    ended = dateline("read", str(tmp_path / "a.json"), "--map", str(tmp_path / "map.toml"))
    assert json.loads(ended.stdout)["published"] == "2026-03-06"


def test_what_is_no_field_and_no_mapping_is_refused(dateline: Callable[..., Any], tmp_path: Path) -> None:
    path = str(pile(tmp_path) / "b.csv")
    for asked in ("words=a", "text"):
        assert dateline("read", path, "--columns", asked).returncode == 2
    (tmp_path / "map.toml").write_text("text = 5", "utf-8")
    for name in ("map.toml", "nowhere.toml"):
        assert dateline("read", path, "--map", str(tmp_path / name)).returncode == 2


def test_a_file_that_was_read_is_not_written_over(dateline: Callable[..., Any], tmp_path: Path) -> None:
    path = str(pile(tmp_path) / "b.csv")
    assert dateline("read", path, "-o", path).returncode == 2
