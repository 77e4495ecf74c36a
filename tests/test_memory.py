"""What is remembered between calls is little, known, and changes no result, in however many threads."""

import datetime as dt
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import dateline
from dateline import Article, Request, memory, write
from dateline.events.parsing import parser
from dateline.languages.language import known

THREADS = 8
OUTLETS = ("Lindow Echo", "Aar Wire", "Hexton Post", "Water Board News")


def story(number: int) -> list[Article]:
    """One of several stories that share words, names and dates."""
    return [
        Article(
            f"a{number}-{day}",
            f"LINDOW, May {day} (Aar Wire) - The bridge over the Aar closed on {day - 1} May 2021, Mayor Rosa Feld "
            f"said on Monday. She told the {OUTLETS[number % 4]} that it would open next Friday. At least "
            f"{day + number} people were hurt. Transport Minister Jan Oker denied that the money had been stopped in "
            "March.",
            dt.date(2021, 5, day),
            source=OUTLETS[(number + day) % 4],
        )
        for day in range(3, 6)
    ]


def told(articles: list[Article], *, parse: bool) -> list[str]:
    """Everything that is made of a story, as bytes would have it."""
    request = Request(parse=parse, processes=1)
    timeline = dateline.timeline_of(articles, request)
    changes = dateline.changes_of(articles, dt.date(2021, 5, 4), request)
    return [
        *(write(timeline, format_, articles=articles) for format_ in ("json", "html", "ics")),
        write(changes, "json"),
        write(dateline.annotate(articles, request=request), "jsonl"),
    ]


def eight_threads_agree_with_one(*, parse: bool) -> None:
    stories = [story(0), story(1)]
    alone = [told(articles, parse=parse) for articles in stories]
    dateline.reset()
    with ThreadPoolExecutor(THREADS) as pool:
        together = list(pool.map(lambda articles: told(articles, parse=parse), stories * (THREADS // 2)))
    assert together == alone * (THREADS // 2)


@pytest.mark.slow
def test_eight_threads_write_what_one_writes() -> None:
    eight_threads_agree_with_one(parse=False)


@pytest.mark.slow
@pytest.mark.skipif(not parser.parsed_languages(), reason="the parser is an extra")
def test_eight_threads_share_one_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "_ZONE", 1)  # its strings are freed before each call, as after 500,000 words
    eight_threads_agree_with_one(parse=True)


def test_forgetting_changes_no_result_and_lets_go_of_everything() -> None:
    before = told(story(0), parse=False)
    dateline.reset()
    assert all(size == 0 for _, size in remembered())
    assert told(story(0), parse=False) == before
    assert any(size > 0 for _, size in remembered())


def remembered() -> Iterator[tuple[str, int]]:
    """How many answers each function remembers, and what was made of each language."""
    for name, function in remembering():
        yield name, function.cache_info().currsize
    for language in known():
        yield language.tag, len(language._made) + len(language._memories)


def remembering() -> Iterator[tuple[str, Any]]:
    """Every function of the package that remembers answers, found by looking for them."""
    for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
        if ".migrations." in module.name:  # run by Alembic, not imported
            continue
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if hasattr(value, "cache_clear") and value.__module__ == module.name:
                    yield f"{module.name}.{name}", value


def test_every_function_that_remembers_is_known() -> None:
    assert sorted(name for name, _ in remembering()) == sorted(memory.REMEMBERING)


def test_no_function_remembers_without_end() -> None:
    for name, function in remembering():
        most = function.cache_parameters()["maxsize"]
        assert most is not None or not inspect.signature(function).parameters, name
