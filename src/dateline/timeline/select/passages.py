"""Candidates: sentences that tell something of a calendar date."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.languages import Language
from dateline.model import Article, EntryDate, Span, Timex
from dateline.reading.article import ArticleReading, read_once
from dateline.reading.dated import DatedSentence
from dateline.reading.entry_dates import dates_of, entry_date

# Words a sentence has at least to tell something by itself; shorter ones are list items and stamps.
_FEWEST_WORDS = 5
# Dashes between words from which a sentence is a list that was set in one line.
_ITEMS = 4

PassageKey = tuple[str, int]
Kept = Mapping[str, Sequence[tuple[Span, str | None]]]
"""By the id of an article, where it has passages whose lines are shown whatever the room, with the date they give."""
NOTHING_KEPT: Kept = {}
SentencePlace = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence and one of its time expressions that names calendar days."""

    reading: ArticleReading = field(repr=False, compare=False)
    """What is read from its article."""
    told: DatedSentence = field(repr=False, compare=False)
    """The sentence, with what it tells by itself."""
    article: Article
    sentence: Span
    timex: Timex
    date: EntryDate

    @property
    def language(self) -> Language:
        return self.reading.language

    @property
    def order(self) -> int:
        """Number of the sentence within the story of its article, from 0."""
        return self.told.order

    @property
    def of(self) -> int:
        """Number of sentences in the story of its article."""
        return len(self.reading.sentences)

    @property
    def siblings(self) -> tuple[Timex, ...]:
        """All time expressions of the sentence."""
        return self.told.timexes

    @property
    def text(self) -> str:
        """The sentence."""
        return self.told.text

    @property
    def is_dated(self) -> bool:
        """Whether its words give the date: what opens a report and gives none stands on the day of publication."""
        return bool(self.timex.text)

    def dated(self, timex: Timex) -> "Passage":
        """The passage with its time expression as it was read once more."""
        date = None if timex is self.timex else entry_date(timex)
        return self if date is None else replace(self, timex=timex, date=date)

    @property
    def key(self) -> PassageKey:
        """What tells it from every other passage: its article, and where in it the time expression stands."""
        return (self.article.id, self.timex.start)

    @property
    def place(self) -> SentencePlace:
        """Where its sentence stands: its article, and the first character."""
        return (self.article.id, self.sentence.start)


@read_once
def of(reading: ArticleReading) -> tuple[Passage, ...]:
    """Every passage of an article, in the order of its text."""
    return tuple(_of(reading))


def _of(reading: ArticleReading) -> Iterator[Passage]:
    for sentence in reading.dated:
        if not _tells(sentence.text):
            continue
        for timex, date in dates_of(reading.language, reading.article.text, sentence.span.start, sentence.timexes):
            yield Passage(reading, sentence, reading.article, sentence.span, timex, date)


def _tells(sentence: str) -> bool:
    """Whether a sentence can stand for an event: no question, no fragment, no list."""
    if sentence.rstrip("”\"'’ ").endswith("?") or sentence.count(" - ") >= _ITEMS:
        return False
    return sentence.count(" ") + 1 >= _FEWEST_WORDS


def kept_among(passages: Iterable[Passage], kept: Kept) -> list[Passage]:
    """The passages that are to be kept: of the sentences that stand there those of the date, else all of them."""
    of_article: dict[str, list[Passage]] = {identity: [] for identity in kept}
    for passage in passages:
        if passage.article.id in of_article:
            of_article[passage.article.id].append(passage)
    found: dict[PassageKey, Passage] = {}
    for identity, wanted in kept.items():
        for span, date in wanted:
            there = [passage for passage in of_article[identity] if passage.sentence.overlaps(span)]
            of_date = [passage for passage in there if date == (passage.date.value if passage.is_dated else None)]
            found.update((passage.key, passage) for passage in of_date or there)
    return list(found.values())


def by_publication(passage: Passage) -> tuple[str, str, int]:
    """For sorting: by day of publication, undated ones last, then by article and place in it."""
    article = passage.article
    return (article.published.isoformat() if article.published else "9999", *passage.key)


def finest(dates: Iterable[EntryDate]) -> EntryDate:
    """The most exact of dates, the first of several."""
    return min(dates, key=lambda date: (date.length, date.first))


class FirstTold:
    """Which passages do not repeat the words of an earlier one, and would mean another day by them.

    What was first printed on the 3rd as "on Monday" still means that Monday when a paper prints it on the 12th; and
    what a page says of every "today" tells of none.
    """

    def __init__(self) -> None:
        self._meant: dict[tuple[str, int], str] = {}
        self._of_article: dict[str, list[tuple[str, int]]] = {}

    def add(self, passage: Passage) -> bool:
        """Take in the next passage, in order of publication, and say whether it is such a one."""
        words = (passage.text, passage.timex.start - passage.sentence.start)
        article, value = passage.article.id, passage.date.value
        if words not in self._meant:
            self._meant[words] = value
            self._of_article.setdefault(article, []).append(words)
        return self._meant[words] == value

    def take_back(self, article: str) -> None:
        """As if the article that was taken in last had not been."""
        for words in self._of_article.pop(article, ()):
            del self._meant[words]


def first_told(passages: Iterable[Passage]) -> list[Passage]:
    """The passages, in order of publication, that do not repeat an earlier one and would mean another day by it."""
    first = FirstTold()
    return [passage for passage in passages if first.add(passage)]


def by_value(passages: Sequence[Passage]) -> dict[str, list[Passage]]:
    """Passages by the value of their date, values in order of their first day, then of their last."""
    found: dict[str, list[Passage]] = {}
    for passage in sorted(passages, key=lambda p: (p.date.first, p.date.last, p.date.value)):
        found.setdefault(passage.date.value, []).append(passage)
    return found
