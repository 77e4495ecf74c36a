import csv
import datetime as dt
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Article, Changes, EntryDate, Granularity, Timeline
from dateline.writers import write
from dateline.writers.csv import CHANGES_COLUMNS, TIMELINE_COLUMNS
from dateline.writers.phrasing.characters import visible


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _unguarded(cell: str) -> str:
    return re.sub("^'('*[=+\\-@\t\r\n＝＋－＠])", r"\1", cell)


def test_a_row_is_a_passage_and_repeats_its_entry(timeline: Timeline) -> None:
    rows = _rows(write(timeline, "csv"))
    assert [row["entry"] for row in rows] == ["c1", "c1", "b1", "o1", "o1"]
    assert rows[-1] == {
        "entry": "o1",
        "date": "2023-05-04",
        "first": "2023-05-04",
        "last": "2023-05-04",
        "granularity": "day",
        "basis": "stated",
        "level": "normal",
        "status": "scheduled",
        "headline": "The new harbour bridge will open on May 4, the port authority said on Thursday.",
        "importance": "1.0",
        "sources": "2",
        "participants": "Ada Holm; the port authority",
        "places": "Port Elma",
        "conflicts": "",
        "article": "meridian-7",
        "outlet": "The Meridian",
        "published": "2023-04-29",
        "url": "javascript:alert(1)",
        "start": "0",
        "end": "70",
        "exact": "Port Elma opens its bridge on May 4, mayor Ada Holm told The Meridian.",
        "further": "",
        "evidence_status": "scheduled",
        "said_by": "Ada Holm",
        "evidence_date": "",
        "origin": "",
        "starred": "",
        "hidden": "",
        "tags": "",
        "notes": "",
        "corrected": "",
        "contradicted": "",
        "written_by": "",
    }
    assert rows[0]["conflicts"] == "number: Nine people / Eleven people"
    assert rows[0]["said_by"] == ""


def test_a_change_has_both_sides_and_at_least_one_row(changes: Changes, articles: tuple[Article, ...]) -> None:
    new, confirmed, gone = _rows(write(changes, "csv", articles=articles))
    assert new["before_status"] == ""
    assert (confirmed["before_sources"], confirmed["after_sources"]) == ("1", "2")
    assert confirmed["outlet"] == "The Meridian"
    assert gone["change"] == "gone"
    assert gone["article"] == ""


def test_the_header_row_stands_even_when_there_is_nothing_to_tell(timeline: Timeline, changes: Changes) -> None:
    assert write(replace(timeline, entries=()), "csv") == ",".join(TIMELINE_COLUMNS) + "\r\n"
    assert write(replace(changes, changes=()), "csv") == ",".join(CHANGES_COLUMNS) + "\r\n"


@pytest.mark.parametrize("headline", ["=1+1", "+49 30", "-5 degrees", "@port_elma", "\tx", "'=1", "''@x", "＝1"])
def test_no_cell_begins_as_a_formula_and_one_apostrophe_undoes_it(timeline: Timeline, headline: str) -> None:
    entry = replace(timeline.entries[1], headline=headline)
    [row] = _rows(write(replace(timeline, entries=(entry,)), "csv"))
    assert row["headline"] == f"'{headline}"


@pytest.mark.parametrize("headline", ["'Tis the day", "5-4 decision", "2 + 2 = 4"])
def test_ordinary_text_is_left_alone(timeline: Timeline, headline: str) -> None:
    entry = replace(timeline.entries[1], headline=headline)
    [row] = _rows(write(replace(timeline, entries=(entry,)), "csv"))
    assert row["headline"] == headline


def test_hostile_text_comes_out_as_that_text(hostile_timeline: Timeline, hostile: str) -> None:
    [row] = _rows(write(hostile_timeline, "csv"))
    assert {row[column] for column in ("headline", "participants", "places", "exact", "outlet", "said_by")} == {
        visible(hostile)
    }


@settings(deadline=None)
@given(data=st.data())
def test_any_text_can_be_read_back(timelines: st.SearchStrategy[Timeline], data: st.DataObject) -> None:
    timeline = data.draw(timelines)
    passages = [(entry, passage) for entry in timeline.entries for passage in entry.evidence]
    rows = _rows(write(timeline, "csv"))
    assert [_unguarded(row["exact"]) for row in rows] == [visible(passage.exact) for _, passage in passages]
    assert [_unguarded(row["headline"]) for row in rows] == [visible(entry.headline) for entry, _ in passages]
    assert [int(row["start"]) for row in rows] == [passage.start for _, passage in passages]


def test_a_decade_is_in_words_and_no_number(timeline: Timeline) -> None:
    decade = EntryDate("198", dt.date(1980, 1, 1), dt.date(1989, 12, 31), Granularity.DECADE)
    entry = replace(timeline.entries[0], date=decade)
    rows = _rows(write(replace(timeline, entries=(entry,)), "csv"))
    assert {row["date"] for row in rows} == {"1980s"}
