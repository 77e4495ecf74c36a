"""Articles and their signatures in, which of them print what another one wrote out: by the word chains they share.

A signature holds the word chains behind common words, after SpotSigs (Theobald, Siddharth and Paepcke, SIGIR 2008):
such chains sit in running prose and hardly ever in navigation, so two pages with the same agency copy meet while two
pages with the same menu do not. Candidates meet by their smallest hashes; each is compared with the first of its group
only, so the time grows with the number of articles, however many copies there are.
"""

import re
import zlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dateline.languages import Language, made_once, opening

# Share of the smaller article's signature that must stand in the other one. Read off the examples and the agency
# copies of a crawl: rewritten reports lie below .3, copies with a new first paragraph above .6.
_COPIED = 0.5
# Word chains below which a text is too short to tell a copy from a common phrase.
_FEWEST = 6
# Smallest hashes by which articles meet. A copy that keeps half of the chains shares one of eight with p > .99.
_MEETING_POINTS = 8


class Signature(NamedTuple):
    """What the prose of one article is recognised by."""

    chains: frozenset[int]
    """Hashes of three words each: those that follow a common word."""

    @property
    def tells(self) -> bool:
        """Whether the text is long enough for a copy of it to be told."""
        return len(self.chains) >= _FEWEST

    def same_text(self, other: "Signature") -> bool:
        """Whether one of the two articles prints what the other does, perhaps cut or with a paragraph of its own."""
        return len(self.chains & other.chains) >= _COPIED * min(len(self.chains), len(other.chains))


def signature(language: Language, text: str) -> Signature:
    """The signature of an article's text; empty in a language that names no common words."""
    chains = "\n".join(map(" ".join, _spot(language).findall(text.lower())))
    return Signature(frozenset(map(zlib.crc32, chains.encode("utf-8", "replace").splitlines())))


class Copies(NamedTuple):
    """Which article copies which: asked by article id.

    The first article to print a text is the original; of all its copies, that one is named.
    """

    originals: Mapping[str, str]
    """By the id of each copy, the id of the article that printed its text first."""

    @classmethod
    def among(cls, signed: Iterable[tuple[str, Signature]]) -> "Copies":
        """The copies among articles, each given by its id and its signature, in order of publication."""
        found = GrowingCopies()
        for article, own in signed:
            found.add(article, own)
        return found.copies()

    def original(self, article: str) -> str:
        """The article that printed this one's text first: itself when it copies none."""
        return self.originals.get(article, article)

    def is_copy(self, article: str) -> bool:
        """Whether the article prints what an earlier one wrote."""
        return article in self.originals

    def independent(self, articles: Iterable[str]) -> int:
        """How many of the articles are left when each text is counted once, however often it was printed."""
        return len(set(map(self.original, articles)))


class GrowingCopies:
    """The copies among articles, as more of them come out; the last one can be taken back."""

    def __init__(self) -> None:
        self._originals: dict[str, str] = {}
        self._kept: dict[str, Signature] = {}
        self._meeting: dict[int, list[str]] = {}

    def add(self, article: str, own: Signature) -> None:
        """Take in the next article, by its id."""
        if not own.tells:
            return
        points = sorted(own.chains)[:_MEETING_POINTS]
        candidates = dict.fromkeys(other for point in points for other in self._meeting.get(point, ()))
        original = next((other for other in candidates if own.same_text(self._kept[other])), None)
        if original is not None:
            self._originals[article] = original
            return
        self._kept[article] = own
        for point in points:
            self._meeting.setdefault(point, []).append(article)

    def take_back(self, article: str) -> None:
        """As if the article that was added last had not been."""
        self._originals.pop(article, None)
        own = self._kept.pop(article, None)
        for point in sorted(own.chains)[:_MEETING_POINTS] if own else ():
            self._meeting[point].pop()

    def copies(self) -> Copies:
        """Those found so far."""
        return Copies(dict(self._originals))


@made_once
def _spot(language: Language) -> re.Pattern[str]:
    common = opening(language.settings("text/copies.toml")["spots"], r"(?<!\w.)")
    return re.compile(rf"{common}\s+(\w+)\W+(\w+)\W+(\w+)")
