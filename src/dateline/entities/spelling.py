"""Two spellings in, whether they are one name out: `Dmitry`, `Dimitry`; `Gaddafi`, `Qaddafi`; `Jong-un`, `Jong Un`.

Spellings are compared only within a block that shares a skeleton: the consonants, those that alphabets render in
several ways taken together. So the cost grows with the number of names and not with that of their pairs.
"""

import re
import unicodedata

from dateline.entities.kind_words import kind_words
from dateline.entities.name_words import name_words
from dateline.languages import Language, remembered

_JOINED = re.compile(r"[-’'`.]")
_INITIAL = re.compile(r"\w")
# What alphabets render in several ways is one: Qaddafi, Kadhafi; Wladimir, Vladimir. Vowels, with y, say nothing.
_CLASSES = str.maketrans("gqcwpdz", "kkkvbts", "aeiouyhj")
# Letters two words of a name may differ in, by the length of the shorter one: a slip, no other name.
_SLIPS = ((6, 2), (4, 1))
# Letters from which words may differ though the other word of the name does, too.
_LONG = 6
_TWO_LETTERS = (
    ("x", "ks"),
    ("ph", "f"),
    ("ck", "k"),
    ("ts", "s"),
    ("tz", "s"),
    ("sch", "s"),
    ("ch", "k"),
    ("zh", "s"),
    ("kh", "k"),
)


@remembered(1 << 15)
def key(language: Language, name: str) -> str:
    """A name as its spellings are compared: without case, accents, hyphens, full stops, and what a company is."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = _JOINED.sub("", plain.replace("-", " ")).split()
    while len(words) > 1 and words[-1] in kind_words(language).company:
        words.pop()
    if len(words) > 1 and words[0] in name_words(language).articles:
        words = words[1:]
    return " ".join(words)


def without_initials(own_key: str) -> str:
    """A person's key without the initials in its middle: `thad w allen` is `thad allen`."""
    words = own_key.split()
    return " ".join([words[0], *(word for word in words[1:-1] if not _INITIAL.fullmatch(word)), words[-1]])


def skeleton(word: str) -> str:
    """The consonants of a word in lower case, in classes that transliterations do not tell apart."""
    for letters, sound in _TWO_LETTERS:
        word = word.replace(letters, sound)
    found = word.translate(_CLASSES)
    return re.sub(r"(.)\1+", r"\1", found) or word[:1]


def block(own_key: str) -> str:
    """What the keys of all spellings of a name share."""
    return " ".join(skeleton(word) for word in own_key.split())


def is_variant(one: str, other: str) -> bool:
    """Whether two keys of one block are one name in two spellings: a slip in one word, or in several long ones."""
    pairs = list(zip(one.split(), other.split(), strict=False))
    if one.count(" ") != other.count(" "):
        return False
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    if len(differing) > 1 and min(len(word) for pair in differing for word in pair) < _LONG:
        return False
    return all(_is_slip(*pair, given=pair == pairs[0]) for pair in differing)


def _is_slip(one: str, other: str, *, given: bool) -> bool:
    if given and "a" in {one[-1], other[-1]} and one[-1] != other[-1]:
        return False  # Maria and Mario, Martin and Martina
    allowed = next((slips for length, slips in _SLIPS if min(len(one), len(other)) >= length), 0)
    return _distance(one, other, allowed) <= allowed


def _distance(one: str, other: str, most: int) -> int:
    """Letters put in, left out or replaced between two words (Levenshtein 1966), as far as they are not over `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        previous, row[0] = row[0], number
        for at, another in enumerate(other, 1):
            previous, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, previous + (letter != another))
    return row[-1]
