"""The words of headers, bylines and dates: those of all languages there are, as if of one.

A header is read before it is known which language its article is in, and may be in another one (`Date:` above a text in
Spanish), so nobody is asked which. Where two languages have a word for different things, the language counts whose tag
comes first.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from dateline.languages import Language, alternatives, made_of_all
from dateline.model import Dateline
from dateline.text import datelines


class Headers(NamedTuple):
    """What the heads of articles are written with; described in `readers/headers.toml` of a language."""

    labels: Mapping[str, str]
    """By label, in lower case, the field it fills."""
    byline: re.Pattern[str]
    """What stands before the names of a byline, with the blanks around it."""
    joining: frozenset[str]
    months: Mapping[str, int]
    """By name, in lower case, its number."""
    full_date: re.Pattern[str]
    """A day, a month and a year, in groups named after the order they come in: see `dates.find`."""
    month_and_day: re.Pattern[str]
    """A date without its year: groups `m1` and `d1`, or `d2` and `m2`."""
    date_and_more: re.Pattern[str]
    """A date in figures, the first group, at the start of a line on which the story may follow."""
    beside: frozenset[str]
    stamps: frozenset[str]
    updated: frozenset[str]


@made_of_all
def headers(languages: Sequence[Language]) -> Headers:
    """The words of all languages there are."""
    every = [language.settings("readers/headers.toml") for language in reversed(languages)]
    dates = [data["dates"] for data in every]
    months = {
        form.lower(): number for data in dates for number, forms in enumerate(data["months"], 1) for form in forms
    }
    month = alternatives(months)
    opens = alternatives(_words(dates, "opens"))
    return Headers(
        labels={label.lower(): key for data in every for key, labels in data["labels"].items() for label in labels},
        byline=re.compile(rf"[ \t]*{alternatives(_words(every, 'byline'))}[ \t]+", re.IGNORECASE),
        joining=_words(every, "joining"),
        months=months,
        full_date=_full_date(month, alternatives(_words(dates, "ordinals")), alternatives(_words(dates, "between"))),
        month_and_day=re.compile(
            rf"\b(?P<m1>{month})\b\.?\s(?P<d1>\d{{1,2}})(?!\d)|(?<!\d)(?P<d2>\d{{1,2}})\s(?P<m2>{month})\b",
            re.IGNORECASE,
        ),
        date_and_more=re.compile(
            rf"[ \t]*{opens}:?[ \t]+(\d{{4}}-\d{{1,2}}-\d{{1,2}})(?:T[\d:.+Z-]*)?(?![\w-])[ \t]*", re.IGNORECASE
        ),
        beside=_words(dates, "beside") | months.keys(),
        stamps=_words(dates, "stamps"),
        updated=_words(dates, "updated"),
    )


def dateline_of(text: str, start: int = 0) -> Dateline | None:
    """The dateline of the report that begins at `start`, by the forms of any language."""
    return next(filter(None, (datelines.find(language, text, start) for language in _languages())), None)


def agency_of(words: str) -> str | None:
    """The agency or outlet these words name in any language, as it writes itself; None when they name anyone else."""
    return next(filter(None, (datelines.agency(language, words) for language in _languages())), None)


@made_of_all
def _languages(languages: Sequence[Language]) -> Sequence[Language]:
    return languages


def _words(tables: Iterable[Mapping[str, Any]], key: str) -> frozenset[str]:
    """The words that any of the tables has under a key, in lower case."""
    return frozenset(word.lower() for table in tables for word in table[key])


def _full_date(month: str, ordinal: str, between: str) -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?<!\d)(?P<iso_year>\d{{4}})(?P<sep>[-/.])(?P<iso_month>\d{{1,2}})(?P=sep)(?P<iso_day>\d{{1,2}})(?!\d)
        | (?<!\d)(?P<c_year>\d{{4}})(?P<c_month>\d\d)(?P<c_day>\d\d)(?!\d)
        | \b(?P<mdy_month>{month})\b\.?\s{{1,3}}(?:{between}\s)?(?P<mdy_day>\d{{1,2}}){ordinal}?(?!\d)
          (?:\s{{1,2}}\d\d?:\d\d(?::\d\d)?(?:\s[A-Z]{{2,5}}|\s[+-]\d{{4}})?)?
          \s?,?\s{{0,3}}(?P<mdy_year>\d{{4}})(?!\d)
        | (?<!\d)(?P<dmy_day>\d{{1,2}})(?:{ordinal}|\.)?[\s-](?:{between}\s)?(?P<dmy_month>{month})\b
          \.?,?[\s-](?P<dmy_year>\d{{4}}|(?<=-)\d\d)(?!\d)
        | (?<!\d)(?P<ymd_year>\d{{4}}),?\s(?P<ymd_month>{month})\b\.?\s(?P<ymd_day>\d{{1,2}}){ordinal}?(?!\d)
        | (?<!\d)(?P<one>\d{{1,2}})(?P<mark>[-/.])(?P<two>\d{{1,2}})(?P=mark)(?P<n_year>\d{{4}})(?!\d)
        """,
        re.VERBOSE | re.IGNORECASE,
    )
