"""A text in, its names out: runs of words with capitals, without rank, demonym or what merely opens a sentence."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.entities.countries import by_adjective, by_name, capitals
from dateline.entities.name_words import kinds_of, listed, name_words
from dateline.entities.runs import Piece, pieces
from dateline.languages import Language, alternatives, made_once, remembered
from dateline.model import Name, Span
from dateline.text.words import word_list

# Behind a month that is no part of a name: `Hanoi, Vietnam March 2, 2019`, but `Theresa May, 62`.
_DAY_FOLLOWS = re.compile(r" \d{1,2}(?!\d)")
# Characters between a country with its possessive and whom that ties to it.
_NEAR = 30
# Characters before the name of a month that are looked at.
_BEFORE_MONTH = 10
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
# What ties a small word to one with a capital behind it, and characters that the two marks and letters take at most.
_TYING = "-’'"
_LONGEST_PREFIX = 6
# And before it in which it is told whose office somebody has.
_LONGEST_OFFICE = 40
# A word without a capital.
_SMALL = re.compile(r"[a-zß-öø-ÿ][\w-]*")
_WITHIN_WORD = re.compile(r"[\w’'-]")
# Letters from which the endings of participles and adverbs are taken for such.
_FORMED = 6
# Characters of an article and the space behind it.
_LONGEST_ARTICLE = 4


class _Patterns(NamedTuple):
    run: re.Pattern[str]
    """Words with capitals and the small words between them."""
    prefixed: re.Pattern[str]
    """What is tied to the first of them: `al-`."""
    in_time: re.Pattern[str]
    """What stands before the name of a month and makes it a time."""
    office_of: re.Pattern[str]
    """What stands before a body whose office somebody has who is named behind it: `the speaker of the`."""
    ends_office: tuple[str, ...]
    """What that ends with, which is quicker to tell."""
    month_ends: frozenset[str]
    """Last letters of the names of months, and of their short forms."""


@made_once
def _patterns(language: Language) -> _Patterns:
    given = language.settings("entities/names.toml")
    words = name_words(language)
    owning = alternatives(ending.lstrip("’'") for ending in words.possessive)
    prefixed = rf"{alternatives(listed(given, 'prefixed'))}[-’']"
    whole = [f"{word}." for word in listed(given, "abbreviated")]
    whole += [word + own for word in listed(given, "possessed") for own in words.possessive]
    # What may follow the capital of a word: nothing but letters, most often; else the rest of initials, of a word that
    # is whole with its mark, or of one with an apostrophe in it. It is all written behind its capital, so that the
    # search can skip from capital to capital.
    rest = "|".join(
        [
            r"[\w-]*+(?![.’'])",
            r"(?<=[A-Z])\.(?:[A-Z]\.){0,3}(?=[ ’',.-]|$)",
            *(f"(?<={re.escape(word[0])}){re.escape(word[1:])}" for word in whole),
            rf"[\w-]*(?:[’'](?!{owning}\b)\w+)*",
        ]
    )
    capital = rf"(?:{_CAPITAL}(?:{rest})|{prefixed}{_CAPITAL}[\w-]*)"
    charged = [f"(?<=\\b{body} ){link}" for body in listed(given, "charging") for link in listed(given, "charged")]
    joint = rf"(?:(?:{'|'.join([alternatives(listed(given, 'joints')), *charged])}) )"
    return _Patterns(
        run=re.compile(rf"{_CAPITAL}(?<![\w@#].)(?:{rest})(?: {joint}?{capital}){{0,11}}"),
        prefixed=re.compile(rf"(?<![\w@#]){prefixed}$"),
        in_time=re.compile(rf"\b{alternatives(listed(given, 'before_month'))} $", re.IGNORECASE),
        office_of=re.compile(
            rf"\b{alternatives(words.rank)} {alternatives(words.owning)} {alternatives(words.articles)} \Z"
        ),
        ends_office=tuple(f" {article} " for article in words.articles),
        month_ends=frozenset(month[-1] for month in words.calendar - words.weekday),
    )


class FoundName(NamedTuple):
    """A name in a text, with the country that the words before it tie it to."""

    name: Name
    country: str | None
    """Name of the country in `Russian Foreign Minister Sergei Lavrov`, else None."""
    title: str | None = None
    """The title before it, `Foreign Minister`; None without one."""


class _Part(NamedTuple):
    """A name within a run, with what can be told of it wherever the run stands."""

    piece: Piece
    text: str
    offset: int
    """Where it begins in the run."""
    stands: bool
    """Whether it is a name wherever it opens no sentence."""
    assures: tuple[str, ...]
    """What is known as a name by it, where it opens no sentence."""
    assures_opening: tuple[str, ...]
    """And where it opens one."""


class _Candidate(NamedTuple):
    """A part of a run where it stands in the text."""

    part: _Part
    start: int
    opens: bool
    """Whether its first word opens a sentence, so that the capital says nothing."""
    country: str | None
    follows_owner: bool
    """Whether it stands right behind a possessive."""


def find(language: Language, text: str, span: Span | None = None) -> list[Name]:
    """Names in `text`, or in a stretch of it, in order."""
    return [found.name for found in find_with_country(language, text, span)]


def find_with_country(language: Language, text: str, span: Span | None = None) -> list[FoundName]:
    """Names in order, each with the country its rank ties it to."""
    start, end = span or (0, len(text))
    candidates = _candidates(language, text, start, end)
    capitalised = _Capitals(text, candidates)
    found: list[FoundName] = []
    for candidate in candidates:
        (piece, name, _, stands, _, _), at, opens, country, _ = candidate
        if (opens or not stands) and (dropped := _dropped(language, candidate, capitalised)):
            name = " ".join(piece.words[dropped:])
            if not name:
                continue
            at += len(candidate.part.text) - len(name)
        found.append(FoundName(Name(at, at + len(name), name), country, piece.title))
    return _halved(language, found)


def bare(language: Language, words: Sequence[str]) -> list[str]:
    """The name in a run of capitalised words: rank and demonym before it dropped, unless nothing else is left."""
    found = pieces(language, " ".join(words))
    return list(found[-1].words) if found else list(words)


def _candidates(language: Language, text: str, start: int, end: int) -> list[_Candidate]:
    """What may be a name, in text order."""
    patterns = _patterns(language)
    possessive = name_words(language).possessive
    read = _read.of(language)
    found: list[_Candidate] = []
    owner: str | None = None
    previous = start
    for match in patterns.run.finditer(text, start, end):
        begin, words = match.start(), match[0]
        is_tied = begin > start and text[begin - 1] in _TYING
        if is_tied and (tied := patterns.prefixed.search(text, max(start, begin - _LONGEST_PREFIX), begin)):
            begin, words = tied.start(), tied[0] + words
        if owner and (begin - previous > _NEAR or "\n" in text[previous:begin]):
            owner = None
        previous = match.end()
        if text.endswith(patterns.ends_office, start, begin) and patterns.office_of.search(
            text, max(start, begin - _LONGEST_OFFICE), begin
        ):
            begin, words = _without_body(language, begin, words)
        if words[-1] in patterns.month_ends and _DAY_FOLLOWS.match(text, previous):
            words = _without_month(language, words)
        run = read(words)
        if run.parts:
            opens = _opens_sentence(text, begin, start)
            follows = begin > 0 and text.endswith(possessive, 0, begin - 1)
            for part in run.parts:
                piece, offset = part.piece, part.offset
                country = piece.country or (owner if piece.kinds[0] == "N" and len(piece.words) > 1 else None)
                first = not offset
                found.append(_Candidate(part, begin + offset, opens and first, country, follows and first))
        owner = run.possessor if text.startswith(possessive, previous) else run.tie
    return found


class _Run(NamedTuple):
    """A run of capitals, read once however often it stands in the articles."""

    parts: tuple[_Part, ...]
    """The names in it."""
    possessor: str | None
    """The country to which it ties the name that comes next when it is a possessive: `Russia’s President …`."""
    tie: str | None
    """The country to which it does when it is not: `North Korean leader …`."""


@remembered(1 << 15)
def _read(language: Language, run: str) -> _Run:
    words = run.split(" ")
    named = [part for piece in pieces(language, run) for part in _parted(piece)]
    country = by_name(language).get(run)
    return _Run(
        tuple(_part(piece, sum(len(word) + 1 for word in words[: piece.first])) for piece in named),
        country.name if country else None,
        None if named else _demonym(language, words),
    )


def _part(piece: Piece, offset: int) -> _Part:
    text, last, kinds = " ".join(piece.words), piece.words[-1], piece.kinds
    is_long = len(piece.words) > 1
    stands = is_long or bool(piece.title) or (kinds[-1] in "TN" and len(last) > 1)
    # What is known as a last word stands there a second time, with a space before it.
    whole = (text, last, f" {last}")
    tells = bool(piece.title) or (is_long and kinds[-1] != "O")
    tells_opening = bool(piece.title) or (tells and kinds[0] == "N")
    return _Part(piece, text, offset, stands, whole if tells else (text,), whole if tells_opening else ())


def _without_body(language: Language, begin: int, run: str) -> tuple[int, str]:
    """Where a run begins, and the run, without the body before who has an office of it: `House Ada Quill`."""
    body, _, rest = run.partition(" ")
    kinds = kinds_of(language, run.split(" "))
    is_parted = len(kinds) > 2 and kinds[0] == "O" and set(kinds[1:]) == {"N"}
    return (begin + len(body) + 1, rest) if is_parted else (begin, run)


def _without_month(language: Language, run: str) -> str:
    words, _, last = run.rpartition(" ")
    return words if words and last.lower() in name_words(language).calendar else run


def _demonym(language: Language, words: Sequence[str]) -> str | None:
    """The country of the last demonym among words that hold no name."""
    for length in (2, 1):
        for first in range(len(words) - length, -1, -1):
            country = by_adjective(language).get(" ".join(words[first : first + length]))
            if country:
                return country.name
    return None


def _parted(piece: Piece) -> list[Piece]:
    """A piece cut between a country and a person: `Representative for North Korea Stephen Biegun`."""
    countries = len(piece.kinds) - len(piece.kinds.lstrip("T"))
    if 0 < countries <= len(piece.words) - 2 and set(piece.kinds[countries:]) == {"N"}:
        head, tail = piece.words[:countries], piece.words[countries:]
        return [
            Piece(piece.first, head, piece.kinds[:countries]),
            Piece(piece.first + countries, tail, piece.kinds[countries:], None, piece.title),
        ]
    return [piece]


class _Capitals:
    """What a text's use of capitals tells of a word with one."""

    def __init__(self, text: str, candidates: Sequence[_Candidate]) -> None:
        self.text = text
        self.sure = _sure(candidates)

    def stands_small(self, word: str) -> bool:
        """Whether a word stands in the text without a capital."""
        word, text = word.lower(), self.text
        if not _SMALL.fullmatch(word):
            return False
        at = text.find(word)
        while at >= 0:
            if not (at and _WITHIN_WORD.match(text, at - 1)) and _SMALL.match(text, at)[0] == word:  # type: ignore[index]
                return True
            at = text.find(word, at + 1)
        return False


def _sure(candidates: Sequence[_Candidate]) -> set[str]:
    """Names that stand with a capital where no sentence opens, and the last words of those that have several."""
    sure: set[str] = set()
    for candidate in candidates:
        sure.update(candidate.part.assures_opening if candidate.opens else candidate.part.assures)
    return sure


def _dropped(language: Language, candidate: _Candidate, capitalised: _Capitals) -> int:
    """How many words at the beginning of a candidate are no part of its name: all of them where it is none."""
    known = name_words(language)
    sure = capitalised.sure
    words, kinds, title = candidate.part.piece.words, candidate.part.piece.kinds, candidate.part.piece.title
    dropped = 0
    if candidate.opens and len(words) > 1:
        if words[0].lower() in known.once and kinds[1] in "NT":
            dropped = 1
        while len(words) - dropped > 1 and kinds[dropped] == "C" and " ".join(words[dropped:]) not in sure:
            if kinds[dropped + 1] in "OCP" and " ".join(words[dropped + 1 :]) not in sure:
                break
            dropped += 1
        if dropped and (words[dropped] in known.linking or words[dropped] in known.joining_sign):
            dropped += 1
    if len(words) - dropped > 1 or title:
        return dropped
    return dropped if _is_name(language, candidate, capitalised) else len(words)


def _is_name(language: Language, candidate: _Candidate, capitalised: _Capitals) -> bool:
    """Whether the last word of a candidate is a name by itself and not a common noun with a capital."""
    word, kind = candidate.part.piece.words[-1], candidate.part.piece.kinds[-1]
    is_sure = word in capitalised.sure
    if kind == "K":
        before = capitalised.text[max(0, candidate.start - _BEFORE_MONTH) : candidate.start]
        return f" {word}" in capitalised.sure and not _patterns(language).in_time.search(before)
    if kind in "TN":
        if len(word) < 2 or not candidate.opens or is_sure:
            return len(word) > 1
        return not (_is_common(language, word) or capitalised.stands_small(word))
    if word.isupper() and kind in "FC" and _is_a_body(language, candidate, capitalised.text):
        return True
    if kind in "DARPF" or candidate.follows_owner:
        return False
    if kind == "O" and not candidate.opens:
        return True
    return (not candidate.opens or is_sure) and not (word.isupper() or capitalised.stands_small(word))


def _is_a_body(language: Language, candidate: _Candidate, text: str) -> bool:
    """Whether capitals between an article and what it does are a name: `The WHO approved`, not `the AIDS epidemic`."""
    known = name_words(language)
    before = text[max(0, candidate.start - _LONGEST_ARTICLE) : candidate.start].split()
    behind = _SMALL.match(text, candidate.start + len(candidate.part.text) + 1)
    if not before or before[-1].lower() not in known.articles or behind is None:
        return False
    return behind[0].endswith(known.acting_endings) or behind[0] in known.acting


def _is_common(language: Language, word: str) -> bool:
    """Whether a word that no list knows has the form of one that a list knows, or of a participle or an adverb."""
    lower = word.lower()
    words = name_words(language)
    common = word_list(language, "common_words")
    if lower.endswith(words.plural_ending) and any(lower[:-cut] + put in common for cut, put in words.singulars):
        return True
    return len(word) >= _FORMED and lower.endswith(words.formed_endings) and word not in capitals(language)


def _halved(language: Language, found: list[FoundName]) -> list[FoundName]:
    """The names; what joins two that the text has by themselves is cut: `Putin-Kim`, `Boko Haram Abubakar Shekau`."""
    known = {one.name.text for one in found}
    parted: list[FoundName] = []
    for one in found:
        name = one.name.text
        if ("-" in name or name.count(" ") > 1) and (cut := _cut(language, name, known)):
            start = one.name.start
            parted.append(FoundName(Name(start, start + cut, name[:cut]), one.country if one.title else None))
            parted.append(FoundName(Name(start + cut + 1, one.name.end, name[cut + 1 :]), None, one.title))
        else:
            parted.append(one)
    return parted


def _cut(language: Language, name: str, known: set[str]) -> int | None:
    """The offset of the hyphen or the space at which a name falls into two that are known; None where it does not."""
    if " " not in name:
        at = name.find("-")
        return at if at > 0 and name[:at] in known and name[at + 1 :] in known else None
    at = name.find(" ")
    while at > 0:
        left, right = name[:at], name[at + 1 :]
        if left in known and right in known and " " in right and (" " in left or left in by_name(language)):
            return at
        at = name.find(" ", at + 1)
    return None


def _opens_sentence(text: str, at: int, floor: int) -> bool:
    before = text[max(floor, at - 3) : at].rstrip(" “\"'‘(—–-")
    return at == floor or not before or before[-1] in '.!?:\n\r”"'
