"""Where the evidence of one event disagrees."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.model import Claim, Conflict, Evidence, Status

# Statuses by which an event takes place or is to. What is called off is an update, not a disagreement; a denial is.
_AFFIRMED = frozenset({Status.HAPPENED, Status.ONGOING, Status.SCHEDULED})


@dataclass(frozen=True, slots=True)
class _Counting:
    figure: re.Pattern[str]
    """Groups: the figure, the noun it counts."""
    number: dict[str, int]
    measure: frozenset[str]


@cache
def _counting(language: str = "en") -> _Counting:
    data = tomllib.loads(
        resources.files("dateline.timeline").joinpath(language, "figures.toml").read_text(encoding="utf-8")
    )
    number = {word: value for value, word in enumerate(data["number"].split())}
    figure = re.compile(
        rf"\b(?:(?:{'|'.join(data['hedge'])}) )?(\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(number)}) (?:[a-z-]+ )?"
        rf"([a-z]{{3,}}s|{'|'.join(data['counted'].split())})\b",
        re.IGNORECASE,
    )
    return _Counting(figure, number, frozenset(data["measure"].split()))


def find(evidence: Sequence[Evidence], sources: Sequence[str]) -> tuple[Conflict, ...]:
    """Conflicts within one event. `sources[i]` is the independent origin of `evidence[i]`; both by publication.

    Only different origins can disagree: what one outlet writes twice is not a conflict, and a figure that a later
    report of the same origin raises is an update.
    """
    return (*_numbers(evidence, sources), *_status(evidence, sources))


def _numbers(evidence: Sequence[Evidence], sources: Sequence[str]) -> list[Conflict]:
    counting = _counting()
    counted: dict[str, list[tuple[int, str, str, Evidence]]] = {}
    for passage, source in zip(evidence, sources, strict=True):
        for match in counting.figure.finditer(passage.exact):
            noun = match[2].lower()
            if noun not in counting.measure:
                figure = match[1].lower().replace(",", "")
                value = counting.number[figure] if figure in counting.number else int(figure)
                counted.setdefault(noun, []).append((value, source, match[0], passage))
    found = []
    for rows in counted.values():
        values = {value for value, *_ in rows}
        origins = {source for _, source, *_ in rows}
        if len(values) > 1 and len(origins) > 1 and not _within_one_source(rows):
            first_of_value = {value: (words, passage) for value, _, words, passage in reversed(rows)}
            claims = [Claim(words, passage) for value, _, words, passage in rows if first_of_value[value][1] is passage]
            found.append(Conflict("number", tuple(claims)))
    return found


def _within_one_source(rows: Sequence[tuple[int, str, str, Evidence]]) -> bool:
    """Whether one origin gives all the values: then it counts two things, or brings its own figure up to date."""
    values = {value for value, *_ in rows}
    return any(
        {value for value, source, *_ in rows if source == origin} == values for origin in {row[1] for row in rows}
    )


def _status(evidence: Sequence[Evidence], sources: Sequence[str]) -> list[Conflict]:
    yes = [(p, s) for p, s in zip(evidence, sources, strict=True) if p.status in _AFFIRMED]
    no = [(p, s) for p, s in zip(evidence, sources, strict=True) if p.status is Status.DENIED]
    if not yes or not no or {s for _, s in yes} == {s for _, s in no}:
        return []
    order = {id(passage): number for number, passage in enumerate(evidence)}
    claims = sorted((yes[0][0], no[0][0]), key=lambda passage: order[id(passage)])
    return [Conflict("status", tuple(Claim(str(passage.status), passage) for passage in claims))]
