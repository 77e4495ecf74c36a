import json
from dataclasses import replace

from dateline.model import Timeline
from dateline.writers import write


def test_an_entry_is_an_event_with_its_sources(timeline: Timeline) -> None:
    entities = [json.loads(line) for line in write(timeline, "ftm").splitlines()]
    articles = {one["id"]: one for one in entities if one["schema"] == "Article"}
    events = [one for one in entities if one["schema"] == "Event"]
    assert len(articles) == 2
    assert [event["properties"]["date"] for event in events] == [["1987"], ["2021-03"], ["2023-05-04"]]
    assert all(proof in articles for event in events for proof in event["properties"]["proof"])
    assert events[2]["properties"]["publisher"] == ["Coast Wire", "The Meridian"]


def test_values_are_lists_of_texts_and_ids_are_plain(timeline: Timeline) -> None:
    for line in write(timeline, "ftm").splitlines():
        entity = json.loads(line)
        assert entity["id"].replace("-", "").isalnum()
        assert all(isinstance(value, str) for values in entity["properties"].values() for value in values)


def test_a_value_that_says_nothing_is_left_out(timeline: Timeline) -> None:
    blank = replace(timeline.articles[0], title=" ")
    first = json.loads(write(replace(timeline, articles=(blank,)), "ftm").splitlines()[0])
    assert "title" not in first["properties"]
