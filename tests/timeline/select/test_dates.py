import datetime as dt
from collections.abc import Mapping, Sequence

from dateline.languages import named
from dateline.model import Article
from dateline.reading.article import read_article
from dateline.text.copies import Copies
from dateline.timeline.select import dates as rank
from dateline.timeline.select.passages import Passage, by_value, of
from dateline.timeline.select.subject import subject_of
from dateline.timeline.story import Story

ENGLISH = named("en")


def dated(*reports: tuple[str, str]) -> dict[str, list[Passage]]:
    """Passages by date of reports given as day of publication and text."""
    articles = [
        Article(f"a{number}", text, dt.date.fromisoformat(day), f"Outlet {number}")
        for number, (day, text) in enumerate(reports)
    ]
    return by_value([passage for article in articles for passage in of(read_article(article))])


def story(
    found: Mapping[str, Sequence[Passage]],
    copies: Mapping[str, str] | None = None,
    weights: Mapping[tuple[str, int], float] | None = None,
) -> Story:
    passages = [passage for those in found.values() for passage in those]
    articles = {passage.article.id: passage.article for passage in passages}
    return Story(ENGLISH, list(articles.values()), Copies(copies or {}), found, (), weights or {}, subject_of(passages))


def scored(
    found: Mapping[str, Sequence[Passage]],
    copies: Mapping[str, str] | None = None,
    weights: Mapping[tuple[str, int], float] | None = None,
) -> dict[str, float]:
    """What each date is worth."""
    return rank.scores(story(found, copies, weights))


def order(found: Mapping[str, Sequence[Passage]], copies: Mapping[str, str] | None = None) -> list[str]:
    """Date values, the one that matters most first."""
    scores = scored(found, copies)
    return sorted(scores, key=lambda value: -scores[value])


QUAKE = "The quake destroyed the harbour of Port Alder on 3 May 2021."
CONCERT = "The orchestra played for the survivors on 20 May 2021."


def test_a_day_that_more_articles_speak_of_matters_more() -> None:
    found = dated(("2021-05-21", CONCERT), ("2021-05-21", QUAKE), ("2021-05-21", QUAKE.replace("destroyed", "wrecked")))
    assert order(found) == ["2021-05-03", "2021-05-20"]


def test_copies_of_one_report_count_once() -> None:
    found = dated(("2021-05-21", CONCERT), ("2021-05-21", CONCERT), ("2021-05-21", CONCERT), ("2021-05-21", QUAKE))
    found["2021-05-03"] += dated(("2021-05-22", QUAKE))["2021-05-03"]
    assert order(found, {"a1": "a0", "a2": "a0"})[0] == "2021-05-03"


def test_a_day_still_spoken_of_months_later_matters_more() -> None:
    found = dated(("2021-05-21", CONCERT), ("2021-09-01", QUAKE))
    assert order(found)[0] == "2021-05-03"


def test_a_day_that_reports_open_with_matters_more() -> None:
    filler = "The town waited. Nobody had slept well. The shops stayed shut. "
    found = dated(("2021-05-21", filler + CONCERT), ("2021-05-04", "The town waited. " + QUAKE))
    assert order(found)[0] == "2021-05-03"


def test_a_day_beside_a_greater_one_stands_back() -> None:
    quakes = [("2021-06-21", QUAKE.replace("the harbour", f"the {part}")) for part in ("harbour", "school", "market")]
    found = dated(
        *quakes,
        ("2021-06-21", "Rescuers reached the village of Low Alder on 4 May 2021."),
        ("2021-06-21", "The orchestra played for the survivors on 4 June 2021."),
    )
    scores = scored(found)
    assert scores["2021-05-04"] < scores["2021-06-04"] < scores["2021-05-03"]


def test_a_day_that_a_chronology_has_matters_more() -> None:
    days = ("3 May 2021: The quake destroys the harbour.", "9 May 2021: Ferries sail again to the islands.")
    more = (f"{day} May 2021: The town buries its dead in silence." for day in (12, 15, 18))
    found = dated(
        ("2021-06-21", " ".join([*days, *more])),
        ("2021-06-21", "On 24 May 2021 the mayor told the council what the harbour will cost."),
    )
    assert scored(found)["2021-05-09"] > scored(found)["2021-05-24"]


def test_a_day_whose_morrow_brought_more_news_matters_more() -> None:
    found = dated(
        ("2021-05-21", "Nobody in town has slept. Rain fell all night. The shops are shut. " + CONCERT),
        ("2021-05-21", "The relief fund has doubled since 2 May 2021, its treasurer said."),
        ("2021-06-11", "Nobody in town has slept. Rain fell all night. The shops are shut. " + QUAKE),
    )
    assert scored(found)["2021-05-20"] > scored(found)["2021-05-03"]


def test_what_a_report_opens_with_counts_by_how_near_it_is_to_the_story() -> None:
    found = dated(
        *[("2021-08-21", f"{QUAKE} Team {n} dug in the ruins of the harbour.") for n in range(3)],
        ("2021-08-21", "The quake wrecked the harbour of Port Alder again on 20 July 2021."),
        ("2021-08-21", "A comet crossed the northern sky on 20 June 2021."),
    )
    assert scored(found)["2021-07-20"] > scored(found)["2021-06-20"]


def test_what_was_asked_for_matters_more() -> None:
    found = dated(("2021-05-21", QUAKE), ("2021-05-21", CONCERT))
    asked = {(p.article.id, p.sentence.start): 9.0 for p in found["2021-05-20"]}
    scores = scored(found, weights=asked)
    assert scores["2021-05-20"] > scores["2021-05-03"]


def test_a_day_matters_more_than_a_year_spoken_of_as_often() -> None:
    found = dated(
        ("2021-05-21", "The harbour of Port Alder was built in 1907 by Dutch engineers."), ("2021-05-21", QUAKE)
    )
    assert order(found) == ["2021-05-03", "1907"]


def test_ties_go_to_the_earlier_date() -> None:
    assert rank.best({"2021-05-03": 1.0, "2021-05-01": 1.0, "2021-05-02": 0.5}, 1) == {"2021-05-01"}
