"""Further tellings of one matter stand under its line and not beside it."""

import datetime as dt

from dateline import Article, Entry, Request, timeline_of, write

CROSSING = "A train carrying Envoy Ilona Varga crossed the Aar into Gressow on Tuesday morning, guarded by forty men."
WAVED = "Varga waved from the train on Tuesday to a crowd with paper flags."
STRIKE = "Dockers at Lindow struck on Tuesday over a new harbour law."


def entries(*texts: str) -> tuple[Entry, ...]:
    articles = [Article(str(n), text, dt.date(2021, 3, 10), f"Outlet {n}") for n, text in enumerate(texts)]
    return timeline_of(articles, Request(parse=False)).entries


def test_what_is_of_another_matter_stands_beside_it() -> None:
    crossing, strike = entries(CROSSING, STRIKE)
    assert not crossing.further
    assert not strike.further


def test_what_goes_with_a_days_event_is_of_one_matter() -> None:
    (entry,) = entries(CROSSING, WAVED)
    assert [passage.article for passage in entry.evidence] == ["0"]
    assert [passage.article for passage in entry.further] == ["1"]
    assert entry.sources == 1  # who tells what went with it bears the event itself out no further


def test_a_further_telling_is_shown_under_its_line() -> None:
    articles = [Article(str(n), text, dt.date(2021, 3, 10), f"Outlet {n}") for n, text in enumerate((CROSSING, WAVED))]
    found = timeline_of(articles, Request(parse=False))
    assert found.told == found.statements == 2
    assert "also: Varga waved" in write(found, "table", width=200)
    assert "Of the same matter:" in write(found, "markdown")
    assert "Of the same matter" in write(found, "html")
