"""A date of a sentence that will be shown in, what in the sentence has that date out, where the tree knows better.

The model of roles weighs the words around a date; here stand the constructions in which the tree decides alone.
"""

import re

from dateline.events.chosen import Chosen, is_ahead
from dateline.events.dates.biography import tells_who
from dateline.events.dates.clauses import side_clause
from dateline.events.dates.elsewhere import is_of_no_fact
from dateline.events.dates.governor import governor
from dateline.events.dates.mentioned import (
    hangs_on,
    is_about_a_setting,
    is_as_of,
    is_behind_a_length,
    is_beside_its_subject,
    is_done_later,
    is_inserted,
    is_joined,
    is_of_a_clause_within,
    is_of_a_torn_possessive,
    is_of_its_subject,
    is_only_named,
    is_planned_by_the_past,
    is_retold,
    is_since_a_clause,
    is_since_another,
    is_told_along,
    is_told_beside,
)
from dateline.events.dates.parsed import (
    is_appended,
    is_direct,
    is_in_passing,
    is_loose,
    is_meanwhile_now,
    is_of_a_noun,
    is_of_another_time,
    is_of_its_doer,
    is_of_saying,
    is_of_speaking,
    is_of_the_future,
    is_restrictive,
    is_within_subject,
)
from dateline.events.dates.placed import is_aimed_at, is_before_it, is_of_an_object, is_of_what_is_claimed
from dateline.events.dates.roles import (
    BESIDE,
    OF_THE_SENTENCE,
    UNDATED,
    Dated,
    DateRole,
)
from dateline.events.dates.tense import is_claimed, is_in_the_present
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse

# Days after which a clause about a noun is no news of its own: `the train that came on Monday had 11 carriages`.
_NEWS_DAYS = 7
# Characters of a sentence in which stands the date of a chronicle's entry.
OPENING = 12
_PART_OF_A_DAY = re.compile(r"T(?:MO|AF|EV|NI)$")
_MAY_BE_SIDE = (frozenset(DateRole) - BESIDE) | {DateRole.SIDE}


def of_the_sentence(dated: Dated, one: Chosen, parse: Parse) -> Dated:
    """What a date is of, where a clause beside the sentence's own words is what it tells of after all."""
    timex, published = one.reading.timex, one.article.published
    at = (timex.start, timex.end)
    if not dated.is_event and is_behind_a_length(one.article.text, timex, one.timexes):
        return OF_THE_SENTENCE
    is_told = not (is_of_no_fact(parse, timex, one.timexes, published) or tells_who(parse, timex, one.timexes))
    if not is_told or _is_any_day(one, parse) or _is_of_a_source(one, parse):
        return dated._replace(is_event=False)
    if dated.role is DateRole.SIDE and is_of_its_doer(parse, *at) and not _is_told_of(one, parse):
        return dated._replace(role=DateRole.MAIN)
    if _is_beside(dated, one, parse):
        return dated._replace(role=DateRole.SIDE)
    if dated.role in UNDATED and (is_appended(parse, *at) or _heads_an_entry(one)):
        return OF_THE_SENTENCE
    if dated.role not in BESIDE:
        return dated
    if is_claimed(parse, *at) and not is_only_named(parse, *at) and is_of_what_is_claimed(parse, *at):
        # Whether a claim is so is what the sentence tells.
        return dated._replace(role=DateRole.CONTENT)
    if is_of_speaking(parse, *at):
        return dated._replace(role=DateRole.SAYING)
    if dated.role is DateRole.COMPARISON or side_clause(parse, *at) is not None:
        return dated
    is_news = published is not None and timex.first is not None and (published - timex.first).days <= _NEWS_DAYS
    is_news_about = is_news and (is_restrictive(parse, *at) or is_direct(parse, *at))
    is_loose_noun = dated.role is DateRole.SIDE and is_loose(parse, *at)
    is_joined_day = is_joined(parse, *at, one.timexes)
    is_of_it_after_all = is_news_about or is_loose_noun or is_joined_day or is_about_a_setting(parse, *at)
    return dated._replace(role=DateRole.MAIN) if is_of_it_after_all else dated


def _is_any_day(one: Chosen, parse: Parse) -> bool:
    """Whether a part of the day is that of any day: `she wakes up in the morning`, not `it opens on Monday morning`."""
    timex = one.reading.timex
    names_no_day = (
        _PART_OF_A_DAY.search(timex.value) and timex.text.split()[0].lower() in grammar(one.language).of_any_day
    )
    return bool(names_no_day) and is_in_the_present(parse, timex.start, timex.end)


def _is_of_a_source(one: Chosen, parse: Parse) -> bool:
    """Whether a date is of a report, or of its count, that tells of another day: `met in May, said reports Tuesday`."""
    timex = one.reading.timex
    at = (timex.start, timex.end)
    above = governor(parse, *at)
    if is_as_of(parse, *at):
        return _is_told_of(one, parse)
    is_said = any(speech.frames(one.cut.index(timex.start)) for speech in one.cut.speeches)
    if not is_said or above is None or above.verb is None or is_of_saying(parse, *at):
        return False
    others = (t for t in one.timexes if t.first is not None and t.end < timex.start)
    return any(hangs_on(parse, other.start, other.end, above.verb) for other in others)


def _heads_an_entry(one: Chosen) -> bool:
    """Whether a date opens what is told of it: `Thursday: opening of the shop`."""
    start, end = one.reading.timex.start, one.reading.timex.end
    return start - one.sentence.start < OPENING and one.article.text.startswith(":", end)


def _is_beside(dated: Dated, one: Chosen, parse: Parse) -> bool:
    """Whether a date is of a clause or a noun beside what a sentence tells, whatever its words are like."""
    timex, published = one.reading.timex, one.article.published
    is_past = published is not None and timex.last is not None and timex.last < published
    at = (timex.start, timex.end)
    if is_past and (is_of_the_future(parse, *at) or is_of_another_time(parse, *at)) and not is_appended(parse, *at):
        # "Will rule on what happened on Monday": Monday is that of what happened.
        return True
    if is_before_it(parse, *at) or is_of_an_object(parse, *at) or is_inserted(parse, *at):
        return True
    if is_beside_its_subject(parse, *at) or (is_past and (is_told_along(parse, *at) or is_retold(parse, *at))):
        return True
    if is_past and (is_since_a_clause(parse, *at) or is_of_a_torn_possessive(parse, *at)):
        return True
    if not is_ahead(timex, published) and is_of_its_subject(parse, *at):
        return True
    is_over = is_past or timex.last == published
    if is_of_a_clause_within(parse, *at, is_ahead=not is_over):
        return True
    if is_ahead(timex, published) and (is_aimed_at(parse, *at) or is_planned_by_the_past(parse, *at)):
        return True
    if (
        dated.role in _MAY_BE_SIDE
        and not is_direct(parse, *at)
        and is_of_a_noun(parse, *at)
        and _is_told_of(one, parse)
    ):
        return True
    if dated.role in BESIDE:
        return False
    if is_within_subject(parse, *at) or (is_ahead(timex, published) and is_meanwhile_now(parse, *at)):
        return True
    return is_past and (_is_mentioned(one, parse) or is_done_later(parse, timex, one.timexes))


def _is_mentioned(one: Chosen, parse: Parse) -> bool:
    """Whether a sentence only mentions what was on a date, and does not claim it: `repeats that he fled in May`."""
    at = (one.reading.timex.start, one.reading.timex.end)
    if is_in_passing(parse, *at, one.sentence, one.reading.trigger) or is_since_another(parse, *at):
        return True
    above = governor(parse, *at)
    is_own = above is not None and above.noun is None
    is_claim = is_own and is_claimed(parse, *at) and not is_only_named(parse, *at)
    return is_told_beside(parse, *at) and not (is_claim or is_of_speaking(parse, *at) or is_restrictive(parse, *at))


def _is_told_of(one: Chosen, parse: Parse) -> bool:
    """Whether what a sentence tells has another date than the one that is read."""
    others = (t for t in one.timexes if t.first is not None and t.start != one.reading.timex.start)
    return any(is_direct(parse, other.start, other.end) for other in others)
