"""What an expression says and where it stands in, when that is out: a TIMEX3 value with its calendar days.

One function a kind of meaning; each takes the fields that a rule has read and the context, and gives a value that is
never more exact than the words. What cannot be told stays open: `XXXX-04`, `PAST_REF`.

Which anchor counts is told by the rules: the day of publication, or with `anchor=focus` the date last spoken of.
"""

import datetime as dt
from collections.abc import Callable

from dateline.model import Granularity
from dateline.times.resolving.clock import day_meant, on_day
from dateline.times.resolving.context import Context, Fields, Resolved, counted, dated
from dateline.times.resolving.lengths import recurring, span
from dateline.times.resolving.numeric import full_year, numeric, recent_decade
from dateline.times.resolving.partial import day_on_weekday, feast, nearest_year, week_on_a_sunday, weekday
from dateline.times.values import OPEN, Days, days, granularity, shifted, value_at


def resolve(kind: str, fields: Fields, context: Context) -> Resolved:
    """The value of an expression of that kind of meaning."""
    found = _OF_KIND[kind](fields, context)
    if "edge" in fields and found.covers is not None:
        day = found.covers[fields["edge"] == "last"]
        if kind == "unit" and "offset" not in fields:
            day = _in_the_unit_meant(day, str(fields["unit"]), context)
        return dated(day.isoformat())
    return found


def _in_the_unit_meant(day: dt.date, unit: str, context: Context) -> dt.date:
    """The first or last day of "the year", in the year that the words look to: "will take effect" on."""
    looks, published = context.direction(), context.published
    if published is None or not looks or (day - published).days * looks >= 0:
        return day
    return shifted(day, looks, unit) or day


def _date(fields: Fields, context: Context) -> Resolved:
    if fields.get("open") == "day":
        return Resolved(OPEN["day"])
    if "open" in fields:
        return Resolved(f"{fields.get('year', 'XXXX')}-WXX-{fields['weekday']}")
    if fields.get("weekday") and "day" not in fields and "month" not in fields:
        return weekday(fields, context)
    if fields.get("weekday") and "month" not in fields and context.published is not None and not context.narrative:
        near = day_on_weekday(int(fields["day"]), int(fields["weekday"]), context.published)
        # "Friday the 13th" is a film where no such day is near.
        return Resolved(f"XXXX-WXX-{fields['weekday']}") if near is None else dated(near.isoformat())
    if "deictic" in fields:
        return _counted_day(int(fields["deictic"]) + int(fields.get("days", 0)), context)
    if "monthoffset" in fields or "monthfocus" in fields or "thisday" in fields:
        named = _with_month(fields, context)
        if named is None:
            return Resolved("XXXX-XX")
        fields = named
    if "numdate" in fields or "stamp" in fields:
        return numeric(str(fields.get("numdate", fields.get("stamp"))), context) or Resolved(OPEN["day"])
    long_ago = _long_ago(fields, context)
    if long_ago is not None:
        return dated(long_ago)
    if "hundreds" in fields:
        return dated(f"{int(fields['hundreds']) // 100:02}")
    if "decade" in fields:
        return dated(f"{int(fields['decade']) // 10:03}")
    if "decade2" in fields:
        return dated(f"{recent_decade(int(fields['decade2']), context) // 10:03}")
    year = _year(fields, context)
    if "easter" in fields or ("nth" in fields and "of" in fields):
        return _feast(fields, year, context)
    tail = _tail(fields, context)
    if tail is None:
        return Resolved("XXXX-XX")
    if year is None and "dir" not in fields and context.focus.year_bc() is not None:
        return _before_our_era(int(fields.get("beside", fields.get("yearfocus", 0))), tail, context)
    if "period" in fields and context.focus.quarter() is not None:
        tail = str(context.focus.quarter())[4:]
    if not tail:
        found = dated(f"{year:04}" if year is not None else "XXXX")
        return found._replace(covers=None) if "fiscal" in fields else found
    if year is None:
        year = nearest_year(tail, fields, context)
    if year is None:
        return Resolved(f"XXXX{tail}")
    found = dated(f"{year:04}{tail}")
    if "grain" in fields and found.covers:
        return dated(value_at(found.covers[0], str(fields["grain"])))
    return found


def _with_month(fields: Fields, context: Context) -> Fields | None:
    """The fields of a date in "next month", "that month" or on "this day in 1994", with the month that this is.

    None where it cannot be told.
    """
    anchor = context.published
    if "monthfocus" in fields:
        covers = context.focus.latest("month")
        anchor = covers[0] if covers else None
    count = int(fields.get("monthoffset", fields.get("monthfocus", 0)))
    month = shifted(anchor, count, "month") if anchor is not None else None
    if month is None:
        return None
    if fields.get("thisday") == "month":
        return {**fields, "month": month.month}
    if "thisday" in fields:
        return {**fields, "month": month.month, "day": month.day}
    return {**fields, "month": month.month, "year": month.year}


def _long_ago(fields: Fields, context: Context) -> str | None:
    """Centuries, the years of antiquity, and those before the common era, which TIMEX writes `BC0480`."""
    if "century" in fields:
        return f"{int(fields['century']) - 1:02}"
    if "bccentury" in fields:
        return f"BC{int(fields['bccentury']) - 1:02}"
    if "bc" in fields:
        return f"BC{int(fields['bc']):04}" + (f"-{fields['season']}" if "season" in fields else _month_and_day(fields))
    if "bcdecade" in fields:
        return f"BC{int(fields['bcdecade']) // 10:03}"
    era = "BC" if _is_before_our_era(context) else ""
    if "decade3" in fields:
        return f"{era}{int(fields['decade3']) // 10:03}"
    if "year3" in fields:
        season = f"-{fields['season']}" if "season" in fields else ""
        return f"{era}{int(fields['year3']):04}{season or _month_and_day(fields)}"
    return None


def _is_before_our_era(context: Context) -> bool:
    """Whether a bare year of antiquity is one before the common era: as the last, or else the first, that says so."""
    return context.focus.year_bc() is not None or (context.before_our_era and context.focus.latest("year") is None)


def _counts_from_before_our_era(fields: Fields, context: Context) -> bool:
    return fields.get("anchor") == "focus" and context.focus.year_bc() is not None


def _before_our_era(count: int, tail: str, context: Context) -> Resolved:
    """`tail` in the year that lies `count` years after that in focus, which is before the common era."""
    year = (context.focus.year_bc() or 0) - count
    # There is no year 0.
    return Resolved(f"BC{year:04}{tail}" if year > 0 else f"{1 - year:04}{tail}")


def _month_and_day(fields: Fields) -> str:
    return "".join(f"-{int(fields[name]):02}" for name in ("month", "day") if name in fields)


def _tail(fields: Fields, context: Context) -> str | None:
    """What follows the year in the value; None for a day of a month that is not told."""
    if "month" in fields:
        return _month_and_day(fields)
    if "day" in fields:
        month = context.focus.reached("month") if context.narrative else None
        anchor = month[0] if month else context.published
        if anchor is not None and month is None:
            anchor = _month_of(int(fields["day"]), anchor, context)
        return f"-{anchor.month:02}-{int(fields['day']):02}" if anchor else None
    if "quarter" in fields:
        return f"-Q{int(fields['quarter'])}"
    if "half" in fields:
        return f"-H{int(fields['half'])}"
    if "season" in fields:
        return f"-{fields['season']}"
    return ""


def _month_of(day: int, published: dt.date, context: Context) -> dt.date | None:
    """A day in the month that "on the 28th" is in: the one before, when on the 5th it tells what has happened."""
    if day > published.day and context.direction() < 0:
        return shifted(published.replace(day=1), -1, "month")
    if day < published.day and context.direction() > 0:
        return shifted(published.replace(day=1), 1, "month")
    return published


def _year(fields: Fields, context: Context) -> int | None:
    if "year" in fields:
        year = int(fields["year"])
        return year - year % 100 + int(fields["year2"]) if "join" in fields else year
    if "year2" in fields:
        return full_year(int(fields["year2"]), context)
    return None


def _feast(fields: Fields, year: int | None, context: Context) -> Resolved:
    tail = f"-{int(fields['month']):02}" if "month" in fields else "-04"
    if year is None:
        year = nearest_year(tail, fields, context)
    day = feast(fields, year) if year is not None else None
    return dated(value_at(day, str(fields.get("grain", "day")))) if day else Resolved(f"XXXX{tail}-XX")


def _counted_day(count: int, context: Context) -> Resolved:
    """Today, yesterday, tomorrow, as seen from publication."""
    if count == 0 and (context.published is None or context.narrative):
        return Resolved("PRESENT_REF")
    return counted(context.published, count, "day")


def _anchor(fields: Fields, context: Context, unit: str) -> dt.date | None:
    """The day that "a day later" and "last week" count from; None when no day can be told.

    The date last spoken of that is at least as exact as `unit`, where the rule says so (`anchor=focus`) or the text is
    a narrative; else the day of publication.
    """
    in_focus = fields.get("anchor") == "focus"
    spoken_of = context.focus.last_spoken_of if context.narrative else context.focus.latest
    found = spoken_of(unit) if in_focus or context.narrative else None
    if found is not None:
        return found[0]
    return None if in_focus else context.published


def _unit(fields: Fields, context: Context) -> Resolved:
    """This, last, next year; the following week; that month; the year-ago quarter."""
    unit, offset = str(fields["unit"]), int(fields.get("offset", 0))
    if "latest" in fields:
        return _latest(unit, int(fields.get("years", 0)), context)
    if _counts_from_before_our_era(fields, context):
        return _before_our_era(offset, "", context) if unit == "year" else Resolved(OPEN[unit])
    day = _anchor(fields, context, unit)
    if "told" in fields and (since := _told_before(unit, offset, context)) is not None:
        day = since
    if unit == "weekend" and day is not None:
        offset = _weekend(fields, offset, day, context)
    if unit == "week" and day == context.published:
        offset = week_on_a_sunday(offset, context)
    found = counted(day, offset, unit)
    if fields.get("anchor") == "focus" and unit == "year" and offset > 0 and _is_now(found, context):
        # "The following year" is none that is called "this year": what it follows on was told of elsewhere.
        return Resolved(OPEN[unit])
    return found._replace(covers=None) if "fiscal" in fields else found


def _is_now(found: Resolved, context: Context) -> bool:
    """Whether a time has begun on the day of publication, or is ahead, and the words around look back."""
    is_over = found.covers is None or context.published is None or found.covers[1] < context.published
    return not is_over and not context.narrative and context.direction() < 0


def _told_before(unit: str, offset: int, context: Context) -> dt.date | None:
    """The day that "the next month" counts from where it has been: "In November it lost. The next month it closed"."""
    covers = context.focus.latest(unit)
    moved = shifted(covers[0], offset, unit) if covers is not None and context.direction() < 0 else None
    is_over = moved is not None and context.published is not None and moved <= context.published
    return covers[0] if covers is not None and is_over else None


_STILL_OF_THE_WEEKEND = 3
"""The last working day, of five, on which "this weekend" may be the one that was."""


def _weekend(fields: Fields, offset: int, anchor: dt.date, context: Context) -> int:
    """Which weekend: on a working day "the weekend" is the one that was, unless the words look ahead."""
    working = anchor.isoweekday() < 6
    match fields.get("dir"):
        case "last":
            return -1
        case "next":
            return 1
        case "this":
            # "The storm hit this weekend", told on a Wednesday.
            return -1 if anchor.isoweekday() <= _STILL_OF_THE_WEEKEND and context.direction() < 0 else 0
    if "near" in fields and working and context.direction() <= 0:
        return -1
    return offset


def _latest(unit: str, years: int, context: Context) -> Resolved:
    """The quarter last reported on, or the one so many years before it; a year where no quarter is spoken of."""
    quarter = context.focus.quarter()
    if unit == "month":
        month = context.focus.latest("month")
        return counted(month[0] if month else None, 12 * years, "month")
    if quarter is not None and _over(quarter, context):
        return _years_on(quarter, years)
    return counted(context.published, -3 + 12 * years if unit == "quarter" else 12 * years, "month", unit)


def _years_on(quarter: str, years: int) -> Resolved:
    """The same quarter of another year."""
    return dated(f"{int(quarter[:4]) + years:04}{quarter[4:]}")


def _over(value: str, context: Context) -> bool:
    covers = days(value)
    return covers is not None and (context.published is None or covers[1] < context.published)


_HALVED = {"century": (100, "year"), "decade": (10, "year"), "year": (12, "month")}
"""Units of which half a one is counted in smaller units."""


def _shift(fields: Fields, context: Context) -> Resolved:
    """Three weeks ago, a day earlier, two years later."""
    sign, unit, count = int(fields["sign"]), str(fields["unit"]), fields.get("n", 1)
    reference = Resolved("PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit in {"hour", "minute", "second"} or isinstance(count, str):
        return reference
    quarter = context.focus.quarter()
    if unit == "year" and count == 1 and sign < 0 and not context.narrative and quarter is not None:
        return _years_on(quarter, -1)
    if _counts_from_before_our_era(fields, context):
        return _before_our_era(sign * int(count), "", context) if unit == "year" else reference
    day = _anchor(fields, context, unit)
    if day is None and sign < 0 and not context.narrative:
        day = context.published
    if count % 1 == 0.5 and unit in _HALVED:
        parts, unit = _HALVED[unit]
        count = count * parts
    if day is None or count % 1:
        return reference
    moved = shifted(day, sign * int(count), unit)
    if moved is not None and fields.get("anchor") == "focus" and not _may_be(moved, unit, context):
        if sign > 0 or context.direction() != sign:
            return Resolved(OPEN[unit])
        moved = shifted(context.published or day, sign * int(count), unit)
    return dated(value_at(moved, str(fields.get("grain", unit)))) if moved is not None else reference


def _may_be(day: dt.date, unit: str, context: Context) -> bool:
    """Whether the verbs around let an expression be on `day`: what "a day earlier" they "met" is not to come."""
    if context.published is None or context.narrative or unit in _LONG:
        return True
    looks = context.direction()
    return not ((looks < 0 and day > context.published) or (looks > 0 and day < context.published))


def _offset(fields: Fields, context: Context) -> Resolved:
    """So long before or after a date: "two days before Christmas", "a week tomorrow", "the Friday before Easter"."""
    unit, sign, count = str(fields["unit"]), int(fields["sign"]), fields.get("n", 1)
    base = _date(fields, context)
    if base.covers is None or isinstance(count, str) or count % 1:
        return Resolved(OPEN.get(unit, OPEN["day"]))
    anchor = base.covers[0] if sign < 0 else base.covers[1]
    if "toward" in fields:
        away = (int(fields["toward"]) - anchor.isoweekday()) * sign % 7 or 7
        return counted(anchor, sign * away, "day")
    exact = granularity(base.value) is Granularity.DAY
    by_day = unit == "day" or (unit in {"week", "fortnight"} and exact and not _DAYS_OF_THE_WEEK.isdisjoint(fields))
    return counted(anchor, sign * int(count), unit, "day" if by_day else unit)


_DAYS_OF_THE_WEEK = frozenset({"weekday", "deictic"})
"""Fields of days from which "a week" is just seven days: "three weeks from Tuesday", but not "from 3 March"."""

_LONG = frozenset({"year", "decade", "century"})
"""Units so long that a day in them tells nothing of whether they lie ahead."""


def _open(fields: Fields, context: Context) -> Resolved:
    return Resolved(OPEN[str(fields["unit"])])


def _ref(fields: Fields, context: Context) -> Resolved:
    return Resolved(str(fields["value"]))


def _time(fields: Fields, context: Context) -> Resolved:
    named = {"weekday", "deictic", "month", "day"} & fields.keys()
    if not named:
        return on_day(fields, day_meant(fields, context))
    if "ahead" in fields and context.direction() > 0:
        # "They will stay overnight."
        fields = {**fields, "deictic": fields["ahead"]}
    day = _date(fields, context)
    exact = day.covers is not None and granularity(day.value) is Granularity.DAY
    covers: Days | None = days(day.value) if exact else None
    return on_day(fields, covers)


_OF_KIND: dict[str, Callable[[Fields, Context], Resolved]] = {
    "date": _date,
    "unit": _unit,
    "shift": _shift,
    "offset": _offset,
    "open": _open,
    "ref": _ref,
    "span": span,
    "set": recurring,
    "time": _time,
}
