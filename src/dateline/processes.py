"""Work on many items in one process or in several, with the same outcome in the same order."""

import itertools
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from dateline.errors import LostProcess

if TYPE_CHECKING:
    from concurrent.futures import Future

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

Progress = Callable[[int, int], None]
"""Told how many items of how many are done."""

# Portions under way for each process, so that none of them waits while this one does something else; and no more, so
# that memory does not fill with outcomes.
_UNDER_WAY = 16


@dataclass(frozen=True, slots=True)
class Portions:
    """How work is dealt out: numbers of items."""

    size: int
    """Items handed over at once: enough to make the handing over cheap, few enough to keep all processes busy to the
    end."""
    worth: int
    """Items for which a further process pays."""


def in_portions(
    work: Callable[[Sequence[Item]], Outcome],
    items: Iterable[Item],
    portions: Portions,
    processes: int | None = None,
    meanwhile: Callable[[], object] | None = None,
) -> Iterator[tuple[Sequence[Item], Outcome]]:
    """Each portion of the items with what `work` makes of it, in order, as they are taken.

    The portions are the same however many processes share them. `processes` is how many to use at most; no more are
    than the number of items is worth. None takes as many as there are cores, where a process can be started without
    side effects. With several, `work` is a function that can be pickled, and so is its outcome. `meanwhile` is what
    this process does once while others work, before it waits for them; where there are none, it is left undone.

    Raises LostProcess when one of several is ended from outside.
    """
    most = _free() if processes is None else processes
    waiting = iter(items)
    ahead = list(itertools.islice(waiting, most * portions.worth))
    dealt = _dealt(itertools.chain(ahead, waiting), portions.size)
    count = min(most, len(ahead) // portions.worth)
    if count > 1:
        return _shared(work, dealt, count, meanwhile or _nothing)
    return ((portion, work(portion)) for portion in dealt)


def _free() -> int:
    """How many processes can be used unasked.

    Only where they start as copies of this one: elsewhere they run the caller's script again, and beside other threads
    a copy may hang.
    """
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" and threading.active_count() == 1 else 1


def _dealt(items: Iterable[Item], size: int) -> Iterator[Sequence[Item]]:
    waiting = iter(items)
    while portion := list(itertools.islice(waiting, size)):
        yield portion


def _nothing() -> None:
    """What a process does that has nothing to do."""


def _shared(
    work: Callable[[Sequence[Item]], Outcome],
    dealt: Iterator[Sequence[Item]],
    count: int,
    meanwhile: Callable[[], object],
) -> Iterator[tuple[Sequence[Item], Outcome]]:
    # Slow to import, and only several processes need them.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # noqa: PLC0415

    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_end_with_the_other)
    under_way: deque[tuple[Sequence[Item], Future[Outcome]]] = deque()
    try:
        for portion in itertools.islice(dealt, count * _UNDER_WAY):
            under_way.append((portion, pool.submit(work, portion)))
        meanwhile()
        for portion in dealt:
            done, outcome = under_way.popleft()
            yield done, outcome.result()
            under_way.append((portion, pool.submit(work, portion)))
        for done, outcome in under_way:
            yield done, outcome.result()
    except BrokenProcessPool:
        raise LostProcess from None
    finally:
        # Whoever has seen enough, or met an error, does not wait for what nobody will take.
        pool.shutdown(cancel_futures=True)


def _end_with_the_other() -> None:
    """Have this process end at once on a signal, and when the one that started it ends in whatever way.

    On an interrupt both have the same signal, and the other one tells of it.
    """
    import multiprocessing  # noqa: PLC0415 - is there where this runs

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    from multiprocessing import connection  # noqa: PLC0415 - is there where this runs

    connection.wait([sentinel])
    os._exit(1)
