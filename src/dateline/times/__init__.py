"""The temporal tagger: time expressions of English news, as TIMEX3, with the calendar days they cover."""

from dateline.times.tagger import tag

__all__ = ["tag"]
