import datetime as dt
import json
from pathlib import Path

import pytest

from dateline.languages import named
from dateline.readers import read
from dateline.readers.headers import dateline_of
from dateline.readers.publication import changed_the_day_after, contradiction, dated_the_eve

GIVEN = dt.date(2018, 1, 20)


def told(text: str) -> dt.date | None:
    found = contradiction(text, 0, dateline_of(text), GIVEN)
    return found.day if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Dam breaks at Ash\nUpdated: 2017-09-15\nThe dam at Ash broke on Thursday.", "2017-09-15"),
        ("Published 8:05 PM EDT, September 15, 2017\nThe dam at Ash broke on Thursday.", "2017-09-15"),
        ("The dam at Ash broke on Thursday.\nLast updated: 15 September 2017", "2017-09-15"),
        ("Updated: 2017-09-17\nThe dam broke.\nPublished: 2017-09-15", "2017-09-15"),
        ("PORT ALDER, Sept. 15 (Reuters) - The dam at Ash broke on Thursday.", "2017-09-15"),
        ("PORT ALDER, Jan. 22, 2018 (Reuters) - The dam at Ash broke on Monday.", "2018-01-22"),
    ],
)
def test_a_text_that_says_its_day_goes_before_its_header(text: str, day: str) -> None:
    assert told(text) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "PORT ALDER, Jan. 19 (Reuters) - The dam at Ash broke on Thursday.",
        "Updated: 2018-01-23\nThe dam at Ash broke on Thursday.",
        "Published: 2018-01-20\nThe dam at Ash broke on Thursday.",
        "The study, published on September 15, 2017, found no fault in the dam at Ash.",
        "September 15, 2017\nThe dam at Ash breaks. A heading within a chronicle is no stamp.",
        "The dam at Ash broke on Thursday.",
    ],
)
def test_nothing_contradicts_the_header(text: str) -> None:
    assert told(text) is None


def test_it_is_said_where_the_text_went_before_the_header(tmp_path: Path) -> None:
    file = tmp_path / "dam.jsonl"
    text = "Updated: 2017-09-15\nThe dam at Ash broke on Thursday, the council said."
    file.write_text(json.dumps({"text": text, "published": "2018-01-20"}) + "\n", encoding="utf-8")
    result = read(file)
    assert [article.published for article in result.articles] == [dt.date(2017, 9, 15)]
    (note,) = [note for note in result.notes if "contradicts" in note]
    assert "2017-09-15 by “Updated: 2017-09-15”" in note
    assert "not 2018-01-20" in note


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A lorry drove into the fair late on Thursday. The mayor said early on Friday it was no accident.",
            "said early on Friday",
        ),
        (
            "The dam broke on Thursday. One guest told The Meridian on Friday that it shook.",
            "told The Meridian on Friday",
        ),
        # It names no other day, and that one twice.
        (
            "Rosa Feld told The Meridian on Friday that the dam was unsafe. “It leaks,” she said on Friday.",
            "told The Meridian on Friday",
        ),
        (
            "The dam broke on Thursday. The mayor said early on Friday that nine had died. Guests told The Meridian on "
            "Friday that it shook. The council will meet today.",
            "said early on Friday",
        ),
        # What a quotation counts from today, though it goes on over a line, is of when it was said.
        (
            "The dam broke early on Thursday. The mayor said early on Friday that nine had died. “We met on Monday.\n"
            "Only today did they call,” he said early on Friday. The council had met on Monday.",
            "said early on Friday",
        ),
        # The full stop of a time of day ends no sentence.
        (
            "The dam broke on Thursday. The mayor said early on Friday that nine had died. Two boats left at 4 a.m. "
            "Friday. The council had met on Monday.",
            "said early on Friday",
        ),
        ("Rosa Feld said on Friday that she quit. On Monday the council met, and on Friday it said so.", None),
        (
            "The dam broke on Thursday. The mayor said early on Friday that nine had died. Guests said on Friday that "
            "it shook. On Monday the council met. It will meet today.",
            None,
        ),
        # It counts from today, tells of a plan, of any Friday, of last week's, or of its own day alone.
        ("The dam broke on Thursday. Yesterday it had been dry, the mayor said on Friday.", None),
        ("The dam broke on Thursday. The council will vote on Friday, the mayor said.", None),
        ("The dam broke on Thursday. The mayor quit early on Friday. The council will vote on Friday.", None),
        ("The dam broke on Thursday. The mayor had said last Friday that it was safe.", None),
        ("The dam broke on Thursday. The mayor came back on Friday.", None),
        # It has nothing else to tell its day by, or tells of the rest of that one.
        ("The dam broke. The mayor said on Friday that it was safe.", "said on Friday"),
        ("The dam broke on Thursday. Oxley on Friday denied that it was old.", "Oxley on Friday denied"),
        ("The dam broke on Thursday. Oxley on Friday denied it. They meet later on Friday.", "Oxley on Friday denied"),
        ("The dam broke. The mayor will answer in her address on Friday.", None),
    ],
)
def test_a_page_that_was_changed_the_day_after(text: str, words: str | None) -> None:
    found = changed_the_day_after(named("en"), text, 0, dt.date(2018, 6, 14))  # a Thursday
    assert (found.words if found else None) == words
    assert found is None or found.day == dt.date(2018, 6, 15)


@pytest.mark.parametrize(
    ("text", "day", "is_of_the_day_after"),
    [
        ("On Saturday the minister of Arland quit. Yesterday her party met to replace her.", 17, True),
        ("On Friday the minister of Arland quit. Yesterday her party met to replace her.", 16, True),
        ("On Saturday the minister of Arland quit. All that remained was yesterday's short meeting.", 17, True),
        # It is no day of a weekend, names its own, tells of a plan or quotes, or goes through the day.
        ("On Thursday the minister of Arland quit. Yesterday her party met to replace her.", 15, False),
        ("On Saturday the minister of Arland quit. Yesterday her party met, and on Sunday it chose.", 17, False),
        ("The party of Arland was to meet next Saturday. Yesterday the minister quit.", 17, False),
        ("On Saturday the minister of Arland quit. “Yesterday I was wrong,” she said.", 17, False),
        ("On Saturday she quit. Yesterday they met. They meet again today, today they vote, today it ends.", 17, False),
    ],
)
def test_a_page_that_has_the_day_before_it_was_printed(text: str, day: int, is_of_the_day_after: bool) -> None:
    found = dated_the_eve(named("en"), text, 0, dt.date(2018, 6, day))  # the 15th is a Friday
    assert (found.day if found else None) == (dt.date(2018, 6, day + 1) if is_of_the_day_after else None)


def test_a_live_report_that_goes_on_past_midnight_is_of_the_day_of_its_last_post(tmp_path: Path) -> None:
    text = """(Update 1:20 a.m. in Corran) It is quiet.
(Update 11:40 p.m. in Corran) Two ships left the port.
(Update 6:30 p.m. Thursday in Corran) A ship waits.
(Update 5:10 p.m. in Corran) The mayor spoke today."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": text, "published": "2018-06-14"}), "utf-8")
    result = read(path)
    assert [article.published for article in result.articles] == [dt.date(2018, 6, 15)]
    assert "2018-06-15 by “(Update 1:20 a.m” in its text" in " ".join(result.notes)


def test_an_update_before_the_publication_is_told_of_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    said = {"text": "The dam broke on Thursday.", "published": "2018-06-14", "updated": "1970-01-01T00:00:00Z"}
    path.write_text(json.dumps(said), "utf-8")
    result = read(path)
    assert [article.available for article in result.articles] == [dt.date(2018, 6, 14)]
    assert f"update before the publication does not count: {path}:1 updated on 1970-01-01, published on 2018-06-14" in (
        result.notes
    )


def test_the_day_after_stands_in_its_article(tmp_path: Path) -> None:
    text = "The dam broke on Thursday. One guest told The Meridian on Friday that it shook."
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": text, "published": "2018-06-14", "title": "Dam breaks"}), "utf-8")
    result = read(path)
    assert [article.published for article in result.articles] == [dt.date(2018, 6, 15)]
    assert "2018-06-15 by “told The Meridian on Friday” in its text" in " ".join(result.notes)
