"""Function words of a language by what they do in a sentence: what rules over a parse ask for beside its labels."""

from typing import NamedTuple

from dateline.languages import Language, made_once
from dateline.model import Role

_PATH = "events/grammar.toml"

Words = frozenset[str]


class Grammar(NamedTuple):
    """The words of `grammar.toml`; what each are is told there."""

    be: Words
    have: Words
    was: Words
    future: Words
    would: Words
    modals: Words
    coming: Words
    habitually: Words
    serving: Words
    postures: Words
    standing_in: Words
    lasting: Words
    retelling: Words
    had: Words
    maybe: Words
    could: Words
    perceiving: Words
    hopefully: Words
    hoping: Words
    fearing: Words
    inverted: Words
    only: Words
    sooner: Words
    merely: Words
    nor: Words
    but: Words
    neither: Words
    any: Words
    yet: Words
    too: Words
    ranked: Words
    today: Words
    no_happening: Words
    no_telling: Words
    whichever: Words
    likenesses: Words
    definite: Words
    the: Words
    articles: Words
    and_: Words
    by: Words
    as_: Words
    to: Words
    of: Words
    others: Words
    place: Words
    setting: Words
    on: Words
    still_to_come: Words
    run_ups: Words
    goals: Words
    done: Words
    references: Words
    lengths: Words
    parts_of_times: Words
    moments: Words
    turns_of_day: Words
    of_any_day: Words
    next: Words
    torn: Words
    since: Words
    within: Words
    likening: Words
    than: Words
    purpose: Words
    towards: Words
    until: Words
    enduring: Words
    before: Words
    after: Words
    within_noun: Words
    within_negation: Words
    about: Words
    amid: Words
    relative: Words
    that: Words
    of_things: Words
    claiming: Words
    asking: Words
    weighing: Words
    somebody: Words
    meanwhile: Words
    likewise: Words
    beside: Words
    time: Words
    roles_at_noun: dict[str, Role]


@made_once
def grammar(language: Language) -> Grammar:
    """The function words of a language."""
    settings = language.settings(_PATH)
    roles = {word: Role(role) for word, role in settings["roles_at_noun"].items()}
    tables = (table for name, table in settings.items() if name != "roles_at_noun")
    words = {key: frozenset(given.split()) for table in tables for key, given in table.items()}
    named = {field: words[field.rstrip("_")] for field in Grammar._fields if field != "roles_at_noun"}
    return Grammar(**named, roles_at_noun=roles)
