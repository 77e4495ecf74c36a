import pytest

from dateline.model import Status


@pytest.mark.parametrize("status", [Status.DENIED, Status.CANCELLED, Status.POSTPONED, Status.PROPOSED])
def test_what_is_not_or_is_only_demanded_does_not_affirm_an_event(status: Status) -> None:
    assert not status.affirms


def test_who_tells_a_plan_bears_out_the_fact_and_who_denies_it_does_not() -> None:
    assert Status.SCHEDULED.bears_out(Status.HAPPENED)
    assert Status.UNCERTAIN.bears_out(Status.HAPPENED)
    assert not Status.DENIED.bears_out(Status.HAPPENED)
    assert not Status.HAPPENED.bears_out(Status.CANCELLED)


def test_two_denials_bear_each_other_out() -> None:
    assert Status.DENIED.bears_out(Status.DENIED)
    assert not Status.DENIED.bears_out(Status.CANCELLED)
