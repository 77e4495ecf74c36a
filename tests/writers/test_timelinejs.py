import json
import re

from dateline.model import Timeline
from dateline.writers import write


def test_timelinejs_groups_by_status_and_keeps_dates_coarse(timeline: Timeline) -> None:
    slides = json.loads(write(timeline, "timelinejs"))["events"]
    assert [slide["group"] for slide in slides] == [str(entry.status) for entry in timeline.entries]
    by_date = {entry.date.value: slide for entry, slide in zip(timeline.entries, slides, strict=True)}
    assert by_date["1987"]["start_date"] == {"year": 1987}
    assert by_date["2021-03"]["start_date"] == {"year": 2021, "month": 3}
    assert by_date["2021-03"]["display_date"] == "March 2021"


def test_timelinejs_is_given_no_markup_of_others(hostile_timeline: Timeline) -> None:
    (slide,) = json.loads(write(hostile_timeline, "timelinejs"))["events"]
    assert "<" not in slide["text"]["headline"]
    ours = re.compile(r'</?(?:p|blockquote|cite)>|<a href="https?://[^"<>]*">|</a>')
    assert "<" not in ours.sub("", slide["text"]["text"])


def test_timelinejs_shows_the_passage_its_speaker_and_its_source(timeline: Timeline) -> None:
    text = json.loads(write(timeline, "timelinejs"))["events"][2]["text"]["text"]
    assert "<blockquote>The new harbour bridge will open on May 4" in text
    assert '<a href="https://coastwire.example/bridge?a=1&amp;b=2">Coast Wire</a>, 27 April 2023' in text
    assert "according to Ada Holm" in text
