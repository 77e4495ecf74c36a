"""What holds of writing in any format: what is possible, what is imported, what is refused."""

import subprocess
import sys
from dataclasses import replace

import pytest

from dateline.errors import OptionError
from dateline.model import Annotation, Article, Changes, Diary, Period, Timeline
from dateline.writers import FORMATS, write


def test_every_format_of_every_result_can_be_written_and_comes_out_the_same_again(
    timeline: Timeline, changes: Changes, annotation: Annotation, articles: tuple[Article, ...]
) -> None:
    results: dict[str, Timeline | Changes | Diary | tuple[Annotation, ...] | tuple[Article, ...]] = {
        "timeline": timeline,
        "changes": changes,
        "diary": Diary(changes.title, Period.DAY, (changes, changes)),
        "articles": articles[:1],
        "annotations": (annotation,),
    }
    assert FORMATS.keys() == {*results, "stories", "search", "marks"}  # those are in test_stories.py, test_marks.py
    for name, result in results.items():
        for format_ in FORMATS[name]:
            written = write(result, format_, articles=articles)
            assert written.endswith("\n")
            assert write(result, format_, articles=articles[::-1]) == written


def test_the_first_format_is_for_reading_in_a_terminal() -> None:
    assert FORMATS["timeline"][0] == FORMATS["changes"][0] == "table"


def test_another_format_is_refused_with_those_there_are(changes: Changes, annotation: Annotation) -> None:
    with pytest.raises(
        OptionError, match="changes: no format 'ics'; possible are table, json, markdown, csv, html, atom"
    ):
        write(changes, "ics")
    with pytest.raises(OptionError, match="annotations: no format 'table'"):
        write([annotation], "table")


def test_no_articles_to_quote_from_is_no_error(timeline: Timeline, changes: Changes) -> None:
    assert "The old bridge fell in 1987." in write(timeline, "html")
    assert "meridian-7" in write(changes, "table")


def test_an_undated_article_is_cited_without_a_day(timeline: Timeline) -> None:
    undated = replace(timeline, articles=tuple(replace(article, published=None) for article in timeline.articles))
    for format_ in ("table", "markdown", "html"):
        written = write(undated, format_)
        assert "3 entries from 2 articles" in written
        assert "April 2023" not in written


def test_importing_the_writers_loads_no_format() -> None:
    code = "import sys, dateline.writers; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"rich", "jinja2", "pydantic", "dateline.writers.html"} & set(loaded)
