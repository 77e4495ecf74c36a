import datetime as dt
from collections.abc import Callable

import pytest

from dateline import Article
from dateline.languages import empty, named
from dateline.request import Request
from dateline.timeline.story import Story, language_of

Tell = Callable[..., Story]
FERRY = "The ferry Marigold sank off Skarn on March 3. It was raised in April and will sail again on 5 May 2021."


def test_a_story_has_what_its_articles_tell_in_order_of_the_dates(story: Tell) -> None:
    assert list(story((20, FERRY)).dated) == ["2021-03-03", "2021-04", "2021-05-05"]


@pytest.mark.parametrize(
    ("request_", "values"),
    [
        (Request(since=dt.date(2021, 4, 10)), ["2021-04", "2021-05-05"]),
        (Request(until=dt.date(2021, 4, 10)), ["2021-03-03", "2021-04"]),
        (Request(days_only=True), ["2021-03-03", "2021-05-05"]),
        (Request(since=dt.date(2021, 3, 3), until=dt.date(2021, 3, 3)), ["2021-03-03"]),
    ],
)
def test_only_dates_within_what_was_asked_for(story: Tell, request_: Request, values: list[str]) -> None:
    assert list(story((20, FERRY), request=request_).dated) == values


def test_a_report_printed_again_tells_its_day_once(story: Tell) -> None:
    told = story(
        (3, "The ferry Marigold sank off Skarn on Tuesday."), (17, "The ferry Marigold sank off Skarn on Tuesday.")
    )
    assert list(told.dated) == ["2021-03-02"]


def test_sentences_with_what_was_asked_for_are_marked(story: Tell) -> None:
    told = story((20, FERRY), request=Request(queries=("raised",)))
    (place,) = told.query_weights
    assert place == told.dated["2021-04"][0].place


def test_the_language_of_a_story_is_that_of_most_articles() -> None:
    english = [Article(str(n), FERRY, language="en") for n in range(2)]
    assert language_of([*english, Article("x", "Nada.", language="es")]) is named("en")
    assert language_of([Article("x", "Nada.", language="es")]) is empty()
    assert language_of([]) is empty()
