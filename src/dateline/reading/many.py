"""Many articles skimmed, in one process or in several, with the same outcome."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from dateline.errors import InputError, in_article
from dateline.languages import named
from dateline.model import Article, Skip, SkipKind, Span, Timex
from dateline.processes import Portions, Progress, in_portions
from dateline.reading.skim import Skim, skim

# A process takes about as long to start as a hundred articles take to skim.
_PORTIONS = Portions(size=32, worth=200)

_Packed = tuple[str, bytes, list[tuple[Any, ...]], list[tuple[int, int, SkipKind]]]
"""A skim without its article, in what crosses between processes quickly."""

_timex_fields = attrgetter(*(field.name for field in fields(Timex)))


def skims(
    articles: Sequence[Article],
    processes: int | None = None,
    progress: Progress | None = None,
    problem: Callable[[InputError], None] | None = None,
) -> Iterator[Skim]:
    """Each article skimmed, in their order.

    `processes` is how many to use at most; None decides by the number of articles and of cores. `problem` is told of
    each article that is left out because skimming it met a fault; None raises the fault.
    """
    dealt = in_portions(_packed, articles, _PORTIONS, processes)
    pairs = (pair for portion, outcomes in dealt for pair in zip(portion, outcomes, strict=True))
    for done, (article, outcome) in enumerate(pairs, 1):
        if not isinstance(outcome, InputError):
            yield _unpacked(article, outcome)
        elif problem is None:
            raise outcome
        else:
            problem(outcome)
        if progress:
            progress(done, len(articles))


def _packed(articles: Sequence[Article]) -> list[_Packed | InputError]:
    return [_packed_or_fault(article) for article in articles]


def _packed_or_fault(article: Article) -> _Packed | InputError:
    try:
        return _pack(skim(article))
    except Exception as fault:
        return in_article(article, fault)


def _pack(skimmed: Skim) -> _Packed:
    return (
        skimmed.language.tag,
        array("Q", [offset for sentence in skimmed.sentences for offset in sentence]).tobytes(),
        [_timex_fields(timex) for timex in skimmed.timexes],
        [(skip.start, skip.end, skip.why) for skip in skimmed.skipped],
    )


def _unpacked(article: Article, packed: _Packed) -> Skim:
    offsets = array("Q", packed[1])
    return Skim(
        article=article,
        language=named(packed[0]),
        sentences=tuple(map(Span, offsets[::2], offsets[1::2])),
        timexes=tuple(Timex(*values) for values in packed[2]),
        skipped=tuple(Skip(*values) for values in packed[3]),
    )
