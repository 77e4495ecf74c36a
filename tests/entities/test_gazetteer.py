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
