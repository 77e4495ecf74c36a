import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dateline.model import Article, Changes, Timeline
from dateline.writers import write
from dateline.writers.phrasing.characters import folded, isolated


class _Rendered(HTMLParser):
    """The text and the tags a reader of the rendered Markdown gets."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[str] = []
        self.links: list[str | None] = []
        self.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "a":
            self.links.append(dict(attrs)["href"])

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    @property
    def words(self) -> str:
        return folded("".join(self.text))


def test_a_timeline_has_a_heading_a_date_and_an_item_an_entry(timeline: Timeline) -> None:
    written = write(timeline, "markdown")
    assert written.startswith("# Port Elma bridge\n\n3 entries from 2 articles")
    assert (
        "## Thursday 4 May 2023\n"
        "\n"
        "- **scheduled** The new harbour bridge will open on May 4, the port authority said on Thursday.\n"
        "\n"
        "  — [Coast Wire](<https://coastwire.example/bridge?a=1&amp;b=2>), 27 April 2023, according to the port "
        "authority\n"
        "\n"
        "  > Port Elma opens its bridge on May 4, mayor Ada Holm told The Meridian.\n"
        "  >\n"
        "  > — The Meridian, 29 April 2023, according to Ada Holm\n"
        "\n"
        "  2 independent sources.\n"
    ) in written
    assert "Accounts differ (number): Nine people ([Coast Wire]" in written


def test_it_renders_as_it_is_meant(timeline: Timeline) -> None:
    rendered = _Rendered(write(timeline, "markdown"))
    assert rendered.tags.count("h1") == 1
    assert rendered.tags.count("h2") == 4
    assert rendered.tags.count("blockquote") == 2
    assert set(rendered.links) == {"https://coastwire.example/bridge?a=1&b=2"}


def test_changes_say_what_was_before(changes: Changes, articles: tuple[Article, ...]) -> None:
    written = write(changes, "markdown", articles=articles)
    assert "- **confirmed** The new harbour bridge" in written
    assert "  was expected\n" in written
    assert "  > — The Meridian, 29 April 2023, according to Ada Holm\n" in written
    assert "- **gone** The old bridge fell" in written


def test_nothing_found_is_said_in_a_sentence(timeline: Timeline, changes: Changes) -> None:
    assert "No dated events found in 2 articles." in write(replace(timeline, entries=()), "markdown")
    assert write(replace(changes, changes=()), "markdown").endswith(
        "No new article between 27 April 2023 and 29 April 2023.\n"
    )


def test_hostile_text_comes_out_as_that_text(
    hostile_timeline: Timeline, hostile_changes: Changes, hostile_articles: tuple[Article, ...], hostile: str
) -> None:
    shown = folded(isolated(folded(hostile)))
    for result, times in ((hostile_timeline, 19), (hostile_changes, 4)):
        rendered = _Rendered(write(result, "markdown", articles=hostile_articles))
        assert rendered.words.count(shown) == times
        assert set(rendered.tags) <= {"h1", "h2", "p", "ul", "li", "strong", "blockquote"}


@pytest.mark.parametrize(
    "passage",
    ["1. First of May", "- a dash", "+ a plus", "# a rule", "> a quotation", "=== a line", "12) a bracket", "`"],
)
def test_a_passage_that_begins_like_markup_is_text(timeline: Timeline, passage: str) -> None:
    entry = timeline.entries[-1]
    told = replace(entry, evidence=(replace(entry.evidence[0], exact=passage),))
    rendered = _Rendered(write(replace(timeline, entries=(told,)), "markdown"))
    assert passage in rendered.words
    assert rendered.tags.count("li") == 3
    assert rendered.tags.count("blockquote") == 1


@settings(deadline=None)
@given(data=st.data())
def test_any_passage_reads_as_it_was(timeline: Timeline, data: st.DataObject) -> None:
    passage = data.draw(st.text(max_size=60) | st.text("\\`*_[]<>&~#$!.-+=()|:1a \n", max_size=40))
    entry = timeline.entries[-1]
    told = replace(entry, evidence=(replace(entry.evidence[0], exact=passage),))
    rendered = _Rendered(write(replace(timeline, entries=(told,)), "markdown"))
    assert folded(isolated(folded(passage))) in rendered.words
    assert rendered.tags.count("li") == 3


def test_figures_that_change_and_turns_are_told(counting: Timeline, moved: Timeline) -> None:
    assert (
        "- **visitors**: about 1,200 visitors (Thu 27 Apr 2023), 3,000 to 4,000 visitors (Sat 29 Apr 2023)"
    ) in write(counting, "markdown")
    assert "Told as scheduled for Tuesday 2 May 2023 (27 April 2023, Coast Wire, according to" in write(
        moved, "markdown"
    )


def test_a_change_quotes_what_it_was_before(changes: Changes) -> None:
    now, before = write(changes, "markdown").split("Before:")
    assert "> Port Elma opens its bridge on May 4" in now
    assert "> The new harbour bridge will open on May 4" in before


def test_front_matter_is_yaml_above_the_same_document(timeline: Timeline) -> None:
    matter, _, document = write(timeline, "frontmatter").removeprefix("---\n").partition("---\n\n")
    fields = dict(line.split(": ", 1) for line in matter.splitlines())
    assert json.loads(fields["title"]) == "Port Elma bridge"
    assert json.loads(fields["sources"]) == ["Coast Wire", "The Meridian"]
    assert (json.loads(fields["from"]), json.loads(fields["to"])) == ("1987-01-01", "2023-05-04")
    assert document == write(timeline, "markdown")
