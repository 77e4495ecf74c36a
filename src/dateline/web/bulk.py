"""Articles as a program gives them in, articles in the archive out, with a report on each: none is passed over.

They are read as a file of the native format is, so that what is wrong with one costs that one.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.archive.adding import Added, Became
from dateline.archive.archive import Archive
from dateline.readers import read
from dateline.web.api.answers import AddReport, Reported


def report_of(archive: Archive, given: Sequence[Any], story: str | None, by: str) -> AddReport:
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

    archive.add(articles, story=story or None, by=by, processes=1, told_of=tell)
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
