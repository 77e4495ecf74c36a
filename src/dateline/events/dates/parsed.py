"""A date of a parsed sentence in, what the tree above it tells out: is it told directly, of the saying, of a noun?"""

from bisect import bisect_left

from dateline.events.attribution.speech_words import sayings
from dateline.events.dates.governor import Governor, below, governor, is_alongside, is_on
from dateline.events.dates.tense import FINITE, PRESENT, auxiliaries_of, has_tense
from dateline.events.mentions.triggers import kind_of
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.speakers.words import speaker_nouns
from dateline.events.surface.lexicon import lexicon
from dateline.languages import Language, made_once
from dateline.model import Span

_BEHIND = frozenset({"pobj", "npadvmod", "advmod"})
_MARKS = ("mark", "advmod")
_TOLD_BY = frozenset({"own", "said"})
_DASHES = frozenset({"—", "–", "--"})
_NOT_PRESENT = frozenset({"VBD", "MD"})
_OF_A_NOUN = frozenset({"pcomp", "relcl"})
UNTENSED = frozenset({"advcl", "xcomp"})
# "Tries to make her pay".
_MADE_TO = frozenset({"ccomp"})
_GOES_ON = frozenset({"VBG", "VBN", "VBD"})
_OF_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_NOUNS = frozenset({"NN", "CD"})
# Labels from a date up to the verb where it is on its subject: "an audit in May found".
_OF_THE_SUBJECT = 3


def is_direct(parse: Parse, start: int, end: int) -> bool:
    """Whether a time expression hangs on the verb of what its sentence tells."""
    above = governor(parse, start, end)
    if above is None or above.verb is None or below(parse, above.verb) not in _TOLD_BY:
        return False
    return above.noun is None or _is_setting(parse, above)


def is_appended(parse: Parse, start: int, end: int) -> bool:
    """Whether a date stands behind a dash at the end of what it dates: `Reactor melts down — April 26, 1986`."""
    first, behind = bisect_left(parse.starts, start), bisect_left(parse.starts, end)
    if first == 0 or parse.words[first - 1] not in _DASHES:
        return False
    own = [k for k in range(len(parse.words)) if parse.sentence[k] == parse.sentence[first - 1]]
    ends = all(parse.deps[k] == "punct" for k in own if k >= behind)
    return ends and any(parse.tags[k] in FINITE for k in own if k < first)


def is_loose(parse: Parse, start: int, end: int) -> bool:
    """Whether a time expression stands behind a noun under the verb of the sentence, and may as well be the verb's.

    Parsers take `joined the bank as a clerk in 1992` for a clerk in 1992.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None or below(parse, above.verb) not in _TOLD_BY:
        return False
    return above.path[0] in _BEHIND and is_on(parse, above)


def _is_setting(parse: Parse, above: Governor) -> bool:
    """Whether the noun that a date is of is when the rest took place: `at a hearing in May a judge sentenced him`."""
    position = above.token
    for higher in parse.ancestors(above.token):
        if higher == above.verb:
            break
        position = higher
    return (
        above.path[0] in _BEHIND
        and parse.deps[position] == "prep"
        and parse.lowers[position] in grammar(parse.language).setting
        and above.verb is not None
        and position < above.verb
    )


def is_in_passing(parse: Parse, start: int, end: int, passage: Span, trigger: Span | None) -> bool:
    """Whether a passage tells something else than what a time expression in it is of.

    That is an event which it only names, `arrived ahead of the vote on Sunday`, or what is still to come by it, `spoke
    before they vote on Sunday`; not what the rest took place at, `agreed at talks on Sunday`, unless that event is all
    that `trigger` names.
    """
    above = governor(parse, start, end)
    if above is None:
        return False
    words, noun = grammar(parse.language), above.noun
    if noun is None:
        opening = parse.child(above.verb, *_MARKS) if above.verb is not None else None
        return opening is not None and parse.lowers[opening] in words.still_to_come
    for position in (noun, *parse.ancestors(noun)):
        head = parse.heads[position]
        if position == above.verb or not passage.start <= parse.starts[head] < passage.end:
            return False
        if parse.lowers[position] in words.still_to_come:
            return True
        if parse.deps[position] == "pobj" and parse.lowers[head] not in words.of:
            if parse.lowers[head] in words.setting:
                return trigger is not None and trigger.start == parse.starts[noun]
            return kind_of(parse, noun) != ""
    return False


def is_of_saying(parse: Parse, start: int, end: int) -> bool:
    """Whether the verb that a time expression hangs on, by a noun or by itself, is one of saying."""
    above = governor(parse, start, end)
    return above is not None and above.verb is not None and parse.lemmas[above.verb] in sayings(parse.language)


def is_of_speaking(parse: Parse, start: int, end: int) -> bool:
    """Whether a time expression is of the speaking that the sentence tells beside what it says.

    `Quill, speaking in Zell on Monday, called it a lie`; `Speaking on Monday, Quill called it a lie`; `In a letter sent
    on Monday, Quill said it was a lie`.
    """
    above = governor(parse, start, end)
    if above is None:
        return False
    if _is_of_a_document(parse, above):
        return True
    if above.verb is None or parse.deps[above.verb] not in ("acl", "advcl"):
        return False
    told = next((verb for verb in parse.ancestors(above.verb) if parse.tags[verb][0] == "V"), None)
    is_speaking = parse.lowers[above.verb] in lexicon(parse.language).speech_opening
    return is_speaking and told is not None and below(parse, told) in _TOLD_BY


def _is_of_a_document(parse: Parse, above: Governor) -> bool:
    """Whether a date tells when a document came out that says what the sentence tells, or in which somebody says it."""
    verb = above.verb
    noun = parse.heads[verb] if verb is not None and parse.deps[verb] == "acl" else above.noun
    if noun is None:
        return False
    documents = speaker_nouns(parse.language, "document", "record") | _talks(parse.language)
    names = {parse.lemmas[noun], *(parse.lemmas[k] for k in parse.children[noun] if parse.deps[k] == "compound")}
    top = parse.heads[noun] if parse.deps[noun] == "pobj" else noun
    told = parse.heads[top]
    if names.isdisjoint(documents) or parse.deps[top] not in ("prep", *_OF_SUBJECT) or above.path[0] not in _BEHIND:
        return False
    if parse.lowers[top] in grammar(parse.language).to:
        # "Responded to a book published in May."
        return False
    says = parse.lemmas[told] in sayings(parse.language) or parse.child(told, "ccomp") is not None
    return says and below(parse, told) in _TOLD_BY


@made_once
def _talks(language: Language) -> frozenset[str]:
    """Nouns of what somebody says something in, besides documents: `an interview`."""
    return language.words("events/date-roles.toml", "talks")


def is_restrictive(parse: Parse, start: int, end: int) -> bool:
    """Whether a time expression is of a clause that tells which one it is that a sentence tells of.

    `The train that came on Monday had 11 carriages`, `they were on the train that came on Monday`; not `the strike is
    one of a row that began on Monday`, `is planned for the fair that opened on Monday`.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None or parse.deps[above.verb] != "relcl":
        return False
    opening, noun = parse.left[above.verb], parse.heads[above.verb]
    while parse.deps[noun] == "pobj" and parse.tags[parse.heads[parse.heads[noun]]][:2] in _NOUNS:
        noun = parse.heads[parse.heads[noun]]
    told = parse.heads[parse.heads[noun]] if parse.deps[noun] == "pobj" else parse.heads[noun]
    is_told_of = parse.deps[noun] in (*_OF_SUBJECT, "dobj") or parse.lemmas[told] in grammar(parse.language).be
    return is_told_of and opening > 0 and parse.deps[opening - 1] != "punct"


def is_told_as_past(parse: Parse, start: int, end: int) -> bool:
    """Whether the verb that a time expression hangs on is in the past, and the expression is not what it leads to.

    `Voted on Friday`, but not `called a vote for Friday` or `votes on Friday`.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None or not is_on(parse, above):
        return False
    tags = {
        parse.tags[above.verb],
        *(parse.tags[k] for k in auxiliaries_of(parse, above.verb)),
    }
    return "VBD" in tags or _has_been(parse, above.verb)


def _has_been(parse: Parse, verb: int) -> bool:
    """Whether a verb is one of what has been, beside another: `having opened in May`."""
    have = grammar(parse.language).have
    return any(parse.tags[k] == "VBG" and parse.lemmas[k] in have for k in auxiliaries_of(parse, verb))


def is_told_directly(parse: Parse, start: int, end: int) -> bool:
    """Whether a past form is what a date is of, with no other noun between: `shown in May`, `fell on Friday`.

    Of a past participle, `arrested in May`, that is any time; of a past tense it is none that names a month, for
    `they called a strike in May` may be of either.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None or not is_on(parse, above):
        return False
    if above.noun is not None and _is_done(parse, above):
        # "His arrest in May", "an audit in May found", told in April: of the year before.
        return True
    if above.noun is not None and parse.lowers[above.noun] not in grammar(parse.language).parts_of_times:
        return False
    if _has_been(parse, above.verb):
        return True
    if parse.tags[above.verb] == "VBN" and parse.deps[above.verb] in ("acl", "advcl"):
        # Not "hope that it can be averted on Friday".
        return not auxiliaries_of(parse, above.verb)
    return is_told_as_past(parse, start, end) and parse.tags[above.token][:3] != "NNP"


def _is_done(parse: Parse, above: Governor) -> bool:
    """Whether the noun that a date marks out tells of what has been: by itself, or as the subject of a past tense."""
    if above.noun is None or above.verb is None:
        return False
    of_past = above.path[-1] == "nsubj" and parse.tags[above.verb] == "VBD" and len(above.path) == _OF_THE_SUBJECT
    return of_past or parse.lowers[above.noun] in grammar(parse.language).done


def is_of_the_future(parse: Parse, start: int, end: int) -> bool:
    """Whether the verb above a time expression tells what will be, so that no day before can be its own."""
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    words = grammar(parse.language)
    return any(
        parse.deps[k] == "aux" and parse.lemmas[k] in words.future and parse.lowers[k] not in words.would
        for k in parse.children[above.verb]
    )


def is_of_another_time(parse: Parse, start: int, end: int) -> bool:
    """Whether the verb above a day that is past tells what is or has been by now: `her defeat in May has hurt her`.

    The day is then that of the noun between. Headlines tell of what is past as if it were now: `kill nine in attack`.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    if above.noun is None:
        return _is_behind_a_perfect(parse, above)
    verb = above.verb
    while parse.deps[verb] in UNTENSED | _MADE_TO and not has_tense(parse, verb):
        # "His life has been a triumph, ending in his show last year"; "he is on his way to meet the victims of May".
        verb = parse.heads[verb]
    tags = {parse.tags[k] for k in (verb, *auxiliaries_of(parse, verb))}
    is_headline = verb == above.verb and not auxiliaries_of(parse, verb) and _is_where(parse, above)
    return not tags.isdisjoint(PRESENT) and tags.isdisjoint(_NOT_PRESENT) and not is_headline


def _is_behind_a_perfect(parse: Parse, above: Governor) -> bool:
    """Whether a day hangs on what has been done, which has none, behind an event: `has paid for the fire on Sunday`."""
    verb, words = above.verb, grammar(parse.language)
    if verb is None or not is_on(parse, above) or above.path[0] != "pobj":
        return False
    preposition = parse.heads[above.token]
    has = any(parse.lemmas[k] in words.have and parse.tags[k] in PRESENT for k in auxiliaries_of(parse, verb))
    return has and any(parse.tags[k][:2] == "NN" and kind_of(parse, k) != "" for k in range(verb + 1, preposition))


def _is_where(parse: Parse, above: Governor) -> bool:
    """Whether the noun that a date marks out is what the rest took place at."""
    chain = (above.token, *parse.ancestors(above.token))
    below = next((k for k in chain if parse.heads[k] == above.verb), above.token)
    return parse.lowers[below] in grammar(parse.language).setting


def is_within_subject(parse: Parse, start: int, end: int) -> bool:
    """Whether a date marks out what the subject of a verb is of: `news of the crash on Monday hurt`.

    Not the subject itself, `the crash on Monday killed nine`.
    """
    above = governor(parse, start, end)
    if above is None or above.noun is None or above.verb is None or kind_of(parse, above.noun) == "":
        return False
    return above.path[-1] in _OF_SUBJECT and parse.heads[above.noun] != above.verb and above.noun < above.verb


def is_of_its_doer(parse: Parse, start: int, end: int) -> bool:
    """Whether a date marks out what has done what a sentence tells: `Monday's landslide buried two houses`."""
    above = governor(parse, start, end)
    if above is None or above.noun is None or above.verb is None or parse.deps[above.token] != "poss":
        return False
    is_doer = parse.heads[above.noun] == above.verb and parse.deps[above.noun] == "nsubj"
    has_done = parse.tags[above.verb] == "VBD" or any(
        parse.lemmas[k] in grammar(parse.language).have for k in auxiliaries_of(parse, above.verb)
    )
    return is_doer and has_done and any(parse.deps[k] == "dobj" for k in parse.children[above.verb])


def is_meanwhile_now(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is of a clause beside what goes on or has been: `as she readies a song for May, he is at work`."""
    above = governor(parse, start, end)
    if above is None or above.verb is None:
        return False
    clause = next((k for k in (above.verb, *parse.ancestors(above.verb)) if parse.deps[k] == "advcl"), None)
    if clause is None or not is_alongside(parse, clause):
        return False
    main = parse.heads[clause]
    return parse.tags[main] in _GOES_ON and not any(parse.tags[k] == "MD" for k in auxiliaries_of(parse, main))


def is_of_a_noun(parse: Parse, start: int, end: int) -> bool:
    """Whether a date is only that of a noun, or of a clause about one: `offered talks on going to the games in May`.

    Not what a noun stands for that somebody does something with: `announced plans to close the pier in May`.
    """
    above = governor(parse, start, end)
    if above is None or above.verb is None or "conj" in above.path:
        return False
    dep, noun = parse.deps[above.verb], parse.heads[above.verb]
    return above.noun is not None or dep in _OF_A_NOUN or (dep == "acl" and parse.deps[noun] != "dobj")
