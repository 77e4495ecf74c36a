"""A date of a parsed sentence in, the words that tell of that date alone out: a clause with its antecedent, or a noun.

`The mayor, who took office in May, praised the firemen` tells of May only that `The mayor, who took office in May`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from dateline.events.attribution.speech_words import pledging, sayings
from dateline.events.dates.governor import Governor, governor
from dateline.events.dates.placed import is_before_it, is_of_a_noun_within, is_of_an_object
from dateline.events.dates.relatives import relative
from dateline.events.mentions.triggers import kind_of
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.speakers.words import person_nouns
from dateline.events.status.effects import effects, status_words
from dateline.events.status.verb_groups import is_conditional, is_negated
from dateline.model import Span
from dateline.text.words import word_list

# Words that carry a meaning, the date's own aside, below which what was cut out tells nothing by itself.
_FEWEST = 2
# Words of a noun, from its first to its last, above which what hangs on it behind the date is left out.
_LONGEST_NOUN = 30

_RELATIVE = frozenset({"relcl", "acl"})
_OWN_SUBJECT = frozenset({"advcl", "pcomp", "ccomp", "conj", "parataxis", "csubj"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_WITHIN = frozenset({"xcomp", "ccomp", "aux", "auxpass"})
_MODIFIERS = frozenset({"poss", "compound", "nummod", "nmod", "amod", "npadvmod", "det"})
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod", "appos", "conj"})
_PRONOUNS = frozenset({"PRP", "WP", "WDT", "DT", "EX"})
_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "attr", "oprd"})
_LEAD = frozenset({"mark", "cc", "punct"})
_CLOSING = frozenset({".", ")", "”", '"', "’"})
_HYPHENS = frozenset({"-", "–"})
_SEMICOLON = ";"
_AS_IT_SAYS = frozenset({"own", "yes"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NO_END = frozenset({"CC", "DT", "TO"})
_CARRIES = ("NN", "VB", "JJ", "CD")


class CutOut(NamedTuple):
    """The words that tell of a date by themselves."""

    words: Span
    joint: Span | None
    """Those of them that only join a noun and a clause about it, and are left out where the rest is to be a clause."""


class _Cut(NamedTuple):
    """What could be cut out for a date."""

    first: int
    last: int
    is_clause: bool
    """Whether it is a whole clause, with its own subject and verb."""
    verb: int | None
    """Its verb; None of a noun alone."""
    joint: Span | None = None
    """The characters that only join a noun and a clause about it."""


def side_clause(parse: Parse, start: int, end: int) -> CutOut | None:
    """The words that tell of the date at these characters; None where they tell nothing without the rest."""
    above = governor(parse, start, end)
    if above is None:
        return None
    date = Span(start, end)
    for cut in _cuts(parse, above):
        span = _with_bracket(parse.text, _whole_words(parse, cut))
        if span is not None and span.holds(date) and _tells(parse, cut, date) and _is_of(parse, cut, above, date):
            return CutOut(span, cut.joint)
    return None


def _is_of(parse: Parse, cut: _Cut, above: Governor, date: Span) -> bool:
    """Whether a date is that of what a cut tells, and not of something else in it or behind it.

    Not `he had slept ahead of Monday's vote`, `a fund for victims of the May fire`, nor `a letter about the May` of `a
    letter about the May fire`.
    """
    if not cut.first <= parse.heads[above.token] <= cut.last:
        return False
    if is_before_it(parse, date.start, date.end, _top(parse, cut)):
        return False
    return cut.verb is None or not (
        is_of_an_object(parse, date.start, date.end) or is_of_a_noun_within(parse, date.start, date.end, cut.verb)
    )


def _top(parse: Parse, cut: _Cut) -> int | None:
    """The word of a cut that the rest of it hangs on."""
    own = range(cut.first, cut.last + 1)
    return next((k for k in own if not cut.first <= parse.heads[k] <= cut.last or parse.heads[k] == k), None)


def _with_bracket(text: str, span: Span) -> Span | None:
    """The characters of a cut with the bracket that closes one of its own; None where a bracket is torn apart."""
    words = span.of(text)
    if words.count("(") == words.count(")"):
        return span
    is_missing = words.count("(") == words.count(")") + 1 and text[span.end : span.end + 1] == ")"
    return Span(span.start, span.end + 1) if is_missing else None


def _whole_words(parse: Parse, cut: _Cut) -> Span:
    """The characters of a cut, with the front of a word that the parser took apart: `Port-au-Prince`."""
    first = cut.first
    while (
        first > 0
        and parse.ends[first - 1] == parse.starts[first]
        and parse.words[first][0].isalnum() | (parse.words[first] in _HYPHENS)
    ):
        if parse.words[first - 1] not in _HYPHENS and parse.words[first] not in _HYPHENS:
            break
        first -= 1
    return parse.span(first, cut.last)


def main_clause(parse: Parse, start: int, end: int) -> Span | None:
    """The one of several joined sentences that the date at these characters is in; None where there is but one.

    `The dam burst on Monday, and the mayor resigned on Tuesday.`
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return None
    if (parted := _between_semicolons(parse, above.verb, Span(start, end))) is not None:
        return parted
    verb: int | None = above.verb
    while (
        verb is not None and parse.heads[verb] != verb and not (parse.deps[verb] == "conj" and _names_who(parse, verb))
    ):
        verb = next((v for v in parse.ancestors(verb) if parse.tags[v][0] == "V"), None)
    if verb is None:
        return None
    if parse.deps[verb] == "conj" and _names_who(parse, verb) and _names_who(parse, parse.heads[verb]):
        first, last = _clause(parse, verb)
        if parse.lemmas[verb] in sayings(parse.language) and parse.child(verb, *_OBJECTS) is None:
            # "Quill will go to Zell, state media said on Monday": what is said stands before, taken for joined.
            first = parse.left[parse.heads[verb]]
    elif parse.heads[verb] == verb:
        joined = next((k for k in parse.children[verb] if parse.deps[k] == "conj" and _names_who(parse, k)), None)
        if joined is None or not _names_who(parse, verb):
            return None
        first, last = parse.left[verb], parse.left[joined] - 1
        while last > verb and parse.deps[last] in _LEAD:
            last -= 1
    else:
        return None
    following = next(
        (k for k in parse.children[verb] if k > verb and parse.deps[k] == "conj" and _names_who(parse, k)), None
    )
    if following is not None and last >= parse.left[following]:
        last = parse.left[following] - 1
        while last > verb and parse.deps[last] in _LEAD:
            last -= 1
    span = parse.span(first, last)
    return span if span.holds(Span(start, end)) else None


def _between_semicolons(parse: Parse, verb: int, date: Span) -> Span | None:
    """The one of several sentences with semicolons between them that a verb and a date are in; None where it is none.

    `The summit opened on Monday; the war ended with a truce in 1953.` Parsers hang one on the other in all ways.
    """
    own = [k for k in range(len(parse.words)) if parse.sentence[k] == parse.sentence[verb]]
    marks = [k for k in own if parse.words[k] == _SEMICOLON]
    first = max((k + 1 for k in marks if k < verb), default=own[0])
    last = min((k - 1 for k in marks if k > verb), default=own[-1])
    others = [k for k in own if not first <= k <= last and parse.tags[k] in _FINITE and _names_who(parse, k)]
    if not marks or not others or not _names_who(parse, verb):
        return None
    while first < last and parse.deps[first] in _LEAD:
        first += 1
    span = parse.span(first, last)
    return span if span.holds(date) else None


def _names_who(parse: Parse, verb: int) -> bool:
    """Whether a verb has a subject of its own that is no pronoun."""
    subject = parse.child(verb, *_SUBJECTS)
    return subject is not None and parse.tags[subject][:3] not in _PRONOUNS


def _cuts(parse: Parse, above: Governor) -> Iterator[_Cut]:
    """What could be cut out for a date, the best first."""
    nouns = _nouns(parse, above)
    for noun in nouns:
        if kind_of(parse, noun) != "":
            yield _Cut(*_noun(parse, noun, above), False, None)
    verb = above.verb
    while verb is not None:
        dep = parse.deps[verb]
        if dep in _RELATIVE:
            if _is_claim(parse, verb):
                # "Charges that she fled on Monday": by itself it would say that she did.
                return
            subject = parse.child(verb, *_SUBJECTS)
            if parse.tags[parse.left[verb]] == "WRB" and subject is not None and parse.tags[subject][:2] == "NN":
                # "Mazar, where gunmen attacked": the clause is whole without the place.
                yield _Cut(*_clause(parse, verb), True, verb)
            if (told := relative(parse, verb)) is not None:
                yield _Cut(told.first, _without_end(parse, told.first, told.last), False, verb, told.joint)
            return
        is_led_to = dep in _WITHIN and any(parse.tags[k] == "TO" for k in parse.children[verb])
        if dep in _OWN_SUBJECT and parse.child(verb, *_SUBJECTS) is not None and not is_led_to:
            if parse.heads[verb] != verb and not _is_left_open(parse, verb):
                yield _Cut(*_clause(parse, verb), True, verb)
            return
        if dep not in _WITHIN and dep not in ("pcomp", "conj", "advcl"):
            return
        verb = next((v for v in parse.ancestors(verb) if parse.tags[v][0] == "V"), None)


def _is_claim(parse: Parse, verb: int) -> bool:
    """Whether a clause is what a claim says: `the report that he fled`."""
    mark = parse.child(verb, "mark")
    is_said = ("said", parse.lemmas[parse.heads[verb]]) in status_words(parse.language)
    return is_said and mark is not None and parse.lowers[mark] in grammar(parse.language).claiming


def _is_left_open(parse: Parse, verb: int) -> bool:
    """Whether a clause is what somebody only hints at, asks or does not think: by itself it would say that it is so."""
    if parse.deps[verb] != "ccomp":
        return is_conditional(parse, verb)
    mark, telling = parse.child(verb, "mark"), parse.heads[verb]
    if mark is not None and parse.lowers[mark] in grammar(parse.language).asking:
        return True
    effect = effects(parse.language).get((parse.lemmas[telling], "that"))
    if effect is None:
        return is_negated(parse, telling)
    return (effect.negated if is_negated(parse, telling) else effect.held) not in _AS_IT_SAYS


def _nouns(parse: Parse, above: Governor) -> list[int]:
    """The nouns between a date and its verb, the nearest first."""
    if above.noun is None:
        return []
    found = [above.noun]
    for higher in parse.ancestors(above.noun):
        if higher == above.verb or parse.tags[higher][0] == "V":
            break
        if parse.tags[higher][:2] == "NN":
            found.append(higher)
    return found


def _noun(parse: Parse, noun: int, above: Governor) -> tuple[int, int]:
    first, last = parse.left[noun], parse.right[noun]
    while first < noun and parse.deps[first] in (*_LEAD, "prep", "predet", "preconj"):
        first += 1
    if last - first > _LONGEST_NOUN:
        last = max(noun, above.token)
    return first, _without_end(parse, first, last)


def _clause(parse: Parse, verb: int) -> tuple[int, int]:
    first, last = parse.left[verb], parse.right[verb]
    subject, mark = parse.child(verb, *_SUBJECTS), parse.child(verb, "mark")
    if subject is not None and mark is not None and mark < subject:
        # "Just hours before the ban ends on Tuesday."
        first = mark
    while first < verb and _joins(parse, first, verb):
        first += 1
    return first, _without_end(parse, first, last)


def _joins(parse: Parse, word: int, verb: int) -> bool:
    """Whether a word only joins the clause of a verb to another."""
    return parse.deps[word] in _LEAD or (parse.tags[word] in ("WRB", "IN") and parse.heads[word] == verb)


def _without_end(parse: Parse, first: int, last: int) -> int:
    last = _before_next_subject(parse, first, last)
    while last > first and (
        (parse.deps[last] == "punct" and parse.words[last] not in _CLOSING) or parse.tags[last] in _NO_END
    ):
        last -= 1
    return last


def _before_next_subject(parse: Parse, first: int, last: int) -> int:
    """Where words end that go up to a verb whose subject was taken for theirs: `helped Norway but the bank said`."""
    behind = last + 1
    if behind == len(parse.words) or parse.tags[behind] not in _FINITE or parse.deps[last] != "conj":
        return last
    joins = [k for k in parse.children[parse.heads[last]] if parse.deps[k] == "cc" and first < k < last]
    return joins[-1] - 1 if joins else last


def _tells(parse: Parse, cut: _Cut, date: Span) -> bool:
    """Whether words tell of a happening that a reader understands who has nothing else."""
    own = [k for k in range(cut.first, cut.last + 1) if not date.start <= parse.starts[k] < date.end]
    if not own or cut.verb in _states(parse, cut) or not _is_whole(parse, cut):
        return False
    if _is_a_mere_name(parse, cut) or _is_scenery(parse, cut):
        return False
    if parse.tags[own[0]] in ("WP", "WDT", "WP$"):
        # "What he meant when he spoke on Monday": it only asks.
        return False
    if parse.tags[own[0]][:3] == "PRP":
        # Whom a pronoun means that opens a clause may be told by the article.
        return cut.is_clause and parse.lowers[own[0]] in grammar(parse.language).somebody
    if own[0] > cut.first and parse.deps[cut.first] not in _MODIFIERS:
        # It begins with the date, which marks out no noun.
        return False
    if not cut.is_clause and not _is_told_of(parse, cut, date):
        return False
    names = any(_is_name(parse, k) for k in own)
    is_any = parse.lowers[cut.first] in grammar(parse.language).articles - grammar(parse.language).the
    is_event = cut.verb is not None and not is_any and kind_of(parse, parse.heads[cut.verb]) != ""
    is_told = cut.is_clause or is_event
    if not names and (not is_told or any(parse.tags[k][:3] == "PRP" for k in own)):
        return False
    return sum(parse.tags[k].startswith(_CARRIES) for k in own) >= _FEWEST


def _is_a_mere_name(parse: Parse, cut: _Cut) -> bool:
    """Whether a noun that was cut out is a law, a report or a hope that is only named: `the Harbour Act 2013`.

    Or one of which nothing tells a happening, whatever is said of it: `the question that Quill will answer tonight`.
    """
    top, words = _top(parse, cut), grammar(parse.language)
    if cut.is_clause or top is None:
        return False
    if parse.lemmas[top].lower() in words.no_telling:
        return True
    if cut.verb is not None or parse.lemmas[top].lower() not in words.no_happening:
        return False
    return not any(parse.tags[k] in _FINITE for k in range(cut.first, cut.last + 1))


def _is_scenery(parse: Parse, cut: _Cut) -> bool:
    """Whether a clause only tells how somebody was met who speaks or acts: `a man who was leaving a shop on Monday`."""
    verb = cut.verb
    if verb is None or cut.is_clause or parse.tags[verb] != "VBG":
        return False
    words, children = grammar(parse.language), parse.children[verb]
    if parse.deps[verb] == "relcl":
        is_was = any(parse.tags[k] == "VBD" and parse.lemmas[k] in words.be for k in children)
        return is_was and any(parse.tags[k] == "WP" for k in children)
    return parse.lemmas[verb] in words.postures and parse.deps[verb - 1] == "punct"


def _points_back(parse: Parse, noun: int) -> bool:
    """Whether a noun is one of which was spoken: `those totals`, `the same woman`."""
    words = grammar(parse.language)
    pointing = words.definite - words.the | word_list(parse.language, "alike")
    return any(k < noun and parse.lowers[k] in pointing for k in parse.children[noun])


def _is_told_of(parse: Parse, cut: _Cut, date: Span) -> bool:
    """Whether a noun that was cut out tells by itself whose it is, or who it is.

    `A visit to the Zell museum on Monday` is anybody's, and so are `a funny advert released on Monday` and `comments
    he made on Monday`; `a Norden raid on Monday` and `the treaty signed on Monday` are not.
    """
    if cut.verb is None:
        return any(
            _is_name(parse, k) and not date.start <= parse.starts[k] < date.end and _is_of_whom(parse, cut, k)
            for k in range(cut.first, cut.last + 1)
        )
    subject = parse.child(cut.verb, *_SUBJECTS)
    if subject is not None and parse.tags[subject] == "PRP":
        return False
    noun = parse.heads[cut.verb]
    if _points_back(parse, noun):
        return False
    is_person = _is_name(parse, noun) or parse.lemmas[noun] in person_nouns(parse.language)
    if is_person or parse.heads[noun] == noun:
        return True
    is_who = subject is not None and parse.tags[subject] == "WP"
    own = [k for k in parse.children[noun] if cut.first <= k < noun]
    definite = grammar(parse.language).definite
    marked = any(parse.lowers[k] in definite or parse.deps[k] in ("poss", "nummod") or _is_name(parse, k) for k in own)
    is_by_name = any(_is_name(parse, k) and _is_of_whom(parse, cut, k) for k in range(noun + 1, cut.last + 1))
    return is_who or marked or is_by_name


def _is_of_whom(parse: Parse, cut: _Cut, name: int) -> bool:
    """Whether a name within a cut tells who acts, or whose a thing is: `Quill's`, `Norden`, `by Quill`, `of Ash`."""
    words = grammar(parse.language)
    word = name
    while parse.deps[word] in _BEFORE_NOUN and cut.first <= parse.heads[word] <= cut.last:
        word = parse.heads[word]
    head, dep = parse.heads[word], parse.deps[word]
    if not cut.first <= head <= cut.last:
        # The noun itself, behind its name or before it: `a Norden raid`; `a daughter, Ada`.
        return True
    if dep in _SUBJECTS:
        return head == cut.verb
    return dep == "poss" or (dep == "pobj" and parse.lowers[head] in words.by | words.of)


def _is_name(parse: Parse, word: int) -> bool:
    return parse.tags[word][:3] == "NNP" or (parse.tags[word] == "JJ" and parse.words[word][0].isupper())


def _is_whole(parse: Parse, cut: _Cut) -> bool:
    """Whether nothing is missed in what was cut out: what somebody says, what it is done to, the noun behind it."""
    hanging = [k for k in range(cut.first, cut.last + 1) if not cut.first <= parse.heads[k] <= cut.last]
    if sum(parse.deps[k] not in _LEAD for k in hanging) > 1:
        return False
    if cut.verb is None or not cut.is_clause:
        return True
    dependents = {parse.deps[k] for k in parse.children[cut.verb] if cut.first <= k <= cut.last}
    says = sayings(parse.language) | pledging(parse.language)
    says |= grammar(parse.language).standing_in
    if parse.lemmas[cut.verb] in says and dependents.isdisjoint(_OBJECTS):
        return False
    # "A tape that the station obtained in April": without the tape, nobody knows what it obtained.
    opening = parse.left[cut.verb]
    if parse.lowers[opening] not in grammar(parse.language).that or parse.deps[cut.verb] == "csubj":
        return True
    is_object = parse.deps[opening] == "dobj"
    return not is_object and (parse.deps[cut.verb] == "ccomp" or not dependents.isdisjoint(_OBJECTS))


def _states(parse: Parse, cut: _Cut) -> set[int]:
    """The verb of a cut where it is one of a state in the present: `who is a member`."""
    verb = cut.verb
    is_present = verb is not None and parse.tags[verb] in ("VBZ", "VBP")
    return {verb} if verb is not None and is_present and parse.lemmas[verb] in grammar(parse.language).be else set()
