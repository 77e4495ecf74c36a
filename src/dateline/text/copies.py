"""Copies: which articles print what another one wrote.

Signatures are the word chains behind common words, after SpotSigs (Theobald, Siddharth and Paepcke, SIGIR 2008): such
chains sit in running prose and hardly ever in navigation, so two pages with the same agency copy meet while two pages
with the same menu do not. Candidates meet by their smallest hashes; each is compared with the first of its group only,
so the time grows with the number of articles, however many copies there are.
"""

import re
import zlib
from collections.abc import Sequence

from dateline.model import Article

# Share of the smaller article's signatures that must stand in the other one. Read off the examples and the agency
# copies of a crawl: rewritten reports lie below .3, copies with a new first paragraph above .6.
_COPIED = 0.5
# Signatures below which a text is too short to tell a copy from a common phrase.
_FEWEST = 6
# Smallest hashes by which articles meet. A copy that keeps half of the signatures shares one of eight with p > .99.
_MEETING_POINTS = 8

_SPOT = re.compile(r"\b(?:the|a|an|is|was|to|of|in|that)\s+(\w+)\W+(\w+)\W+(\w+)")


def signatures(text: str) -> frozenset[int]:
    """Hashes of the word chains that stand for the prose of a text."""
    return frozenset(zlib.crc32(" ".join(chain).encode()) for chain in _SPOT.findall(text.lower()))


def origins(articles: Sequence[Article]) -> dict[str, str]:
    """For each article's id, the id of the article it copies; its own id when it copies none.

    `articles` in order of publication: the first to print a text is its origin.
    """
    origin: dict[str, str] = {}
    kept: dict[str, frozenset[int]] = {}
    meeting: dict[int, list[str]] = {}
    for article in articles:
        own = signatures(article.text)
        origin[article.id] = article.id
        if len(own) < _FEWEST:
            continue
        points = sorted(own)[:_MEETING_POINTS]
        candidates = dict.fromkeys(other for point in points for other in meeting.get(point, ()))
        for other in candidates:
            if len(own & kept[other]) >= _COPIED * min(len(own), len(kept[other])):
                origin[article.id] = other
                break
        else:
            kept[article.id] = own
            for point in points:
                meeting.setdefault(point, []).append(article.id)
    return origin
