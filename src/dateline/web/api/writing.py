"""What programs bring: articles, many at once, with a report on each; marks of whoever's token it is."""

import json
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from starlette.requests import Request

from dateline.archive.adding import Added, Became
from dateline.model import Mark, MarkKind, StoryReference
from dateline.readers import read
from dateline.web.api.answers import (
    AddReport,
    GivenArticles,
    GivenLine,
    GivenMark,
    GivenMove,
    GivenStory,
    GivenTitle,
    Reported,
)
from dateline.web.api.shell import Operations
from dateline.web.desk import Desk
from dateline.web.failures import Failure
from dateline.web.pages.shell import desk_of, visit_of

operations = Operations()

AT_ONCE = 1_000
"""Articles of one request at most."""
_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class Bulk:
    """Articles as they come: what is wrong with one is told of that one."""

    articles: list[Any]
    story: str | None = None


@operations.add("POST", "/articles", gives=AddReport, takes=GivenArticles, read_as=Bulk)
def add(request: Request, body: Bulk) -> AddReport:
    """Adds articles, a thousand at most. What becomes of each is told; one that cannot be read costs no other."""
    given = body.articles
    if len(given) > AT_ONCE:
        raise Failure(413, "too-many", f"A request adds {AT_ONCE} articles at most, not {len(given)}.", "Send parts.")
    return report_of(desk_of(request), given, body.story, visit_of(request).name)


def report_of(desk: Desk, given: list[Any], story: str | None, by: str) -> AddReport:
    """What became of articles in the native format."""
    if not given:
        return AddReport(0, 0, 0, 0, ())
    with tempfile.TemporaryDirectory(prefix="dateline-") as where:
        path = Path(where) / "given.jsonl"
        path.write_text("".join(f"{json.dumps(one)}\n" for one in given), "utf-8")
        result = read(str(path), other_languages=True)
    found: dict[int, Reported] = {}
    of_all = None
    for problem in result.problems:
        number = _number(problem.where)
        told = problem.problem.replace(f"{path}:", "number ")
        if number is None:
            of_all = told, problem.remedy
        else:
            found[number] = Reported(number, str(Became.LEFT_OUT), None, None, told, problem.remedy)
    numbers: dict[str, list[int]] = {}
    articles = []
    for article in result.articles:
        if number := _number(article.read_from):
            numbers.setdefault(article.id, []).append(number)
            articles.append(replace(article, read_from=f"given:{number}"))

    def tell(one: Added) -> None:
        # An id that was another article's is lengthened.
        number = numbers[one.article if one.article in numbers else one.article.rpartition("~")[0]].pop(0)
        why = (one.problem.problem, one.problem.remedy) if one.problem else (None, None)
        found[number] = Reported(number, str(one.became), one.article, one.story, *why)

    desk.archive.add(articles, story=story or None, by=by, processes=1, told_of=tell)
    every = tuple(
        found.get(number) or Reported(number, str(Became.LEFT_OUT), None, None, *(of_all or (None, None)))
        for number in range(1, len(given) + 1)
    )
    counts = Counter(one.became for one in every)
    return AddReport(counts[Became.NEW], counts[Became.VERSION], counts[Became.KNOWN], counts[Became.LEFT_OUT], every)


def _number(where: str) -> int | None:
    """The number of an article, of the line that a message names; None where it names the file."""
    _, colon, number = where.rpartition(":")
    return int(number) if colon and number.isdecimal() else None


@operations.add("POST", "/stories/{story:int}/lines/{entry}/marks", gives=Mark, takes=GivenMark, status=201)
def mark(request: Request, story: int, entry: str, body: GivenMark) -> Mark:
    """Marks a line. What is in force already is not marked twice."""
    desk = desk_of(request)
    _, line = desk.line(story, entry)
    values: list[Any] = list(body.values)
    if body.kind is MarkKind.JOIN:
        values = [desk.line(story, other)[1] for other in body.values]
    return desk.story(story).mark(body.kind, line, *values, by=visit_of(request).name)


@operations.add("POST", "/stories/{story:int}/lines", gives=Mark, takes=GivenLine, status=201)
def write(request: Request, story: int, body: GivenLine) -> Mark:
    """Writes a line of one's own, with a source or without."""
    return (
        desk_of(request)
        .story(story)
        .write(
            body.headline,
            body.date,
            status=body.status,
            source=body.source,
            article=body.article,
            exact=body.exact,
            by=visit_of(request).name,
        )
    )


@operations.add("POST", "/marks/{mark:int}/undo", gives=Mark)
def undo(request: Request, mark: int) -> Mark:
    """Takes a mark back."""
    return desk_of(request).archive.undo(mark, by=visit_of(request).name)


@operations.add("POST", "/stories/{story:int}/title", gives=StoryReference, takes=GivenTitle)
def entitle(request: Request, story: int, body: GivenTitle) -> StoryReference:
    """Says what a story is called."""
    title = " ".join(body.title.split())
    if not 1 <= len(title) <= _LONGEST_TITLE:
        raise Failure(400, "option", f"A title has 1 to {_LONGEST_TITLE} characters.")
    desk = desk_of(request)
    desk.archive.entitle(desk.story(story).id, title, by=visit_of(request).name)
    return desk.story(story).noun


@operations.add("POST", "/stories/{story:int}/join", gives=StoryReference, takes=GivenStory)
def join(request: Request, story: int, body: GivenStory) -> StoryReference:
    """Says that two stories are one. The older one stays, and is the answer."""
    desk = desk_of(request)
    stays = desk.archive.join(desk.story(story).id, desk.story(body.story).id, by=visit_of(request).name)
    return desk.story(stays).noun


@operations.add("POST", "/article/move", gives=StoryReference, takes=GivenMove)
def move(request: Request, body: GivenMove) -> StoryReference:
    """Says which story an article tells, or that it is one of its own. The story is the answer."""
    desk, name = desk_of(request), visit_of(request).name
    if body.story is None:
        return desk.story(desk.archive.split([body.article], by=name, title=body.title)).noun
    into = desk.story(body.story)
    desk.archive.move(body.article, into.id, by=name)
    return into.noun
