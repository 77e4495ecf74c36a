import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dateline.errors import LostProcess
from dateline.processes import Portions, by_copies, in_portions, in_shares

PORTIONS = Portions(size=3, worth=4)
HERE = os.getpid()
MADE: list[int] = []


def doubled(numbers: Sequence[int]) -> tuple[int, list[int]]:
    return os.getpid(), [2 * number for number in numbers]


def fails_at_seven(numbers: Sequence[int]) -> int:
    if 7 in numbers:
        raise ValueError("seven")
    return sum(numbers)


def dies_elsewhere(numbers: Sequence[int]) -> int:
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return sum(numbers)


@pytest.mark.parametrize("count", [0, 1, 3, 8, 100])
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_portions_and_order_are_the_same_in_any_number_of_processes(count: int, processes: int) -> None:
    dealt = [(list(portion), found) for portion, (_, found) in in_portions(doubled, range(count), PORTIONS, processes)]
    portions = [list(range(start, min(start + 3, count))) for start in range(0, count, 3)]
    assert dealt == [(portion, [2 * number for number in portion]) for portion in portions]


def test_a_process_is_started_only_when_there_is_work_for_it() -> None:
    alone = {pid for _, (pid, _) in in_portions(doubled, range(7), PORTIONS, processes=8)}
    shared = {pid for _, (pid, _) in in_portions(doubled, range(100), PORTIONS, processes=2)}
    assert alone == {os.getpid()}
    assert os.getpid() in shared
    assert 1 <= len(shared) <= 2


def waits_elsewhere(numbers: Sequence[int]) -> tuple[int, list[int]]:
    if os.getpid() != HERE:
        time.sleep(0.2)
    return doubled(numbers)


def test_what_no_other_process_has_in_hand_is_done_here() -> None:
    found = list(in_portions(waits_elsewhere, range(60), PORTIONS, processes=2))
    assert [number for _, (_, numbers) in found for number in numbers] == list(range(0, 120, 2))
    at_work = [pid for _, (pid, _) in found]
    assert 1 <= sum(pid != HERE for pid in at_work) <= 5


def test_a_process_that_ends_while_this_one_is_at_work_is_told_of() -> None:
    with pytest.raises(LostProcess, match="fewer processes"):
        list(in_portions(dies_elsewhere, range(3_000), PORTIONS, processes=2))


def starts_anew(_: Sequence[int]) -> int:
    MADE.append(os.getpid())
    return MADE[0]


def test_what_the_first_portion_makes_is_there_before_others_start() -> None:
    MADE.clear()
    assert {first for _, first in in_portions(starts_anew, range(100), PORTIONS, processes=2)} == {HERE}


def test_items_are_taken_as_the_outcomes_are() -> None:
    taken: list[int] = []

    def endless() -> Iterator[int]:
        for number in itertools.count():
            taken.append(number)
            yield number

    found = in_portions(doubled, endless(), PORTIONS, processes=2)
    assert [portion for portion, _ in itertools.islice(found, 2)] == [[0, 1, 2], [3, 4, 5]]
    assert len(taken) < 150


def test_this_process_does_something_else_once_while_others_work() -> None:
    done: list[int] = []
    found = in_portions(doubled, range(1_000), PORTIONS, processes=2, meanwhile=lambda: done.append(os.getpid()))
    assert next(found)[0] == [0, 1, 2]
    assert done == [os.getpid()]
    assert len(list(found)) == 333
    assert done == [os.getpid()]


def test_where_no_others_work_it_is_left_undone() -> None:
    done: list[int] = []
    assert list(in_portions(doubled, range(10), PORTIONS, processes=1, meanwhile=lambda: done.append(1)))
    assert not done


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_in_the_work_comes_out_where_it_belongs(processes: int) -> None:
    found = in_portions(fails_at_seven, range(20), PORTIONS, processes)
    assert [outcome for _, outcome in itertools.islice(found, 2)] == [3, 12]
    with pytest.raises(ValueError, match="seven"):
        next(found)


def test_a_process_ended_from_outside_is_told_of() -> None:
    with pytest.raises(LostProcess, match="fewer processes"):
        list(in_portions(dies_elsewhere, range(20), PORTIONS, processes=2))


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_the_one_that_started_it(ending: signal.Signals) -> None:
    program = (
        "import sys, test_processes as own\n"
        "found = own.in_portions(own.doubled, range(100), own.PORTIONS, processes=2)\n"
        "print(next(found)[0], flush=True)\n"
        "sys.stdin.read()\n"
    )
    started = subprocess.Popen(
        [sys.executable, "-c", program], cwd=Path(__file__).parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert started.stdout
    assert started.stdout.readline() == b"[0, 1, 2]\n"
    started.send_signal(ending)
    # The output ends when the last of its writers does.
    assert started.communicate(timeout=60)[0] == b""


@pytest.mark.parametrize("count", [0, 1, 7, 40])
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_copies_make_what_one_process_makes(count: int, processes: int) -> None:
    known = {number: f"item {number}" for number in range(count)}
    assert by_copies(lambda number: known[number], range(count), 4, processes) == list(known.values())


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_a_share_is_done_at_once(processes: int) -> None:
    found = in_shares(lambda share: [(number, len(share)) for number in share], range(12), 4, processes)
    assert found == [(number, 12 // processes) for number in range(12)]


def test_a_copy_is_made_only_where_it_pays() -> None:
    def who(_: int) -> int:
        return os.getpid()

    assert set(by_copies(who, range(7), 4, processes=8)) == {os.getpid()}
    assert len(set(by_copies(who, range(8), 4, processes=8))) == 2
    assert set(by_copies(who, range(100), 4, processes=1)) == {os.getpid()}


def test_no_copy_is_made_beside_other_threads() -> None:
    waits = threading.Event()
    other = threading.Thread(target=waits.wait)
    other.start()
    try:
        assert set(by_copies(lambda _: os.getpid(), range(100), 4, processes=4)) == {os.getpid()}
    finally:
        waits.set()
        other.join()


def test_what_a_copy_cannot_do_is_done_here() -> None:
    def dies_unless_here(number: int) -> int:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return 2 * number

    assert by_copies(dies_unless_here, range(20), 4, processes=2) == list(range(0, 40, 2))


def test_what_a_copy_meets_is_met_here(capfd: pytest.CaptureFixture[str]) -> None:
    def fails(number: int) -> int:
        if number == 7:
            raise ValueError("seven")
        return number

    with pytest.raises(ValueError, match="seven"):
        by_copies(fails, range(20), 4, processes=2)
    assert capfd.readouterr().err == ""
