"""What databases print around articles, whatever the language of their interface: labels, dates, counts of words.

The words stand in `languages/exports.toml`.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from dateline.errors import InputError
from dateline.readers import dates

# By how much the words of an article may fall short of what the database says before it is noted: databases count the
# headline, captions and the words of tables with it.
_SHORT = 0.6
# Fewer words are not compared.
_FEW = 40

_MONTH_DAY = re.compile(r"(?<=\d)(?:er|°|º)?\.?(?=[\s-]+[^\W\d])")
_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_TIME = re.compile(r"\b\d{1,2}[:.h]\d\d(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)


@cache
def _printed() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("dateline.languages").joinpath("exports.toml").read_text(encoding="utf-8"))


@cache
def _months() -> tuple[re.Pattern[str], Mapping[str, str]]:
    of = {form: _ENGLISH[int(number) - 1] for number, forms in _printed()["months"].items() for form in forms}
    any_of = "|".join(sorted(of, key=len, reverse=True))
    return re.compile(rf"\b(?:de\s+|d')?({any_of})\b\.?(?:\s+de[l]?(?=\s+\d))?", re.IGNORECASE), of


def day(words: str, where: str) -> str | None:
    """The first full date in `words`, in whatever language, as ISO 8601; None where there is none."""
    months, of = _months()
    english = months.sub(lambda found: of[found[1].lower()], _MONTH_DAY.sub("", words.replace("\xa0", " ")))
    found = dates.find(english, where)
    return found.isoformat() if found else None


def dated(words: str) -> str | None:
    """The day on a line that may be a date; None for a line that is none, or none that can be."""
    if len(words) > 120:
        return None
    try:
        return day(words, "")
    except InputError:
        return None


def label(line: str) -> tuple[str, str] | None:
    """What a line such as `LENGTH: 355 words` gives: what its label stands for, and the words behind it."""
    found = re.match(r"\s*([^\W\d_][^:\d\n]{1,28}?)\s*:[\s\xa0]*(.*)$", line, re.DOTALL)
    meaning = _printed()["labels"].get(found[1].strip().lower()) if found else None
    return (meaning, found[2].strip()) if found and meaning else None


def heading(line: str) -> str | None:
    """What a line that is a label alone (`Body`, `Graphic`) stands for."""
    words = line.strip().rstrip(":").lower()
    return _printed()["labels"].get(words) if len(words) < 30 else None


def is_end(line: str) -> bool:
    """Whether a line closes an article of Nexis Uni."""
    words = line.strip().rstrip(".").lower()
    return any(words == end.lower() for end in _printed()["ends"]["ends"])


def number_of_words(line: str) -> int | None:
    """The number in `1,355 words`, in whatever language; None for another line."""
    units = "|".join(_printed()["words"]["words"])
    found = re.match(rf"\s*(\d[\d.,\s\xa0']*?)\s*(?:{units})\b\.?\s*$", line, re.IGNORECASE)
    return int(re.sub(r"\D", "", found[1])) if found else None


def language(words: str) -> str | None:
    """The tag of a language as a database names it (`ENGLISH; FRENCH` is the first); None for one that is not known."""
    first = re.split(r"[;,/]", words)[0].strip().lower()
    tag: str | None = _printed()["languages"].get(first)
    return tag


def missing(count: int | None, text: str, title: str | None, where: str) -> str | None:
    """A note when a text has far fewer words than the file says it has."""
    if count is None or count < _FEW:
        return None
    there = len(text.split()) + len((title or "").split())
    if there >= _SHORT * count:
        return None
    return f"{where}: the file says {count:,} words, and {there:,} are there"


def without_time(words: str) -> str:
    """A line without a time of day."""
    return _TIME.sub("", words)


def without_page(section: str) -> str:
    """A section without the page it stood on: `WORLD` of `WORLD; Pg. 4`."""
    return re.sub(r"[;,]?\s*\b(?:Pg|S|p|pp|pág)\.? ?[\w,-]+\s*$", "", section) or section


def joined(lines: Sequence[str]) -> str:
    """The lines of a paragraph that was wrapped, as one: a hyphen at an end stays, for the words were parted at it."""
    text = ""
    for line in (line.strip() for line in lines):
        if not line:
            continue
        parted = len(text) > 1 and text[-1] == "-" and text[-2].isalpha() and line[0].islower()
        text += line if not text or parted else f" {line}"
    return text
