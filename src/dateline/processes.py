"""Work on many items in one process or in several, with the same outcome in the same order."""

import gc
import itertools
import os
import pickle
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from dateline.errors import LostProcess

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

Progress = Callable[[int, int], None]
"""Told how many items of how many are done."""

# Portions under way or done for each process, so that memory does not fill with outcomes.
_UNDER_WAY = 16
# Portions handed over ahead to each other process, so that none waits while this one does a portion or something else;
# and no more: what was handed over is not done here, and this process would wait for it at the end.
_AHEAD = 2


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
    side effects. This process is one of them. With several, `work` is a function that can be pickled, and so is its
    outcome. `meanwhile` is what this process does once while others work, before it works with them; where there are
    none, it is left undone.

    Raises LostProcess when one of several is ended from outside.
    """
    most = _free() if processes is None else processes
    waiting = iter(items)
    ahead = list(itertools.islice(waiting, most * portions.worth))
    dealt = _dealt(itertools.chain(ahead, waiting), portions.size)
    count = min(most, len(ahead) // portions.worth)
    if count > 1:
        return _shared(work, dealt, count - 1, meanwhile)
    return ((portion, work(portion)) for portion in dealt)


def by_copies(
    work: Callable[[Item], Outcome], items: Sequence[Item], worth: int, processes: int | None = None
) -> list[Outcome]:
    """What `work` makes of each item, in order: of a share of them here, of the others in copies of this process.

    A copy has all that this process has, so nothing is handed over to it, and `work` may be any function; only outcomes
    come back, and can be pickled. `worth` is the number of items for which a copy pays; None for `processes` takes as
    many as there are cores. Where no copy can be made without side effects, or one is ended, its share is done here.
    """
    return in_shares(lambda share: list(map(work, share)), items, worth, processes)


def in_shares(
    work: Callable[[Sequence[Item]], Sequence[Outcome]],
    items: Sequence[Item],
    worth: int,
    processes: int | None = None,
) -> list[Outcome]:
    """As `by_copies`, where `work` is quicker on many items at once: it makes an outcome for each of its share."""
    count = min(_free() if processes is None else processes, len(items) // worth) if _can_copy() else 1
    copies = [_Copy(work, items[first::count]) for first in range(1, count)]
    shares = [work(items[:: max(1, count)]), *(copy.outcomes() for copy in copies)]
    return [shares[number % len(shares)][number // len(shares)] for number in range(len(items))]


class _Copy(Generic[Item, Outcome]):
    """A copy of this process at work."""

    def __init__(self, work: Callable[[Sequence[Item]], Sequence[Outcome]], items: Sequence[Item]) -> None:
        import multiprocessing  # noqa: PLC0415 - slow to import, and only several processes need it

        self._work, self._items = work, items
        context = multiprocessing.get_context("fork")
        self._pipe, end = context.Pipe(duplex=False)
        self._process = context.Process(target=self._run, args=(end,), daemon=True)
        self._process.start()
        end.close()

    def _run(self, end: "Connection") -> None:
        _end_with_the_other()
        # What is only looked at is not copied.
        gc.freeze()
        # What it meets is met again by who does its share then.
        with suppress(BaseException):
            end.send_bytes(pickle.dumps(self._work(self._items), pickle.HIGHEST_PROTOCOL))

    def outcomes(self) -> Sequence[Outcome]:
        """What it made; what it could not make is made here, and meets here whatever it met."""
        try:
            found: Sequence[Outcome] = pickle.loads(self._pipe.recv_bytes())
        except (EOFError, OSError):
            found = self._work(self._items)
        self._process.join()
        return found


def _can_copy() -> bool:
    """Whether this process can be copied: beside other threads a copy may hang."""
    return sys.platform == "linux" and threading.active_count() == 1


def _free() -> int:
    """How many processes can be used unasked.

    Only where they start as copies of this one: elsewhere they run the caller's script again, and beside other threads
    a copy may hang.
    """
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" and _can_copy() else 1


def _dealt(items: Iterable[Item], size: int) -> Iterator[Sequence[Item]]:
    waiting = iter(items)
    while portion := list(itertools.islice(waiting, size)):
        yield portion


def _shared(
    work: Callable[[Sequence[Item]], Outcome],
    dealt: Iterator[Sequence[Item]],
    others: int,
    meanwhile: Callable[[], object] | None,
) -> Iterator[tuple[Sequence[Item], Outcome]]:
    # Slow to import, and only several processes need them.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # noqa: PLC0415

    # What is made of a language's data on the way is there before the others start, as copies of this one.
    under_way = deque((portion, _done(work, portion)) for portion in itertools.islice(dealt, 1))
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    pool = ProcessPoolExecutor(others, mp_context=context, initializer=_end_with_the_other)

    def hand_over(most: int) -> None:
        under_way.extend((portion, pool.submit(work, portion)) for portion in itertools.islice(dealt, max(0, most)))

    try:
        if meanwhile:
            hand_over((others + 1) * _UNDER_WAY)
            meanwhile()
        while True:
            hand_over(others * _AHEAD - sum(not outcome.done() for _, outcome in under_way))
            if not under_way:
                return
            if not under_way[0][1].done() and len(under_way) < (others + 1) * _UNDER_WAY:
                own = [(portion, _done(work, portion)) for portion in itertools.islice(dealt, 1)]
                under_way.extend(own)
                if own:
                    continue
            done, outcome = under_way.popleft()
            yield done, outcome.result()
    except BrokenProcessPool:
        raise LostProcess from None
    finally:
        # Whoever has seen enough, or met an error, does not wait for what nobody will take.
        pool.shutdown(cancel_futures=True)


def _done(work: Callable[[Sequence[Item]], Outcome], portion: Sequence[Item]) -> "Future[Outcome]":
    """A portion done here: its error, if it meets one, comes out when the outcome is asked for."""
    from concurrent.futures import Future  # noqa: PLC0415 - slow to import, and only several processes need it

    done: Future[Outcome] = Future()
    try:
        done.set_result(work(portion))
    except Exception as error:
        done.set_exception(error)
    return done


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
