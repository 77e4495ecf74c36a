"""Which capitals and houses stand for a government, and which are the city."""

import pytest

from dateline.entities.article_names import Names
from dateline.entities.governments import government, may_govern
from dateline.languages import named

ENGLISH = named("en")


def told(text: str, name: str) -> str | None:
    """The country for whose government a name in a text stands."""
    names = Names(ENGLISH, text)
    [own, *_] = [found for found in names.all if found.text == name]
    country = government(names.toponyms, own)
    return country.iso if country else None


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The plan was that Washington remove its men.", "Washington", "US"),
        ("Officials said Moscow rejected it.", "Moscow", "RU"),
        ("Relations with Tehran are poor.", "Tehran", "IR"),
        ("It did not persuade Beijing.", "Beijing", "CN"),
        ("They spoke of Moscow’s demands.", "Moscow", "RU"),
        ("Close ties bind Moscow and Pyongyang.", "Pyongyang", "KP"),
        ("Close ties bind Moscow and Pyongyang.", "Moscow", "RU"),
        ("It was refused by the Kremlin.", "Kremlin", "RU"),
        ("They marched on the White House.", "White House", "US"),
    ],
)
def test_a_government(text: str, name: str, country: str) -> None:
    assert told(text, name) == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They danced in Moscow.", "Moscow"),
        ("They flew to Moscow.", "Moscow"),
        ("People love Moscow’s streets.", "Moscow"),
        ("They wrote of Moscow’s Bolshoi Theatre.", "Moscow"),
        ("They closed the Moscow metro.", "Moscow"),
        ("It was refused by Moscow shopkeepers.", "Moscow"),
        ("Brussels rejected it.", "Brussels"),
        ("Singapore rejected it.", "Singapore"),
        ("Lyon rejected it.", "Lyon"),
        ("Close ties bind Lyon and Tehran.", "Tehran"),
    ],
)
def test_no_government(text: str, name: str) -> None:
    assert told(text, name) is None


@pytest.mark.parametrize(
    ("name", "may"),
    [("Moscow", True), ("Kremlin", True), ("Brussels", False), ("Lyon", False), ("Russia", False), ("Monaco", False)],
)
def test_what_may_govern(name: str, may: bool) -> None:
    assert may_govern(ENGLISH, name) is may
