import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from dateline.model import Article, Changes, Status, Timeline
from dateline.writers import write
from dateline.writers.phrasing.characters import folded, isolated, visible

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_STEERS_A_TERMINAL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def _words(text: str) -> str:
    return "".join(text.split())


def test_a_timeline_reads_like_a_chronology(timeline: Timeline) -> None:
    assert write(timeline, "table") == (
        "Port Elma bridge\n"
        "3 entries from 2 articles, published 27 April 2023 to 29 April 2023\n"
        "\n"
        "1987             happened   The old bridge fell in 1987. Nine people died.\n"
        "                            Coast Wire · 27 Apr 2023\n"
        "                            The Meridian · 29 Apr 2023\n"
        "                            2 independent sources\n"
        "                            disagree: Nine people (Coast Wire · 27 Apr 2023) /\n"
        "                            Eleven people (The Meridian · 29 Apr 2023)\n"
        "\n"
        "March 2021       happened   Work began in March 2021.\n"
        "                            The Meridian · 29 Apr 2023\n"
        "\n"
        "Thu 4 May 2023   scheduled  The new harbour bridge will open on May 4, the port\n"
        "                            authority said on Thursday.\n"
        "                            Coast Wire · 27 Apr · according to the port\n"
        "                            authority\n"
        "                            The Meridian · 29 Apr · according to Ada Holm\n"
        "                            2 independent sources\n"
    )


def test_changes_say_what_was_before(changes: Changes, articles: tuple[Article, ...]) -> None:
    written = write(changes, "table", articles=articles)
    assert "3 changes between 27 April 2023 and 29 April 2023" in written
    assert "March 2021       new           Work began in March 2021.\n" in written
    assert "was expected\n" in written
    assert "independent sources: 1 → 2\n" in written
    assert "1987             gone          The old bridge fell in 1987." in written


def test_a_date_is_shown_once_for_all_its_entries(timeline: Timeline) -> None:
    opening = timeline.entries[-1]
    again = replace(opening, id="o2", status=Status.DENIED)
    assert write(replace(timeline, entries=(opening, again)), "table").count("Thu 4 May 2023") == 1


def test_an_entry_of_many_sources_names_the_first_of_them(timeline: Timeline) -> None:
    entry = timeline.entries[-1]
    speakers = [replace(entry.evidence[0], said_by=f"Speaker {number}") for number in range(6)]
    written = write(replace(timeline, entries=(replace(entry, evidence=tuple(speakers)),)), "table")
    assert written.count("according to") == 3
    assert "and 3 more\n" in written


def test_nothing_found_is_said_in_a_sentence(timeline: Timeline, changes: Changes) -> None:
    assert write(replace(timeline, entries=()), "table") == "No dated events found in 2 articles.\n"
    assert write(replace(changes, changes=()), "table") == "No new article between 27 April 2023 and 29 April 2023.\n"
    assert write(replace(changes, changes=(), until=None), "table") == "No new article since 27 April 2023.\n"


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(timeline: Timeline, width: int) -> None:
    lines = write(timeline, "table", width=width).splitlines()
    assert max(cell_len(line) for line in lines) <= width
    assert all(line == line.rstrip() for line in lines)


def test_a_terminal_too_narrow_for_a_table_still_gets_its_words(timeline: Timeline) -> None:
    assert write(timeline, "table", width=0) == write(timeline, "table", width=40)


def test_colour_is_there_when_asked_for_and_carries_no_meaning_alone(timeline: Timeline) -> None:
    plain, coloured = (write(timeline, "table", color=color) for color in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert [line.rstrip() for line in _COLOUR.sub("", coloured).splitlines()] == plain.splitlines()


@pytest.mark.parametrize("color", [False, True])
def test_hostile_text_comes_out_as_that_text_and_steers_nothing(
    hostile_timeline: Timeline,
    hostile_changes: Changes,
    hostile_articles: tuple[Article, ...],
    hostile: str,
    color: bool,
) -> None:
    shown = isolated(folded(hostile))
    for result, times in ((hostile_timeline, 17), (hostile_changes, 4)):
        written = _COLOUR.sub("", write(result, "table", articles=hostile_articles, width=2_000, color=color))
        assert not _STEERS_A_TERMINAL.search(written)
        assert written.count(shown) == times


def test_the_machine_it_runs_on_changes_nothing(timeline: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    before = write(timeline, "table"), write(timeline, "table", color=True)
    for name, value in {"COLUMNS": "33", "NO_COLOR": "1", "FORCE_COLOR": "1", "TERM": "dumb", "LANG": "C"}.items():
        monkeypatch.setenv(name, value)
    assert (write(timeline, "table"), write(timeline, "table", color=True)) == before


@settings(deadline=None)
@given(data=st.data())
def test_no_word_of_any_headline_is_lost(timeline: Timeline, data: st.DataObject) -> None:
    headline = data.draw(st.text(min_size=1, max_size=200))
    entry = replace(timeline.entries[1], headline=headline)
    written = write(replace(timeline, entries=(entry,)), "table")
    assert not _STEERS_A_TERMINAL.search(written)
    assert _words(isolated(visible(_words(headline)))) in _words(written)


def test_figures_that_change_stand_below(counting: Timeline) -> None:
    written = write(counting, "table", width=120)
    assert written.rstrip().endswith(
        "about 1,200 visitors (Thu 27 Apr 2023), 3,000 to 4,000 visitors (Sat 29 Apr 2023)"
    )


def test_a_change_names_the_sources_it_had_before(changes: Changes, articles: tuple[Article, ...]) -> None:
    written = write(changes, "table", width=120, articles=articles)
    assert "before: Coast Wire · 27 Apr · according to the port authority" in written
