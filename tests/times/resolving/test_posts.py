import datetime as dt
import re

import pytest

from dateline.languages import named
from dateline.times import time_expressions
from dateline.times.resolving.posts import last_written, parts

ENGLISH = named("en")
THURSDAY = dt.date(2018, 6, 14)
REPORT = """Here is the latest from Corran.
(Update 2:10 a.m. in Corran) The curfew will go on, the mayor said late Friday.
(Update 1:20 a.m. in Corran) It is quiet.
(Update 11:40 p.m. in Corran) Two ships left the port Friday.
(Update 6:30 p.m. in Corran) A ship waits.
(Update 6:05 a.m. Friday in Corran) Guards closed the bridge early Friday.
(Update 11:15 p.m. Thursday in Corran) The mayor spoke today.
"""
LIST = """Corran
Mayor of Corran quits updated: Mon Jul 16 2018 10:00:00 The mayor of Corran quit Monday.
Guards closed the bridge on Wednesday.
Bridge opens updated: Tue Jun 05 2018 09:30:00 The bridge of Corran opened Sunday.
Port to close updated: Fri May 04 2018 09:30:00 The port of Corran will close next week.
"""


def values(text: str, published: dt.date = THURSDAY) -> dict[str, str]:
    found = time_expressions(ENGLISH, text, published)
    return {text[max(0, timex.start - 5) : timex.end]: timex.value for timex in found}


def days(text: str, published: dt.date = THURSDAY) -> list[int | None]:
    return [part.day.day if part.day else None for part in parts(ENGLISH, text, published)]


def test_each_post_of_a_live_report_is_of_the_day_that_its_clock_has_come_to() -> None:
    assert days(REPORT) == [16, 16, 16, 15, 15, 15, 14, 15]
    told = values(REPORT)
    assert told["said late Friday"] == told["port Friday"] == told["idge early Friday"] == "2018-06-15"
    assert told["poke today"] == "2018-06-14"


def test_it_may_stand_with_its_oldest_post_first() -> None:
    opening, *posts = REPORT.splitlines()
    assert days("\n".join([opening, *reversed(posts)])) == [14, 14, 15, 15, 15, 16, 16, 15]


@pytest.mark.parametrize(
    "text",
    [
        REPORT.replace(" Friday in", " in").replace(" Thursday in", " in").replace("Friday", "then"),
        re.sub(r"Update .*?\)", "Update 6:30 p.m. in Corran)", REPORT),
        "\n".join(REPORT.splitlines()[:3]),
        REPORT.replace("Update ", ""),
    ],
    ids=["nothing names a day", "all of one day", "few stamps", "times of what happened"],
)
def test_where_nothing_tells_the_day_of_the_posts_all_is_of_the_headers(text: str) -> None:
    assert days(text) == []


def test_what_stands_far_behind_the_last_post_is_of_the_day_of_those_in_the_middle() -> None:
    text = REPORT.replace("(Update 1:20 a.m. in Corran) It is quiet.\n", "") + "The sea was calm. " * 100
    assert values(text + "The fair opened yesterday.")["ened yesterday"] == "2018-06-14"


def test_an_item_of_a_list_is_of_the_day_of_its_stamp() -> None:
    told = values(LIST)
    assert (told["quit Monday"], told["ened Sunday"], told["lose next week"]) == (
        "2018-07-16",
        "2018-06-03",
        "2018-W19",
    )


def test_a_byline_with_a_day_is_such_a_stamp() -> None:
    text = re.sub(r"updated: \w+ (\w+ \d+) 2018 [\d:]+", r"By Ann Lee | \1, 2018", LIST)
    assert values(text)["quit Monday"] == "2018-07-16"


def test_what_has_no_stamp_among_them_is_of_no_day_that_can_be_told() -> None:
    assert values(LIST)["e on Wednesday"].startswith("XXXX-WXX")


def test_the_last_part_of_a_page_that_goes_on_past_its_day() -> None:
    assert last_written(ENGLISH, REPORT, THURSDAY) == (dt.date(2018, 6, 16), "(Update 2:10 a.m")
    assert last_written(ENGLISH, LIST, THURSDAY) == (dt.date(2018, 7, 16), "updated: Mon Jul 16 2018")
    assert last_written(ENGLISH, REPORT, THURSDAY + dt.timedelta(2)) is None
    assert last_written(ENGLISH, "The mayor spoke today.", THURSDAY) is None
