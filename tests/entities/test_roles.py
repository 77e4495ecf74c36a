"""Whom an office of a country stands for."""

import pytest

from dateline.entities.article_names import Names
from dateline.entities.names import find
from dateline.entities.roles import Holders, Office, offices
from dateline.languages import named

ENGLISH = named("en")


def read(text: str) -> list[Office]:
    return offices(ENGLISH, text, find(ENGLISH, text))


def meant(text: str, *others: str) -> list[str | None]:
    """Whom the offices that stand alone in a text mean, in a story with others."""
    names = [Names(ENGLISH, one) for one in (text, *others)]
    holders = Holders(ENGLISH, ((offices(ENGLISH, own.text, own.all), own.full) for own in names))
    return [
        holders.of(office, names[0].people_before(office.span.start))
        for office in offices(ENGLISH, text, names[0].all)
        if office.holder is None
    ]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("North Korean leader Kim Jong Un came.", "Kim Jong Un"),
        ("Kim Jong Un, the North Korean leader, came.", "Kim Jong Un"),
        ("The Russian president, Vladimir Putin, came.", "Vladimir Putin"),
        ("They met the Russian president, Vladimir Putin", "Vladimir Putin"),
        ("Russia’s President Vladimir Putin came.", "Vladimir Putin"),
        ("U.S. President Donald Trump came.", "Donald Trump"),
        ("British Prime Minister Theresa May came.", "Theresa May"),
        ("The Russian president met Kim Jong Un.", None),
        ("The Russian president, who met Kim Jong Un, left.", None),
        ("They saw the Russian president, Vladimir Putin and Kim Jong Un.", None),
    ],
)
def test_who_holds_an_office_stands_beside_it(text: str, holder: str | None) -> None:
    [office] = read(text)
    assert office.holder == holder


def test_an_office_stands_where_it_is_said_to() -> None:
    text = "Then the late North Korean leader left. Monday’s guest is France’s president; a German chancellor came."
    assert [office.span.of(text) for office in read(text)] == [
        "the late North Korean leader",
        "France’s president",
        "German chancellor",
    ]


def test_an_office_means_who_holds_it() -> None:
    assert meant("North Korean leader Kim Jong Un came. The North Korean leader smiled.") == ["Kim Jong Un"]


def test_an_article_that_does_not_say_who_holds_it_is_told_by_another() -> None:
    assert meant("The Russian president smiled.", "Russian President Vladimir Putin came.") == ["Vladimir Putin"]


def test_a_leader_is_who_holds_the_leading_office() -> None:
    assert meant("The Russian leader smiled.", "Russian President Vladimir Putin came.") == ["Vladimir Putin"]
    french = "French President Anne Morel met French Prime Minister Luc Petit."
    assert meant("The French leader smiled.", french) == [None]


def test_the_elder_leader_is_the_one_of_the_family_named_last() -> None:
    text = "North Korean leader Kim Jong Un came. His father, Kim Jong Il, met Vladimir Putin."
    assert meant(f"{text} The elder North Korean leader liked trains.") == ["Kim Jong Il"]
    text = "His father, Kim Jong Il, met Vladimir Putin. North Korean leader Kim Jong Un came."
    assert meant(f"{text} The elder North Korean leader liked trains.") == ["Kim Jong Il"]


@pytest.mark.parametrize(
    "text",
    [
        "The Russian president smiled.",
        "Russian President Vladimir Putin and Russian President Dmitry Medvedev came. The Russian president smiled.",
        "Russian President Vladimir Putin came. A Russian president smiled.",
        "Russian President Vladimir Putin came. The former Russian president smiled.",
        "Russian President Vladimir Putin came. The next Russian president smiled.",
        "Former Russian President Dmitry Medvedev came. The Russian president smiled.",
        "Acting Russian President Vladimir Putin came. The Russian president smiled.",
    ],
)
def test_nobody_is_meant_where_none_or_more_than_one_may_be(text: str) -> None:
    assert meant(text) == [None]


def test_a_word_that_only_begins_like_an_office_is_none() -> None:
    assert not read("The Russian president-elect and the Russian kingdom smiled. The Russian leader’s car stood there.")


def test_a_former_holder_is_one_who_does_not_hold_it_now() -> None:
    text = "Russian President Vladimir Putin came. Former Russian President Vladimir Putin had been there before. "
    text += "Former Russian President Dmitry Medvedev came. The former Russian president smiled."
    assert meant(text) == ["Dmitry Medvedev"]
