"""What a name is the name of, a person, an organisation or a place: by its form and by the words beside it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dateline.entities.gazetteer import cities
from dateline.entities.governments import may_govern
from dateline.entities.kind_words import kind_words
from dateline.entities.name_forms import is_acronym, may_be_person
from dateline.entities.name_words import name_words
from dateline.entities.names import FoundName
from dateline.entities.toponyms import Toponyms, is_region
from dateline.languages import Language, alternatives, made_once, remembered
from dateline.model import EntityKind

# Characters on either side of a name that are looked at.
_BESIDE = 20
# Times it must be, where nothing tells that it is something else.
_OFTEN = 2
# Share of the times a name is looked at that must be told as somewhere before it is taken for a place no table has.
_MOSTLY = 0.5
# And at least, where nothing tells that it is anything else.
_AT_LEAST = 0.2
# Behind a name that is nowhere: `Formula 1`.
_NUMBER = re.compile(r" \d")


@remembered(1 << 15)
def by_form(language: Language, name: str) -> EntityKind | None:
    """What a name says of itself; None for what only the words beside it can tell."""
    if is_region(language, name):
        return EntityKind.PLACE
    if may_govern(language, name):
        return None
    words, kinds = name_words(language), kind_words(language)
    own = [word.lower().rstrip(".") for word in name.split(" ") if word[:1].isupper() or word[:1].isdigit()]
    if not own:
        return None
    bodies = _bodies(language)
    if len(own) == 1:
        is_body = own[0] in bodies and own[0] not in kinds.geographic
        return EntityKind.ORGANISATION if is_body or own[0] in words.agency else None
    linked = name.split(" ")[1:-1]
    heads = {own[-1]}
    if of := next((word for word in linked if word in words.owning), None):
        heads = {name.partition(f" {of} ")[0].lower().rpartition(" ")[2]}
    joined = not words.joining.isdisjoint(linked)
    if heads & kinds.event or own[0] in kinds.storm or own[0] in kinds.vessel or (joined and heads & kinds.geographic):
        return EntityKind.OTHER
    if heads & kinds.geographic or own[0] in kinds.geographic_first:
        return EntityKind.PLACE
    if not bodies.isdisjoint(own) or own[-1] in kinds.company or own[-1] in kinds.state:
        return EntityKind.ORGANISATION
    return EntityKind.PERSON if may_be_person(language, name) else None


@made_once
def _bodies(language: Language) -> frozenset[str]:
    """Words that tell an organisation by themselves."""
    return name_words(language).organisation - kind_words(language).vague


@remembered(1 << 15)
def is_looked_at(language: Language, name: str) -> bool:
    """Whether the words beside a name can tell more of it than its form."""
    return by_form(language, name) in {None, EntityKind.PERSON}


class _Beside(NamedTuple):
    """What the words beside a name are looked up by; a single last word is found sooner than a pattern."""

    behind_body: re.Pattern[str]
    before_body: re.Pattern[str]
    last_before_body: frozenset[str]
    before_person: re.Pattern[str]
    last_before_person: frozenset[str]
    behind_person: re.Pattern[str]
    """An age, or a clause on who that is."""
    articles: tuple[str, ...]
    """Articles right before a name."""
    at_firm: re.Pattern[str]
    """Somebody may be at a firm: what stands behind it is no place for that."""


@made_once
def _beside(language: Language) -> _Beside:
    words, kinds = name_words(language), kind_words(language)
    before_body = kinds.organised - kinds.organised_people
    possessive = alternatives(words.possessive)
    return _Beside(
        behind_body=re.compile(rf"(?:{possessive})? {alternatives(kinds.organised)}\b"),
        before_body=re.compile(rf"\b{alternatives(before_body)} $"),
        last_before_body=frozenset(word.rpartition(" ")[2] for word in before_body),
        before_person=re.compile(rf"\b{alternatives(words.personal)},? $"),
        last_before_person=frozenset(word.rpartition(" ")[2] for word in words.personal),
        behind_person=re.compile(rf", (?:\d\d,|{alternatives(kinds.relative)}\b)"),
        articles=tuple(f" {article} " for article in words.articles),
        at_firm=re.compile(rf"\b{alternatives(kinds.at_firm)} $"),
    )


def votes(toponyms: Toponyms, found: FoundName) -> Iterable[EntityKind]:
    """What the words beside a name of an article tell of it."""
    language, text = toponyms.language, toponyms.text
    beside = _beside(language)
    name = found.name
    if found.title or (found.country and may_be_person(language, name.text)):
        yield EntityKind.PERSON
    before, word = toponyms.before(name)
    is_place = not found.title and toponyms.is_place_behind(before, word, name)
    if is_place and not beside.at_firm.search(before) and not _NUMBER.match(text, name.end):
        yield EntityKind.PLACE
    if (word in kind_words(language).vessels or f" {before.lower()}".endswith(beside.articles)) and not found.title:
        yield EntityKind.OTHER  # the ferry Ann Lee, the Titanic Belle: no person's name has an article
    before, limit = before[-_BESIDE:], name.end + _BESIDE
    is_unsure = word is None
    tells_body = (is_unsure or word in beside.last_before_body) and beside.before_body.search(before)
    if beside.behind_body.match(text, name.end, limit) or tells_body:
        yield EntityKind.ORGANISATION
    tells_person = (is_unsure or word in beside.last_before_person) and beside.before_person.search(before)
    if tells_person or beside.behind_person.match(text, name.end, limit):
        yield EntityKind.PERSON


def decide(
    language: Language,
    forms: Iterable[str],
    told: Mapping[str, Counter[EntityKind]],
    looked_at: Mapping[str, int],
) -> EntityKind:
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
    by_words = {kind for form in forms if (kind := by_form(language, form)) is not None}
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
    if EntityKind.PERSON in by_words and votes_of_all[EntityKind.OTHER] > max(person, times * _MOSTLY):
        return EntityKind.ORGANISATION if organisation else EntityKind.OTHER
    if EntityKind.PERSON in by_words or person > organisation:
        return EntityKind.PERSON
    if organisation or any(map(is_acronym, forms)):
        return EntityKind.ORGANISATION
    return EntityKind.OTHER
