"""Lengths of time: durations and sets."""

from dateline.times.grammar.word_classes import Value
from dateline.times.resolving.clock import on_day
from dateline.times.resolving.context import Context, Fields, Resolved
from dateline.times.values import Days, shifted

_LETTERS = {
    "century": "CE",
    "decade": "DE",
    "year": "Y",
    "half": "H",
    "quarter": "Q",
    "month": "M",
    "fortnight": "W",
    "week": "W",
    "weekend": "WE",
    "day": "D",
    "hour": "H",
    "minute": "M",
    "second": "S",
}
# Where a number is given, decades and the like are counted in units that ISO 8601 has.
_COUNTED = {"century": (100, "year"), "decade": (10, "year"), "quarter": (3, "month"), "fortnight": (2, "week")}
_CLOCK = frozenset({"hour", "minute", "second"})
_HALVES = {
    "century": (50, "year"),
    "decade": (5, "year"),
    "year": (6, "month"),
    "day": (12, "hour"),
    "hour": (30, "minute"),
}


def period(count: Value, unit: str) -> str:
    """The TIMEX3 value of a length: `P3M`, `PT20M`, `P2Y6M`; X for a number that is not told (`PXD`)."""
    if isinstance(count, str):
        return f"P{'T' if unit in _CLOCK else ''}X{_LETTERS[unit]}"
    if unit in _COUNTED:
        factor, unit = _COUNTED[unit]
        count *= factor
    whole, part = divmod(count, 1)
    if part == 0.5 and unit in _HALVES:
        if not whole:
            return period(*_HALVES[unit])
        half = period(*_HALVES[unit])[1:]
        return period(whole, unit) + (half.removeprefix("T") if unit in _CLOCK else half)
    number = int(count) if not part else count
    return f"P{'T' if unit in _CLOCK else ''}{number}{_LETTERS[unit]}"


def span(fields: Fields, context: Context) -> Resolved:
    """A duration; with the days it covers when it reaches from or to the day of publication."""
    unit, count = str(fields["unit"]), fields.get("n", 1)
    mod = "APPROX" if "upto" in fields else None
    return Resolved(period(count, unit), _interval(count, unit, fields.get("dir"), context), mod)


def _interval(count: Value, unit: str, direction: Value | None, context: Context) -> Days | None:
    """The days from or to the day of publication; "within two weeks" reaches from it when the sentence looks ahead."""
    day = context.published
    if not isinstance(count, int) or day is None or context.narrative or direction is None:
        return None
    if direction == "within" and context.direction() <= 0:
        return None
    if unit in _CLOCK:
        count, unit = (count // 24 if unit == "hour" else 0), "day"
    other = shifted(day, -count if direction == "past" else count, unit)
    if other is None:
        return None
    return (other, day) if direction == "past" else (day, other)


def recurring(fields: Fields, context: Context) -> Resolved:
    """A set: how often something comes round, or which days it comes round on."""
    freq = f"{fields['freq']}{_LETTERS[str(fields['per'])] if 'per' in fields else 'X'}" if "freq" in fields else None
    if "value" in fields:
        return Resolved(str(fields["value"]))
    if "frequency" in fields:
        return Resolved(str(fields["frequency"]))
    if "weekday" in fields:
        return Resolved(f"XXXX-WXX-{fields['weekday']}" + _part(fields))
    if "month" in fields:
        return Resolved(f"XXXX-{int(fields['month']):02}" + (f"-{int(fields['day']):02}" if "day" in fields else ""))
    if "season" in fields:
        return Resolved(f"XXXX-{fields['season']}")
    if "quarter" in fields:
        return Resolved(f"XXXX-Q{fields['quarter']}")
    if "unit" not in fields:
        return on_day(fields, None)
    return Resolved(period(fields.get("n", 1), str(fields["unit"])), freq=freq)


def _part(fields: Fields) -> str:
    return f"T{fields['part']}" if "part" in fields else ""
