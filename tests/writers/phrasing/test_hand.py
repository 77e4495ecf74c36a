import datetime as dt
from dataclasses import replace

import pytest

from dateline.model import Contradiction, Correction, Entry, Hand, Mark, MarkKind, Timeline
from dateline.writers import write
from dateline.writers.phrasing.hand import by_hand

AT = dt.datetime(2024, 5, 3, 10, 20, tzinfo=dt.UTC)


def mark(kind: MarkKind, *values: str, by: str = "ada", number: int = 1) -> Mark:
    return Mark(number, kind, by, AT, 1, values)


def marked(timeline: Timeline, hand: Hand) -> Timeline:
    """The timeline, its last line marked."""
    *others, last = timeline.entries
    return replace(timeline, entries=(*others, replace(last, hand=hand)))


def told(timeline: Timeline, hand: Hand) -> list[str]:
    entry: Entry = marked(timeline, hand).entries[-1]
    return list(by_hand(entry))


def test_what_persons_did_is_said_in_a_phrase_each(timeline: Timeline) -> None:
    assert list(by_hand(timeline.entries[0])) == []
    marks = (
        mark(MarkKind.STAR),
        mark(MarkKind.STAR, by="bo"),
        mark(MarkKind.TAG, "harbour"),
        mark(MarkKind.NOTE, "Who pays?", by="bo", number=4),
    )
    assert told(timeline, Hand(marks, older=(4,))) == [
        "starred by ada, bo",
        "tags: harbour",
        "note by bo, 3 May 2024: Who pays?",
        "the note by bo was made on an older version of the article",
    ]
    assert told(timeline, Hand((mark(MarkKind.WRITE, "h", "2023", "happened", "by phone"),))) == [
        "written by ada, 3 May 2024; source: by phone"
    ]


def test_what_is_read_stands_beside_a_correction_and_what_speaks_against_it(timeline: Timeline) -> None:
    passage = replace(timeline.entries[-1].evidence[0], origin="Coast Wire")
    hand = Hand(
        (mark(MarkKind.DATE, "2023-05-03"),),
        (Correction(MarkKind.DATE, 1, "ada", "2023-05-04"), Correction(MarkKind.SPEAKER, 2, "bo", None)),
        (Contradiction(1, MarkKind.DATE, "ada", "2023-05-03", "2023-05-06", passage),),
    )
    assert told(timeline, hand) == [
        "date corrected by ada; Dateline reads: Thu 4 May 2023",
        "speaker corrected by bo; Dateline reads: the article's own voice",
        "contradicted (Coast Wire): Sat 6 May 2023, against Wed 3 May 2023 by ada (date)",
    ]


@pytest.mark.parametrize("format_", ["table", "markdown", "html", "csv", "ics", "timelinejs", "webannotation", "json"])
def test_notes_and_tags_go_out_in_every_format_that_has_room(timeline: Timeline, format_: str) -> None:
    hand = Hand((mark(MarkKind.NOTE, "Who pays?"), mark(MarkKind.TAG, "harbour")))
    written = write(marked(timeline, hand), format_, width=200).replace("\r\n ", "")
    assert "Who pays?" in written
    assert "harbour" in written


@pytest.mark.parametrize("format_", ["html", "markdown", "table", "timelinejs"])
def test_a_note_is_text_and_nothing_else(timeline: Timeline, format_: str) -> None:
    hand = Hand((mark(MarkKind.NOTE, "<script>alert(1)</script>\x1b[31m", by="<i>"), mark(MarkKind.TAG, "[x](y)")))
    written = write(marked(timeline, hand), format_, width=200)
    assert "\x1b" not in written
    if format_ != "table":
        assert "<script>alert" not in written.replace("\\<script", "")
        assert "<i>" not in written.replace("\\<i\\>", "")
    if format_ == "markdown":
        assert "\\[x\\](y)" in written
