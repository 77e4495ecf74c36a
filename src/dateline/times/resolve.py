"""From what an expression says to when that is.

One function a kind of meaning (`op`); each takes the fields a rule has read and the context, and gives a TIMEX3 value
that is never more exact than the words. What cannot be told stays open: `XXXX-04`, `PAST_REF`.

The context is the day of publication, the date last spoken of, and whether the sentence looks back or ahead. Which of
them counts is told by the rules (`anchor=focus`, `dir=last`); that news speaks of the nearest past unless the words
around say otherwise is the observation of Mani and Wilson (2000).
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dateline.times.lexicon import Value
from dateline.times.values import Days, days, granularity, shifted, value_at

Fields = Mapping[str, Value]


class Resolved(NamedTuple):
    """A TIMEX3 value and the days it covers, both ends inclusive; None where no day can be told."""

    value: str
    covers: Days | None = None
    ambiguous: bool = False
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known where an expression stands."""

    published: dt.date | None
    """The day of publication."""
    focus: str | None
    """The value of the date last spoken of, when it names calendar days."""
    direction: Callable[[], int]
    """Whether the words around look back (-1) or ahead (1), or do not tell (0)."""
    narrative: bool = False
    """Whether the text tells of the past: its partial dates belong to the year in focus, not to the publication."""
    day_first: bool | None = None
    """Whether 04/05/2019 is in May; None when nothing tells."""

    def anchor(self, fields: Fields) -> Days | None:
        """The days that a relative expression counts from."""
        if fields.get("anchor") == "focus" and self.focus is not None:
            return days(self.focus)
        if self.published is not None:
            return self.published, self.published
        return None


def resolve(op: str, fields: Fields, context: Context) -> Resolved:
    """The value of an expression of the kind `op`."""
    return _OPS[op](fields, context)


def _dated(value: str) -> Resolved:
    return Resolved(value, days(value))


def _date(fields: Fields, context: Context) -> Resolved:
    if "deictic" in fields or ("weekday" in fields and "day" not in fields):
        return _near_day(fields, context)
    year = _year(fields, context)
    if "decade" in fields or "decade2" in fields:
        return _dated(_decade(fields, context))
    if "month" in fields:
        day = int(fields["day"]) if "day" in fields else None
        tail = f"-{int(fields['month']):02}" + (f"-{day:02}" if day else "")
    elif "quarter" in fields:
        tail = f"-Q{int(fields['quarter'])}"
    elif "half" in fields:
        tail = f"-H{int(fields['half'])}"
    elif "season" in fields:
        tail = f"-{fields['season']}"
    else:
        return _dated(f"{year:04}" if year is not None else "XXXX")
    if year is None:
        year = _nearest_year(tail, fields, context)
    return _dated(f"{year:04}{tail}" if year is not None else f"XXXX{tail}")


def _year(fields: Fields, context: Context) -> int | None:
    if "year" in fields:
        year = int(fields["year"])
        return year - year % 100 + int(fields["year2"]) if "year2" in fields else year
    if "year2" in fields:
        return _full_year(int(fields["year2"]), context)
    return None


def _full_year(short: int, context: Context) -> int:
    """The year that two figures name: the latest that is at most 20 years ahead of the publication."""
    latest = (context.published.year if context.published else 2000) + 20
    return latest - (latest - short) % 100


def _decade(fields: Fields, context: Context) -> str:
    if "decade" in fields:
        return f"{int(fields['decade']) // 10:03}"
    return f"{_full_year(int(fields['decade2']), context) // 10:03}"


def _nearest_year(tail: str, fields: Fields, context: Context) -> int | None:
    """The year of a month, a day of a month, a quarter or a season that is named without one."""
    if context.narrative:
        return int(context.focus[:4]) if context.focus and context.focus[:4].isdigit() else None
    published = context.published
    if published is None:
        return None
    candidates = [(y, covers) for y in range(published.year - 8, published.year + 9) if (covers := days(f"{y}{tail}"))]
    direction = fields.get("dir")
    if direction == "this":
        return min((abs(y - published.year), -y) for y, _ in candidates)[1] * -1
    if direction == "last":
        return max((y for y, (_, last) in candidates if last < published), default=None)
    if direction == "next":
        return min((y for y, (first, _) in candidates if first > published), default=None)
    looks = 1 if direction == "future" else -1 if direction == "past" else context.direction()
    if looks > 0:
        return min((y for y, (_, last) in candidates if last >= published), default=None)
    return max((y for y, (first, _) in candidates if first <= published), default=None)


def _near_day(fields: Fields, context: Context) -> Resolved:
    """Today, tomorrow, and days named by their weekday."""
    published = context.published
    if published is None:
        return Resolved(f"XXXX-WXX-{fields['weekday']}" if "weekday" in fields else "XXXX-XX-XX")
    if "deictic" in fields:
        day = shifted(published, int(fields["deictic"]), "day")
    else:
        ahead = (int(fields["weekday"]) - published.isoweekday()) % 7
        direction = fields.get("dir")
        if direction == "last":
            ahead = ahead - 7
        elif direction == "next":
            ahead = ahead or 7
        elif ahead and direction != "this" and context.direction() <= 0:
            ahead = ahead - 7
        day = shifted(published, ahead, "day")
    return _dated(day.isoformat()) if day else Resolved("XXXX-XX-XX")


def _unit(fields: Fields, context: Context) -> Resolved:
    """This, last, next year; the following week; that month."""
    unit = str(fields["unit"])
    anchor = context.anchor(fields)
    moved = shifted(anchor[0], int(fields.get("offset", 0)), unit) if anchor else None
    return _dated(value_at(moved, unit)) if moved else Resolved(_OPEN[unit])


_OPEN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def _shift(fields: Fields, context: Context) -> Resolved:
    """Three weeks ago, a day earlier, two years later."""
    sign = int(fields["sign"])
    reference = Resolved("PAST_REF" if sign < 0 else "FUTURE_REF")
    unit, count = str(fields["unit"]), fields.get("n", 1)
    anchor = context.anchor(fields)
    if anchor is None or not isinstance(count, int):
        return reference
    moved = shifted(anchor[0], sign * count, unit)
    if moved is None:
        return reference
    return _dated(value_at(moved, "week" if unit == "fortnight" else unit))


def _ref(fields: Fields, context: Context) -> Resolved:
    return Resolved(str(next(iter(fields.values()))))


_LETTERS = {
    "year": "Y",
    "month": "M",
    "week": "W",
    "weekend": "WE",
    "day": "D",
    "hour": "H",
    "minute": "M",
    "second": "S",
}


def _period(count: Value, unit: str) -> str:
    """The TIMEX3 value of a length of time: `P3M`, `PT20M`, `PXD`; ISO 8601 has no letter for a decade."""
    if unit in {"decade", "century", "fortnight", "quarter"} and isinstance(count, int | float):
        factor, unit = {
            "decade": (10, "year"),
            "century": (100, "year"),
            "fortnight": (2, "week"),
            "quarter": (3, "month"),
        }[unit]
        count = count * factor
    if isinstance(count, float) and count % 1 == 0.5 and unit in {"year", "hour"}:
        return f"P{int(count)}Y6M" if unit == "year" else f"PT{int(count)}H30M"
    letter = {"decade": "DE", "century": "CE", "quarter": "Q", "fortnight": "W"}.get(unit) or _LETTERS[unit]
    count = int(count) if isinstance(count, float) and count % 1 == 0 else count
    return f"P{'T' if unit in {'hour', 'minute', 'second'} else ''}{count}{letter}"


def _span(fields: Fields, context: Context) -> Resolved:
    return Resolved(_period(fields.get("n", 1), str(fields["unit"])))


def _set(fields: Fields, context: Context) -> Resolved:
    if "frequency" in fields:
        return Resolved(str(fields["frequency"]))
    return Resolved(_period(fields.get("n", 1), str(fields["unit"])))


def _time(fields: Fields, context: Context) -> Resolved:
    day = _date(fields, context)
    value = day.value if granularity(day.value) == "day" else "XXXX-XX-XX"
    if "part" in fields:
        return Resolved(f"{value}T{fields['part']}", day.covers)
    return Resolved(value, day.covers)


_OPS: dict[str, Callable[[Fields, Context], Resolved]] = {
    "date": _date,
    "unit": _unit,
    "shift": _shift,
    "ref": _ref,
    "span": _span,
    "set": _set,
    "time": _time,
}
