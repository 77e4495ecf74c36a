from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.model import Status
from dateline.timeline.close.tellings import Telling
from dateline.timeline.describe.stance import beside_each_other

Tell = Callable[..., list[Telling]]
MET = "Ilona Varga met the miners of Lindow on March 3."


def statuses(told: list[Telling]) -> list[Status]:
    return [telling.reading.status for telling in beside_each_other(told)]


def test_who_refuses_what_another_says_was_done_denies_it(tell: Tell) -> None:
    refused = "Ilona Varga refused to meet the miners of Lindow on March 3."
    assert statuses(tell((4, MET), (4, refused))) == [Status.HAPPENED, Status.DENIED]


def test_a_refusal_that_stands_alone_is_an_act_of_its_own(tell: Tell) -> None:
    refused = "Ilona Varga refused to meet the miners of Lindow on March 3."
    (alone,) = tell((4, refused))
    assert statuses([alone]) == [alone.reading.status]


def test_what_is_left_undone_happened_so_unless_another_tells_that_it_was_done(tell: Tell) -> None:
    (left,) = tell((4, "Ilona Varga did not meet the miners of Lindow on March 3."))
    undone = replace(left, reading=replace(left.reading, left_undone=True))
    (met,) = tell((4, MET))
    assert left.reading.status is Status.DENIED
    assert statuses([undone]) == [Status.HAPPENED]
    assert statuses([met, undone]) == [Status.HAPPENED, Status.DENIED]


@pytest.mark.parametrize(
    "text",
    [
        "Ilona Varga withdrew her statement that she met the miners of Lindow on March 3.",
        "The claim that Ilona Varga met the miners of Lindow on March 3 is false.",
        "The Herald withdrew its report, printed on its front page, that Ilona Varga met the miners on March 3.",
        "The Herald has retracted a story that said Ilona Varga met the miners of Lindow on March 3.",
        "The Herald took down and withdrew an article saying Ilona Varga met the miners of Lindow on March 3.",
        "The Herald retracted on Thursday a report that Ilona Varga met the miners of Lindow on March 3.",
        "Earlier reports that Ilona Varga met the miners of Lindow on March 3 turned out to be wrong.",
        "A report that Ilona Varga met the miners of Lindow on March 3 has been withdrawn.",
        "The Herald incorrectly stated that Ilona Varga met the miners of Lindow on March 3.",
        "Earlier reports said Ilona Varga met the miners of Lindow on March 3; in fact nobody had come.",
        "An earlier report said Ilona Varga met the miners of Lindow on March 3. In fact, nobody had come.",
    ],
)
def test_what_is_taken_back_or_called_false_is_denied(tell: Tell, text: str) -> None:
    assert statuses(tell((4, MET), (5, text)))[-1] is Status.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "The Herald withdrew the article that was printed on March 3.",
        "The mayor wrongly said on March 3 that Ilona Varga had met the miners of Lindow.",
        "The Herald did not withdraw its report that Ilona Varga met the miners of Lindow on March 3.",
        "The Herald refused to retract its story that Ilona Varga met the miners of Lindow on March 3.",
        "The Herald has a story that said Ilona Varga met the miners of Lindow on March 3.",
        "Earlier reports said Ilona Varga met the miners of Lindow on March 3, but the place was left open.",
    ],
)
def test_what_is_told_of_a_report_or_only_reported_is_not_taken_back(tell: Tell, text: str) -> None:
    (told,) = tell((5, text))
    assert told.reading.status.affirms
    assert statuses([told]) == [told.reading.status]


def test_the_day_of_taking_back_is_not_what_is_taken_back(tell: Tell) -> None:
    told = tell((10, "The Herald withdrew on Tuesday its report that Ilona Varga met the miners of Lindow on March 3."))
    by_day = {telling.passage.date.value: status for telling, status in zip(told, statuses(told), strict=True)}
    assert by_day == {"2021-03-09": Status.HAPPENED, "2021-03-03": Status.DENIED}


def test_what_is_so_behind_an_earlier_report_stands(tell: Tell) -> None:
    told = tell((6, "An earlier report said the mill burned down on March 3; in fact it burned down on March 2."))
    by_day = {telling.passage.date.value: status for telling, status in zip(told, statuses(told), strict=True)}
    assert by_day == {"2021-03-03": Status.DENIED, "2021-03-02": Status.HAPPENED}


def test_a_day_that_another_one_takes_the_place_of_is_given_up(tell: Tell) -> None:
    told = tell((4, "The Gressow dairy will open on March 20 instead of March 12, its owners said."))
    by_day = {telling.passage.date.value: status for telling, status in zip(told, statuses(told), strict=True)}
    assert by_day == {"2021-03-20": Status.SCHEDULED, "2021-03-12": Status.POSTPONED}


def test_what_does_not_affirm_stays_what_it_is(tell: Tell) -> None:
    told = tell((2, "The meeting planned for March 3 has been cancelled."), (4, MET))
    assert statuses(told) == [Status.CANCELLED, Status.HAPPENED]
