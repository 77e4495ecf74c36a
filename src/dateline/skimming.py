"""Many articles skimmed, in one process or in several, with the same outcome."""

import multiprocessing
import os
import sys
import threading
from array import array
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields
from itertools import islice
from operator import attrgetter
from typing import Any

from dateline.errors import OptionError
from dateline.model import Article, Skip, Span, Timex
from dateline.skim import Skim, skim

# Articles for which a further process pays: it takes about as long to start as a hundred articles take to skim.
_WORTH_A_PROCESS = 200
# Articles handed over at once: enough to make the handing over cheap, few enough to keep all processes busy to the end.
_CHUNK = 32
# Chunks under way for each process, so that neither waits; and no more, so that memory does not fill with answers.
_UNDER_WAY = 4

Progress = Callable[[int, int], None]
"""Told how many articles of how many are done."""

_Packed = tuple[bytes, list[tuple[Any, ...]], list[tuple[int, int, str]]]
"""A skim without its article, in what crosses between processes quickly."""

_timex_fields = attrgetter(*(field.name for field in fields(Timex)))


def skims(
    articles: Sequence[Article], processes: int | None = None, progress: Progress | None = None
) -> Iterator[Skim]:
    """Each article skimmed, in their order.

    `processes` is how many to use at most; no more are than the number of articles is worth. None takes as many as the
    processor has cores where a process can be started without side effects.

    Raises OptionError for less than one process.
    """
    if processes is not None and processes < 1:
        raise OptionError(f"processes must be 1 or more, not {processes}")
    count = min(_free() if processes is None else processes, len(articles) // _WORTH_A_PROCESS)
    found = map(skim, articles) if count <= 1 else _in_processes(articles, count)
    for done, skimmed in enumerate(found, 1):
        yield skimmed
        if progress:
            progress(done, len(articles))


def _free() -> int:
    """How many processes can be used unasked.

    Only where they start as copies of this one: elsewhere they run the caller's script again, and beside other threads
    a copy may hang.
    """
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" and threading.active_count() == 1 else 1


def _in_processes(articles: Sequence[Article], count: int) -> Iterator[Skim]:
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    chunks = [articles[start : start + _CHUNK] for start in range(0, len(articles), _CHUNK)]
    with ProcessPoolExecutor(count, mp_context=context) as pool:
        waiting = iter(chunks)
        under_way = [pool.submit(_packed, chunk) for chunk in islice(waiting, count * _UNDER_WAY)]
        for chunk in chunks:
            packed = under_way.pop(0).result()
            under_way += [pool.submit(_packed, another) for another in islice(waiting, 1)]
            yield from map(_unpacked, chunk, packed)


def _packed(articles: Sequence[Article]) -> list[_Packed]:
    return [_pack(skim(article)) for article in articles]


def _pack(skimmed: Skim) -> _Packed:
    return (
        array("Q", [offset for sentence in skimmed.sentences for offset in sentence]).tobytes(),
        [_timex_fields(timex) for timex in skimmed.timexes],
        [(skip.start, skip.end, skip.why) for skip in skimmed.skipped],
    )


def _unpacked(article: Article, packed: _Packed) -> Skim:
    offsets = array("Q", packed[0])
    return Skim(
        article=article,
        sentences=tuple(map(Span, offsets[::2], offsets[1::2])),
        timexes=tuple(Timex(*values) for values in packed[1]),
        skipped=tuple(Skip(*values) for values in packed[2]),
    )
