"""Many articles read, in one process or in several, with the same outcome."""

import marshal
from collections.abc import Callable, Iterator, Sequence

from dateline.errors import InputError, in_article, is_fault
from dateline.model import Article
from dateline.processes import Portions, Progress, in_portions
from dateline.reading.article import ArticleReading, of_plain, read_article, to_plain

# A process takes about as long to start as a hundred articles take to read; at the end one may wait for two portions.
_PORTIONS = Portions(size=16, worth=200)


def readings(
    articles: Sequence[Article],
    processes: int | None = None,
    progress: Progress | None = None,
    problem: Callable[[InputError], None] | None = None,
    meanwhile: Callable[[], object] | None = None,
) -> Iterator[ArticleReading]:
    """Each article read, in their order.

    `processes` is how many to use at most; None decides by the number of articles and of cores. `problem` is told of
    each article that is left out because reading it met a fault; None raises the fault. `meanwhile` is what this
    process does once while others read, if they do.
    """
    dealt = in_portions(_read, articles, _PORTIONS, processes, meanwhile)
    pairs = (pair for portion, outcomes in dealt for pair in zip(portion, outcomes, strict=True))
    for done, (article, outcome) in enumerate(pairs, 1):
        if not isinstance(outcome, InputError):
            yield outcome.of(article)
        elif problem is None:
            raise outcome
        else:
            problem(outcome)
        if progress:
            progress(done, len(articles))


class _Crossing:
    """A reading on its way to who has its article: as it is within one process, in plain values between two.

    With it goes what is asked for of every article at once; its names are not, most stories need those of some alone.
    """

    def __init__(self, reading: ArticleReading) -> None:
        self._reading: ArticleReading | None = reading
        self._plain = b""

    def __getstate__(self) -> bytes:
        if self._reading is None:
            return self._plain
        terms = [sentence.terms for sentence in self._reading.dated]
        return marshal.dumps((to_plain(self._reading, named=False), terms))

    def __setstate__(self, plain: bytes) -> None:
        self._reading, self._plain = None, plain

    def of(self, article: Article) -> ArticleReading:
        if self._reading is not None:
            return self._reading
        plain, terms = marshal.loads(self._plain)
        reading = of_plain(article, plain)
        for sentence, own in zip(reading.dated, terms, strict=True):
            vars(sentence)["terms"] = own
        return reading


def _read(articles: Sequence[Article]) -> list[_Crossing | InputError]:
    return [_read_or_fault(article) for article in articles]


def _read_or_fault(article: Article) -> _Crossing | InputError:
    try:
        reading = read_article(article)
        # What a story asks of every article is read where the article is.
        _ = reading.signature, [(sentence.terms, sentence.figures) for sentence in reading.dated]
        return _Crossing(reading)
    except BaseException as fault:
        if not is_fault(fault):
            raise
        return in_article(article, fault)
