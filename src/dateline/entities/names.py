"""Names by their surface: runs of capitals, without rank, demonym or the words that merely open a sentence."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.entities.countries import by_adjective, by_name, capitals
from dateline.entities.name_words import name_words
from dateline.entities.runs import Piece, pieces
from dateline.languages import english
from dateline.model import Name, Span
from dateline.text.words import word_list

_ABBREVIATED = r"(?:Gov|Sen|Rep|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Dr|Mr|Mrs|Ms|Prof|Rev|St|Jr|Sr)\."
_CAPITAL = (
    rf"(?:(?:[A-Z]\.){{1,4}}(?=[ ’',.-]|$)|{_ABBREVIATED}|People[’']s"
    r"|[A-ZÀ-ÖØ-Þ][\w-]*(?:[’'](?!s\b)\w+)*|(?:al|el|as|an|ar|ad|az|es|ul|ur|d|bin)[-’'][A-ZÀ-ÖØ-Þ][\w-]*)"
)
_JOINT = (
    r"(?:(?:of the|of|for the|for|and|&|de la|des|de|da|do|del|della|di|dos|van der|van den|van|von der|von|der|den"
    r"|bin|ibn|al|el|du|la|y|ter|ten|zu) )"
)
_RUN = re.compile(rf"(?<![\w@#]){_CAPITAL}(?: {_JOINT}?{_CAPITAL}){{0,11}}")

# Behind a month that is no part of a name: `Hanoi, Vietnam March 2, 2019`, but `Theresa May, 62`.
_DAY_FOLLOWS = re.compile(r" \d{1,2}(?!\d)")
# Last letters of the names of months, and of their short forms.
_MONTH_ENDS = "yhletrnbgpvc"
# Characters between a country with its possessive and whom that ties to it.
_NEAR = 30
_POSSESSIVE = ("’s", "'s")
# Before the name of a month: no surname.
_IN_TIME = re.compile(r"\b(?:in|of|by|since|last|this|next|until|early|late|mid|on|from|to) $", re.IGNORECASE)
_SMALL = re.compile(r"(?<![\w’'-])[a-zß-öø-ÿ][\w-]*")
# Letters from which `-ing` and `-ly` are taken for endings.
_FORMED = 6


class FoundName(NamedTuple):
    """A name in a text, with the country that the words before it tie it to."""

    name: Name
    country: str | None
    """Name of the country in `Russian Foreign Minister Sergei Lavrov`, else None."""
    title: str | None = None
    """The title before it, `Foreign Minister`; None without one."""


class _Candidate(NamedTuple):
    """A piece of a run where it stands in the text."""

    piece: Piece
    text: str
    start: int
    opens: bool
    """Whether its first word opens a sentence, so that the capital says nothing."""
    country: str | None
    follows_owner: bool
    """Whether it stands right behind a possessive."""


def find(text: str, span: Span | None = None) -> list[Name]:
    """Names in `text`, or in a stretch of it, in order."""
    return [found.name for found in find_with_country(text, span)]


def find_with_country(text: str, span: Span | None = None) -> list[FoundName]:
    """Names in order, each with the country its rank ties it to."""
    start, end = span or (0, len(text))
    candidates = _candidates(text, start, end)
    sure = _sure(candidates)
    found: list[FoundName] = []
    for candidate in candidates:
        at, name = candidate.start, candidate.text
        if dropped := _dropped(candidate, sure, text):
            name = " ".join(candidate.piece.words[dropped:])
            at += len(candidate.text) - len(name)
        if not name:
            continue
        found.append(FoundName(Name(at, at + len(name), name), candidate.country, candidate.piece.title))
    return _halved(found)


def bare(words: Sequence[str]) -> list[str]:
    """The name in a run of capitalised words: rank and demonym before it dropped, unless nothing else is left."""
    found = pieces(" ".join(words))
    return list(found[-1].words) if found else list(words)


def _candidates(text: str, start: int, end: int) -> list[_Candidate]:
    """What may be a name, in text order."""
    found: list[_Candidate] = []
    owner: str | None = None
    previous = start
    for match in _RUN.finditer(text, start, end):
        begin = match.start()
        if owner and (begin - previous > _NEAR or "\n" in text[previous:begin]):
            owner = None
        words = match[0]
        previous = match.end()
        if words[-1] in _MONTH_ENDS and _DAY_FOLLOWS.match(text, previous):
            words = _without_month(words)
        run = _read(words)
        if run.pieces:
            opens = _opens_sentence(text, begin, start)
            follows = text[max(0, begin - 3) : begin - 1] in _POSSESSIVE
            for piece, name, offset in run.pieces:
                country = piece.country or (owner if piece.kinds[0] == "N" and len(piece.words) > 1 else None)
                first = not offset
                found.append(_Candidate(piece, name, begin + offset, opens and first, country, follows and first))
        owner = run.possessor if text[previous : previous + 2] in _POSSESSIVE else run.tie
    return found


class _Run(NamedTuple):
    """A run of capitals, read once however often it stands in the articles."""

    pieces: tuple[tuple[Piece, str, int], ...]
    """The names in it, each as written and with its offset."""
    possessor: str | None
    """The country to which it ties the name that comes next when it is a possessive: `Russia’s President …`."""
    tie: str | None
    """The country to which it does when it is not: `North Korean leader …`."""


@lru_cache(maxsize=1 << 15)
def _read(run: str) -> _Run:
    words = run.split(" ")
    named = [part for piece in pieces(run) for part in _parted(piece)]
    country = by_name().get(run)
    return _Run(
        tuple((piece, " ".join(piece.words), sum(len(word) + 1 for word in words[: piece.first])) for piece in named),
        country.name if country else None,
        None if named else _demonym(words),
    )


def _without_month(run: str) -> str:
    words, _, last = run.rpartition(" ")
    return words if words and last.lower() in name_words().calendar else run


def _demonym(words: Sequence[str]) -> str | None:
    """The country of the last demonym among words that hold no name."""
    for length in (2, 1):
        for first in range(len(words) - length, -1, -1):
            country = by_adjective().get(" ".join(words[first : first + length]))
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


def _sure(candidates: Sequence[_Candidate]) -> frozenset[str]:
    """Names that stand with a capital where no sentence opens, and the last words of those that have several.

    What is known as a last word stands there a second time, with a space before it.
    """
    sure: set[str] = set()
    for candidate in candidates:
        words, kinds = candidate.piece.words, candidate.piece.kinds
        if not candidate.opens:
            sure.add(candidate.text)
        if candidate.piece.title or (len(words) > 1 and kinds[-1] != "O" and not (candidate.opens and kinds[0] != "N")):
            sure.update((candidate.text, words[-1], f" {words[-1]}"))
    return frozenset(sure)


def _dropped(candidate: _Candidate, sure: frozenset[str], text: str) -> int:
    """How many words at the beginning of a candidate are no part of its name: all of them where it is none."""
    words, kinds = candidate.piece.words, candidate.piece.kinds
    dropped = 0
    if candidate.opens and len(words) > 1:
        while len(words) - dropped > 1 and kinds[dropped] == "C" and " ".join(words[dropped:]) not in sure:
            if kinds[dropped + 1] in "OCP" and " ".join(words[dropped + 1 :]) not in sure:
                break
            dropped += 1
        if dropped and words[dropped] in {"of", "for", "and", "&"}:
            dropped += 1
    if len(words) - dropped > 1 or candidate.piece.title:
        return dropped
    return dropped if _is_name(words[-1], kinds[-1], candidate, sure, text) else len(words)


def _is_name(word: str, kind: str, candidate: _Candidate, sure: frozenset[str], text: str) -> bool:
    """Whether a single word is a name and not a common noun with a capital."""
    if kind == "K":
        return f" {word}" in sure and not _IN_TIME.search(text[max(0, candidate.start - 10) : candidate.start])
    if kind in "TN":
        return len(word) > 1 and (not candidate.opens or word in sure or not _is_common(word))
    if kind in "DARPF" or candidate.follows_owner:
        return False
    if kind == "O" and not candidate.opens:
        return True
    return (not candidate.opens or word in sure) and not (word.isupper() or _stands_small(word, text))


def _is_common(word: str) -> bool:
    """Whether a word that no list knows has the form of one that a list knows, or of a participle or an adverb."""
    lower = word.lower()
    common = word_list(english(), "common_words")
    if lower.endswith("s") and not common.isdisjoint({lower[:-1], lower[:-2], f"{lower[:-3]}y"}):
        return True
    return len(word) >= _FORMED and lower.endswith(("ing", "ly")) and word not in capitals()


def _stands_small(word: str, text: str) -> bool:
    return word.lower() in _small_words(text)


@lru_cache(maxsize=2)
def _small_words(text: str) -> frozenset[str]:
    """The words of a text that stand there without a capital."""
    return frozenset(_SMALL.findall(text))


def _halved(found: list[FoundName]) -> list[FoundName]:
    """The names; what joins two that the text has by themselves is cut: `Putin-Kim`, `Boko Haram Abubakar Shekau`."""
    known = {one.name.text for one in found}
    parted: list[FoundName] = []
    for one in found:
        start, _, name = one.name.start, one.name.end, one.name.text
        cut = _cut(name, known)
        if cut:
            parted.append(FoundName(Name(start, start + cut, name[:cut]), one.country if one.title else None))
            start, name = start + cut + 1, name[cut + 1 :]
        parted.append(one if not cut else FoundName(Name(start, start + len(name), name), None, one.title))
    return parted


def _cut(name: str, known: set[str]) -> int | None:
    """The offset of the hyphen or the space at which a name falls into two that are known; None where it does not."""
    if " " not in name:
        at = name.find("-")
        return at if at > 0 and name[:at] in known and name[at + 1 :] in known else None
    at = name.find(" ")
    while at > 0:
        left, right = name[:at], name[at + 1 :]
        if left in known and right in known and " " in right and (" " in left or left in by_name()):
            return at
        at = name.find(" ", at + 1)
    return None


def _opens_sentence(text: str, at: int, floor: int) -> bool:
    before = text[max(floor, at - 3) : at].rstrip(" “\"'‘(—–-")
    return at == floor or not before or before[-1] in '.!?:\n\r”"'
