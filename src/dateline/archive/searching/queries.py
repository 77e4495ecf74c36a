"""What a person types into the search box in, what is sought out; what cannot be understood is told with its place.

    ferry sinking           both words, anywhere
    "Port Selm"             the words one behind the other
    -strike, -"Port Selm"   without them
    ferr*                   words that begin so

Case and accents count for nothing; punctuation parts words. An empty query finds everything.
"""

import re
import unicodedata
from dataclasses import dataclass

from dateline.errors import QueryError

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing that is sought."""

    words: tuple[str, ...]
    """Folded, in order; they must follow on one another."""
    without: bool = False
    """Whether it must not be there."""
    prefix: bool = False
    """Whether the last word may go on."""


def parsed(query: str) -> tuple[Sought, ...]:
    """What a query seeks. Raises QueryError, which says at which character it cannot be read."""
    found: list[Sought] = []
    at = 0
    while at < len(query):
        if query[at].isspace():
            at += 1
            continue
        begin = at
        without = query[at] == "-"
        at += without
        if query[at : at + 1] == '"':
            end = query.find('"', at + 1)
            if end < 0:
                raise QueryError(query, at, "the quotation mark is never closed", 'Write "two words"')
            words, at = query[at + 1 : end], end + 1
        else:
            end = at
            while end < len(query) and not query[end].isspace() and query[end] != '"':
                end += 1
            words, at = query[at:end], end
        prefix = words.endswith("*") or query[at : at + 1] == "*"
        at += query[at : at + 1] == "*"
        terms = tuple(folded(words))
        if not terms:
            if without or '"' in query[begin:at]:
                raise QueryError(query, begin, "there is no word to look for", "Write a word behind it")
            continue
        if "*" in words.rstrip("*"):
            place = begin + query[begin:at].index("*")
            raise QueryError(query, place, "a * stands only at the end of a word", "Write ferr*")
        found.append(Sought(terms, without, prefix))
    return tuple(found)


def folded(text: str) -> list[str]:
    """The words of a text as they are compared: in lower case, without accents."""
    plain = text.lower()
    if not plain.isascii():
        plain = "".join(mark for mark in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(mark))
    return _WORD.findall(plain)


def marked(text: str, sought: tuple[Sought, ...]) -> list[tuple[int, int]]:
    """Where a text holds what is sought, as code points into it, in text order, without overlaps."""
    words = [(match.start(), match.end(), "".join(folded(match[0]))) for match in _WORDS_AS_WRITTEN.finditer(text)]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        for one in sought:
            stretch = words[at : at + len(one.words)]
            if not one.without and len(stretch) == len(one.words) and _fits(one, [word for *_, word in stretch]):
                found.append((stretch[0][0], stretch[-1][1]))
                at += len(stretch) - 1
                break
        at += 1
    return found


# With marks that stand beside their letters: an accent may be a character of its own.
_WORDS_AS_WRITTEN = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")


def _fits(sought: Sought, words: list[str]) -> bool:
    last = words[-1].startswith(sought.words[-1]) if sought.prefix else words[-1] == sought.words[-1]
    return last and tuple(words[:-1]) == sought.words[:-1]
