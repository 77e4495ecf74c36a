"""An article in, the passage out that opens it and gives no day: it stands on the day of publication, as reported.

A report need not say when what it is about took place: its readers know by the date above it. Its time expression is an
empty one behind the verb, so that a lead is read as any other passage is.
"""

import re
from itertools import islice

from dateline.events.mentions.event_kinds import is_light, kinds, kinds_of_verb
from dateline.events.surface.lexicon import lexicon
from dateline.events.surface.sentence import cut
from dateline.languages import Language, made_once
from dateline.model import Span, Status, Timex, TimexType
from dateline.reading.article import ArticleReading, read_once
from dateline.reading.dated import DatedSentence
from dateline.reading.entry_dates import date_of
from dateline.text.words import content_words, words_of
from dateline.timeline.headlines import opens_with_pointer, speaks_of_himself
from dateline.timeline.select.passages import Passage

# Sentences among which the lead is: a headline or a caption may stand before it.
_OPENING = 2
# Words of a lead: fewer are a headline or a list item, more are several sentences run into one.
_FEWEST_WORDS, _MOST_WORDS = 8, 60
# Content words that a lead has in common with the headline above it, at least.
_WORDS_OF_BOTH = 2
# Days before publication from which a day in the opening dates something else than what the report is about.
_NEWS_DAYS = 10
# What a sentence ends with that is no headline, and begins with that is somebody's words.
_ENDS, _QUOTES = frozenset(".!”\"'’"), frozenset("“\"‘'")
# Characters before a verb in which stands what negates it.
_NEGATED = 16
# What tells nothing that took place on a day, but where somebody says it.
_NO_NEWS = frozenset({Status.ONGOING, Status.UNCERTAIN, Status.DENIED})


@read_once
def lead_of(reading: ArticleReading) -> Passage | None:
    """The lead of an article, dated to its day of publication; None where its opening gives a day, or tells nothing."""
    if reading.article.published is None:
        return None
    title = reading.article.title or ""
    before = title
    for order, span in enumerate(islice(reading.sentences, _OPENING)):
        text = span.of(reading.article.text)
        if _is_dated(reading, span):
            return None
        if _is_sentence(text):
            restates = _restates(reading.language, text, before)
            if (order and not restates) or _goes_on_dated(reading, order, is_news=restates):
                return None
            lead = _reported(reading, order, span, is_news=_restates(reading.language, text, title))
            if lead is not None:
                return lead
            # What opens with a flourish tells its news behind it, where the headline tells it too.
            before = title
        else:
            before += f" {text}"
    return None


def _goes_on_dated(reading: ArticleReading, order: int, *, is_news: bool) -> bool:
    """Whether the sentence behind one gives the day of what that tells, of one that `is_news` told by its verb.

    The day of what came before dates no news: `The boy has been found dead. He fell into the well on Sunday.`
    """
    opening = reading.sentences[order : order + _OPENING]
    if len(opening) < _OPENING or not _is_dated(reading, opening[1]):
        return False
    language = reading.language
    first, second = (list(words_of(language, span.of(reading.article.text))) for span in opening)
    told, day_of = kinds(language, first), kinds(language, second)
    return not is_news or not told.isdisjoint(day_of) or _comes_of(language, kinds_of_verb(language, first), day_of)


def _comes_of(language: Language, told: frozenset[str], day_of: frozenset[str]) -> bool:
    """Whether what is told came of what the day is of: `has approved a plan. Its members voted on Sunday.`"""
    decided, deciding = (language.words("timeline/selection.toml", key) for key in ("decided", "deciding"))
    return not told.isdisjoint(decided) and not day_of.isdisjoint(deciding)


def _is_sentence(text: str) -> bool:
    """Whether it is no headline, caption or list item, and nobody's words."""
    return _FEWEST_WORDS <= text.count(" ") + 1 <= _MOST_WORDS and text[-1] in _ENDS and text[0] not in _QUOTES


def _restates(language: Language, text: str, headline: str) -> bool:
    """Whether a sentence tells what the headline above it does: what goes on from it has other words."""
    return len(set(content_words(language, text)).intersection(content_words(language, headline))) >= _WORDS_OF_BOTH


def _is_dated(reading: ArticleReading, span: Span) -> bool:
    """Whether a sentence names calendar days by which the news may be dated."""
    published = reading.article.published
    return any(
        timex.last is not None and published is not None and (published - timex.last).days <= _NEWS_DAYS
        for timex in reading.timexes
        if span.start <= timex.start < span.end
    )


def _reported(reading: ArticleReading, order: int, span: Span, *, is_news: bool) -> Passage | None:
    """A sentence as a passage of the day of publication; None where it is no report of something that happened.

    What is under way is news where the headline tells it too, `is_news`.
    """
    article, language = reading.article, reading.language
    text = span.of(article.text)
    if opens_with_pointer(language, text) or speaks_of_himself(language, text) or _long_told(language).search(text):
        return None
    verb = _main_verb(reading, span)
    if verb is None or article.published is None:
        return None
    day = article.published.isoformat()
    timex = Timex(verb, verb, "", TimexType.DATE, day, first=article.published, last=article.published)
    date = date_of(day)
    told = DatedSentence(reading.surface, article, order, span, (timex,))
    read = told.read(timex)
    if date is None or read.trigger is None:
        return None
    if not read.is_speech:
        before = article.text[max(span.start, read.trigger.start - _NEGATED) : read.trigger.start]
        under_way = is_news and read.status is Status.ONGOING
        negated = (read.status in _NO_NEWS and not under_way) or _negation(language).search(before)
        if negated or not _happens(language, read.trigger.of(article.text).lower(), text):
            return None
    return Passage(reading, told, article, span, timex, date)


def _main_verb(reading: ArticleReading, span: Span) -> int | None:
    """The offset behind the first finite verb of a sentence that is in no relative clause; None where it is dated.

    What dates another clause, `who was jailed in 1998`, does not date what the sentence reports.
    """
    within = [timex for timex in reading.timexes if span.start <= timex.start < span.end and timex.first]
    sentence = cut(reading.surface, span, within)
    relative = lexicon(reading.language).relative
    words = sentence.words
    begins = 0
    for verb in sentence.finite:
        if not any(word.lower in relative for word in words[begins:verb]):
            first, last = sentence.clause(verb)
            return None if any(first <= dated < last for dated in sentence.dated) else words[verb].end
        begins = verb + 1
    return None


def _happens(language: Language, verb: str, text: str) -> bool:
    """Whether a verb tells that something happens, by itself or with the nouns beside it."""
    if verb in lexicon(language).auxiliary or verb in _states(language):
        return False
    return not is_light(language, verb) or bool(kinds(language, list(words_of(language, text))))


@made_once
def _states(language: Language) -> frozenset[str]:
    return language.words("timeline/selection.toml", "states")


@made_once
def _long_told(language: Language) -> re.Pattern[str]:
    return language.pattern("timeline/selection.toml", "long_told")


@made_once
def _negation(language: Language) -> re.Pattern[str]:
    return language.pattern("timeline/conflicts.toml", "negation")
