"""A time of day or a part of the day in, its TIMEX3 value out, on the day that it lies on."""

from dateline.times.resolving.context import Context, Fields, Resolved
from dateline.times.values import OPEN, Days, shifted

_AFTER_NOON = frozenset({"AF", "EV", "NI"})
"""Parts of the day whose hours are those after noon."""

_LATE, _MIDNIGHT = "T20:00", "T24:00"
"""The times of day between which what an article tells is rather of the evening before its publication."""


def on_day(fields: Fields, day: Days | None) -> Resolved:
    """The time that `fields` name, on `day`; on a day left open when that is None."""
    tail = _time(fields)
    if day is None:
        return Resolved(OPEN["day"] + tail)
    return Resolved(day[0].isoformat() + tail, day)


def day_meant(fields: Fields, context: Context) -> Days | None:
    """The day of a time that is named without one: that of the sentence, else that in focus, else of publication.

    What was told of the day before goes on: `opened fire on Sunday. … At 10:08 p.m. an officer raised the alarm`, in
    Monday's paper.
    """
    if fields.get("anchor") == "focus":
        # "That night" goes back to its day even where a narrative has named another year since.
        day = context.focus.latest("day")
        moved = shifted(day[0], int(fields.get("days", 0)), "day") if day is not None else None
        return (moved, moved) if moved else None
    if context.nearby is not None:
        return context.nearby
    if context.narrative or context.published is None:
        return context.focus.latest("day")
    if context.eve is not None and (context.direction() < 0 or _LATE <= _time(fields) < _MIDNIGHT):
        return context.eve
    return context.published, context.published


def _time(fields: Fields) -> str:
    if "clock" in fields or "dotclock" in fields:
        hours, minutes, *_ = str(fields.get("clock", fields.get("dotclock"))).replace(".", ":").split(":")
        late = fields.get("part") in _AFTER_NOON and int(hours) < 12
        return _written(int(hours) + 12 * late, int(minutes), fields)
    if "military" in fields:
        figures = str(fields["military"])
        return _written(int(figures[:2]), int(figures[2:]), fields)
    if "houram" in fields:
        return _written(int(fields["houram"]) % 12, 0, fields)
    if "hourpm" in fields:
        return _written(int(fields["hourpm"]) % 12 + 12, 0, fields)
    if "past" in fields:
        return _past_the_hour(fields)
    if "clockword" in fields:
        return _written(int(fields["clockword"]), 0, fields)
    if "hour" in fields:
        hour = int(fields["hour"])
        return _written(hour + 12 if fields.get("part") in _AFTER_NOON and hour < 12 else hour, 0, fields)
    return f"T{fields['part']}" if "part" in fields else ""


def _past_the_hour(fields: Fields) -> str:
    """ "Half past eight", "ten minutes to noon"."""
    minutes = int(fields.get("hour", fields.get("clockword", 0))) * 60
    minutes += -int(fields["past"]) if "to" in fields else int(fields["past"])
    hour, minute = divmod(minutes % (24 * 60), 60)
    return _written(hour + 12 if fields.get("part") in _AFTER_NOON and hour < 12 else hour, minute, fields)


def _written(hour: int, minute: int, fields: Fields) -> str:
    if "pm" in fields and hour < 12:
        hour += 12
    elif "am" in fields and hour == 12:
        hour = 0
    # Only Universal Time is written out: other zones depend on the season and the place.
    return f"T{hour:02}:{minute:02}" + ("Z" if fields.get("zone") == "Z" else "")
