"""Which event a passage is put to, article by article."""

import datetime as dt

import pytest

from dateline import Article
from dateline.languages import named
from dateline.reading.article import read_article
from dateline.timeline.changes.ledger import Ledger
from dateline.timeline.close.stretches import Stretches
from dateline.timeline.close.tellings import close_reading
from dateline.timeline.select import passages


def ledger(*articles: Article) -> Ledger:
    made = Ledger(named("en"))
    for article in articles:
        reading = read_article(article)
        made.add(article, close_reading(passages.of(reading), None, Stretches.of_story([reading])))
    return made


def told(*texts: str, day: int = 5) -> list[list[str]]:
    """For each event, the articles that tell it; an article a day."""
    articles = [Article(str(n), text, dt.date(2021, 3, day + n), f"Outlet {n}") for n, text in enumerate(texts)]
    return [[one.telling.article.id for one in event.told] for event in ledger(*articles).events]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "President Ilona Varga will open the Gressow dairy on March 9.",
            "Ilona Varga will open the dairy of Gressow on March 9, a farmer said.",
        ),
        (
            "President Ilona Varga will open the Gressow dairy on March 9.",
            "The opening of the Gressow dairy by Ilona Varga, planned for March 9, was postponed to March 20.",
        ),
        (
            "Engineers from Lindow Works blew up the old Skarn dam in February 2021.",
            "Engineers from Lindow Works blew up the old Skarn dam on February 27, the council said.",
        ),
        (
            "A concert for Ilona Varga will be held in Gressow on March 20.",
            "Saturday March 20's concert is to raise money for the roofs of three old churches.",
        ),
    ],
)
def test_what_is_one_event(first: str, second: str) -> None:
    assert ["0", "1"] in [sorted(set(articles)) for articles in told(first, second)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ilona Varga met the miners of Lindow on March 3.", "Two horses won the Skarn race on March 3."),
        ("Ilona Varga met the miners of Lindow on March 3.", "Ilona Varga met the miners of Lindow on March 5."),
    ],
)
def test_what_are_two(first: str, second: str) -> None:
    assert told(first, second) == [["0"], ["1"]]


def test_a_newer_version_keeps_what_it_still_says_and_takes_back_the_rest() -> None:
    day = dt.date(2021, 3, 5)
    first = Article("a", "Ilona Varga met miners on March 3. A ferry sank off Skarn on March 4.", day)
    later = dt.datetime(2021, 3, 6, tzinfo=dt.UTC)
    second = Article("a", "Ilona Varga met miners on March 3. It rained in Lindow on March 5.", day, updated=later)
    made = ledger(first, second)
    met, sank, rained = made.events
    assert [(one.since, one.gone) for one in met.told] == [(0, None)]
    assert [(one.since, one.gone) for one in sank.told] == [(0, 1)]
    assert [(one.since, one.gone) for one in rained.told] == [(1, None)]
    assert {event.number for event in made.told_by(1)} == {sank.number, rained.number}


def test_what_is_printed_again_means_the_day_it_meant_first() -> None:
    text = "The Skarn ferry sank on Monday and nine people drowned."
    assert told(text, text, day=5) == [["0", "1"]] or told(text, text, day=5) == [["0"]]
    assert len(told(text, text, text, text, text, day=4)) == 1


def test_events_are_found_by_the_day_on_which_their_date_ends() -> None:
    made = ledger(
        Article("0", "The Lindow bridge will open on March 9.", dt.date(2021, 3, 5)),
        Article(
            "1",
            "A fair will be held in Gressow on March 8. Two horses won the Skarn race on March 3.",
            dt.date(2021, 3, 6),
        ),
    )

    def ending(first: int, before: int) -> list[str]:
        found = made.ending(dt.date(2021, 3, first), dt.date(2021, 3, before))
        return [event.tellings[0].passage.date.value for event in found]

    assert ending(8, 10) == ["2021-03-09", "2021-03-08"]
    assert ending(3, 8) == ["2021-03-03"]
    assert ending(4, 8) == []
