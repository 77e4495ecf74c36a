import pytest

from dateline.languages import empty, named
from dateline.stories.dividing import divided, is_due
from dateline.stories.features import Features
from dateline.stories.live import LiveStory
from sample_stories import BAKERY, FERRY, SUMMIT, SUMMIT_LATER, known_by

ENGLISH = named("en")


def known(*stories: tuple[tuple[str, str, str, str], ...]) -> list[Features]:
    told = sorted((one for story in stories for one in story), key=lambda one: (one[1], one[0]))
    return [known_by(*one) for one in told]


def test_what_was_two_stories_is_divided_and_the_first_article_stays() -> None:
    part = divided(ENGLISH, known(FERRY, SUMMIT, SUMMIT_LATER))
    assert [article.article for article in part] == ["s1", "s2", "s3"]


def test_one_story_stays_one() -> None:
    again = tuple((f"{one[0]}-again", *one[1:]) for one in FERRY)
    assert divided(ENGLISH, known(FERRY, again)) == []


@pytest.mark.parametrize(("odds", "is_divided"), [((-3.0, -2.6), True), ((-3.0, -2.4), False), (None, False)])
def test_a_story_is_divided_where_both_parts_say_by_far_that_they_are_not_one(
    odds: tuple[float, float] | None, is_divided: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.stories.dividing.both_say", lambda *_: odds)
    assert bool(divided(ENGLISH, known(FERRY, SUMMIT, SUMMIT_LATER))) is is_divided


def test_a_stray_article_or_two_make_no_story() -> None:
    assert divided(ENGLISH, known(FERRY, SUMMIT, BAKERY)) == []


def test_a_language_without_weights_divides_nothing() -> None:
    assert divided(empty(), known(FERRY, SUMMIT, SUMMIT_LATER)) == []


@pytest.mark.parametrize(("size", "examined", "due"), [(5, 0, False), (6, 0, True), (11, 6, False), (12, 6, True)])
def test_a_story_is_looked_into_when_it_has_doubled(size: int, examined: int, due: bool) -> None:
    assert is_due(LiveStory(1, size=size, examined=examined)) == due
