"""A time expression of a cut sentence in, what its words tell of its role out: the features of `roles.MODEL`."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.events.surface.clauses import Word, span_of
from dateline.events.surface.lexicon import Lexicon, lexicon
from dateline.languages import Language, made_once
from dateline.model import Span, Timex

if TYPE_CHECKING:
    from dateline.events.surface.sentence import SurfaceSentence

# Words before and behind the time expression that count as beside it.
_BESIDE = 3
# Words that open a date among which it says that it is the same part of another year.
_SAME = 3
# Words before it in which the rank stands that it measures, and words around it that make it one of a plan or a span.
_NEAR_MEASURE, _NEAR_GAIN, _NEAR_BEFORE, _NEAR_BEHIND = 18, 8, 8, 6
# Words, from the one that opens it, of a figure that something is measured from: "from around 40 basis points".
_LONGEST_FIGURE = 8
# Words before it among which `since` stands, small ones aside.
_SINCE = 4
# Days between publication and the date from which it is told apart.
_AGES = (0, 1, 7, 30, 92, 366, 1830)
_MARKS = frozenset(',;:.—–!?()[]"“”')
# Letters that a word has more of to carry a meaning, and such words that a clause has at least to be told by itself.
_SHORT, _FEWEST = 2, 2
_SHAPES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "day"),
    (re.compile(r"\d{4}-W\d\d"), "week"),
    (re.compile(r"\d{4}-\d\d$"), "month"),
    (re.compile(r"\d{4}$"), "year"),
    (re.compile(r"\d{3}$"), "decade"),
)


def features(cut: "SurfaceSentence", timex: Timex, published: dt.date | None) -> list[str]:
    """What the words of a sentence tell of the role of one of its dates."""
    lex = lexicon(cut.language)
    words = cut.words
    first = cut.index(timex.start)
    last = _last(words, first, timex)
    found = ["bias", f"shape={_shape(timex)}", f"age={_age(timex, published)}", f"words={timex.text.lower()}"]
    found += [f"shape age={_shape(timex)} {_age(timex, published)}"]
    found += _beside(words, first, last)
    found += _as_noun_modifier(cut.language, words, first, last)
    found += _in_sentence(cut, timex, first, last)
    found += _verbs(cut, first, last, lex)
    found += _sayings(cut, first)
    return found


def is_compared(cut: "SurfaceSentence", timex: Timex) -> bool:
    """Whether something is measured against that date: `the worst since 1953`, `compared with 60 in 2008`."""
    words, marks = cut.words, _role_words(cut.language)
    first = cut.index(timex.start)
    named = [word.lower for word in words[first : first + _SAME]]
    if any(one in marks["same"] and other in marks["spans"] for one, other in pairwise(named)):
        # "Up on the same period last year."
        return True
    is_day = timex.first is not None and timex.first == timex.last
    if not is_day and any(word in marks["previous"] for word in named[: timex.text.count(" ") + 1]):
        # "Up a third from the previous year", "a tenth below the number lost the year before".
        nearest = [word.lower for word in words[max(0, first - _NEAR_MEASURE) : first]]
        if not marks["compared_by"].isdisjoint(nearest):
            return True
    is_just_from = first > 0 and words[first - 1].lower in marks["measured_by"]
    if is_just_from and any(word in marks["year_before"] for word in named[: timex.text.count(" ") + 1]):
        # "Enough to hold it level from the year before".
        return True
    if _is_behind_a_move(cut, first, marks) or (not is_day and _is_behind_a_gain(cut, first, marks)):
        return True
    before = [word.lower for word in words[max(0, first - _NEAR_MEASURE) : first] if word.lower not in marks["at_date"]]
    if not before:
        return False
    # "Than in May", "than we were yesterday".
    clause = next((k for k in range(1, len(before) + 1) if before[-k] not in marks["than_was"]), 0)
    if clause and before[-clause] in marks["than"]:
        return True
    if _is_behind_than(cut, first, marks):
        return True
    if any(f"{one}_{other}" in marks["measured_from"] for one, other in pairwise(before)):
        return True
    # "Up from 100 on Monday" counts what there was on a day.
    if timex.first != timex.last and _is_start(before, marks):
        return True
    # "The most important congress since the last one in 2002", but "since he took power in 2002" tells of that, too.
    since = next((at for at in range(1, min(len(before), _SINCE) + 1) if before[-at] in marks["since"]), None)
    if since is None or cut.last_finite(first - since, first) is not None:
        return False
    return any(_ranks(word, marks) for word in before[: len(before) - since])


def _is_behind_than(cut: "SurfaceSentence", first: int, marks: Mapping[str, frozenset[str]]) -> bool:
    """Whether a date is of a definite thing that something is measured against: `better than at her race in May`."""
    words = [word.lower for word in cut.words[:first]]
    than = next((k for k in range(first - 1, max(-1, first - _NEAR_MEASURE), -1) if words[k] in marks["than"]), None)
    if than is None or cut.last_finite(than, first) is not None:
        return False
    behind = next((word for word in words[than + 1 :] if word not in marks["parting"]), "")
    return behind in marks["definite"]


def _is_behind_a_move(cut: "SurfaceSentence", first: int, marks: Mapping[str, frozenset[str]]) -> bool:
    """Whether a date is of what a figure moved from: `up from its first offer in May`, `down on a fair in May`."""
    words = [word.lower for word in cut.words[:first]]
    pairs = (k for k in range(first - 2, -1, -1) if words[k] in marks["moved"] and words[k + 1] in marks["moved_from"])
    at = next(pairs, None)
    if at is None or cut.last_finite(at, first) is not None:
        return False
    return any(word in marks["definite"] | marks["indefinite"] for word in words[at + 2 : at + 3])


def _is_behind_a_gain(cut: "SurfaceSentence", first: int, marks: Mapping[str, frozenset[str]]) -> bool:
    """Whether a date is that of what a figure moved from, behind by how much: `up 6.6% on 2004`, `down five points from
    early last month`.
    """
    words = [word.lower for word in cut.words[max(0, first - _NEAR_GAIN) : first] if word.lower not in marks["late"]]
    if not words or words[-1] not in marks["moved_from"]:
        return False
    at = next((k for k in range(len(words) - 2, -1, -1) if words[k] in marks["moved"]), None)
    by = [] if at is None else words[at + 1 : -1]
    return any(map(_is_figure, by)) or not marks["gains"].isdisjoint(by)


def _is_start(before: Sequence[str], marks: Mapping[str, frozenset[str]]) -> bool:
    """Whether words before a date give a figure that something moved from: `to 44 percent from 54 percent in July`."""
    at = next((k for k in range(len(before) - 1, -1, -1) if before[k] in marks["measured_by"]), None)
    if at is None or len(before) - at > _LONGEST_FIGURE:
        return False
    figure, earlier = before[at + 1 :], before[:at]
    if not any(map(_is_figure, figure)) or not marks["measured_to"].isdisjoint(figure):
        return False
    reached = (k for k in range(len(earlier)) if earlier[k] in marks["measured_to"])
    return earlier[-1:] != [] and (
        earlier[-1] in marks["moved"] or any(any(map(_is_figure, earlier[k + 1 : k + 4])) for k in reached)
    )


def _is_figure(word: str) -> bool:
    return word[-1].isdigit() or word[0].isdigit()


def _ranks(word: str, marks: Mapping[str, frozenset[str]]) -> bool:
    is_superlative = word.endswith(tuple(marks["rank_endings"])) and word not in marks["no_ranks"]
    return word in marks["ranks"] or is_superlative


def is_direct(cut: "SurfaceSentence", timex: Timex) -> bool:
    """Whether nothing stands between a time expression and the verb of the sentence, or of what somebody says.

    `The road, opens on Friday`, but not `opens before a vote on Friday`, `the vote on Friday`, `which opens on Friday`.
    Names alone have no date and part nothing: `sailed for Corran on Friday`, `met Jan Oker in Lindow on Friday`.
    """
    words, marks = cut.words, _role_words(cut.language)
    first = cut.index(timex.start)
    if _noun(cut, first, _last(words, first, timex)) is not None:
        return False
    start, _ = cut.clause(first)
    said = [a for speech in cut.speeches for a, b in speech.content if a <= first < b]
    opens = start == 0 or any(a >= start for a in said)
    start = max([start, *said])
    verb = cut.last_finite(start, first)
    if verb is None and not said:
        return first - start <= 1 and opens
    verb = start - 1 if verb is None else verb
    between = words[verb + 1 : first - 1]
    before = [word.lower for word in words[start:verb]]
    parting = marks["openers"] if _only_names(between, marks) else marks["parting"]
    return (
        opens
        and not any(word.lower in parting for word in between)
        and not any(word in marks["openers"] for word in before)
    )


def _only_names(words: Sequence[Word], marks: Mapping[str, frozenset[str]]) -> bool:
    """Whether words are names and what joins these to a verb: `for Corran`, `Jan Oker in Lindow`."""
    return any(word.text[0].isupper() for word in words) and all(
        word.text[0].isupper() or word.lower in marks["parting"] for word in words
    )


def _shape(timex: Timex) -> str:
    return next((name for pattern, name in _SHAPES if pattern.match(timex.value)), "other")


def _age(timex: Timex, published: dt.date | None) -> str:
    if published is None or timex.first is None or timex.last is None:
        return "unknown"
    if timex.first > published:
        return "ahead"
    days = (published - timex.last).days
    return "now" if days <= 0 else str(_AGES[bisect_left(_AGES, days)]) if days <= _AGES[-1] else "long ago"


def _word(words: tuple[Word, ...], i: int) -> str:
    if not 0 <= i < len(words):
        return "-"
    word = words[i]
    if word.text[0].isdigit():
        return "0"
    return "Name" if word.text[0].isupper() and i else word.lower


def _beside(words: tuple[Word, ...], first: int, last: int) -> list[str]:
    before, after = _word(words, first - 1), _word(words, last + 1)
    found = [f"before={before}", f"after={after}", f"between={before} {after}"]
    found += [f"before2={_word(words, first - 2)} {before}"]
    found += [f"near before={_word(words, first - k)}" for k in range(2, _BESIDE + 1)]
    found += [f"near after={_word(words, last + k)}" for k in range(2, _BESIDE + 1)]
    if first > 1:
        held = words[first - 2]
        shape = "ed" if held.lower.endswith("ed") else "ing" if held.lower.endswith("ing") else ""
        if shape:
            found.append(f"before2 ends={shape}")
    return found


def _as_noun_modifier(language: Language, words: tuple[Word, ...], first: int, last: int) -> list[str]:
    """Whether the date marks out a noun: `the May election`, `Tuesday's vote`."""
    marks = _role_words(language)
    before = words[first - 1].lower if first else "-"
    after = words[last + 1] if last + 1 < len(words) else None
    found = []
    if words[last].text.endswith(("'s", "’s", "’", "'")) or (after is not None and after.text in {"'", "’"}):
        found.append("possessive")
    if before in marks["determiners"] or before.endswith(("'s", "’s")):
        found.append("determined")
        if after is not None and after.text[0].isalpha():
            found.append("determined Noun" if after.text[0].isupper() else "determined noun")
    if first and words[first - 1].text[0].isupper() and first > 1:
        found.append("behind a capital")
    if after is not None and after.text[0].isupper():
        found.append("before a capital")
    return found


def _in_sentence(cut: "SurfaceSentence", timex: Timex, first: int, last: int) -> list[str]:
    words = cut.words
    text = cut.text[cut.sentence.start : timex.start]
    found = []
    if first <= 2:
        found.append("opens")
    if last + 2 >= len(words):
        found.append("closes")
    if text.count("(") > text.count(")"):
        found.append("in brackets")
    if (text.count("“") > text.count("”")) or text.count('"') % 2:
        found.append("quoted")
    others = [other for other in cut.timexes if other is not timex and other.first is not None]
    found.append(f"others={min(len(others), 2)}")
    if any(other.start < timex.start for other in others):
        found.append("not the first date")
    start, _ = cut.clause(first)
    found.append(f"clause opens={_word(words, start) if start else '^'}")
    return found


def _verbs(cut: "SurfaceSentence", first: int, last: int, lex: Lexicon) -> list[str]:
    words = cut.words
    marks = _role_words(cut.language)
    start, end = cut.clause(first)
    before, after = cut.last_finite(start, first), cut.first_finite(last + 1, end)
    found = []
    if before is None:
        found.append("no verb before")
    else:
        found += [f"verb before={_verb_class(words[before], lex)}", f"verb before far={min(first - before, 9) // 3}"]
        found += [f"verb={words[before].lower}"]
        between = [word.lower for word in words[before + 1 : first]]
        found += [f"parted by={word}" for word in between if word in marks["parting"]]
        if "," in between:
            found.append("comma since the verb")
        found += ["ing since the verb"] if any(w.endswith("ing") and len(w) > len("sing") for w in between) else []
        found += ["to since the verb"] if "to" in between else []
    if after is None:
        found.append("no verb behind")
    else:
        found += [f"verb behind={_verb_class(words[after], lex)}", f"verb behind far={min(after - last, 9) // 3}"]
        found += [f"leading verb={words[after].lower}"] if before is None else []
    earlier = sum(1 for i in cut.finite if i < first)
    found.append(f"verbs before={min(earlier, 3)}")
    opener = next((words[i].lower for i in range(first - 1, -1, -1) if words[i].lower in marks["openers"]), None)
    if opener:
        at = next(i for i in range(first - 1, -1, -1) if words[i].lower == opener)
        has_verb = cut.first_finite(at + 1, first) is not None
        found += [f"opener={opener}", f"opener verb={opener} {has_verb}"]
        if at and words[at - 1].lower == ",":
            found.append(f"comma opener={opener}")
    found += [
        f"holds={word.lower}"
        for word in words[max(start, first - _NEAR_BEFORE) : last + _NEAR_BEHIND]
        if word.lower in marks["telling"]
    ]
    return found


def _verb_class(word: Word, lex: Lexicon) -> str:
    if word.lower in lex.speech_verb:
        return "saying"
    if word.lower in lex.auxiliary:
        return word.lower
    return "present" if word.lower in lex.present else "past"


def _sayings(cut: "SurfaceSentence", first: int) -> list[str]:
    framing = any(speech.frames(first) for speech in cut.speeches)
    said = any(speech.says(first) for speech in cut.speeches)
    return [f"saying={'frame' if framing else 'content' if said else 'some' if cut.speeches else 'none'}"]


@made_once
def _role_words(language: Language) -> dict[str, frozenset[str]]:
    return {key: frozenset(words.split()) for key, words in language.settings("events/date-roles.toml").items()}


def side_clause(cut: "SurfaceSentence", timex: Timex) -> Span | None:
    """The words that tell of a date beside what the sentence tells; None where the surface does not show them.

    A noun that the date marks out, a clause about the noun before it with that noun, or a clause that a conjunction
    opens.
    """
    words = cut.words
    first = cut.index(timex.start)
    last = _last(words, first, timex)
    found = _noun(cut, first, last) or _relative_clause(cut, first) or _joined_clause(cut, first)
    if found is None:
        return None
    start, end = found
    while end - 1 > last and words[end - 1].text in _MARKS - {"."}:
        end -= 1
    own = [word for word in words[start:end] if not timex.start <= word.start < timex.end]
    carrying = [word for word in own if len(word.text) > _SHORT and word.lower not in lexicon(cut.language).no_verb]
    return span_of(words, (start, end)) if len(carrying) >= _FEWEST and end > last else None


def _last(words: tuple[Word, ...], first: int, timex: Timex) -> int:
    last = first
    while last + 1 < len(words) and words[last + 1].start < timex.end:
        last += 1
    return last


def _noun(cut: "SurfaceSentence", first: int, last: int) -> tuple[int, int] | None:
    """`the May election in Arland`: from its article to the next verb or mark."""
    words, marks = cut.words, _role_words(cut.language)
    after = words[last + 1] if last + 1 < len(words) else None
    possessive = words[last].text.endswith(("'s", "’s"))
    determined = first > 0 and (
        words[first - 1].lower in marks["determiners"] or words[first - 1].text.endswith(("'s", "’s"))
    )
    if (
        after is None
        or not after.text[0].isalpha()
        or not (possessive or determined)
        or after.lower in marks["parting"]
    ):
        return None
    end = last + 1
    while (
        end < len(words)
        and words[end].text not in _MARKS
        and end not in cut.finite
        and words[end].lower not in marks["openers"]
    ):
        end += 1
    return (first - 1 if determined else first), end


def _relative_clause(cut: "SurfaceSentence", first: int) -> tuple[int, int] | None:
    """`the mayor, who took office in May`: from the noun before it to the mark that ends it."""
    words, marks, lex = cut.words, _role_words(cut.language), lexicon(cut.language)
    opener = next((i for i in range(first - 1, 0, -1) if words[i].lower in lex.relative), None)
    if opener is None or cut.first_finite(opener + 1, first) is None:
        return None
    within_commas = words[opener - 1].lower == ","
    noun = opener - 1 if within_commas else opener
    start = noun
    while start > 0 and words[start - 1].text not in _MARKS and start - 1 not in cut.finite:
        if words[start - 1].lower in marks["parting"] and words[start - 1].lower != "of":
            break
        start -= 1
    if start == noun:
        return None
    _, end = cut.clause(first)
    if within_commas:
        end = next((i for i in range(first, end) if words[i].lower == ","), end)
    return start, end


def _joined_clause(cut: "SurfaceSentence", first: int) -> tuple[int, int] | None:
    """`…, after the bank failed in May`: the clause without what joins it, if it names who or what."""
    words, marks, lex = cut.words, _role_words(cut.language), lexicon(cut.language)
    start, end = cut.clause(first)
    if start == 0 and words[0].lower not in marks["openers"]:
        return None
    if start == 0:
        end = next((i for i in range(first, end) if words[i].lower == ","), end)
    while start < first and words[start].lower in marks["openers"] | lex.alone | lex.after_comma:
        start += 1
    return None if words[start].lower in lex.leaning or cut.first_finite(start, end) is None else (start, end)
