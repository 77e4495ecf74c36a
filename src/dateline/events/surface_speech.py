"""Who says so, by the surface: verbs of saying, "according to", and the name of the speaker.

The terms are PARC's: a source, a cue, a content. This layer serves where no parser is installed and in the skim, so it
answers only for the plain shapes that most news sentences have and stays silent on the rest.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.entities.names import bare, name_words
from dateline.events.surface_clauses import Lexicon, Word, first_finite, is_finite
from dateline.model import Span, Timex

# Words a source may have at most. Longer stretches before a verb of saying hold more than a name and a role.
_LONGEST_SOURCE = 24

_QUOTES = frozenset("\"“”„«»‘'")
_NAME = re.compile(r"[A-Z][\w’'.-]*(?:[ /](?:[A-Z0-9][\w.-]*|of|de|da|van|von|bin|al|el|la|du|and|&)(?=[ ,/]|$))*")


@dataclass(frozen=True, slots=True)
class Speech:
    """An act of saying: indices into the words of its sentence, end exclusive."""

    source: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    frame: tuple[int, int]
    """Source, cue, its time and its addressee: all of the saying that is not what is said."""

    def says(self, i: int) -> bool:
        """Whether word `i` stands in what is said."""
        return any(a <= i < b for a, b in self.content)

    def frames(self, i: int) -> bool:
        """Whether word `i` stands in the words that tell of the saying itself."""
        return self.frame[0] <= i < self.frame[1]


def speeches(words: Sequence[Word], starts: Sequence[int], timexes: Sequence[Timex], lex: Lexicon) -> list[Speech]:
    """The acts of saying in a sentence, in order of their cues."""
    dated = {i for i, word in enumerate(words) for t in timexes if t.start < word.end and word.start < t.end}
    found: list[Speech] = []
    for i, word in enumerate(words):
        if word.lower == "according" and i + 2 < len(words) and words[i + 1].lower == "to":
            speech = _according_to(words, i, found)
        elif _is_cue(words, i, lex):
            if found and (found[-1].frames(i) or found[-1].source[0] <= i < found[-1].source[1]):
                continue
            speech = _verb_of_saying(words, i, starts, dated, found, lex)
        else:
            continue
        if speech:
            found.append(speech)
    return found


def _is_cue(words: Sequence[Word], i: int, lex: Lexicon) -> bool:
    """Whether word `i` is a verb of saying and no noun or participle of that form (`reports said`, `was told`)."""
    word = words[i]
    if word.lower not in lex.speech_verb or not word.text.islower() or (i and words[i - 1].lower in lex.not_after):
        return False
    return not (word.lower.endswith("s") and i + 1 < len(words) and is_finite(words, i + 1, lex))


def _according_to(words: Sequence[Word], i: int, before: Sequence[Speech]) -> Speech | None:
    end = i + 2
    while end < len(words) and words[end].lower not in {",", ".", ";", "—"} | _QUOTES:
        end += 1
    start = before[-1].frame[1] if before else 0
    if i > start + 3:  # behind what is said
        return Speech((i + 2, end), (i, i + 2), ((start, i),), (i, end))
    if end + 1 < len(words):  # before it
        return Speech((i + 2, end), (i, i + 2), ((end + 1, len(words)),), (i, end))
    return None


def _verb_of_saying(
    words: Sequence[Word], cue: int, starts: Sequence[int], dated: set[int], before: Sequence[Speech], lex: Lexicon
) -> Speech | None:
    after = cue + 1
    while after < len(words) and (after in dated or words[after].lower in lex.recipient):
        after += 1
    clause = max(start for start in starts if start <= cue)
    floor = before[-1].frame[1] if before and before[-1].frame[1] <= cue else 0
    said_first = _comma_before(words, cue, max(clause, floor))
    closing = after >= len(words) or words[after].lower in {",", ".", ";", "—"} | _QUOTES
    if said_first is not None and _inverted(words, cue, said_first):
        end = next((j for j in range(after, len(words)) if words[j].lower in {",", ".", ";"} | _QUOTES), len(words))
        source = (cue + 1, _without_time(words, cue + 1, end, dated))
        if source[1] > source[0]:
            return Speech(source, (cue, cue + 1), ((floor, said_first),), (cue, end))
    if closing and said_first is not None and first_finite(words, floor, said_first, lex) is not None:
        start = said_first + 1
        if cue > start and cue - start <= _LONGEST_SOURCE:
            content: tuple[tuple[int, int], ...] = ((floor, said_first),)
            rest = after + 1
            if rest < len(words) and words[rest].lower not in lex.background | {"and", "but", "who", "which", "adding"}:
                content = (*content, (rest, len(words)))
            return Speech((start, cue), (cue, cue + 1), content, (start, after))
    start = _subject_start(words, cue, max(clause, floor), lex)
    if start is None:
        return None
    if after < len(words) and words[after].lower == "that":
        after += 1
    end = next((start for start in starts if start > after and words[start].lower in {"but"}), len(words))
    content = ((after, end),) if (after < end and not closing) or _quote_at(words, after) else ()
    return Speech((start, _without_time(words, start, cue, dated)), (cue, cue + 1), content, (start, min(after, end)))


def _comma_before(words: Sequence[Word], cue: int, floor: int) -> int | None:
    """Index of the comma or closing quotation mark that parts what is said from a speaker named behind it."""
    for i in range(cue - 1, max(floor, cue - _LONGEST_SOURCE) - 1, -1):
        if words[i].lower in {",", "”", '"'}:
            return i
    return None


def _inverted(words: Sequence[Word], cue: int, comma: int) -> bool:
    """Whether the verb comes before its speaker: `…, said Artyom Lukin`."""
    follows = words[cue + 1] if cue + 1 < len(words) else None
    return (
        comma == cue - 1 and follows is not None and (follows.text[0].isupper() or follows.lower in {"the", "a", "an"})
    )


def _subject_start(words: Sequence[Word], cue: int, floor: int, lex: Lexicon) -> int | None:
    """Index at which the subject before the cue begins, or None when there is none."""
    start = floor
    commas = [i for i in range(floor, cue) if words[i].lower == ","]
    if commas and commas[-1] == cue - 1 and len(commas) > 1:  # an apposition: `Peskov, the spokesman, said`
        before_apposition = [i for i in commas if i < commas[-2]]
        start = before_apposition[-1] + 1 if before_apposition else floor
    elif commas and commas[-1] < cue - 1:
        start = commas[-1] + 1
    while start < cue and (
        words[start].lower in lex.after_comma or words[start].lower in _QUOTES | {",", "—", "–", "that"}
    ):
        start += 1
    verb = first_finite(words, start, cue, lex)
    if verb is not None and words[verb].lower not in {"has", "have", "had", "also", "will", "would"}:
        return None
    return start if 0 < cue - start <= _LONGEST_SOURCE else None


def _without_time(words: Sequence[Word], start: int, end: int, dated: set[int]) -> int:
    """`end` moved left over a time expression and its preposition, and over auxiliaries."""
    while end > start + 1 and (
        end - 1 in dated
        or words[end - 1].lower
        in {"on", "in", "at", "also", "has", "have", "had", "later", "earlier", ",", "will", "would"}
    ):
        end -= 1
    return end


def _quote_at(words: Sequence[Word], i: int) -> bool:
    return i + 1 < len(words) and (words[i].lower in _QUOTES or words[i + 1].lower in _QUOTES)


def speaker(text: str, source: Span, lex: Lexicon) -> str:
    """The speaker's name in the words of a source: role and rank are dropped before a name, else the words as written.

    `Kremlin aide Yury Ushakov` gives `Yury Ushakov`, `Russia’s Kommersant newspaper` gives `Kommersant`, and
    `a Russian news report` stays as it is.
    """
    words = source.of(text).strip(' ,.;—–"“”')
    appositive = [part.strip() for part in words.split(",")]
    if len(appositive) > 1:
        named = [part for part in appositive if _NAME.fullmatch(part)]
        words = named[0] if named else appositive[0]
    tokens = words.split()
    while tokens and tokens[-1].lower() in lex.outlet_noun and len(tokens) > 1:
        tokens.pop()
    if len(tokens) < len(words.split()):
        owner = next((i for i in range(len(tokens) - 1, -1, -1) if re.search(r"[’']s?$", tokens[i])), -1)
        tail = tokens[owner + 1 :]
        if (
            tail
            and all(token[0].isupper() for token in tail)
            and not all(t.lower() in name_words().title for t in tail)
        ):
            return " ".join(tail)
        return words
    head = len(tokens)
    while head and (
        tokens[head - 1][0].isupper() or (tokens[head - 1] in name_words().particle and head < len(tokens))
    ):
        head -= 1
    name = tokens[head:]
    if len(name) > 1 and re.search(r"[’']s$", name[0]):
        name = name[1:]
    return " ".join(bare(name)) if name else words
