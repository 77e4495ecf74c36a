"""The temporal tagger: a text in, its time expressions out as TIMEX3, with the calendar days they cover."""

from dateline.times.tagger import tag, time_expressions

__all__ = ["tag", "time_expressions"]
