from dateline.events.mentions.event_kinds import happen_once, is_light, kinds, kinds_of_verb
from dateline.languages import named

ENGLISH = named("en")


def test_a_kind_is_known_by_any_of_its_words_and_their_forms() -> None:
    assert kinds(ENGLISH, ["summit"]) == kinds(ENGLISH, ["summits"]) != frozenset()
    assert kinds(ENGLISH, ["summit"]) & kinds(ENGLISH, ["met"])


def test_a_verb_may_tell_its_kind_with_the_word_behind_it() -> None:
    assert kinds_of_verb(ENGLISH, ["shook", "hands"]) & kinds_of_verb(ENGLISH, ["met"])


def test_light_verbs_leave_it_to_the_nouns_beside_them_what_happens() -> None:
    assert all(is_light(ENGLISH, verb) for verb in ("held", "planned", "led"))
    assert not is_light(ENGLISH, "resigned")


def test_some_things_happen_once() -> None:
    assert kinds_of_verb(ENGLISH, ["resigned"]) & happen_once(ENGLISH)
    assert not kinds_of_verb(ENGLISH, ["said"]) & happen_once(ENGLISH)
