"""Cities by name."""

import pytest

from dateline.entities import gazetteer


def test_names_sought_one_by_one_and_together_give_the_same_cities(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for few in (0, 20):
        monkeypatch.setattr(gazetteer, "_FEW", few)
        monkeypatch.setattr(gazetteer, "_looked_up", {})
        gazetteer.look_up(["Vladivostok", "Vienna", "Nowhereborough"])
        found.append([gazetteer.cities(name) for name in ("Vladivostok", "Vienna", "Nowhereborough")])
    one, other = found
    assert one == other
    assert [city["countrycode"] for city in one[0]] == ["RU"]
    assert {"AT", "US"} <= {city["countrycode"] for city in one[1]}
    assert one[2] == ()


@pytest.mark.parametrize("name", ["Vladivostok", "Vienna", "Valencia", "Sao Paulo"])
def test_the_table_read_once_tells_the_largest_city_of_a_name(name: str) -> None:
    largest = max(gazetteer.cities(name), key=lambda city: int(city["population"]))
    assert gazetteer.bearers()[name][:2] == (largest["countrycode"], largest["population"])


def test_a_city_is_known_without_its_accents_and_whether_it_is_the_only_one() -> None:
    known = gazetteer.bearers()
    assert known["Puerto Penasco"].iso == "MX"
    assert (known["Vladivostok"].is_only, known["Vienna"].is_only) == (True, False)
