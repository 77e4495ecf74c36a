"""Whatever an article holds, every format can be encoded and is read by what reads that format."""

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import icalendar
import jsonschema  # type: ignore[import-untyped]
import pytest
from geojson_pydantic import FeatureCollection
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dateline.model import (
    Annotation,
    Article,
    ArticleReference,
    Change,
    ChangeKind,
    Changes,
    EntryDate,
    Granularity,
    Status,
    Timeline,
    Timex,
    TimexType,
)
from dateline.writers import FORMATS, write
from dateline.writers.csv import CHANGES_COLUMNS, TIMELINE_COLUMNS
from dateline.writers.schema import load

pytestmark = pytest.mark.slow

# RFC 3987, sections 2.2 and 3: the characters that an IRI may hold, "%" only before two hexadecimal digits, and
# brackets only in the host.
IRI = re.compile(
    r"(urn:|https?://(\[[0-9A-Fa-f:.]+\]|[^\[\]/?#<>\"{}|\\^`%\s]+)(:\d*)?)"
    r"([^<>\"{}|\\^`\[\]#%\x00-\x20\x7f-\x9f]|%[0-9A-Fa-f]{2})*"
    r"(\#([^<>\"{}|\\^`\[\]#%\x00-\x20\x7f-\x9f]|%[0-9A-Fa-f]{2})*)?"
)
CONTROLS = set(map(chr, [*range(9), 11, 12, *range(14, 32), *range(127, 160)]))
# Formats of a line each: of nothing there is none.
LINES = {"ftm", "timesketchjsonl"}
# Without shrinking: a name of 10 kB takes minutes to shrink.
FEW = settings(max_examples=40, phases=[Phase.generate])


def of(timeline: Timeline) -> Changes:
    """Changes of a timeline's entries, each of which was another one's."""
    changes = tuple(
        Change(ChangeKind.REVISED, after.id, after.date, before, after, after.evidence)
        for before, after in zip((None, *timeline.entries), timeline.entries, strict=False)
    )
    return Changes(timeline.title, dt.date.min, dt.date.max, changes)


@FEW
@given(data=st.data())
def test_every_format_can_be_encoded_and_carries_no_control(
    rough_timelines: st.SearchStrategy[Timeline], data: st.DataObject
) -> None:
    timeline = data.draw(rough_timelines)
    for result, name in ((timeline, "timeline"), (of(timeline), "changes")):
        for format_ in FORMATS[name]:
            written = write(result, format_)
            assert written.encode("utf-8") or format_ in LINES
            assert not CONTROLS & set(written), format_


@cache
def validator(result: str) -> Any:
    return jsonschema.Draft202012Validator(load(result), format_checker=jsonschema.FormatChecker())


@FEW
@given(data=st.data())
def test_json_fits_its_schema(rough_timelines: st.SearchStrategy[Timeline], data: st.DataObject) -> None:
    timeline = data.draw(rough_timelines)
    validator("timeline").validate(json.loads(write(timeline, "json")))
    validator("changes").validate(json.loads(write(of(timeline), "json")))


@FEW
@given(data=st.data())
def test_csv_has_every_cell_in_its_column_and_runs_none(
    rough_timelines: st.SearchStrategy[Timeline], data: st.DataObject
) -> None:
    timeline = data.draw(rough_timelines)
    for result, columns in ((timeline, TIMELINE_COLUMNS), (of(timeline), CHANGES_COLUMNS)):
        head, *rows = csv.reader(io.StringIO(write(result, "csv"), newline=""))
        assert head == list(columns)
        assert {len(row) for row in rows} <= {len(columns)}
        assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in set("=+-@＝＋－＠") - {""}]


@FEW
@given(data=st.data())
def test_a_calendar_holds_no_more_than_the_entries(
    rough_timelines: st.SearchStrategy[Timeline], data: st.DataObject
) -> None:
    timeline = data.draw(rough_timelines)
    written = write(timeline, "ics")
    read = icalendar.Calendar.from_ical(written)
    assert {part.name for part in read.walk()} <= {"VCALENDAR", "VEVENT"}
    assert len(read.walk("VEVENT")) <= len(timeline.entries)
    assert max(len(line.encode()) for line in written.split("\r\n")) <= 75


class Page(HTMLParser):
    """What of a page a browser would run, load or follow."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts = 0
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.loaded: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        self.loaded += [tag] if tag in {"img", "iframe", "object", "embed", "link", "base"} else []
        for name, value in attrs:
            self.handlers += [name] if name.startswith("on") or name in {"style", "src", "srcset"} else []
            self.addresses += [value or ""] if name in {"href", "xlink:href", "action", "formaction"} else []


@FEW
@given(data=st.data())
def test_a_page_runs_loads_and_links_nothing_of_an_article(
    rough_timelines: st.SearchStrategy[Timeline], data: st.DataObject
) -> None:
    timeline = data.draw(rough_timelines)
    pages = [Page(write(result, "html")) for result in (timeline, of(timeline))]
    assert [page.scripts for page in pages] == [1 if timeline.entries else 0, 0]
    for page in pages:
        assert (page.handlers, page.loaded) == ([], [])
        assert all(re.match("#|https?://", address) for address in page.addresses)


@FEW
@given(data=st.data())
def test_linked_data_can_stand_in_a_page_and_links_by_iris(
    rough_timelines: st.SearchStrategy[Timeline], data: st.DataObject
) -> None:
    timeline = data.draw(rough_timelines)
    written = write(timeline, "jsonld")
    assert "<" not in written
    for format_ in ("jsonld", "webannotation"):
        for address in _addresses(json.loads(write(timeline, format_))):
            assert IRI.fullmatch(address), address


def _addresses(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for each in part:
            yield from _addresses(each)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key in {"@id", "id", "url", "source"} and isinstance(value, str):
                yield value
            else:
                yield from _addresses(value)


@FEW
@given(data=st.data())
def test_maps_and_slides_are_read(rough_timelines: st.SearchStrategy[Timeline], data: st.DataObject) -> None:
    timeline = data.draw(rough_timelines)
    FeatureCollection.model_validate_json(write(timeline, "geojson"))
    slides = json.loads(write(timeline, "timelinejs"))
    assert len(slides["events"]) == len(timeline.entries)
    for slide in slides["events"]:
        assert "<" not in slide["text"]["headline"]
        ours = re.compile(r'</?(?:p|blockquote|cite|a)>|<a href="https?://[^"<>]*">')
        assert "<" not in ours.sub("", slide["text"]["text"])


@FEW
@given(
    text=st.text(st.characters(exclude_categories=()), min_size=1, max_size=60),
    identity=st.text(st.characters(exclude_categories=())),
)
def test_timeml_is_xml(text: str, identity: str) -> None:
    article = Article(identity, text, dt.date(2023, 5, 4), title=text)
    timex = Timex(0, 1, text[0], TimexType.DATE, "2023-05-04", mod="APPROX")
    written = write([Annotation(identity, article.published, timexes=(timex,))], "timeml", articles=[article])
    (marked,) = ElementTree.fromstring(written.encode()).findall("TEXT/TIMEX3")
    assert len(marked.text or "") == 1


@pytest.mark.parametrize("format_", FORMATS["timeline"])
def test_a_story_without_an_entry_and_one_without_an_article(format_: str) -> None:
    nothing = Timeline("", (), ())
    silent = Timeline("Lindow", (ArticleReference("a", None, None, None, None),), ())
    for timeline in (nothing, silent):
        written = write(timeline, format_)
        assert written.endswith("\n") or (format_ in LINES and not written)


def test_the_last_day_of_all_has_a_place_in_a_calendar(timeline: Timeline) -> None:
    last = EntryDate("9999-12-31", dt.date.max, dt.date.max, Granularity.DAY)
    entry = replace(timeline.entries[-1], date=last, status=Status.SCHEDULED)
    (event,) = icalendar.Calendar.from_ical(write(replace(timeline, entries=(entry,)), "ics")).walk("VEVENT")
    assert isinstance(event, icalendar.Event)
    assert event.decoded("DTSTART") == dt.date.max
    assert "DTEND" not in event


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://wire.example/a b", "urn:dateline:article:wire-1"),
        ("https://wire.example/<a>?b={c}#d", "https://wire.example/%3Ca%3E?b=%7Bc%7D#d"),
        ("https://wire.example/100%", "https://wire.example/100%25"),
        ("https://wire.example/bücher?q=%20", "https://wire.example/bücher?q=%20"),
        ("javascript:alert(1)", "urn:dateline:article:wire-1"),
    ],
)
def test_a_passage_is_found_under_an_iri(timeline: Timeline, url: str, source: str) -> None:
    articles = tuple(replace(article, url=url) for article in timeline.articles)
    annotations = json.loads(write(replace(timeline, articles=articles), "webannotation"))["items"]
    assert annotations[0]["target"]["source"] == source


def test_a_name_of_ours_is_an_iri_whatever_the_id(timeline: Timeline) -> None:
    entry = replace(timeline.entries[0], evidence=(replace(timeline.entries[0].evidence[0], article="a b/<c>é"),))
    (item,) = json.loads(write(replace(timeline, entries=(entry,)), "webannotation"))["items"]
    assert item["target"]["source"] == "urn:dateline:article:a%20b%2F%3Cc%3E%C3%A9"
