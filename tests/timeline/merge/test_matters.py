"""Further tellings of one matter stand under its line and not beside it."""

import datetime as dt

from dateline import Article, Entry, Request, timeline_of, write

CROSSING = (
    "A freight train carrying Envoy Ilona Varga crossed the Aar into Gressow on Tuesday morning.\n"
    "Varga stepped down at the border station and was given bread and salt.\n"
)
STATION = (
    "A dog barked at the border station of Gressow, where the freight train of Ilona Varga stood on Tuesday morning.\n"
)
STRIKE = "Dockers at Lindow struck on Tuesday over a new harbour law.\n"
VOTE = "Mayor Anna Holm said on Tuesday that the bridge at Lindow would get a second lane."
PAY = "Mayor Anna Holm said on Tuesday that the tram at Lindow needed a new depot."


def entries(*texts: str) -> tuple[Entry, ...]:
    articles = [Article(str(n), text, dt.date(2021, 3, 10), f"Outlet {n}") for n, text in enumerate(texts)]
    return timeline_of(articles, Request(parse=False)).entries


def test_what_one_speaker_says_on_one_day_is_one_matter() -> None:
    (entry,) = entries(VOTE, PAY)
    assert [passage.article for passage in entry.passages] == ["0", "1"]


def test_what_is_of_another_matter_stands_beside_it() -> None:
    crossing, strike = entries(CROSSING, STRIKE)
    assert not crossing.further
    assert not strike.further


def test_a_further_telling_is_shown_under_its_line() -> None:
    articles = [Article(str(n), text, dt.date(2021, 3, 10), f"Outlet {n}") for n, text in enumerate((VOTE, PAY))]
    found = timeline_of(articles, Request(parse=False))
    (entry,) = found.entries
    if entry.further:
        assert "also: Mayor Anna Holm said" in write(found, "table", width=200)
        assert "Of the same matter" in write(found, "markdown")
        assert "Of the same matter" in write(found, "html")
    assert found.told == found.statements == 2
