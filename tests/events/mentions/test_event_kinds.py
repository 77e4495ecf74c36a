from dateline.events.mentions.event_kinds import happen_once, is_light, kinds, kinds_of_verb


def test_a_kind_is_known_by_any_of_its_words_and_their_forms() -> None:
    assert kinds(["summit"]) == kinds(["summits"]) != frozenset()
    assert kinds(["summit"]) & kinds(["met"])


def test_a_verb_may_tell_its_kind_with_the_word_behind_it() -> None:
    assert kinds_of_verb(["shook", "hands"]) & kinds_of_verb(["met"])


def test_light_verbs_leave_it_to_the_nouns_beside_them_what_happens() -> None:
    assert all(map(is_light, ["held", "planned", "led"]))
    assert not is_light("resigned")


def test_some_things_happen_once() -> None:
    assert kinds_of_verb(["resigned"]) & happen_once()
    assert not kinds_of_verb(["said"]) & happen_once()
