import datetime as dt
from collections.abc import Callable

import pytest

from dateline import Article
from dateline.languages import empty, named
from dateline.reading.article import read_article
from dateline.request import Request
from dateline.timeline.story import GrowingStory, Story, language_of, story_of

Tell = Callable[..., Story]
FERRY = "The ferry Marigold sank off Skarn on March 3. It will be raised in April and will sail again on 5 May 2021."


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


def test_a_story_that_grew_or_lost_articles_tells_what_a_new_one_would() -> None:
    twice = "The ferry Marigold sank off Skarn on Tuesday."
    dated = [
        (2, FERRY),
        (3, twice),
        (5, f"{FERRY} It was insured."),
        (9, FERRY),
        (10, twice),
        (11, "It rains on May 5."),
    ]
    read = [
        read_article(Article(f"a{n}", text, dt.date(2021, 3, day), f"Outlet {n}"))
        for n, (day, text) in enumerate(dated)
    ]
    growing = GrowingStory(Request())
    for out in (read[:3], read, read[1:], read[::2], [], read):
        assert growing.of(out) == story_of(out, Request())


def test_of_a_date_of_which_nothing_new_is_told_it_has_the_same_passages() -> None:
    read = [
        read_article(Article(name, text, dt.date(2021, 3, 9)))
        for name, text in (("a", FERRY), ("b", "It will rain on May 5."))
    ]
    growing = GrowingStory(Request())
    before, after = growing.of(read[:1]).dated, growing.of(read).dated
    assert after["2021-03-03"] is before["2021-03-03"]
    assert (len(before["2021-05-05"]), len(after["2021-05-05"])) == (1, 2)
