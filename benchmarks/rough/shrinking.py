"""A failing input cut down to what makes it fail, after Zeller's delta debugging.

Articles go first, then what fields hold, then the text or the file, in ever smaller pieces, as long as the same fault
shows. What is left is seldom the smallest there is, and short enough to read.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from dateline import Article
from rough.checking import check
from rough.making import Case

# Seconds that cutting one input down may take.
SECONDS = 30.0
OPTIONAL = ("source", "title", "url", "byline", "dateline", "updated")

Piece = TypeVar("Piece", str, bytes)


def shrink(case: Case, cause: str, seconds: float = SECONDS) -> Case:
    """The smallest input found in the time that still shows the fault of this cause; `case` itself at the worst."""
    until = time.monotonic() + seconds

    def fails(smaller: Case) -> bool:
        return time.monotonic() < until and any(fault.cause == cause for fault in check(smaller).faults)

    if case.file is not None:
        name, content = case.file
        return replace(case, file=(name, _shorter(content, lambda data: fails(replace(case, file=(name, data))))))
    if case.parse and fails(unparsed := replace(case, parse=False)):
        case = unparsed
    case = _fewer(case, fails)
    for place in range(len(case.articles)):
        for fields in _plain_fields(case.articles[place]):
            if fails(smaller := _with(case, place, replace(case.articles[place], **fields))):
                case = smaller
        if case.articles[place].skipped or case.articles[place].dateline:
            continue  # their spans would point elsewhere
        case = _shorter_text(case, place, fails)
    return case


def _shorter_text(case: Case, place: int, fails: Callable[[Case], bool]) -> Case:
    def told(text: str) -> Case:
        return _with(case, place, replace(case.articles[place], text=text))

    return told(_shorter(case.articles[place].text, lambda text: fails(told(text))))


def _fewer(case: Case, fails: Callable[[Case], bool]) -> Case:
    place = 0
    while place < len(case.articles) and len(case.articles) > 1:
        fewer = replace(case, articles=case.articles[:place] + case.articles[place + 1 :])
        if fails(fewer):
            case = fewer
        else:
            place += 1
    return case


def _with(case: Case, place: int, article: Article) -> Case:
    return replace(case, articles=(*case.articles[:place], article, *case.articles[place + 1 :]))


def _plain_fields(article: Article) -> Iterator[Mapping[str, Any]]:
    """Plain values for fields that are not, one at a time."""
    yield from ({field: None} for field in OPTIONAL if getattr(article, field) is not None)
    for field, value in (("skipped", ()), ("language", None), ("id", "a")):
        if getattr(article, field) != value:
            yield {field: value}


def _shorter(content: Piece, fails: Callable[[Piece], bool]) -> Piece:
    """The content with pieces taken out: halves first, then quarters, down to single characters."""
    size = max(1, len(content) // 2)
    while True:
        place = 0
        while place < len(content):
            shorter = content[:place] + content[place + size :]
            if shorter and fails(shorter):
                content = shorter
            else:
                place += size
        if size == 1:
            return content
        size //= 2


def shown(case: Case) -> Sequence[str]:
    """An input as Python would write it, one line an article, only what is not usual."""
    if case.file is not None:
        return [f"{case.file[0]}: {case.file[1]!r}"]
    return [_written(article) for article in case.articles]


def _written(article: Article) -> str:
    parts = [repr(article.id), repr(article.text)]
    parts += ["None" if article.published is None else f"dt.date.fromisoformat('{article.published}')"]
    parts += [f"{name}={value!r}" for name in (*OPTIONAL, "skipped") if (value := getattr(article, name))]
    if article.language:
        parts.append(f"language={article.language!r}")
    return f"Article({', '.join(parts)})"
