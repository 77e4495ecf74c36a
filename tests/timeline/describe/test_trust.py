"""How likely a line is right, and what is left out for it."""

import datetime as dt
from collections.abc import Callable, Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import Article, Depth, Request, Timeline, timeline_of
from dateline.events.parsing.parser import parser_of
from dateline.model import Level
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.describe import trust
from dateline.timeline.describe.standing import head_of
from dateline.timeline.select.events import Event, every
from dateline.timeline.select.passages import PassageKey

DAY = dt.date(2021, 3, 10)
PLAIN = "Fire destroyed the Gressow dairy in Lindow on Tuesday, killing two workers, the police said."
VAGUE = (
    "It would not have been denied: “as of Tuesday, if that could be so, which of us, but for this, is it?” he says."
)


def told(*texts: str, level: Depth | None = None) -> Timeline:
    return timeline_of(
        [Article(str(n), text, DAY, f"Outlet {n}") for n, text in enumerate(texts)], Request(level=level)
    )


def left(events: list[Event], articles: int, kept: Collection[PassageKey] = ()) -> list[Event]:
    """What of these is likely right, the first of them being the weightiest."""
    return trust.trusted(events, [1 / (1 + number) for number in range(len(events))], articles, kept)


@pytest.fixture
def events(tell: Callable[..., list[Telling]]) -> list[Event]:
    return every([[telling] for telling in tell((10, f"{PLAIN} {VAGUE}"))])


def test_plain_news_is_surer_than_what_somebody_says_of_it_in_passing(events: list[Event]) -> None:
    passages = [event.tellings[0].passage for event in events]
    plain, vague = every([[telling] for telling in close_reading(passages, parser_of)])
    assert trust.confidence(plain) > trust.confidence(vague)


def test_what_no_parser_read_is_trusted(events: list[Event]) -> None:
    assert left(events, 1000) == events
    assert not any(name.startswith("tree ") for name in trust.features(*head_of(events[0])))


def test_the_less_likely_line_goes_first_as_the_pile_grows(
    events: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, vague = events
    monkeypatch.setattr(trust, "confidence", lambda event: 900 if event is plain else 200)
    assert left(events, 1) == [plain, vague]
    assert left(events, 40) == [plain]


def test_of_lines_that_are_likely_right_none_goes(events: list[Event], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trust, "confidence", lambda event: 2500 if event is events[0] else 1800)
    assert left(events, 1000) == events


def test_in_a_pile_of_unlikely_lines_what_looks_right_is_less_likely_so(
    tell: Callable[..., list[Telling]], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["the Gressow dairy", "the Lindow mill", "the harbour of Skarn", "the Corran ferry"]
    events = every([[telling] for telling in tell((10, " ".join(f"Ada Quill sold {one} on Monday." for one in words)))])
    order = {event.tellings[0].passage.key: number for number, event in enumerate(events)}

    def left_of(*scores: int) -> int:
        monkeypatch.setattr(trust, "confidence", lambda event: scores[order[event.tellings[0].passage.key]])
        return len(left(events, 1000))

    assert left_of(3500, 1500, 1500, 1500) == 4
    assert left_of(2100, 1700, 1500, 1500) == 2


def test_what_is_kept_stays_however_unlikely(events: list[Event], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trust, "confidence", lambda event: -5000 if event is events[1] else -4000)
    kept = {events[1].tellings[0].passage.key}
    assert left(events, 100) == [events[0]]
    assert left(events, 100, kept=kept) == events


def test_what_weighs_most_stays_however_unlikely(events: list[Event], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trust, "confidence", lambda event: -5000 if event is events[0] else -4000)
    assert left(events, 100) == events
    assert left(events[::-1], 100) == [events[1]]


def test_what_calls_a_plan_off_stays(tell: Callable[..., list[Telling]], monkeypatch: pytest.MonkeyPatch) -> None:
    events = every([[telling] for telling in tell((10, f"{PLAIN} The fair of Saturday was cancelled."))])
    monkeypatch.setattr(trust, "confidence", lambda event: 0 if event is events[0] else -5000)
    assert left(events, 100) == events


@given(numbers=st.lists(st.integers(1, 1_000_000), min_size=2, max_size=2).map(sorted))
def test_of_a_larger_pile_a_greater_part_may_go_and_never_all(numbers: list[int]) -> None:
    few, many = (trust.part(number) for number in numbers)
    assert 0 < few <= many <= trust.part(40) < 1
    assert numbers[0] * (1 - few) <= numbers[1] * (1 - many) + 1e-6, "a larger pile shows no fewer lines"


def test_every_statement_is_there_for_who_asks_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trust, "confidence", lambda event: 5000 if "dairy" in event.tellings[0].exact else -5000)
    monkeypatch.setattr(trust, "part", lambda _: 0.5)
    texts = [PLAIN, "The harbour of Skarn was closed by a storm on Monday."]
    assert len(told(*texts).entries) == 1
    assert len(told(*texts, level=Depth.ALL).entries) == 2


def test_what_is_not_sure_is_not_shown_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trust, "confidence", lambda event: 0 if "dairy" in event.tellings[0].exact else 5000)
    texts = [PLAIN, "The harbour of Skarn was closed by a storm on Monday, the port said."]
    assert {line.date.value: line.level for line in told(*texts, level=Depth.ALL).entries} == {
        "2021-03-08": Level.KEY,
        "2021-03-09": Level.NORMAL,
    }
