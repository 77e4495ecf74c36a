import pytest

from dateline.languages import empty, named
from dateline.stories.evidence import FEATURES, Logistic, Model, Weighed, evidence, model, shared
from dateline.stories.live import Live, LiveStory
from sample_stories import FERRY, SUMMIT, known_by

ENGLISH = named("en")


def told(number: int, story: tuple[tuple[str, str, str, str], ...] = FERRY[:2]) -> tuple[Weighed, LiveStory]:
    live = Live(ENGLISH, 10)
    opened = live.open(1, known_by(*story[0]))
    for rest in story[1:]:
        live.put(opened, known_by(*rest))
    return Weighed.among(live, known_by(*[*FERRY, *SUMMIT][number])), opened


@pytest.mark.parametrize("feature", ["words", "names", "words told", "names told", "name", "title", "core"])
def test_what_tells_the_story_on_has_more_of_it(feature: str) -> None:
    at = FEATURES.index(feature)
    assert evidence(*told(2))[at] > evidence(*told(3))[at]


def test_the_reason_is_what_both_tell_that_is_rare() -> None:
    reason = shared(*told(2))
    assert {"aurelia", "@Norden Lines", "@Cape Torrin", "@Jonas Verrin"} & set(reason)
    assert "say" not in reason


def test_the_log_odds_part_a_story_from_another() -> None:
    weights = model(ENGLISH)
    assert weights
    assert weights.log_odds(evidence(*told(2))) > 0 > weights.log_odds(evidence(*told(3)))


def test_a_headline_alone_is_weighed_by_weights_of_its_own() -> None:
    none = (0.0,) * len(FEATURES)
    by_kind = Model(Logistic(1.0, none, ((),) * len(none)), Logistic(-1.0, none, ((),) * len(none)))
    headline = tuple(float(name == "short") for name in FEATURES)
    assert (by_kind.log_odds(none), by_kind.log_odds(headline)) == (1.0, -1.0)


def test_a_language_without_weights_says_nothing() -> None:
    assert model(empty()) is None
