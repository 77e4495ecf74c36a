import base64
import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Article, Changes, Diary, Period, Timeline
from dateline.writers import write
from dateline.writers.phrasing.characters import folded, visible

_VOID = {"meta", "input"}
_ATTRIBUTES_THAT_FETCH = ("src", "srcset", "data", "poster", "action", "formaction", "background", "ping", "style")


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str | None]
    children: "list[_Element | str]" = field(default_factory=list)

    def all(self, *tags: str) -> "Iterator[_Element]":
        for child in self.children:
            if isinstance(child, _Element):
                if not tags or child.tag in tags:
                    yield child
                yield from child.all(*tags)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class _Page(HTMLParser):
    """A page as a tree; every tag that is opened has to be closed, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = _Element("", {})
        self._open = [self.root]
        self.feed(html)
        assert self._open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, dict(attrs))
        assert len(element.attributes) == len(attrs), f"an attribute twice in {tag}"
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def _page(html: str) -> _Element:
    return _Page(html).root


@pytest.fixture(scope="module")
def page(timeline: Timeline, articles: tuple[Article, ...]) -> _Element:
    return _page(write(timeline, "html", articles=articles))


@pytest.fixture(scope="module")
def page_of_changes(changes: Changes, articles: tuple[Article, ...]) -> _Element:
    return _page(write(changes, "html", articles=articles))


def _one(root: _Element, tag: str, **attributes: str) -> _Element:
    [element] = [each for each in root.all(tag) if attributes.items() <= each.attributes.items()]
    return element


def test_an_entry_opens_to_its_passages_marked_in_their_paragraphs(page: _Element) -> None:
    entry = _one(page, "article", id="entry-c1")
    first, second = entry.all("figure")
    assert folded(first.text).startswith("The old bridge fell in 1987. Nine people died. Coast Wire, 27 April 2023")
    assert [mark.text for mark in first.all("mark")] == ["The old bridge fell in 1987. Nine people died."]
    assert [mark.text for mark in second.all("mark")] == ["Eleven people died when the old bridge fell in 1987."]
    opening = _one(page, "article", id="entry-o1")
    quotation = next(opening.all("blockquote"))
    assert folded(quotation.text) == (
        "PORT ELMA (Coast Wire) - The new harbour bridge will open on May 4, the port authority said on Thursday."
    )
    assert quotation.attributes["lang"] == "en"


def test_an_entry_of_many_sources_names_the_first_of_them_and_opens_to_all(timeline: Timeline) -> None:
    entry = timeline.entries[-1]
    speakers = [replace(entry.evidence[0], said_by=f"Speaker {number}") for number in range(6)]
    page = _page(write(replace(timeline, entries=(replace(entry, evidence=tuple(speakers)),)), "html"))
    summary = folded(next(page.all("summary")).text)
    assert summary.startswith("Evidence: 2 independent sources Coast Wire 27 April 2023, according to Speaker 0")
    assert summary.endswith("according to Speaker 2 and 3 more")
    assert len(list(page.all("figure"))) == 6


def test_status_speaker_and_disagreement_are_words(page: _Element) -> None:
    assert folded(next(_one(page, "article", id="entry-o1").all("h4")).text).startswith("scheduled: The new harbour")
    assert "according to Ada Holm" in folded(_one(page, "article", id="entry-o1").text)
    collapse = folded(_one(page, "article", id="entry-c1").text)
    assert "Accounts differ on the number" in collapse
    assert "Nine people: Coast Wire, 27 April 2023" in collapse
    assert "2 independent sources" in collapse


def test_figures_that_change_are_drawn_told_and_listed(counting: Timeline) -> None:
    section = _one(_page(write(counting, "html")), "section", id="figures-1")
    drawing = next(section.all("svg"))
    names = (drawing.attributes["aria-labelledby"] or "").split()
    told = {element.attributes["id"]: element.text for element in drawing.all("title", "desc") if element.attributes}
    assert drawing.attributes["role"] == "img"
    assert told == dict(
        zip(
            names,
            ("visitors, by day", "about 1,200 visitors (Thu 27 Apr 2023), 3,000 to 4,000 visitors (Sat 29 Apr 2023)"),
            strict=True,
        )
    )
    assert len(list(drawing.all("circle"))) == 2
    assert [row.attributes["scope"] for row in section.all("th")] == ["col", "col", "col", "row", "row"]
    assert [folded(row.text) for row in next(section.all("tbody")).all("tr")] == [
        "Thu 27 Apr 2023 about 1,200 visitors Coast Wire, 27 April 2023, according to the port authority",
        "Sat 29 Apr 2023 3,000 to 4,000 visitors The Meridian, 29 April 2023, according to Ada Holm",
    ]


def test_an_entry_and_its_figures_lead_to_one_another(counting: Timeline) -> None:
    page = _page(write(counting, "html"))
    entry = _one(page, "article", id="entry-o1")
    assert "#figures-1" in [link.attributes["href"] for link in entry.all("a")]
    links = [link.attributes["href"] for link in next(_one(page, "section", id="figures-1").all("table")).all("a")]
    assert "#entry-o1" in links


def test_an_entry_tells_how_it_came_about(moved: Timeline, timeline: Timeline) -> None:
    told = folded(_one(_page(write(moved, "html")), "article", id="entry-o1").text)
    assert (
        "Told as scheduled for Tuesday 2 May 2023 (27 April 2023, Coast Wire, according to the port authority), then "
        "postponed for Tuesday 2 May 2023 (28 April 2023, The Meridian), then scheduled for Thursday 4 May 2023"
    ) in told
    assert "Told as" not in write(timeline, "html")


def test_coarse_dates_stand_in_order_under_their_year(page: _Element) -> None:
    headings = [folded(heading.text) for heading in page.all("h2", "h3")]
    assert headings == [
        *("1987", "during the year", "2021", "March", "2023", "Thursday 4 May"),
        "Articles",
    ]
    days = [time.attributes["datetime"] for heading in page.all("h3") for time in heading.all("time")]
    assert days == ["1987", "2021-03", "2023-05-04"]


def test_changes_have_a_page_of_their_own(page_of_changes: _Element) -> None:
    section = _one(page_of_changes, "section", **{"aria-labelledby": "section-1"})
    assert "confirmed" in section.text
    assert "independent sources: 1 → 2" in folded(section.text)
    assert not list(page_of_changes.all("script", "link", "img"))


def test_a_diary_has_a_section_for_each_day(changes: Changes) -> None:
    later = replace(changes, since=dt.date(2023, 4, 29), until=dt.date(2023, 4, 30))
    page = _page(write(Diary("The bridge", Period.DAY, (changes, later)), "html"))
    assert [heading.text for heading in page.all("h2")] == ["29 April 2023", "30 April 2023"]


def test_the_first_changes_are_shown_and_how_many_more_there_are(changes: Changes) -> None:
    page = _page(write(changes, "html", most=1))
    assert len(list(page.all("li"))) == 1
    assert "2 more changes; --level all shows them" in page.text


def test_a_change_opens_to_its_passages_now_and_before(page_of_changes: _Element) -> None:
    [opened] = [one for one in page_of_changes.all("details") if "Before" in one.text]
    assert folded(opened.text) == (
        "Passages now and before "
        "Port Elma opens its bridge on May 4, mayor Ada Holm told The Meridian. "
        "The Meridian, 29 April 2023; according to Ada Holm "
        "Before The new harbour bridge will open on May 4, the port authority said on Thursday. "
        "Coast Wire, 27 April 2023; according to the port authority"
    )


def test_the_page_makes_no_request(page: _Element) -> None:
    assert not list(page.all("link", "img", "iframe", "object", "embed", "base", "video", "audio"))
    for element in page.all():
        assert not set(element.attributes) & set(_ATTRIBUTES_THAT_FETCH)
        assert not [name for name in element.attributes if name.startswith("on")]
    [style] = page.all("style")
    assert not re.search(r"url\(|@import|image-set", style.text)
    [script] = page.all("script")
    assert not re.search(r"fetch|XMLHttp|import|innerHTML|eval|https?:", script.text)


def test_only_web_addresses_of_articles_are_linked(page: _Element) -> None:
    outside = {link.attributes["href"] for link in page.all("a")} - {
        f"#{element.attributes['id']}" for element in page.all() if "id" in element.attributes
    }
    assert outside == {"https://coastwire.example/bridge?a=1&b=2"}


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(page: _Element) -> None:
    policy = _one(page, "meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"] or ""
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    for directive, tag in (("style-src", "style"), ("script-src", "script")):
        [element] = page.all(tag)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert allowed.pop(directive) == f"'sha256-{digest}'"
    assert allowed == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}


def test_it_can_be_read_by_ear_and_used_by_keyboard(page: _Element) -> None:
    assert _one(page, "html").attributes["lang"] == "en"
    ids = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for element in page.all():
        assert element.attributes.get("aria-labelledby", ids[0]) in ids
    levels = [int(heading.tag[1]) for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    labelled = {label.attributes["for"] for label in page.all("label")}
    assert {control.attributes["id"] for control in page.all("input", "select")} == labelled
    assert all(folded(control.text) for control in page.all("button", "summary", "a"))
    landmarks = [element.tag for element in page.all("header", "nav", "main", "footer")]
    assert landmarks == ["header", "nav", "main", "footer"]
    skip = next(page.all("a"))
    assert skip.attributes["href"] == "#timeline"
    assert _one(page, "main").attributes["id"] == "timeline"


def test_without_the_script_everything_is_there_but_the_filter(page: _Element) -> None:
    hidden = [element.tag for element in page.all() if "hidden" in element.attributes]
    assert hidden == ["form"]


def test_nothing_found_is_said_and_there_is_nothing_to_filter(timeline: Timeline) -> None:
    page = _page(write(replace(timeline, entries=()), "html"))
    assert "No dated events found in 2 articles." in page.text
    assert not list(page.all("form", "script", "nav"))


def test_hostile_text_comes_out_as_that_text(
    hostile_timeline: Timeline, hostile_changes: Changes, hostile_articles: tuple[Article, ...], hostile: str
) -> None:
    written = write(hostile_timeline, "html", articles=hostile_articles)
    assert not set(written) & set("\x00\x1b\x9b")
    changed = _page(write(hostile_changes, "html", articles=hostile_articles))
    assert next(changed.all("h1")).text == visible(hostile)
    assert not list(changed.all("script", "b", "i", "img"))
    page = _page(written)
    shown = visible(hostile)
    assert next(page.all("h1")).text == shown
    assert [mark.text for mark in page.all("mark")] == [shown]
    timeline = _one(page, "main", id="timeline")
    assert f"{shown} before. {shown} {shown} after." in [quotation.text for quotation in timeline.all("blockquote")]
    assert shown in next(page.all("h4")).text
    assert shown in next(page.all("figcaption")).text
    assert next(page.all("cite")).text == shown
    assert len(list(page.all("script"))) == 1
    assert {link.attributes["href"] for link in page.all("a") if "rel" in link.attributes} == set()


@settings(deadline=None, max_examples=25)
@given(data=st.data())
def test_any_timeline_is_a_well_formed_page(timelines: st.SearchStrategy[Timeline], data: st.DataObject) -> None:
    timeline = data.draw(timelines)
    page = _page(write(timeline, "html"))
    assert len(list(page.all("article"))) == len(timeline.entries)
    marks = [folded(mark.text) for mark in page.all("mark")]
    assert marks == [folded(visible(passage.exact)) for entry in timeline.entries for passage in entry.evidence]
