import pytest

from dateline.events.parsing.lemmas import Lemmas
from dateline.languages import named

ENGLISH = named("en")

TABLES: dict[str, dict[str, object]] = {
    "lemma_rules": {
        "noun": [["s", ""], ["ies", "y"], ["men", "man"]],
        "verb": [["s", ""], ["es", "e"], ["ed", "e"], ["ed", ""], ["ing", ""]],
    },
    "lemma_index": {"noun": ["ferry", "ferrie", "woman", "mile"], "verb": ["warn", "agree", "agre"]},
    "lemma_exc": {"noun": {"oxen": ["ox"]}, "verb": {"flew": ["fly"], "warned": ["warn"]}},
}


class Lookups:
    """What spaCy's lemmatizer keeps its tables in."""

    def get_table(self, name: str) -> dict[str, object]:
        return TABLES[name]


@pytest.mark.parametrize(
    ("form", "tag", "lemma", "because"),
    [
        ("ferries", "NNS", "ferry", "of two known words that of the later rule"),
        ("miles", "NNS", "mile", "a rule gives a known word"),
        ("oxen", "NNS", "ox", "an exception"),
        ("flew", "VBD", "fly", "an exception no rule knows"),
        ("warned", "VBD", "warn", "rule and exception agree"),
        ("agreed", "VBD", "agre", "of two known words that of the later rule"),
        ("blarved", "VBD", "blarve", "no word is known: the first rule"),
        ("24s", "NNS", "24", "what is no word needs not be known"),
        ("hither", "RB", "hither", "an adverb is its own base"),
        ("ferries", "NNPS", "ferries", "names have no base"),
        ("sing", "VB", "sing", "a base form stays"),
        ("s", "NNS", "s", "nothing would be left"),
    ],
)
def test_a_form_has_the_lemma_of_the_tables(form: str, tag: str, lemma: str, because: str) -> None:
    assert Lemmas(ENGLISH, Lookups())[form, tag] == lemma, because


def test_contractions_are_known_whatever_the_tables_say() -> None:
    lemmas = Lemmas(ENGLISH, Lookups())
    assert (lemmas["n't", "RB"], lemmas["wo", "MD"]) == ("not", "will")
