import json
from dataclasses import replace

from dateline.model import Status, Timeline
from dateline.readers import read
from dateline.writers import write


def test_an_entry_is_an_event_whose_date_is_cut_short_where_its_words_are(timeline: Timeline) -> None:
    events = json.loads(write(timeline, "ninjs"))
    assert {event["type"] for event in events} == {"event"}
    assert len({event["uri"] for event in events}) == len(events)
    dates = [event["eventDetails"]["dates"] for event in events]
    assert dates == [{"expectedStartDate": value} for value in ("1987", "2021-03", "2023-05-04")]
    assert events[2]["people"][0] == {"name": "Ada Holm", "rel": "participant"}


def test_what_was_called_off_says_so(timeline: Timeline) -> None:
    off = replace(timeline.entries[2], status=Status.CANCELLED)
    (event,) = json.loads(write(replace(timeline, entries=(off,)), "ninjs"))
    assert event["eventDetails"]["eventStatus"].endswith("/cancelled")


def test_what_is_written_is_not_read_as_articles(timeline: Timeline, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "events.json").write_text(write(timeline, "ninjs"), "utf-8")
    assert read(tmp_path / "events.json").articles == ()
