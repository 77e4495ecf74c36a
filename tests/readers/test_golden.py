"""Each case of `golden/`: a file of a format, and beside it what must come of it.

`talks.html` stands beside `talks.html.expected.json`; a binary file is described by `talks.docx.build.json` and made by
the library of its format (`building.py`). Of an article, what is expected is compared: `first` and `last` are its first
and last words, `text` is the whole story, and `absent` is what it must not hold. The number of articles is always
compared, and so are the problems, each by a piece of it.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from building import built, described
from dateline.model import Article
from dateline.readers import ReadResult, read

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.name.removesuffix(".expected.json") for path in GOLDEN.glob("*.expected.json"))


def outcome(name: str, tmp_path: Path, options: dict[str, Any]) -> ReadResult:
    """What comes of reading the file of a case."""
    path = GOLDEN / name
    if not path.exists():
        path = tmp_path / name
        path.write_bytes(built(described((GOLDEN / f"{name}.build.json").read_text("utf-8"))))
    return read(path, other_languages=True, **options)


def story(article: Article) -> str:
    """What of an article's text is the story."""
    parts, end = [], 0
    for skip in article.skipped:
        parts.append(article.text[end : skip.start])
        end = skip.end
    return "".join((*parts, article.text[end:])).strip()


@pytest.mark.parametrize("name", CASES)
def test_what_comes_of_a_file(name: str, tmp_path: Path) -> None:
    expected = json.loads((GOLDEN / f"{name}.expected.json").read_text("utf-8"))
    result = outcome(name, tmp_path, expected.get("options", {}))
    found = sorted(result.articles, key=lambda article: (str(article.published), article.title or "", article.text))
    assert [problem.problem for problem in result.problems] == expected.get("problems", [])
    assert len(found) == len(expected["articles"])
    for article, wanted in zip(found, expected["articles"], strict=True):
        text = story(article)
        for key, value in wanted.items():
            match key:
                case "first":
                    assert text.startswith(value), text[:200]
                case "last":
                    assert text.endswith(value), text[-200:]
                case "text":
                    assert text == value
                case "absent":
                    assert all(words not in text for words in value)
                case "read as":
                    assert result.told[article.read_from][key] == value
                case "published":
                    assert str(article.published) == value
                case _:
                    assert getattr(article, key) == value, key
    for note in expected.get("notes", []):
        assert any(note in given for given in result.notes), result.notes


def test_every_format_has_two_cases() -> None:
    formats: dict[str, set[str]] = {}
    for name in CASES:
        expected = json.loads((GOLDEN / f"{name}.expected.json").read_text("utf-8"))
        formats.setdefault(expected["format"], set()).add(name)
    assert {format_ for format_, cases in formats.items() if len(cases) < 2} == set()
