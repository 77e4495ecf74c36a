"""Two tellings in, whether something keeps them apart whatever else agrees: another actor, a number that is a name, a
place in another country, a turn the other way, or nothing in common but a month and a name.

News repeats itself word for word: two flights are cancelled on one day, two members resign. What tells them apart is
one word, which no count of what is shared can outweigh.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from dateline.entities.countries import by_adjective, by_name
from dateline.languages import Language, made_once
from dateline.model import EntityKind
from dateline.reading.figures.finding import Figure
from dateline.text.words import stem
from dateline.timeline.close.tellings import Telling, told_once
from dateline.timeline.merge.place_distance import apart as lie_apart
from dateline.timeline.merge.place_distance import where

Ways = Mapping[str, frozenset[int]]
"""The stems of verbs, each with the numbers of the ways it goes, below 0 for the other way."""

_NO_WAY: frozenset[int] = frozenset()
_WORD = re.compile(r"[^\W\d_]+")
# Days from which a date is so long that a name and it are no event in common.
_COARSE = 27
# Words that tellings of such a date share at least, where neither verb nor kind of event is one.
_WORDS_OF_ONE = 2
# Words in common, and their share of the fewer, from which tellings are the same but for the names.
_SAME_WORDS, _SAME_TEXT = 3, 0.8
# Words in common from which they are one report that names one firm in another way: `Lindow's dairy`, `Marigold`.
_COPIED_WORDS = 8
# Kinds of names that are told apart as actors; of what a name of no kind stands for, nobody knows.
_ACTORS = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION})


def kept_apart(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of two events though all else may agree."""
    return (
        _are_numbered_apart(one, other)
        or go_other_ways(one, other, _turns(one.language))
        or _have_other_actors(one, other)
        or _are_in_other_countries(one, other)
        or _count_others(one, other)
        or _are_hours_apart(one, other)
        or _share_but_the_time(one, other)
        or _is_separate(one) != _is_separate(other)
    )


def _are_numbered_apart(one: Telling, other: Telling) -> bool:
    """Whether numbers that are names differ: `Flight 123` and `Flight 124`, `magnitude 6.1` and `a 5.9 magnitude`."""
    if not (one.numbers and other.numbers):
        return False
    ours, theirs = numbered(one), numbered(other)
    return any(ours[word].isdisjoint(theirs[word]) for word in ours.keys() & theirs.keys())


@told_once
def numbered(telling: Telling) -> Mapping[str, frozenset[str]]:
    """The numbers that are names in a telling, by the word they go with in lower case."""
    dated = [timex.span for timex in telling.passage.siblings]
    found: dict[str, set[str]] = {}
    for pattern in _numbers(telling.language):
        for match in pattern.finditer(telling.article.text, *telling.span):
            word, number = match["word"].lower(), match["number"]
            if not any(span.start <= match.start("number") < span.end for span in dated):
                found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@told_once
def _is_separate(telling: Telling) -> bool:
    """Whether a telling says that it is another one than was told of before: `approved a separate bill`."""
    return _separate(telling.language).search(telling.exact) is not None


@made_once
def _separate(language: Language) -> re.Pattern[str]:
    return language.pattern("timeline/conflicts.toml", "separate")


def _count_others(one: Telling, other: Telling) -> bool:
    """Whether they count people of other countries: `two British soldiers`, `three US soldiers`."""
    if not (one.figures and other.figures):
        return False
    counted = {figure.counts for figure in one.figures} & {figure.counts for figure in other.figures}
    ours, theirs = (
        {country for figure in telling.figures if figure.counts in counted for country in _countries(telling, figure)}
        for telling in (one, other)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _countries(telling: Telling, figure: Figure) -> Iterator[str]:
    """The countries whose people a figure counts, by their codes."""
    adjectives, names = by_adjective(telling.language), by_name(telling.language)
    return (country.iso for word in figure.text.split() if (country := adjectives.get(word) or names.get(word)))


def are_of_other_countries(one: Telling, other: Telling) -> bool:
    """Whether both speak of countries or their people, and none is in both: `the Danish embassy`, `French citizens`."""
    ours, theirs = _spoken_of(one), _spoken_of(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


@told_once
def _spoken_of(telling: Telling) -> frozenset[str]:
    """The countries that a telling names, and whose people or things it speaks of, by their codes."""
    adjectives, names = by_adjective(telling.language), by_name(telling.language)
    spoken = (adjectives.get(word) for word in _WORD.findall(telling.exact))
    named = (names.get(name) for name in telling.names | telling.places_named)
    return frozenset(country.iso for country in (*spoken, *named) if country)


def _are_hours_apart(one: Telling, other: Telling) -> bool:
    """Whether one happened in another part of the day than the other, and not the same."""
    if one.part_of_day is None or other.part_of_day is None or one.part_of_day == other.part_of_day:
        return False
    are_two = one.trigger is not None and other.trigger is not None and one.trigger != other.trigger
    return are_two and (one.kinds | one.kinds_near).isdisjoint(other.kinds | other.kinds_near)


def _have_other_actors(one: Telling, other: Telling) -> bool:
    """Whether others do it: those named before each verb are of one kind and not named by the other telling.

    Where all other words agree, names of any kind are enough: the slot is another one's.
    """
    if one.trigger != other.trigger:
        return False
    here, there = _actors(one), _actors(other)
    for kind in _ACTORS if one.trigger is not None else ():
        ours, theirs = here[kind], there[kind]
        if ours and theirs and ours.isdisjoint(other.names | theirs) and theirs.isdisjoint(one.names):
            return not any(is_part(a, b) for a in ours for b in theirs)
    if not (_are_others(one.names, other.names) or _are_elsewhere(one, other)):
        return False
    shared = len(one.words & other.words)
    return _SAME_WORDS <= shared < _COPIED_WORDS and shared >= _SAME_TEXT * min(len(one.words), len(other.words))


@told_once
def _actors(telling: Telling) -> Mapping[EntityKind, frozenset[str]]:
    """The names of each kind of actor that stand before the verb of a telling, but for who only says so."""
    trigger, named = telling.reading.trigger, telling.named
    before = named.within(telling.span.start, trigger.start) if trigger is not None else ()
    names = {named.one_form(name.text) for name in before if not named.is_place(name)} & telling.names
    return {kind: frozenset(name for name in names if named.kind(name) is kind) for kind in _ACTORS}


def is_part(one: str, other: str) -> bool:
    """Whether one of two names is the other one in short: `Reuters` and `Thomson Reuters`."""
    ours, theirs = set(one.lower().split()), set(other.lower().split())
    return ours <= theirs or theirs <= ours


def _are_in_other_countries(one: Telling, other: Telling) -> bool:
    """Whether both have one verb, and lie in two countries: by all their places, or by those behind the verb."""
    if one.trigger is None or one.trigger != other.trigger or not (one.places and other.places):
        return False
    here, there = _lands(one), _lands(other)
    if here and there and here.isdisjoint(there):
        return True
    ours, theirs = where(one), where(other)
    if ours is None or theirs is None:
        ours, theirs = _only(one), _only(other)
    if ours is None or theirs is None:
        return False
    at, away = (t.named.names.toponyms.locate(place) for t, place in ((one, ours), (other, theirs)))
    return at is not None and away is not None and at.country != away.country and lie_apart(at, away) is True


@told_once
def _lands(telling: Telling) -> frozenset[str]:
    """The countries in which the places of a telling lie; none where it is open for one of them."""
    found = [telling.named.names.toponyms.locate(place) for place in telling.places]
    return frozenset(at.country for at in found if at) if all(found) else frozenset()


def _are_others(ours: Collection[str], theirs: Collection[str]) -> bool:
    return bool(ours and theirs) and set(ours).isdisjoint(theirs)


def _are_elsewhere(one: Telling, other: Telling) -> bool:
    """Whether two tellings name places, and have no name in common."""
    ours, theirs = ({*telling.names, *telling.places} - {_opening(telling)} for telling in (one, other))
    return _are_others(ours, theirs) and bool(one.places and other.places) and not _lie_near(one, other)


def _opening(telling: Telling) -> str:
    """The first word of a telling, of which the capital does not say that it is a name: `Vandals broke in`."""
    return telling.article.text[telling.span.start : telling.span.end].split(" ", 1)[0]


def _lie_near(one: Telling, other: Telling) -> bool:
    """Whether a place of one telling may be one of the other, by where they lie: a town, and a village beside it."""
    here, there = ([t.named.names.toponyms.locate(place) for place in t.places] for t in (one, other))
    return any(lie_apart(a, b) is False for a in here for b in there)


def _only(telling: Telling) -> str | None:
    return telling.places[0] if len(telling.places) == 1 else None


def _share_but_the_time(one: Telling, other: Telling) -> bool:
    """Whether tellings of a month or more have neither verb, kind nor words in common."""
    here, there = one.passage.date, other.passage.date
    if here.is_day or there.is_day or min(here.length, there.length) < _COARSE:
        return False
    if one.passage.sentence == other.passage.sentence and one.article.id == other.article.id:
        return False
    if one.trigger is not None and one.trigger == other.trigger:
        return False
    if not (one.kinds | one.kinds_near).isdisjoint(other.kinds | other.kinds_near):
        return False
    return len(one.words & other.words) < _WORDS_OF_ONE


@made_once
def _numbers(language: Language) -> tuple[re.Pattern[str], ...]:
    file = "timeline/conflicts.toml"
    nouns = "|".join(sorted(language.words(file, "numbered"))) or "(?!)"
    return (
        re.compile(
            rf"\b(?P<word>{nouns})\s+(?:[A-Z]{{1,3}}\s?|[Nn]o\.\s?|#)?(?P<number>\d+(?:\.\d+)?)\b", re.IGNORECASE
        ),
        re.compile(rf"\b(?P<number>\d+(?:\.\d+)?)(?:st|nd|rd|th)?[- ](?P<word>{nouns})\b", re.IGNORECASE),
    )


def go_other_ways(one: Telling, other: Telling, ways: Ways) -> bool:
    """Whether the verb of one telling goes one of the `ways` and that of the other the other way."""
    if one.trigger is None or other.trigger is None:
        return False
    return bool(ways.get(one.trigger, _NO_WAY) & {-way for way in ways.get(other.trigger, _NO_WAY)})


@made_once
def _turns(language: Language) -> Ways:
    """Verbs that turn something: it opens, and it closes."""
    return _ways(language, "turns")


@made_once
def outcomes(language: Language) -> Ways:
    """Verbs that settle something: it is accepted, or rejected, and cannot be both."""
    return _ways(language, "outcomes")


def _ways(language: Language, key: str) -> Ways:
    found: dict[str, set[int]] = {}
    for number, pair in enumerate(language.settings("timeline/conflicts.toml")[key], start=1):
        for way, verbs in zip((number, -number), pair, strict=True):
            for verb in verbs.split():
                found.setdefault(stem(language, verb), set()).add(way)
    return {verb: frozenset(ways) for verb, ways in found.items()}
