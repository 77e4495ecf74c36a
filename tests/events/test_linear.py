import pytest

from dateline.events.linear import score, weights
from dateline.languages import named

ENGLISH = named("en")


def test_a_score_is_the_sum_of_the_weights_of_known_features() -> None:
    assert score({"a": 150, "b": -20}, ["a", "b", "unknown", "a"]) == 280


@pytest.mark.parametrize("name", ["cues", "sources", "contents", "certainty"])
def test_shipped_weights_are_whole_numbers(name: str) -> None:
    model = weights(ENGLISH, name)
    assert len(model) > 100
    assert all(isinstance(weight, int) for weight in model.values())


def test_say_is_a_surer_cue_than_eat() -> None:
    model = weights(ENGLISH, "cues")
    assert model["l=say"] > model.get("l=eat", 0)
