"""How likely two passages tell one event, by what they share."""

import datetime as dt

import pytest

from dateline import Article
from dateline.languages import named
from dateline.reading.article import read_article
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.merge.likeness import FEATURES, comparable, features, likeness, model_of, rarity
from dateline.timeline.select import passages

ENGLISH = named("en")


def tellings(*texts: str) -> list[Telling]:
    """What articles of one day, each of one sentence, tell."""
    articles = [
        Article(f"a{number}", text, dt.date(2021, 3, 5), f"Outlet {number}") for number, text in enumerate(texts)
    ]
    return close_reading(passage for article in articles for passage in passages.of(read_article(article)))


def score(one: str, other: str) -> float:
    told = tellings(one, other, "Voters in Ardale elected a new council on March 1.")
    return likeness(told[0], told[1], rarity(told, model_of(ENGLISH)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Gunmen kidnapped 40 pupils from a boarding school in Gressow on Wednesday.",
            "Forty pupils were abducted from their boarding school in Gressow on Wednesday night.",
        ),
        (
            "The rocket will lift off from Skarn on Tuesday.",
            "The launch of the rocket at Skarn is set for Tuesday.",
        ),
        (
            "“We will not sell the harbour,” Ilona Varga said on Thursday.",
            "The harbour will not be sold, Ilona Varga said on Thursday.",
        ),
    ],
)
def test_other_words_for_one_happening_are_likely_one_event(one: str, other: str) -> None:
    assert score(one, other) > 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Varga visited a school in Lindow on Thursday.", "Brandl visited a dairy in Gressow on Thursday."),
        (
            "“We will not sell the harbour,” Ilona Varga said on Thursday.",
            "“They will sell the harbour,” Peter Brandl said on Thursday.",
        ),
        ("Police arrested four men at the harbour on Thursday.", "A fire destroyed a shed at the harbour on Thursday."),
    ],
)
def test_a_place_or_a_verb_alone_makes_no_event(one: str, other: str) -> None:
    assert score(one, other) < 1


def test_a_plan_and_its_end_are_likely_one_event() -> None:
    opened = "The Tulip Fair opens in Gressow on Sunday."
    assert score(opened, "The Tulip Fair, planned for Sunday, has been called off.") > score(
        opened, "The Tulip Fair, planned for Sunday, is to last a week."
    )


def test_a_show_that_is_pointed_to_is_the_show_that_is_told() -> None:
    told = "Ilona Varga gave a show on the ice of the harbour on Thursday."
    pointed = "Nobody in Ardale slept after Thursday's show."
    assert score(told, pointed) > score(told, "Nobody in Ardale slept on Thursday after the noise of the show.")


def test_the_hours_of_a_chronicle_are_not_compared() -> None:
    alarm, found = tellings(
        "At 10:08 p.m. on Thursday the guard found the gate open. "
        "At 10:40 p.m. on Thursday the guard found the safe open."
    )[:2]
    assert alarm.minute == 22 * 60 + 8
    assert not comparable(alarm, found)


def test_likeness_has_no_direction() -> None:
    told = tellings(
        "Varga met Brandl in Gressow on Thursday.",
        "The two leaders, Varga and Brandl, held talks in Gressow on Thursday.",
        "Varga opened a dairy in Gressow on Thursday.",
    )
    rare = rarity(told, model_of(ENGLISH))
    assert all(likeness(one, other, rare) == likeness(other, one, rare) for one in told for other in told)


@pytest.mark.parametrize(
    ("one", "other", "expected", "missing"),
    [
        (
            "The Tulip Fair opens in Gressow on Sunday.",
            "The Tulip Fair, planned for Sunday, has been called off.",
            {"names", "same_time", "turned"},
            {"place", "one_status", "one_voice", "number"},
        ),
        (
            "Fire killed 12 people at the mill in Ardale on Thursday night.",
            "On Thursday night 12 people died in Ardale, police said.",
            {"words", "place", "count", "number", "one_part", "day"},
            {"date_in_figures", "turned", "month", "year", "own_names"},
        ),
        (
            "In 2014 Ilona Varga won the election.",
            "Peter Brandl never forgave her the 2014 election.",
            {"words", "named", "date_in_figures", "background", "own_names", "year"},
            {"names", "place", "one_part", "day"},
        ),
        (
            "“We will not sell the harbour,” Ilona Varga said on Thursday.",
            "Ilona Varga promised on Thursday not to sell it.",
            {"statements", "lead"},
            {"other_speaker", "speech_and_deed", "steps", "goes_on"},
        ),
        (
            "Ilona Varga sold the harbour on Thursday.",
            "“We sold the harbour,” Ilona Varga said on Thursday.",
            {"speech_and_deed", "statement_and_deed", "names"},
            {"other_speaker", "statements"},
        ),
    ],
)
def test_each_feature_stands_under_its_name(one: str, other: str, expected: set[str], missing: set[str]) -> None:
    told = tellings(one, other)
    found = dict(zip(FEATURES, features(told[0], told[1], rarity(told, model_of(ENGLISH))), strict=True))
    assert {name for name in expected if not found[name]} == set()
    assert {name for name in missing if found[name]} == set()


def test_features_lie_between_nought_and_one() -> None:
    told = tellings(
        "Varga met Brandl in Gressow at 3 p.m. on Thursday, said two aides.",
        "Nine people met Varga in Gressow on Thursday.",
        "In March 2019 Varga met Brandl in Lindow.",
    )
    rare = rarity(told, model_of(ENGLISH))
    assert all(0 <= value <= 1 for one in told for other in told for value in features(one, other, rare))


def test_every_feature_has_a_weight_with_the_sign_of_its_meaning() -> None:
    weights = ENGLISH.settings("timeline/likeness.toml")["weights"]
    assert set(weights) == set(FEATURES)
    against, grain = FEATURES.index("own_names"), FEATURES.index("day")
    assert all(weights[name] > 0 for name in FEATURES[:against])
    assert all(weights[name] < 0 for name in FEATURES[against:grain])
