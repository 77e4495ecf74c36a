import json

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
    assert slide["text"]["text"].replace("<p>", "").replace("</p>", "").count("<") == 0
