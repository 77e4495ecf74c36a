import pytest

from dateline.times.resolving.lengths import period


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, "month", "P3M"),
        (20, "minute", "PT20M"),
        (2, "week", "P2W"),
        (2, "decade", "P20Y"),
        (3, "quarter", "P9M"),
        (1, "fortnight", "P2W"),
        (2.5, "year", "P2Y6M"),
        (1.5, "hour", "PT1H30M"),
        (0.5, "hour", "PT30M"),
        (0.5, "century", "P50Y"),
        (0.5, "day", "PT12H"),
        (1.25, "day", "P1.25D"),
        ("X", "year", "PXY"),
        ("X", "hour", "PTXH"),
        ("X", "decade", "PXDE"),
    ],
)
def test_a_length_is_written_in_units_that_iso_8601_has(count: int | float | str, unit: str, value: str) -> None:
    assert period(count, unit) == value
