"""The lines above a story; articles with such heads are read whole in `test_plain.py`."""

import pytest

from dateline.readers.heads import is_title, read_head

STORY = "The ferry Marigold sank off Skarn on Wednesday."


def fields(*lines: str) -> dict[str, str]:
    return read_head("\n".join([*lines, "", STORY])).fields


def test_labels_fill_the_fields_of_an_article() -> None:
    assert fields("Title: Ferry sinks", "Date: 2021-03-04", "Source: Aar Wire", "By: Ada Quill") == {
        "title": "Ferry sinks",
        "published": "2021-03-04",
        "source": "Aar Wire",
        "byline": "Ada Quill",
    }


def test_the_first_line_that_gives_a_field_counts() -> None:
    assert fields("Date: 2021-03-04", "Published: 2021-03-09")["published"] == "2021-03-04"


def test_an_impossible_date_is_taken_so_that_it_can_be_refused_by_name() -> None:
    assert fields("31 April 2021") == {"published": "31 April 2021"}


def test_the_head_ends_where_the_story_begins() -> None:
    text = f"Ferry sinks\n\nBy Ada Quill\n4 March 2021\n\n{STORY}\nDate: 2021-03-09"
    head = read_head(text)
    assert text[head.body :].strip().startswith(STORY)
    assert head.fields == {"title": "Ferry sinks", "byline": "Ada Quill", "published": "4 March 2021"}
    assert text[head.date_at :].startswith("4 March")
    assert [text[skip.start : skip.end] for skip in head.skipped] == ["Ferry sinks", "By Ada Quill", "4 March 2021"]


def test_a_story_without_a_head_has_none() -> None:
    head = read_head(STORY)
    assert (head.fields, head.skipped, head.body) == ({}, [], 0)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Ferry sinks off Skarn", True),
        ("Will the ferry sail again?", True),
        ("The ferry sank off Skarn.", False),
        ("SKARN, March 4 (Reuters) -", False),
        ("Ferry " * 60, False),
    ],
)
def test_a_title_is_short_and_not_closed_as_a_sentence_is(line: str, title: bool) -> None:
    assert is_title(line) is title
