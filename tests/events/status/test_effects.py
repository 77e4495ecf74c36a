import pytest

from dateline.events.status.effects import effects, status_words
from dateline.languages import empty, named
from dateline.model import Status

ENGLISH = named("en")


@pytest.mark.parametrize(
    ("lemma", "governed", "held", "negated"),
    [
        ("fail", "to", "no", "yes"),
        ("manage", "to", "yes", "no"),
        ("deny", "that", "denied", "uncertain"),
        ("call_off", "thing", "cancelled", "expected"),
    ],
)
def test_a_predicate_has_an_effect_where_it_holds_and_where_it_is_negated(
    lemma: str, governed: str, held: str, negated: str
) -> None:
    effect = effects(ENGLISH)[lemma, governed]
    assert (effect.held, effect.negated) == (held, negated)


def test_every_effect_is_a_status_or_one_of_three_words() -> None:
    known = {*map(str, Status), "yes", "no", "own"}
    assert {word for effect in effects(ENGLISH).values() for word in (effect.held, effect.negated)} <= known


def test_words_tell_a_status_by_where_they_stand() -> None:
    assert status_words(ENGLISH)["with", "never"] is Status.DENIED
    assert ("modal", "might") in status_words(ENGLISH)


def test_the_empty_language_has_neither() -> None:
    assert (effects(empty()), status_words(empty())) == ({}, {})
