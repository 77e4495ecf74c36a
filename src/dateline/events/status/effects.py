"""The tables behind statuses: effects of predicates on what they govern, and words that tell a status."""

from dataclasses import dataclass

from dateline.languages import Language, made_once
from dateline.model import Status


@dataclass(frozen=True, slots=True)
class Effect:
    """What a predicate makes of the event it governs, where it holds and where it is negated.

    A status, or `yes` (it takes place as the predicate does), `no` (it does not), `own` (what its own words say).
    """

    held: str
    negated: str


@made_once
def effects(language: Language) -> dict[tuple[str, str], Effect]:
    """The table of predicate effects, by lemma and by what is governed."""
    found: dict[tuple[str, str], Effect] = {}
    for predicates, governed, held, negated in language.table("events/predicate-effects.tsv"):
        for predicate in predicates.split():
            for kind in ("to", "ing", "that", "thing") if governed == "any" else (governed,):
                found.setdefault((predicate, kind), Effect(held, negated))
    return found


@made_once
def status_words(language: Language) -> dict[tuple[str, str], Status]:
    """The table of words that tell a status, by where they stand and the word."""
    rows = language.table("events/status-words.tsv")
    return {(where, word): Status(status) for group, where, status in rows for word in group.split()}
