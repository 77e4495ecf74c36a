"""Which spellings are one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.entities.spelling import block, is_variant, key, without_initials
from dateline.languages import named

ENGLISH = named("en")


def one_name(name: str, other: str) -> bool:
    one, another = key(ENGLISH, name), key(ENGLISH, other)
    return one == another or (block(one) == block(another) and is_variant(one, another))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Dimitry Medvedev", "Dmitry Medvedev"),
        ("Yury Ushakov", "Yuri Ushakov"),
        ("Alexei Kosygin", "Aleksei Kossygin"),
        ("Muammar Gaddafi", "Moammar Kadhafi"),
        ("Muammar Qaddafi", "Muammar Gaddafi"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskiy"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Mohamed ElBaradei", "Mohammed ElBaradei"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("François Hollande", "Francois Hollande"),
        ("VLADIMIR PUTIN", "Vladimir Putin"),
        ("Corvan Plc", "Corvan"),
    ],
)
def test_one_name(name: str, other: str) -> None:
    assert one_name(name, other)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Kim Jong Un", "Kim Jong Il"),
        ("Kim Jong Un", "Kim Chang Son"),
        ("Anna Smith", "Anne Smith"),
        ("Maria Rossi", "Mario Rossi"),
        ("John Barton", "Joan Burton"),
        ("George Bush", "Georgia Bush"),
        ("Bruce Lee", "Bruce Li"),
        ("Dmitry Peskov", "Dmitry Medvedev"),
    ],
)
def test_two_names(name: str, other: str) -> None:
    assert not one_name(name, other)


def test_initials_in_the_middle_can_be_left_out() -> None:
    assert without_initials(key(ENGLISH, "Thad W. Allen")) == key(ENGLISH, "Thad Allen")


@given(st.text(min_size=1), st.text(min_size=1))
def test_likeness_has_no_order(name: str, other: str) -> None:
    assert one_name(name, other) == one_name(other, name)
