"""The published figures of PLOVER."""

import pytest

from dateline.coding.ontology import TYPES, intensity_of, quad_of


def test_there_are_sixteen_types_in_four_classes() -> None:
    assert [len(TYPES), sorted({type_.quad for type_ in TYPES.values()})] == [16, [1, 2, 3, 4]]


@pytest.mark.parametrize(
    ("type_", "mode", "intensity", "quad"),
    [
        ("ASSAULT", "aerial", -9.0, "MATERIAL CONFLICT"),
        ("CONSULT", "", 2.5, "VERBAL COOPERATION"),
        ("CONSULT", "visit", 4.0, "VERBAL COOPERATION"),
        ("CONSULT", "phone", 1.5, "VERBAL COOPERATION"),
        ("AID", "", 10.0, "MATERIAL COOPERATION"),
        ("REQUEST", "meet", 0.0, "VERBAL CONFLICT"),
    ],
)
def test_intensity_and_quad_class(type_: str, mode: str, intensity: float, quad: str) -> None:
    assert (intensity_of(type_, mode), quad_of(type_)) == (intensity, quad)
