"""Which event mentions, across articles, are of one happening."""

from dateline import Span
from linking.linking import FEATURES, features, link, told

TEXTS = {
    "a": "A ferry sank off Skarn on Sunday. Nine people died when the ferry sank. Divers found the captain alive.",
    "b": "The sinking of the Skarn ferry killed nine people. Divers looked for the captain of the ferry off Skarn.",
    "c": "Ilona Varga opened the Gressow dairy. She praised its cheese. The dairy of Gressow is the oldest of all.",
}
LEMMAS = {"sank": "sink", "died": "die", "killed": "kill", "sinking": "sinking", "opened": "open", "praised": "praise"}


def mentions(*wanted: tuple[str, str]) -> list[int]:
    """The happenings of triggers, each given by its article and its words."""
    found = []
    for article, trigger in wanted:
        text = TEXTS[article]
        at = text.index(trigger)
        start = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
        sentence = Span(start, text.find(".", at) + 1)
        found.append(told(article, text, sentence, Span(at, at + len(trigger)), LEMMAS[trigger], verb=True))
    return link(found, TEXTS)


def test_two_articles_tell_one_death() -> None:
    assert mentions(("a", "died"), ("b", "killed")) == [0, 0]


def test_other_happenings_stay_apart() -> None:
    assert mentions(("a", "died"), ("c", "opened"), ("c", "praised")) == [0, 1, 2]


def test_nothing_to_link() -> None:
    assert link([], {}) == []


def test_every_pair_is_judged_by_every_feature() -> None:
    told_twice = [told("a", TEXTS["a"], Span(0, 33), Span(8, 12), "sink", verb=True) for _ in range(3)]
    assert features(told_twice, TEXTS).shape == (3, len(FEATURES))


def test_what_stands_side_by_side_once_counts_for_every_use_of_both_lemmas() -> None:
    sentence = Span(TEXTS["a"].index("Nine"), TEXTS["a"].index(" Divers"))
    died, sank = (
        told("a", TEXTS["a"], sentence, Span(at, at + 4), lemma, verb=True)
        for at, lemma in ((TEXTS["a"].index("died"), "die"), (TEXTS["a"].rindex("sank"), "sink"))
    )
    headline = told("b", TEXTS["b"], Span(0, 48), Span(4, 11), "sinking", verb=False)
    rows = features([died, sank, headline], TEXTS)
    column = FEATURES.index("side_by_side")
    assert rows[0, column] == rows[1, column] > rows[2, column] == 0
