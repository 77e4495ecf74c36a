"""The words for somebody in, country and sectors out: by role words in the text first, then by dictionaries with days.

`Syrian rebels`, `the North Korean leader` and `the opposition leader` tell by themselves. A name alone is looked up
among bodies, leaders and the actors of the Phoenix dictionaries. Who held an office until a day is, after it, of his
country and of no known sector. What neither settles stays empty.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.coding.country_codes import BODIES, alpha3
from dateline.coding.sectors import ARMED, PRIVATE
from dateline.entities.countries import by_adjective, by_name, capitals
from dateline.entities.gazetteer import bearers, without_accents
from dateline.events.speakers.words import gender_words
from dateline.languages import Language, made_once, remembered

_WORD = re.compile(r"[\w.&/’'´`-]*\w\.?|\w")
_POSSESSIVE = re.compile(r"(?:[’'´`]s?|[’'´`])$")
# Words of a name that is looked up at most.
_LONGEST = 7
# Words of a city's name at most; letters of an abbreviation, which is no name in capitals.
_LONGEST_CITY, _LONGEST_SHORT = 3, 4
# Inhabitants from which a city is known without its country being named.
_KNOWN_CITY = 100_000


@dataclass(frozen=True, slots=True)
class Coded:
    """Who somebody is, as event data codes it."""

    country: str = ""
    """ISO 3166-1 alpha-3, or IGO, NGO, IMG; empty where it is not settled."""
    sectors: tuple[str, ...] = ()
    """The primary one first."""
    title: str = ""
    """The words for the office or the part somebody has: `foreign minister`."""
    name: str = ""
    """The name by which it was found; empty where a role word or a country alone told."""
    is_country: bool = False
    """Whether nothing but a country, or its capital for its government, is named."""
    by: str = ""
    """What told: `role`, `name`, `country`."""


class Term(NamedTuple):
    """When a name stands for what it is said to."""

    country: str
    sectors: tuple[str, ...]
    first: dt.date | None
    last: dt.date | None


class _Role(NamedTuple):
    is_generic: bool
    sectors: tuple[str, ...]


class _Found(NamedTuple):
    """A stretch of words that names somebody or somewhere."""

    start: int
    end: int
    country: str
    sectors: tuple[str, ...]
    kind: str
    """`country`, `adjective`, `capital`, `city`, `body`, `led` for who leads somebody else."""


@made_once
def _terms(language: Language) -> dict[str, list[Term]]:
    """Bodies, leaders and actors by name in lower case."""
    found: dict[str, list[Term]] = {}
    for names, *rest in [*language.table("coding/bodies.tsv"), *language.table("coding/leaders.tsv")]:
        for name in names.split(";"):
            found.setdefault(_cut(name.lower()), []).append(_term(rest))
    known = set(found)
    for name, *rest in language.table("coding/actors.tsv"):
        if name not in known:
            term, role = _term(rest), _roles(language).get(tuple(name.split()))
            # The words go first: what is named like an office is one, `senate`.
            found.setdefault(_cut(name), []).append(term._replace(sectors=role.sectors) if role else term)
    for terms in found.values():
        terms.sort(key=lambda term: term.first or dt.date.min)
    return found


def _words(text: str) -> list[str]:
    """The words of a text, without what tells whose something is."""
    return [_POSSESSIVE.sub("", match) for match in _WORD.findall(text)]


def _cut(name: str) -> str:
    """A name of a table in the words into which a phrase is cut, without accents: `lord resistance army`."""
    name = without_accents(name)
    return " ".join(_words(name)) if "'" in name or "’" in name else name


def _term(cells: Sequence[str]) -> Term:
    country, sectors, first, last = (*cells, "", "", "", "")[:4]
    return Term(country, tuple(sectors.split()), _day(first), _day(last))


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None


@made_once
def _roles(language: Language) -> dict[tuple[str, ...], _Role]:
    """Role words by their words in lower case; those of `roles.tsv` go before those of `agents.tsv`."""
    found: dict[tuple[str, ...], _Role] = {}
    for phrase, sectors in language.table("coding/agents.tsv"):
        found[tuple(_cut(phrase).split())] = _Role(False, tuple(sectors.split()))
    for phrases, sectors in language.table("coding/roles.tsv"):
        own = sectors.split()
        is_generic = own[0] == "-"
        for phrase in phrases.split(";"):
            found[tuple(_cut(phrase).split())] = _Role(is_generic, tuple(own[is_generic:]))
    return found


@made_once
def _former(language: Language) -> frozenset[str]:
    return language.words("coding/words.toml", "former")


@made_once
def _led(language: Language) -> re.Pattern[str]:
    return re.compile(rf"-(?:{'|'.join(sorted(language.words('coding/words.toml', 'led')))})$")


@made_once
def _other_lands(language: Language) -> dict[str, str]:
    """Names of peoples and lands that the table of countries lacks, with their country."""
    return {
        _cut(name): country for names, country, *_ in language.table("coding/lands.tsv") for name in names.split(";")
    }


@made_once
def _lands(language: Language) -> dict[str, _Found]:
    """What names a country, by all its names, its people and its capital; whoever comes later goes before."""
    tables = (("capital", capitals(language)), ("adjective", by_adjective(language)), ("country", by_name(language)))
    found = {
        _cut(name): _Found(0, 0, _alpha3(country.iso), (), kind)
        for kind, known in tables
        for name, country in known.items()
    }
    for names, own, *kind in language.table("coding/lands.tsv"):
        for name in names.split(";"):
            found[_cut(name)] = _Found(0, 0, own, (), kind[0] if kind else "adjective")
    return found


@made_once
def _reach(language: Language) -> dict[str, int]:
    """How many words the names have at most that begin with a word, in lower case and without a full stop."""
    found: dict[str, int] = {}
    for name in (*_lands(language), *_terms(language), *bearers()):
        first = name.partition(" ")[0].lower().rstrip(".")
        found[first] = min(_LONGEST, max(found.get(first, 1), name.count(" ") + 1))
    return found


@remembered(1 << 14)
def code(language: Language, phrase: str, day: dt.date | None = None) -> Coded:
    """Who a phrase is about, on a day; without one, whoever bore the name last."""
    words = [part for word in _words(phrase) for part in _apart(language, word)]
    if not words:
        return Coded()
    named = list(_named(language, words, day))
    found = [name for name in named if not _is_part_of_another(language, words, name, named)]
    roles = list(_role_words(language, words, found))
    if not found and not roles:
        return Coded(_town(language, words))
    country = next((name.country for name in found if name.country), "")
    if country in BODIES and any(name.country and name.country not in BODIES for name in found):
        bodies = [name for name in found if name.country in BODIES]
        if bodies[0].start > 0 and found[0].country not in BODIES:
            country = found[0].country
    body = next((name for name in found if name.kind == "body" and name.sectors), None)
    if body is not None and body.country not in BODIES and found[0].kind == "led":
        # "Kurdish-led Syrian Democratic Forces": who leads them tells no country where their name does.
        country = body.country
    specific = [role for _, _, role in roles if not role.is_generic and role.sectors]
    if len(specific) > 1 and len(roles) > 1 and words[roles[0][1] : roles[0][1] + 1] == ["of"] and not body:
        # "President of the Chadian Human Rights League".
        behind = [name for name in found if name.start == roles[0][1] + 1]
        if not behind or behind[0].end < roles[1][0]:
            specific = specific[1:] + specific[:1]
    generic = [role for _, _, role in roles if role.is_generic and role.sectors]
    if len(specific) > 1 and specific[0].sectors == ("REL",) and not ARMED.isdisjoint(specific[1].sectors):
        # "Sunni militants": of their faith, they fight.
        specific = [specific[1], specific[0], *specific[2:]]
    sectors: list[str] = []
    if body is not None and body.country not in BODIES and (not specific or _is_weak(specific[0], body)):
        sectors += body.sectors
    for role in specific:
        sectors += role.sectors
    if body is not None:
        sectors += body.sectors
    if not sectors and generic and (country or any(name.kind == "body" for name in found)):
        sectors += generic[0].sectors
    title = " ".join(words[roles[0][0] : roles[0][1]]) if roles else ""
    name = " ".join(words[body.start : body.end]) if body is not None else ""
    first, last = 0, len(words)
    while first < last and not words[first][:1].isupper() and words[first] in _function_words(language):
        first += 1
    is_country = len(found) == 1 and not roles and found[0].start <= first and found[0].end == last
    is_country = is_country and found[0].kind != "body"
    if is_country and found[0].kind == "capital":
        sectors = ["GOV"]
    by = "role" if specific or generic else "name" if body else "country" if country else ""
    return Coded(country, tuple(dict.fromkeys(sectors)), title, name, is_country, by)


def _apart(language: Language, word: str) -> Sequence[str]:
    """A word in which somebody's office is said to be no longer his, in two: `ex-Danish`."""
    before, _, behind = word.partition("-")
    return (before, behind) if behind and before.lower() in _former(language) else (word,)


def _is_part_of_another(language: Language, words: Sequence[str], name: _Found, found: Sequence[_Found]) -> bool:
    """Whether a body's name is the end of a longer one of another country: `Social Democrats in Sweden`."""
    before = words[name.start - 1] if name.start else ""
    is_longer = name.kind == "body" and before[:1].isupper() and not _tells(language, before)
    return is_longer and any(other.country and other.start >= name.end and other.kind in _LANDS for other in found)


def _town(language: Language, words: Sequence[str]) -> str:
    """The country of a town of several words that nothing else is called: `Puerto Penasco`, and no `Juan Aldama`."""
    name = without_accents(" ".join(words))
    town = (
        bearers().get(name) if len(words) > 1 and words[0].lower() not in gender_words(language).given_names else None
    )
    return _alpha3(town.iso) if town is not None and town.is_only else ""


# Sectors of role words that a named body settles better: `Boko Haram gunmen` are rebels.
_WEAK = frozenset(("UAF", "MIL", "REB", "CVL"))


def _is_weak(role: _Role, body: _Found) -> bool:
    """Whether a named body tells better what somebody is than his role word: `suspected Boko Haram supporters`."""
    return role.sectors[0] in _WEAK or (role.sectors[0] == "UNK" and not ARMED.isdisjoint(body.sectors))


@made_once
def _function_words(language: Language) -> frozenset[str]:
    return language.words("coding/words.toml", "function")


def _named(language: Language, given: Sequence[str], day: dt.date | None) -> Iterator[_Found]:
    """The names in a phrase, the longest first where they overlap, in text order."""
    reach, led = _reach(language), _led(language)
    words = [without_accents(word) for word in given]
    position = 0
    while position < len(words):
        word = words[position]
        furthest = reach.get(word.lower().rstrip("."), 1 if led.search(word) else 0)
        for end in range(min(len(words), position + furthest), position, -1):
            if not (_has_capital(word) or _has_capital(words[end - 1])):
                continue
            found = _look_up(language, words[position:end], day)
            if found is not None and end == position + 1 and _is_part_of_name(language, words, position, found):
                found = None
            if found is not None:
                yield found._replace(start=position, end=end)
                position = end
                break
        else:
            position += 1


def _has_capital(word: str) -> bool:
    """Whether a word is written as a name: `Hamas`, `al-Shabab`."""
    return word[:1].isupper() or ("-" in word and word.partition("-")[2][:1].isupper())


def _is_part_of_name(language: Language, words: Sequence[str], position: int, found: _Found) -> bool:
    """Whether what is a city's name, too, is part of a person's: `Feliciano Valencia`, `Constantine Ro`."""
    before = words[position - 1] if position else ""
    if words[position] in _other_lands(language) and before.lower() in gender_words(language).given_names:
        # "Sergio Moro" is no rebel of the Moro.
        return True
    if found.kind != "city" and (found.kind != "country" or _is_land(language, words[position])):
        return False
    if before[:1].isupper() and not _tells(language, before):
        return True
    after, behind = (*words[position + 1 : position + 3], "", "")[:2]
    # "Denver Public Schools" is the name of a body.
    return after[:1].isupper() and after[1:].islower() and not behind[:1].isupper() and not _tells(language, after)


def _tells(language: Language, word: str) -> bool:
    """Whether a word with a capital tells a part or a country by itself, and is no person's name."""
    return _role_of(_roles(language), [_forms(word)]) is not None or _is_land(language, word)


def _is_land(language: Language, word: str) -> bool:
    return any(word in known for known in (by_name(language), by_adjective(language), _other_lands(language)))


def _look_up(language: Language, words: Sequence[str], day: dt.date | None) -> _Found | None:
    name = " ".join(words)
    if len(words) == 1 and (led := _led(language).search(name)):
        leading = _look_up(language, [name[: led.start()]], day)
        return leading and leading._replace(kind="led")
    lands = _lands(language)
    for form in (name, name.rstrip("."), name.title() if name.isupper() and len(name) > _LONGEST_SHORT else name):
        if (land := lands.get(form)) is not None:
            return land
    terms = _terms(language).get(name.lower())
    if terms and (len(words) > 1 or _has_capital(name)):
        return _by_day(terms, day)
    city = bearers().get(name) if len(words) <= _LONGEST_CITY else None
    is_short = name.isupper() and len(name) <= _LONGEST_SHORT
    if city is not None and city.population >= _KNOWN_CITY and not is_short and name not in _not_cities(language):
        return _Found(0, 0, _alpha3(city.iso), (), "city")
    return None


@made_once
def _not_cities(language: Language) -> frozenset[str]:
    return language.words("coding/words.toml", "not_cities")


def _by_day(terms: Sequence[Term], day: dt.date | None) -> _Found:
    """The term that holds on a day; between two, and past the last one, the country of the one before alone."""
    kind = "body" if any(term.sectors for term in terms) or terms[0].country in BODIES else "country"
    if day is None:
        last = max(terms, key=lambda term: (term.last is None, term.first or dt.date.min))
        return _Found(0, 0, last.country, last.sectors, kind)
    begun = [term for term in terms if term.first is None or term.first <= day]
    holding = [term for term in begun if term.last is None or day <= term.last]
    if holding:
        return _Found(0, 0, holding[-1].country, holding[-1].sectors, kind)
    return _Found(0, 0, (begun or terms[:1])[-1].country, (), kind)


def _alpha3(iso: str) -> str:
    return "IGO" if iso == "EU" else "RUS" if iso == "SU" else alpha3().get(iso, "")


def _role_words(language: Language, words: Sequence[str], found: Sequence[_Found]) -> Iterator[tuple[int, int, _Role]]:
    """The role words of a phrase, in text order; words of names that tell a sector are none."""
    taken = {
        k
        for name in found
        if name.kind != "body" or name.sectors or name.country in BODIES
        for k in range(name.start, name.end)
    }
    known = _roles(language)
    forms = [_forms(word) for word in words]
    position = 0
    while position < len(words):
        for end in range(min(len(words), position + 4), position, -1):
            if taken & set(range(position, end)):
                continue
            role = _role_of(known, forms[position:end])
            if role is not None:
                before = position - 1
                while before > 0 and any(name.start <= before < name.end for name in found):
                    # "The former Danish prime minister".
                    before -= 1
                earlier = {word.lower() for word in words[max(0, before - 1) : before + 1]}
                if earlier & _former(language) and "GOV" in role.sectors:
                    role = _Role(False, ("ELI",))
                yield position, end, role
                position = end
                break
        else:
            position += 1


def _role_of(known: dict[tuple[str, ...], _Role], forms: Sequence[tuple[str, ...]]) -> _Role | None:
    head = tuple(form[0] for form in forms[:-1])
    for last in forms[-1]:
        role = known.get((*head, last))
        if role is not None:
            return role
    return None


def _forms(word: str) -> tuple[str, ...]:
    """A word in lower case, and what it may be the plural of."""
    low = word.lower().strip(".")
    found = [low]
    if low.endswith("ies"):
        found.append(low[:-3] + "y")
    if low.endswith("es"):
        found.append(low[:-2])
    if low.endswith("s"):
        found.append(low[:-1])
    if low.endswith("men"):
        found.append(low[:-3] + "man")
    return tuple(found)


def may_take_part(language: Language, text: str, day: dt.date | None = None) -> bool:
    """Whether any words of a text may name a country, a body, somebody known, or a part that counts in politics.

    Whatever is coded in a stretch of the text is found in all of it, however it is cut.
    """
    text = without_accents(text)
    return any(
        _has_name(language, words, day) or _has_part(language, words)
        for words in (_words(text), [word.rstrip(".") for word in _words(_INSIDE.sub(" ", text))])
    )


# Where a parser cuts words in two.
_INSIDE = re.compile(r"[-–/’'´`]+")


def _has_name(language: Language, words: Sequence[str], day: dt.date | None) -> bool:
    reach, led = _reach(language), _led(language)
    for position, word in enumerate(words):
        furthest = reach.get(word.lower().rstrip("."), 1 if led.search(word) else 0)
        for end in range(position + 1, min(len(words), position + furthest) + 1):
            if _has_capital(word) or _has_capital(words[end - 1]):
                found = _look_up(language, words[position:end], day)
                if found is not None and (found.country or not PRIVATE.issuperset(found.sectors)):
                    return True
    return False


def _has_part(language: Language, words: Sequence[str]) -> bool:
    known = _counting_roles(language)
    forms = [_forms(word) for word in words]
    return any(
        _role_of(known[first], forms[position : position + length]) is not None
        for position, form in enumerate(forms)
        for first in form
        if first in known
        for length in range(1, 5)
    )


@made_once
def _counting_roles(language: Language) -> dict[str, dict[tuple[str, ...], _Role]]:
    """Role words of a sector that counts in politics, by their first word."""
    found: dict[str, dict[tuple[str, ...], _Role]] = {}
    for words, role in _roles(language).items():
        if not role.is_generic and not PRIVATE.issuperset(role.sectors):
            found.setdefault(words[0], {})[words] = role
    return found


def countries_in(language: Language, text: str, day: dt.date | None = None) -> list[str]:
    """The countries that a text names as such, or by adjective or capital, each once, in text order."""
    words = _words(text)
    return list(dict.fromkeys(name.country for name in _named(language, words, day) if name.kind in _LANDS))


def land_of(language: Language, text: str, day: dt.date | None = None) -> str:
    """The country that a text is about: named several times, and nearly whenever one is named; empty where none is."""
    words = _words(text)
    named = Counter(name.country for name in _named(language, words, day) if name.kind in _LANDS)
    if not named:
        return ""
    land, times = named.most_common(1)[0]
    return land if times >= _LEAST_NAMED and times >= _LEAST_SHARE * named.total() else ""


_LANDS = frozenset(("country", "adjective", "capital"))
# How often a text must name the country that it is about, and of all that it names of countries.
_LEAST_NAMED, _LEAST_SHARE = 3, 0.7
