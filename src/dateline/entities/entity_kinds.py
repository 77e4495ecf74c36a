"""What a name is the name of, a person, an organisation or a place: by its form and by the words beside it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from dateline.entities.article_names import is_acronym, may_be_person
from dateline.entities.gazetteer import cities
from dateline.entities.governments import may_govern
from dateline.entities.name_words import name_words, word_before
from dateline.entities.names import FoundName
from dateline.entities.toponyms import is_place, is_region
from dateline.model import EntityKind

# Characters on either side of a name that are looked at.
_BESIDE = 20
# Times it must be, where nothing tells that it is something else.
_OFTEN = 2
# Share of the times a name is looked at that must be told as somewhere before it is taken for a place no table has.
_MOSTLY = 0.5
# And at least, where nothing tells that it is anything else.
_AT_LEAST = 0.2


@lru_cache(maxsize=1 << 15)
def by_form(name: str) -> EntityKind | None:
    """What a name says of itself; None for what only the words beside it can tell."""
    if is_region(name):
        return EntityKind.PLACE
    if may_govern(name):
        return None
    words = name_words()
    own = [word.lower().rstrip(".") for word in name.split(" ") if word[:1].isupper() or word[:1].isdigit()]
    if not own:
        return None
    if len(own) == 1:
        is_body = own[0] in _bodies() and own[0] not in words.geographic
        return EntityKind.ORGANISATION if is_body or own[0] in words.agency else None
    head, of, _ = name.partition(" of ")
    heads = {head.lower().rpartition(" ")[2]} if of else {own[-1]}
    if heads & words.event or own[0] in _STORMS or (" and " in name and words.geographic & heads):
        return EntityKind.OTHER
    if heads & words.geographic or own[0] in _LEADING:
        return EntityKind.PLACE
    if not _bodies().isdisjoint(own) or own[-1] in words.company or own[-1] == "state":
        return EntityKind.ORGANISATION
    return EntityKind.PERSON if may_be_person(name) else None


@cache
def _bodies() -> frozenset[str]:
    """Words that tell an organisation by themselves."""
    return name_words().organisation - name_words().vague


# First words of names of places and of storms.
_LEADING = frozenset(("lake", "mount", "cape", "river", "gulf", "strait", "port", "fort", "camp"))
_STORMS = frozenset(("storm", "hurricane", "typhoon", "cyclone", "tropical"))


def votes(text: str, found: FoundName) -> Iterable[EntityKind]:
    """What the words beside a name tell of it."""
    name = found.name
    if found.title or (found.country and may_be_person(name.text)):
        yield EntityKind.PERSON
    before, behind = text[max(0, name.start - _BESIDE) : name.start], text[name.end : name.end + _BESIDE]
    if not found.title and is_place(text, name) and not _NO_PLACE.search(before) and not _NUMBER.match(behind):
        yield EntityKind.PLACE
    word = word_before(before)
    if _beside().match(behind) or ((word is None or word in _last_before()) and _before().search(before)):
        yield EntityKind.ORGANISATION
    if ((word is None or word in _last_personal()) and _personal().search(before)) or _WHO.match(behind):
        yield EntityKind.PERSON


# Somebody may be at a firm; and `Formula 1` is nowhere.
_NO_PLACE = re.compile(r"\bat $")
_NUMBER = re.compile(r" \d")
# Behind a person's name: an age, or a clause on who he is.
_WHO = re.compile(r", (?:\d\d,|who\b)")


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf"(?:[’']s)? (?:{_any(name_words().organised)})\b")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(name_words().organised - _PEOPLE)}) $")


@cache
def _last_before() -> frozenset[str]:
    return frozenset(words.rpartition(" ")[2] for words in name_words().organised - _PEOPLE)


@cache
def _personal() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(name_words().personal)}),? $")


@cache
def _last_personal() -> frozenset[str]:
    return frozenset(words.rpartition(" ")[2] for words in name_words().personal)


_PEOPLE = frozenset(
    ("spokesman", "spokeswoman", "executives", "shares", "staff", "lawmaker", "officials", "chief executive")
)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def decide(forms: Iterable[str], told: Mapping[str, Counter[EntityKind]], looked_at: Mapping[str, int]) -> EntityKind:
    """What the forms of one name are the name of.

    `told` is what the words beside each form tell, `looked_at` how often these were looked at.
    """
    forms = list(forms)
    votes_of_all: Counter[EntityKind] = Counter()
    for form in forms:
        votes_of_all.update(told.get(form, ()))
    person, place, organisation = (
        votes_of_all[kind] for kind in (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION)
    )
    by_words = {kind for form in forms if (kind := by_form(form)) is not None}
    for kind in (EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.OTHER):
        if kind in by_words:
            return kind
    times = sum(looked_at.get(form, 0) for form in forms)
    in_table = [form for form in forms if form in told and told[form][EntityKind.PLACE] and not is_acronym(form)]
    if EntityKind.PERSON in by_words:
        in_table = [form for form in in_table if " " in form]
    is_city = place > person and any(map(cities, in_table))
    enough = _OFTEN + 1 if EntityKind.PERSON in by_words else 1
    is_told = place >= max(_OFTEN, enough) and place >= _AT_LEAST * times and not person and not organisation
    if is_city or is_told or (place > person and place >= max(enough, _MOSTLY * times)):
        return EntityKind.PLACE
    if EntityKind.PERSON in by_words or person > organisation:
        return EntityKind.PERSON
    if organisation or any(map(is_acronym, forms)):
        return EntityKind.ORGANISATION
    return EntityKind.OTHER
