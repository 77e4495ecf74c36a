"""What tests of a story begin with: reports of March 2021, each by an outlet of its own, and what they tell."""

import datetime as dt
from collections.abc import Callable, Sequence

import pytest

from dateline import Article
from dateline.reading.article import read_article
from dateline.request import Request
from dateline.timeline.close.tellings import Telling, close_reading
from dateline.timeline.select import passages
from dateline.timeline.story import Story, story_of

Report = tuple[int, str]
"""A day of March 2021 (the 1st is a Monday), and a text."""


def articles(*reports: Report) -> list[Article]:
    return [
        Article(f"a{number}", text, dt.date(2021, 3, day), f"Outlet {number}")
        for number, (day, text) in enumerate(reports)
    ]


@pytest.fixture
def tell() -> Callable[..., list[Telling]]:
    """Gives every telling of reports, in their order."""

    def told(*reports: Report) -> list[Telling]:
        read = [read_article(article) for article in articles(*reports)]
        return close_reading([passage for reading in read for passage in passages.of(reading)])

    return told


@pytest.fixture
def story() -> Callable[..., Story]:
    """Gives the story of reports, in order of publication."""

    def told(*reports: Report, request: Request | None = None) -> Story:
        read: Sequence[Article] = articles(*reports)
        return story_of([read_article(article) for article in read], request or Request())

    return told
