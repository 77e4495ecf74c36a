"""Codes of countries."""

import pytest

from dateline.coding.country_codes import alpha3, by_alpha3
from dateline.entities.countries import countries
from dateline.languages import named


@pytest.mark.parametrize(
    ("iso2", "iso3", "cow", "name"),
    [("KP", "PRK", "731", "North Korea"), ("US", "USA", "2", "United States"), ("HK", "HKG", "", "Hong Kong")],
)
def test_codes_and_names(iso2: str, iso3: str, cow: str, name: str) -> None:
    found = by_alpha3()[alpha3()[iso2]]
    assert (found.iso3, found.cow, found.name) == (iso3, cow, name)


def test_every_country_that_news_names_has_a_code() -> None:
    without = {country.iso for country in countries(named("en"))} - set(alpha3())
    assert without == {"EU", "SU"}  # a body, and a country that is no more
