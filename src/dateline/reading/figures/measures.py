"""Measures: amounts of money, shares in percent, barrels and the like, with what they are of."""

import re

from dateline.languages import Language
from dateline.reading.figures.finding import Counting, Figure, counting

# Characters before a measure, and behind it, in whose clause stands what it is of.
_BEFORE, _AFTER = 90, 30
# Characters behind a figure in which stands what it was before.
_BESIDE = 80
_BEFORE_OTHERS = frozenset({"collected", "burned"})
# Words before a measure among which one says that something else is held against it: `larger than the 258,000 barrels`.
_COMPARED = 3
# Hyphens of 12-year-old and $70-a-share do not end a clause.
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_CLAUSE_END = re.compile(r"[,;:—–()]|\.(?!\d)")


def measures(language: Language, passage: str) -> list[Figure]:
    """The measures of a passage whose words tell what they are of, in order.

    That is the kind of `figures.toml` that the nearest word before them in their clause names, else one right behind;
    what is collected or burned is so named before what leaks, of which it is a part.
    """
    how = counting(language)
    found: dict[int, Figure] = {}
    covered: set[int] = set()
    for pattern in (how.money, how.amount):
        for match in how.found(pattern, passage):
            measure = None if match.start("low") in covered else _measure(how, passage, match)
            if measure is not None:
                found[measure.start] = measure
                covered.update(range(measure.start, measure.end))
    return [found[at] for at in sorted(found)]


def _measure(how: Counting, passage: str, match: re.Match[str]) -> Figure | None:
    groups = match.groupdict()
    before = _CLAUSE_END.split(passage[max(0, match.start() - _BEFORE) : match.start()])[-1]
    after = _CLAUSE_END.split(passage[match.end() : match.end() + _AFTER])[0]
    kind = _kind(how, before, after)
    around = _words(f"{before} {after}")
    if kind is None or not how.compared.isdisjoint(_words(before)[-_COMPARED:]) or not how.supposed.isdisjoint(around):
        return None
    unit = how.unit[(groups.get("sign") or groups["unit"]).lower().replace("us$", "US$")]
    if unit == "percent" and kind not in how.in_percent:
        return None
    if not how.reckoned.isdisjoint(around):
        kind = f"estimated {kind}"
    figure = Figure(
        match.start(),
        match.end(),
        match[0],
        frozenset(),
        how.value(match["low"], match["by"]),
        how.value(match["high"], match["by"]) if match["high"] else None,
        how.mod[match["hedge"].lower()] if match["hedge"] else None,
        kind,
        kind,
        f"{unit} a {groups['per'].lower()}" if groups["per"] else unit,
        is_part=not how.part.isdisjoint(_words(before)[-1:]),
        is_total=True,
        is_change=not how.change.isdisjoint(_words(before)),
    )
    return None if _is_difference(how, before) else figure


def _kind(how: Counting, before: str, after: str) -> str | None:
    named = [how.measured[word] for word in _words(before) if word in how.measured]
    if named:
        return next((kind for kind in reversed(named) if kind in _BEFORE_OTHERS), named[-1])
    return next((how.measured[word] for word in _words(after)[:2] if word in how.measured), None)


def _is_difference(how: Counting, before: str) -> bool:
    """Whether it is by how much something changed: `fell 4.3 percent`, `by $2 billion`."""
    last = (_words(before) or [""])[-1]
    return last in how.changed_by or (last in how.change and last not in how.arrives)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def with_before(language: Language, passage: str, figure: Figure) -> Figure:
    """A figure as one that is brought up to date, when the passage says what it was before: `up from 100`."""
    beside = passage[figure.end : figure.end + _BESIDE].lower()
    return (
        figure._replace(is_change=True) if any(words in beside for words in counting(language).from_before) else figure
    )
