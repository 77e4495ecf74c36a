"""The filters of a story in its address: read from it, written into it, offered with how many lines each leaves."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from typing import NamedTuple, TypeVar
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from dateline.model import Entry, Status, Timeline
from dateline.request import Depth
from dateline.web.failures import Failure
from dateline.web.sifting import Wanted, sifted
from dateline.writers.phrasing.citations import outlet

# Values of one filter that are offered.
_OFFERED = 80
_YES = ("1", "true")
_PLAIN = Wanted(level=Depth.NORMAL, hidden=False)


class Option(NamedTuple):
    """A value that can be chosen."""

    value: str
    lines: int


def wanted_of(given: QueryParams) -> Wanted:
    """What an address wants of the lines. Raises Failure for a value that is none."""
    sources = given.get("sources") or "1"
    if not is_number(sources) or not 1 <= int(sources) <= 1_000:
        raise Failure(400, "option", f"{sources!r} is no number of sources.", "Use 1 or more.")
    return Wanted(
        level=_one_of(Depth, given.get("level") or Depth.NORMAL, "level"),
        status=frozenset(_one_of(Status, value, "status") for value in given.getlist("status") if value),
        since=day_of(given.get("since"), "since"),
        until=day_of(given.get("until"), "until"),
        said_by=given.get("said_by") or None,
        person=given.get("person") or None,
        place=given.get("place") or None,
        source=given.get("source") or None,
        sources=int(sources),
        words=given.get("words", "").strip(),
        starred=given.get("starred") in _YES,
        tag=given.get("tag") or None,
        hidden=given.get("hidden") in _YES,
    )


def is_number(given: str) -> bool:
    """Whether an address gives a number, of no more figures than anything here is counted by."""
    return given.isdecimal() and len(given) < 10


def day_of(given: str | None, name: str) -> dt.date | None:
    """A day of an address. Raises Failure for what is none."""
    if not given or not given.strip():
        return None
    try:
        return dt.date.fromisoformat(given.strip())
    except ValueError:
        raise Failure(
            400, "option", f"{name}: {given!r} is not a date.", "Use YYYY-MM-DD, for example 2019-04-25."
        ) from None


_Kind = TypeVar("_Kind", Depth, Status)


def _one_of(kind: type[_Kind], value: str, name: str) -> _Kind:
    try:
        return kind(value)
    except ValueError:
        raise Failure(400, "option", f"{name}: {value!r} is none.", f"Use one of {', '.join(kind)}.") from None


def pairs(wanted: Wanted) -> list[tuple[str, str]]:
    """What is wanted as it stands in an address; what is as without it is left out."""
    found: list[tuple[str, str]] = []
    for field in fields(wanted):
        value = getattr(wanted, field.name)
        if value == getattr(_PLAIN, field.name):
            continue
        values = sorted(value) if isinstance(value, frozenset) else [value]
        found += [(field.name, _written(one)) for one in values]
    return found


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def address(path: str, wanted: Wanted, **other: object) -> str:
    """The address of a page with what is wanted, some of it otherwise."""
    query = urlencode(pairs(replace(wanted, **other)), errors="replace")  # type: ignore[arg-type]
    return f"{path}?{query}" if query else path


class Chip(NamedTuple):
    """A filter that is on, and the address without it."""

    words: str
    without: str


def chips(path: str, wanted: Wanted) -> list[Chip]:
    """The filters that are on, but for the level, which has a switch of its own."""
    named = {
        "since": "since", "until": "until", "said_by": "according to", "person": "with", "place": "in",
        "source": "told by", "words": "with the words", "tag": "under",
    }  # fmt: skip
    found = [
        Chip(status.value, address(path, wanted, status=wanted.status - {status})) for status in sorted(wanted.status)
    ]
    for name, words in named.items():
        if value := getattr(wanted, name):
            found.append(Chip(f"{words} {value}", address(path, wanted, **{name: getattr(_PLAIN, name)})))
    if wanted.sources > 1:
        found.append(Chip(f"{wanted.sources} independent sources or more", address(path, wanted, sources=1)))
    for name, words in (("starred", "starred"), ("hidden", "hidden ones, too")):
        if getattr(wanted, name):
            found.append(Chip(words, address(path, wanted, **{name: False})))
    return found


def offered(timeline: Timeline, wanted: Wanted) -> Mapping[str, Sequence[Option]]:
    """Of each filter the values there are, with how many lines each leaves beside the other filters."""
    outlets = {article.id: outlet(article) for article in timeline.articles}
    values: Mapping[str, Callable[[Entry], set[str]]] = {
        "status": lambda entry: {entry.status.value},
        "said_by": lambda entry: {passage.said_by for passage in entry.passages if passage.said_by},
        "person": lambda entry: set(entry.participants),
        "place": lambda entry: {place.name for place in entry.places},
        "tag": lambda entry: set(entry.hand.tags) if entry.hand else set(),
        "source": lambda entry: {outlets[p.article] for p in entry.passages if p.article in outlets},
    }
    found = {}
    for name, of in values.items():
        others = replace(wanted, **{name: getattr(_PLAIN, name)})
        counts = Counter(value for entry in sifted(timeline, others) for value in of(entry))
        found[name] = [Option(*one) for one in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:_OFFERED]]
    return found


def levels(timeline: Timeline, wanted: Wanted) -> Mapping[str, int]:
    """How many lines each level would leave."""
    return {depth.value: len(sifted(timeline, replace(wanted, level=depth))) for depth in Depth}
