"""`docs/reading.md` says all there is to know of reading."""

import datetime as dt
from pathlib import Path

import pytest

from dateline import errors
from dateline.readers import dates, read
from dateline.readers.headers import headers
from dateline.readers.kinds import SUFFIXES
from dateline.readers.native import ARTICLE_LIMIT

PAGE = (Path(__file__).parents[2] / "docs" / "reading.md").read_text("utf-8")


def test_every_label_of_a_head_is_on_the_page() -> None:
    for labels in [headers().labels]:
        for label in labels:
            assert f"`{label}`" in PAGE.lower()


def test_every_suffix_and_limit_is_on_the_page() -> None:
    assert all(f"`{suffix}`" in PAGE for suffix in SUFFIXES)
    assert f"{ARTICLE_LIMIT // 1_000_000} MB" in PAGE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.4",
        b"\x89PNG\r\n\x1a\n",
        b"id,url\n1,x\n",
        b"a\0b",
        bytes([200, *range(1, 8)]),
        "“é”".encode() + b"\xff",
        b"\xff\xfeabc",
        b"No date.",
        b"Date: 31 April 2019\n\nText.",
        b"Date: 04/05/2019\n\nText.",
        b"Date: 2019-04-23\nUpdated: soon\n\nText.",
        b"Date: 2019-04-23\n",
        b"Date: 2019-04-23\nLanguage: es\n\nText.",
        b'{"title": "Talks", "articles": [{"published": "2019-04-23"}], "entries": []}',
        b"[1, 2",
        b'{"text": 5}',
        b'{"text": "\\ud800"}',
        b'{"text": "a", "id": "m", "published": "2019-04-23"}\n{"text": "b", "id": "m", "published": "2019-04-23"}',
        b'{"text": "a", "published": "2019-04-23"}\n{"text": "a", "published": "2019-04-23"}',
    ],
)
def test_every_error_is_on_the_page_with_what_to_do(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(content)
    problems = read(tmp_path / "a", tmp_path / "a").problems[1:] + read(tmp_path / "b", tmp_path).problems
    assert len(problems) >= 3
    for problem in problems:
        assert f"`{type(problem).__name__}`" in PAGE
        assert problem.remedy in PAGE


def test_every_kind_of_error_in_reading_is_on_the_page() -> None:
    kinds = {kind.__name__ for kind in errors.InputError.__subclasses__()} - {"UnforeseenFault"}  # of analysis
    assert all(f"`{kind}`" in PAGE for kind in kinds)


def test_the_days_it_shows_are_read() -> None:
    for words in ("2019/04/23", "April 23, 2019", "23 April 2019", "Apr. 23rd 2019", "23-Apr-2019", "23/04/2019"):
        assert f"`{words}`" in PAGE
        assert dates.day(words, "") == dt.date(2019, 4, 23)
