"""A run of words with capitals in, the names that stand in it out, by the kinds of its words.

`BP Chief Executive Tony Hayward` holds a company, a title and a person; `Moscow and Pyongyang` two names, `Securities
and Exchange Commission` one; `Marta Lindqvist of the Baltic Institute` two, `Bank of England` one.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.entities.countries import by_adjective, by_name
from dateline.entities.name_words import kind_of, kinds_of, listed, name_words
from dateline.entities.roles import office_words
from dateline.languages import Language, alternatives, made_once
from dateline.text.words import word_list

# A title before a name, by the kinds of its words: `Foreign Minister`, `Chief Operating Officer`, `Press Secretary`.
_TITLE = re.compile(r"[PR]*R")
# Kinds of words by which a name tells what it is: none of them is a person's name by itself.
_TELLING = frozenset("OCPA")


class _Patterns(NamedTuple):
    contracted: re.Pattern[str]
    modifier: re.Pattern[str]
    """A word behind a hyphen makes an adjective of what stands before it; short ones may be half a given name
    (`Ji-won`)."""
    constituency: re.Pattern[str]
    """A party and a state: `D-Conn`."""


@made_once
def _patterns(language: Language) -> _Patterns:
    given = language.settings("entities/names.toml")
    return _Patterns(
        contracted=re.compile(rf"\w+[’']{alternatives(listed(given, 'contracted'))}", re.IGNORECASE),
        modifier=re.compile(rf"(.+)-([a-z]{{4,}}|{alternatives(listed(given, 'modifying'))})"),
        constituency=re.compile(rf"{alternatives(listed(given, 'parties'))}-[A-Z]"),
    )


class Piece(NamedTuple):
    """A name within a run."""

    first: int
    """Number of its first word in the run."""
    words: tuple[str, ...]
    kinds: str
    country: str | None = None
    """Name of the country that a demonym or a country before it ties it to."""
    title: str | None = None
    """The title before it, as written."""


def pieces(language: Language, run: str) -> tuple[Piece, ...]:
    """The names in a run of words with capitals and the small words between them, in order."""
    return tuple(
        piece for first, part in _unbroken(language, run.split(" ")) for piece in _named(language, first, part)
    )


def _unbroken(language: Language, words: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Stretches of a run without the words that part names, and parted at `of`, `for` and `and` where those do."""
    start = 0
    for number, word in enumerate(words):
        if modified := _modified(language, word):
            own = modified if modified.lower() not in name_words(language).prefix else None
            yield from _joined(language, start, [*words[start:number], own] if own else words[start:number])
        elif _breaks(language, words, number):
            yield from _joined(language, start, words[start:number])
        else:
            continue
        start = number + 1
    yield from _joined(language, start, words[start:])


def _breaks(language: Language, words: list[str], number: int) -> bool:
    """Whether a word of a run is part of no name: `We’re`, `Thursday`, `The` in the middle, `London-based`."""
    word, known = words[number], name_words(language)
    if word[0].islower():
        return False
    if word.lower() in known.weekday or ("-" in word and _patterns(language).constituency.match(word)):
        return True
    if len(word) == 1 and (word in known.one_letter or not number):
        return True
    if number and words[number - 1][0].isupper() and kind_of(language, word) == "F" and not word.isupper():
        is_within = word in known.capital_joints and number + 1 < len(words) and words[number + 1][0].isupper()
        return not (is_within and kind_of(language, words[number - 1]) in "CO")  # `Doctors Without Borders`
    head, hyphen, tail = word.partition("-")
    if hyphen and head.lower() in known.prefix and tail[:1].isupper() and number + 1 == len(words):
        return True  # `Pro-Mubarak demonstrators`
    return not word.isalnum() and _patterns(language).contracted.fullmatch(word) is not None


def _modified(language: Language, word: str) -> str | None:
    """The name of which a hyphen and a word make an adjective (`London-based`); None for any other word."""
    found = _patterns(language).modifier.fullmatch(word) if "-" in word else None
    if found is None:
        return None
    tail = found[2]
    modifies = tail.endswith(name_words(language).modifying_endings) or tail in word_list(language, "common_words")
    return found[1] if modifies or kind_of(language, tail) in "FOP" else None


def _joined(language: Language, first: int, words: list[str]) -> Iterator[tuple[int, list[str]]]:
    """A stretch parted at its small words, where they stand between two names and not within one."""
    known = name_words(language)
    start = at = 0
    while at < len(words):
        word = words[at]
        if word in known.linking and start < at:
            after = at + 1 if at + 1 < len(words) and words[at + 1] not in known.articles else at + 2
            left, right = words[start:at], words[after:]
            if not right or not left or not _belong(language, left, word, right):
                yield first + start, left
                start = after
            at = after
        else:
            at += 1
    if start < len(words):
        yield first + start, words[start:]


def _belong(language: Language, left: list[str], link: str, right: list[str]) -> bool:
    """Whether words on either side of `of`, `for` or `and` make one name."""
    known = name_words(language)
    head = left[-1].lower()
    kinds = kinds_of(language, left)
    until = next((i for i, word in enumerate(right) if word in known.linking), len(right))
    right_kinds = kinds_of(language, right[:until])
    if link in known.joining:
        if " ".join([*left, link, *right[:until]]) in by_name(language):
            return True
        if not known.charged.isdisjoint(left):
            return right_kinds[-1:] != "N"  # `Committee on Oversight and Government Reform`, but not `… and Ada Quill`
        within = any(word in known.linking and word not in known.joining for word in left) and kinds[-1] in _TELLING
        if within:
            return right_kinds[:1] in _TELLING or right[0].endswith(known.learned_endings)
        bodies = len(left) == 1 and until == 1 and not known.headed.isdisjoint((head, right[0].lower()))
        own = kinds.lstrip("FTD")
        if until == 1 and len(left) > 1 and kinds[-1] == "O" and right_kinds == "O":
            return False  # `the White House and Congress`
        if until > 1 and "N" in own and own[-1] in "CO" and head not in known.headed:
            last = right[until - 1].lower()
            return set(right_kinds) <= _TELLING and last in known.headed  # `Energia Rocket and Space Corporation`
        plain = [*zip(left[len(kinds) - len(own) :], own, strict=True), *zip(right, right_kinds, strict=False)]
        telling = all(kind in _TELLING or word.endswith(known.learned_endings) for word, kind in plain)
        return not bodies and telling
    if kinds[-1] == "R":
        return link in known.owning and right_kinds.lstrip("P")[:1] in {"N", ""}
    if link in known.serving:
        return head in known.headed
    if head in known.headed or kinds[-1] in _TELLING:
        return True
    return len(left) == 1 and kinds == "N" and "O" not in right_kinds


def _named(language: Language, first: int, words: list[str]) -> Iterator[Piece]:
    """The names of one stretch: what stands before a title, and who bears it."""
    known = name_words(language)
    while words and (words[0] in known.linking or words[0] in known.articles):
        first, words = first + 1, words[1:]
    while words and words[-1][0].islower() and (words[-1] in known.particle or words[-1] in known.charged):
        words = words[:-1]
    kinds = kinds_of(language, words)
    if len(words) > 1 and all(word.isupper() for word in words) and set(kinds) & set("FCRKP"):
        return  # a headline in capitals, or the speaker's role in a transcript
    while words and kinds[0] == "F" and not (len(words) == 1 and _is_acronym(words[0])):
        first, words, kinds = first + 1, words[1:], kinds[1:]
    if len(words) > 1 and words[0].lower() in known.agency and kinds[1] in "NT":  # a credit, then a name
        yield Piece(first, (words[0],), kinds[0])
        first, words, kinds = first + 1, words[1:], kinds[1:]
    title = _title(language, words, kinds)
    if title is None:
        yield from _without_country(language, first, words, kinds, None)
        return
    start, end = title
    left, right = words[:start], words[end:]
    country = _last_country(language, left, kinds[:start])
    past = office_words(language).past
    own = 0
    while own < start - 1 and kinds[own] == "P" and (kinds[own + 1] in "TDP" or left[own].lower() in past):
        own += 1
    if own < len(left) and kinds[own] == "R":  # `Republican House Speaker`
        own += 1
    if own < len(left) and set(kinds[own:start]) != {"T"}:
        yield from _without_country(language, first + own, left[own:], kinds[own:start], None)
    if right:
        style = words[end - 1]
        if style.lower() in known.style and len(right) == 1:
            end, right = end - 1, [style, *right]
        yield Piece(first + end, tuple(right), kinds_of(language, right), country, " ".join(words[title[0] : title[1]]))


def _title(language: Language, words: list[str], kinds: str) -> tuple[int, int] | None:
    """Where the title in a stretch begins and ends; None without one, or where the words are part of a name."""
    for found in _TITLE.finditer(kinds):
        if title := _title_at(language, words, kinds, *found.span()):
            return title
    return None


def _title_at(language: Language, words: list[str], kinds: str, start: int, end: int) -> tuple[int, int] | None:
    known = name_words(language)
    addressed = words[start].lower().rstrip(".") in known.address
    if addressed and end == len(words):
        end = start + 1
    if end < len(words) and words[end] in known.owning:  # `Secretary of State`, `Chairman of the …`
        end += 1
        inside = known.owning | known.joining | set(known.articles)
        while end < len(words) and (kinds[end] == "P" or words[end] in inside):
            end += 1
    right = kinds[end:]
    last = words[end - 1].lower()
    if right:
        if not start and right[-1] == "O":
            return None  # `Prince Edward Island`
        personal = right[0] not in _TELLING or (right[0] == "A" and right[1:2] == "N")
        return (start, end) if addressed or personal else None
    if last in known.surname and start and set(kinds[:start]) <= {"N"}:
        return None
    return start, end


def _last_country(language: Language, left: list[str], kinds: str) -> str | None:
    """The country that words before a title name last: `Democratic U.S. President`."""
    for length in (3, 2, 1):
        name = " ".join(left[-length:])
        found = by_name(language).get(name) or by_adjective(language).get(name)
        if found and kinds[-1] in "DT":
            return found.name
    return None


def _without_country(
    language: Language, first: int, words: list[str], kinds: str, title: str | None
) -> Iterator[Piece]:
    """A name without the demonym before it, unless that is part of it: `Russian Foreign Ministry`."""
    own = len(kinds) - len(kinds.lstrip("D"))
    if own == len(kinds):
        return
    rest = kinds[own:]
    country = _last_country(language, words[:own], kinds[:own]) if own else None
    modifiers = len(rest) - len(rest.lstrip("P")) if own else 0
    if own and "N" in rest and rest[modifiers] in "NT":
        first, words, kinds = first + own + modifiers, words[own + modifiers :], rest[modifiers:]
    else:
        country = None
    if kinds[-1] in "DA" and len(words) > 1 and set(kinds) <= set("DAOCT"):
        return  # `Far Eastern`, `North American`: adjectives
    yield Piece(first, tuple(words), kinds, country, title)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()
