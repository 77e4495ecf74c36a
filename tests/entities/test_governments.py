import pytest

from dateline.entities.article_names import Names
from dateline.entities.governments import government, may_govern
from dateline.languages import named

ENGLISH = named("en")


def governing(text: str, name: str) -> str | None:
    """The code of the country whose government a name stands for where it first stands in a text."""
    names = Names(ENGLISH, text)
    found = next(found for found in names.all if found.text == name)
    country = government(names.toponyms, found)
    return country.iso if country else None


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Moscow agreed to the plan.", "Moscow", "RU"),
        ("Talks between Moscow and Pyongyang went on.", "Moscow", "RU"),
        ("Relations with Washington have cooled.", "Washington", "US"),
        ("They asked that Washington remove the sanctions.", "Washington", "US"),
        ("Moscow's decision was praised.", "Moscow", "RU"),
        ("The Kremlin said nothing.", "Kremlin", "RU"),
    ],
)
def test_a_capital_that_acts_is_the_government_of_its_country(text: str, name: str, code: str) -> None:
    assert governing(text, name) == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The train reached Moscow at noon.", "Moscow"),
        ("They met in Moscow on Friday.", "Moscow"),
        ("Moscow's metro was shut.", "Moscow"),
        ("Moscow traffic stood still.", "Moscow"),
        ("Lindow agreed to the plan.", "Lindow"),
    ],
)
def test_where_people_are_it_is_the_city(text: str, name: str) -> None:
    assert governing(text, name) is None


@pytest.mark.parametrize(("name", "may"), [("Moscow", True), ("Kremlin", True), ("Lindow", False), ("Russia", False)])
def test_only_capitals_and_seats_may_govern(name: str, may: bool) -> None:
    assert may_govern(ENGLISH, name) is may
