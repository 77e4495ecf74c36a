"""In which format, and where to."""

from pathlib import Path

import pytest

from dateline.cli.options import Output
from dateline.cli.output import a_file_each, format_of
from dateline.errors import OptionError


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("a.md", "markdown"),
        ("a.htm", "html"),
        ("a.HTML", "html"),
        ("a.ics", "ics"),
        ("a.txt", "table"),
        ("a", "table"),
        ("é" * 300 + ".json", "json"),
    ],
)
def test_the_name_of_the_file_says_the_format(name: str, format_: str) -> None:
    assert format_of("timeline", Output(None, Path(name))) == format_


def test_the_format_asked_for_goes_before_the_name() -> None:
    assert format_of("timeline", Output("csv", Path("a.json"))) == "csv"
    assert format_of("timeline", Output("csv")) == "csv"


def test_a_folder_says_no_format(tmp_path: Path) -> None:
    (tmp_path / "timeml.2019").mkdir()
    assert format_of("annotations", Output(None, tmp_path / "timeml.2019")) == "jsonl"


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(
        OptionError, match=r"no format 'pdf'. Use one of table, json, markdown, csv, html, atom, xlsx, parquet$"
    ):
        format_of("changes", Output("pdf"))
    with pytest.raises(OptionError, match=r"no format 'pdf' \(which the name of a.pdf asks for\)"):
        format_of("changes", Output(None, Path("a.pdf")))


def written(folder: Path, ids: list[str]) -> list[str]:
    with a_file_each(folder, len(ids)) as put:
        for number, identity in enumerate(ids):
            put(str(number), identity)
    return sorted(path.name for path in folder.iterdir())


def test_each_article_has_a_file_under_its_id(tmp_path: Path) -> None:
    assert written(tmp_path / "new" / "folder", ["a.txt", "b/c d", "..", "A.TXT"]) == [
        "A.TXT-2.tml",
        "a.txt.tml",
        "article.tml",
        "b_c_d.tml",
    ]


def test_an_id_that_is_too_long_for_a_name_is_cut_and_stays_apart_from_others(tmp_path: Path) -> None:
    ids = ["é" * 200 + str(number) for number in range(3)]
    names = written(tmp_path / "one", [*ids, "x" * 251])
    assert len(names) == 4
    assert max(len(name.encode()) for name in names) <= 255
    assert written(tmp_path / "other", ids[::-1]) == [name for name in names if name.startswith("é")]


def test_several_articles_need_a_folder() -> None:
    with (
        pytest.raises(OptionError, match=r"2 articles were read, .* Name a folder"),
        a_file_each(None, 2),
    ):
        pass
