"""Who says so, by the surface: verbs of saying, "according to", and the name of the speaker.

The terms are PARC's: a source, a cue, a content. This layer serves where no parser is installed and in the skim, so it
answers only for the plain shapes that most news sentences have and stays silent on the rest.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from dateline.events.surface.clauses import Word, first_finite, is_finite
from dateline.events.surface.lexicon import Lexicon
from dateline.model import Timex

# Words a source may have at most. Longer stretches before a verb of saying hold more than a name and a role.
_LONGEST_SOURCE = 18

_QUOTES = frozenset("\"“”„«»‘'")
_STOPS = frozenset({",", ".", "?", "!"})
_ENDS = frozenset({",", ".", ";", "—"}) | _QUOTES


class Speech(NamedTuple):
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
    ends = [word.end for word in words]
    dated = {
        i
        for timex in timexes
        for i in takewhile(lambda i: words[i].start < timex.end, range(bisect_right(ends, timex.start), len(words)))  # noqa: B023
    }
    found: list[Speech] = []
    for i in [i for i, word in enumerate(words) if word.lower in lex.tells_of_speech]:
        word = words[i]
        if length := _preposition_of_source(words, i, lex):
            speech = _according_to(words, i, length, dated, found, lex)
        elif word.lower in lex.quoting and (quoted := _quoted_as(words, i, dated, lex)) is not None:
            speech = quoted
        elif _is_cue(words, i, lex) and not _is_put_in(words, i, dated, lex):
            if found and (found[-1].frames(i) or found[-1].source[0] <= i < found[-1].source[1]):
                continue
            speech = _verb_of_saying(words, i, starts, dated, found, lex)
        else:
            continue
        if speech and any(word.text[0].isalnum() for word in words[slice(*speech.source)]):
            if found and found[-1].source == speech.source:
                found[-1] = _until(found[-1], speech.frame[0])
            found.append(speech)
    return found


def _until(speech: Speech, end: int) -> Speech:
    """The speech without what lies behind word `end`."""
    return speech._replace(content=tuple((a, min(b, end)) for a, b in speech.content if a < end))


def _is_cue(words: Sequence[Word], i: int, lex: Lexicon) -> bool:
    """Whether word `i` is a verb of saying and no noun or participle of that form (`reports said`, `was told`)."""
    word = words[i]
    if word.lower not in lex.speech_verb or not word.text.islower() or (i and words[i - 1].lower in lex.not_after):
        return False
    if i and words[i - 1].text in _QUOTES and i + 1 < len(words) and words[i + 1].text in _QUOTES:
        # If Norden "threatens" the ferry: somebody's word, and no act of saying.
        return False
    return not (word.lower.endswith(lex.noun_endings) and i + 1 < len(words) and is_finite(words, i + 1, lex))


def _is_put_in(words: Sequence[Word], i: int, dated: set[int], lex: Lexicon) -> bool:
    """Whether a verb of that form is a participle within commas: `the results, announced today, were good`."""
    if not i or words[i - 1].lower != "," or words[i].lower in lex.past or first_finite(words, 0, i, lex) is not None:
        return False
    end = next((k for k in range(i + 1, len(words)) if k not in dated and words[k].lower not in lex.around_time), i)
    closing = next((k for k in range(i + 1, len(words)) if words[k].lower == ","), len(words))
    return closing + 1 >= end and closing + 1 < len(words) and is_finite(words, closing + 1, lex)


def _preposition_of_source(words: Sequence[Word], i: int, lex: Lexicon) -> int:
    """Of how many words the preposition of a source is that begins with word `i` and has one behind it; 0 if none."""
    for phrase in lex.prepositions_of_source.get(words[i].lower, ()):
        end = i + len(phrase)
        if end < len(words) and all(words[i + k].lower == part for k, part in enumerate(phrase)):
            return len(phrase)
    return 0


def _according_to(
    words: Sequence[Word], i: int, length: int, dated: set[int], before: Sequence[Speech], lex: Lexicon
) -> Speech | None:
    opening = i + length
    end = _before_verb(words, opening, _source_end(words, opening, lex), lex)
    source = (opening, _without_time(words, opening, end, dated, lex))
    start = before[-1].frame[1] if before else 0
    if words[i - 1].lower != ",":
        # Approved the plan, which begins in May according to the paper.
        clauses = (k for k in range(i - 1, start, -1) if words[k].lower in lex.relative and words[k - 1].lower == ",")
        start = next(clauses, start)
    if i > start + 3:  # behind what is said
        return Speech(source, (i, opening), ((start, i),), (i, end))
    if end + 1 < len(words):  # before it
        return Speech(source, (i, opening), ((end + 1, len(words)),), (i, end))
    return None


def _quoted_as(words: Sequence[Word], cue: int, dated: set[int], lex: Lexicon) -> Speech | None:
    """`The Herald quoted Ana Lopes as saying …`, `she was quoted by the Herald as saying …`: it is she who says it."""
    reach = range(cue + 1, min(cue + _LONGEST_SOURCE, len(words) - 1))
    at = next((i for i in reach if words[i].lower in lex.quoted_as and words[i + 1].lower in lex.quoted_saying), None)
    if at is None:
        return None
    is_passive = cue > 0 and words[cue - 1].lower in lex.auxiliary
    if is_passive:
        start = _subject_start(words, cue - 1, 0, dated, lex)
        source = None if start is None else (start, _without_time(words, start, cue - 1, dated, lex))
    else:
        source = (cue + 1, at) if at > cue + 1 else None
    if source is None:
        return None
    after = at + 2
    while after < len(words) and words[after].lower in lex.that:
        after += 1
    if after < len(words) and words[after].lower not in _ENDS:
        return Speech(source, (at + 1, at + 2), ((after, len(words)),), (min(source[0], cue), after))
    subject = source[0] if is_passive else next((i + 1 for i in range(cue, 0, -1) if words[i].lower in _ENDS), cue)
    return Speech(source, (at + 1, at + 2), ((0, max(subject - 1, 1)),), (subject, after))


def _verb_of_saying(
    words: Sequence[Word], cue: int, starts: Sequence[int], dated: set[int], before: Sequence[Speech], lex: Lexicon
) -> Speech | None:
    after = cue + 1
    while after < len(words) and (after in dated or words[after].lower in lex.recipient):
        after += 1
    if words[cue].lower in lex.addressed:
        after = _behind_addressee(words, after, dated, lex)
    after = max(after, _behind_setting(words, cue + 1, lex), _behind_setting(words, after, lex))
    clause = max(start for start in starts if start <= cue)
    floor = before[-1].frame[1] if before and before[-1].frame[1] <= cue else 0
    verb = cue
    while verb > floor and (words[verb - 1].lower in lex.before_verb or verb - 1 in dated):
        verb -= 1
    behind = next((i for i in range(cue + 1, after) if i not in dated), after)
    is_parted = _parted(words, verb, floor, lex) is not None
    if is_parted and any(_only_where(words, i, lex) for i in {behind, after} if i < len(words)):
        after = len(words)
    closing = after >= len(words) or words[after].lower in _ENDS
    if _inverted(words, cue, lex) and (words[cue - 1].lower != "," or first_finite(words, floor, cue, lex) is not None):
        end = _source_end(words, after, lex)
        source = (cue + 1, _without_time(words, cue + 1, end, dated, lex))
        if source[1] > source[0]:
            return Speech(source, (cue, cue + 1), ((floor, cue - 1),), (cue, end))
    if closing and (parted := _parted(words, verb, floor, lex)) is not None:
        content: tuple[tuple[int, int], ...] = ((floor, parted),)
        rest = after + 1
        if rest < len(words) and words[rest].lower not in lex.background | lex.not_resumed:
            content = (*content, (rest, len(words)))
        return Speech((parted + 1, verb), (cue, cue + 1), content, (parted + 1, after))
    if before and verb and words[verb - 1].lower in lex.joining and _shares(before[-1], verb - 1, words, lex):
        return Speech(before[-1].source, (cue, cue + 1), ((after, len(words)),), (verb - 1, after))
    start = _subject_start(words, verb, max(clause, floor), dated, lex)
    if start is None:
        return None
    if after < len(words) and words[after].lower in lex.that:
        after += 1
    end = next((start for start in starts if start > after and words[start].lower in lex.but), len(words))
    content = ((after, end),) if after < end and (not closing or words[after].lower in _QUOTES) else ()
    source = (start, _without_time(words, start, verb, dated, lex))
    opening = _opening(words, max(clause, floor), start, dated, lex)
    return Speech(source, (cue, cue + 1), content, (opening, min(after, end)))


def _behind_setting(words: Sequence[Word], start: int, lex: Lexicon) -> int:
    """Where a phrase of when and where it is said ends before a `that`: `said at a hearing on May 3 that …`."""
    if start >= len(words) or words[start].lower not in lex.where_said:
        return start
    for i in range(start, min(start + _LONGEST_SOURCE, len(words))):
        if words[i].lower in lex.that:
            return i
        if words[i].lower in _ENDS:
            break
    return start


def _only_where(words: Sequence[Word], start: int, lex: Lexicon) -> bool:
    """Whether nothing stands behind a verb of saying but where and to whom it is said: `… in an email to the Echo.`"""
    rest = words[start:]
    return (
        rest[0].lower in lex.where_said
        and not any(word.lower in lex.that or word.lower in _QUOTES for word in rest)
        and first_finite(words, start, len(words), lex) is None
    )


def _shares(before: Speech, conjunction: int, words: Sequence[Word], lex: Lexicon) -> bool:
    """Whether the verb behind a conjunction has the source of the one before: `denied the charge and said …`."""
    return before.says(conjunction) and first_finite(words, before.cue[1], conjunction, lex) is None


def _behind_addressee(words: Sequence[Word], start: int, dated: set[int], lex: Lexicon) -> int:
    """Where the words for whom something is told end: at a mark, `that`, a day or a place; else `start`.

    `Told the Aldon Forum in May that …`, but not `told them the mine closed`.
    """
    for i in range(start, len(words)):
        if i in dated or words[i].lower in _ENDS | lex.that | lex.where_said:
            return next((k for k in range(i, len(words)) if k not in dated), len(words))
        if is_finite(words, i, lex):
            return start
    return len(words)


def _inverted(words: Sequence[Word], cue: int, lex: Lexicon) -> bool:
    """Whether the verb comes before its speaker: `…, said Artyom Lukin`."""
    if not cue or words[cue - 1].lower not in {",", "”", '"'} or words[cue].lower in lex.addressed:
        return False
    follows = words[cue + 1] if cue + 1 < len(words) else None
    return follows is not None and (follows.text[0].isupper() or follows.lower in lex.behind_inverted)


def _before_verb(words: Sequence[Word], start: int, end: int, lex: Lexicon) -> int:
    """Where a source ends that no mark parts from the verb behind it: `according to its page | has been open since`."""
    verb = next((i for i in range(start + 1, end) if words[i].lower in lex.auxiliary), end)
    is_of_clause = any(words[i].lower in lex.relative | lex.relative_object for i in range(start, verb))
    return end if is_of_clause else verb


def _source_end(words: Sequence[Word], start: int, lex: Lexicon) -> int:
    """Where a source behind its verb ends: at a mark, or behind a name after it (`the director, Raisa Tkach`)."""
    end = next((i for i in range(start, len(words)) if words[i].lower in _ENDS), len(words))
    if (
        end + 1 < len(words)
        and words[end].lower == ","
        and _is_role(words[start:end], lex)
        and words[end + 1].text[0].isupper()
    ):
        close = next((i for i in range(end + 1, len(words)) if words[i].lower in _ENDS), len(words))
        if all(word.text[0].isupper() for word in words[end + 1 : close]):
            return close
    return end


def _is_role(words: Sequence[Word], lex: Lexicon) -> bool:
    """Whether words describe whom a name behind them tells: `its chief engineer`, not `the Ministry of Health`."""
    return any(word.text.islower() and word.lower not in lex.in_name for word in words)


def _parted(words: Sequence[Word], verb: int, floor: int, lex: Lexicon) -> int | None:
    """Index of the comma or quotation mark between what is said and a speaker behind it; None in other shapes.

    Where an apposition closes right before the verb (`…, Peskov, a spokesman, said`) it lies before the name.
    """
    marks = [
        i
        for i in range(max(floor, verb - _LONGEST_SOURCE), verb)
        if words[i].lower in {",", "”", '"'}
        and verb - i > 1
        and first_finite(words, i + 1, verb, lex) is None
        and (words[i].lower != "," or words[i - 1].lower in _QUOTES or first_finite(words, floor, i, lex) is not None)
    ]
    if not marks:
        return None
    closing = [i for i in marks if words[i].lower != "," and words[i - 1].lower in _STOPS]
    if closing:
        # A comma within a quotation parts nothing: "the proper, rightful leader," the minister said.
        return closing[-1]
    return marks[0] if words[verb - 1].lower == "," else marks[-1]


def _subject_start(words: Sequence[Word], verb: int, floor: int, dated: set[int], lex: Lexicon) -> int | None:
    """Index at which the subject before the verb begins, or None when there is none."""
    start = floor
    commas = [i for i in range(floor, verb) if words[i].lower == ","]
    if commas and commas[-1] == verb - 1 and len(commas) > 1:  # an apposition: `Peskov, the spokesman, said`
        if words[floor].lower in lex.subject:
            # "Who left Zell, Norland, in May, said": the clause is of whoever stands before it.
            return None
        before_apposition = [i for i in commas if i < commas[-2]]
        start = before_apposition[-1] + 1 if before_apposition else floor
    elif commas and commas[-1] < verb - 1:
        start = commas[-1] + 1
    skipped = lex.after_comma | lex.that | _QUOTES | {",", "—", "–"}
    while start < verb and (
        words[start].lower in skipped
        or (start in dated and start + 1 < verb and not words[start].text.endswith(lex.possessive_endings))
    ):
        start += 1
    relative = start > 0 and words[start - 1].lower in lex.relative_object
    if relative or first_finite(words, start, verb, lex) is not None:
        return None
    if words[start].lower in lex.no_source:
        return None
    return start if 0 < verb - start <= _LONGEST_SOURCE else None


def _opening(words: Sequence[Word], floor: int, start: int, dated: set[int], lex: Lexicon) -> int:
    """Where the words that tell of the saying begin: with a time before the subject, if nothing else is told."""
    lead = range(floor, start)
    if not lead:
        return start
    opening = words[floor].lower
    if opening in lex.speech_opening or all(i in dated or words[i].lower in lex.around_time for i in lead):
        return floor
    # "In a statement released on Monday, the port said": a phrase of when and where, which has no verb of its own but a
    # participle.
    is_setting = opening in lex.setting and words[start - 1].lower == ","
    verbs = lex.auxiliary | lex.relative
    auxiliary = any(words[i].lower in verbs for i in lead if i not in dated)
    return floor if is_setting and not auxiliary else start


def _without_time(words: Sequence[Word], start: int, end: int, dated: set[int], lex: Lexicon) -> int:
    """`end` moved left over a time expression and its preposition, and over auxiliaries."""
    while end > start + 1 and (end - 1 in dated or words[end - 1].lower in lex.around_source):
        end -= 1
    return end
