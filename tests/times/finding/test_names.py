import datetime as dt

import pytest

from dateline.times import tag

PUBLISHED = dt.date(2024, 6, 12)


def found(text: str) -> list[str]:
    return [timex.text for timex in tag(text, PUBLISHED, "en")]


@pytest.mark.parametrize(
    "text",
    [
        "The Good Friday Agreement is under strain.",
        "Students of the April 6 Youth Movement marched.",
        "Veterans of the Easter Rising met at the Winter Palace.",
        "A house at 17 June Street burned down.",
        'The film "Black Friday" was a success.',
        "She sang “Sunday Bloody Sunday” twice.",
        "The novel 1984 sold out.",
        "The clinic at 1990 Main Street was raided.",
        "Callers may ring 555 2003 for help.",
        "Ms June had no comment.",
        "The Museum of Tomorrow is full.",
        "She ran the May 11 Flood Victim Relief Fund.",
        "Her parents, June and Barry Oxley, left. They thanked June.",
        "June said of the ruling: “We are glad.”",
        "April Jones and June Carter will sue the council.",
        "The second quarter-final was abandoned.",
        "The march set out from 4 July Street.",
        'The play "Nine Days in June" was dull.',
        "Autumn Lee met Winter Marsh.",
        "His wife June wept, and it broke June and him.",
        "They lack the nerve to name Born Yesterday.",
        "The mayor, the tomorrow man, fell silent.",
        "The Sunday Gazette and Friday Magazine are for sale.",
        "The Midnight Lounge burned down beside the Thursday Runners.",
        "The band Midnight Sunday split up.",
        "“We will get there,” Tor Lund said on NTV's This Week.",
        "Firms account for it in the quarter in which it is made.",
        "Directive 2009/28/EC and Regulation 2016/679 are cited.",
        "She won in 2:10:45, a time of 2:09:30 being the best.",
    ],
)
def test_a_date_in_a_name_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On Friday Group 4 left.", ["Friday"]),
        ("Arland said. Yesterday it did.", ["Yesterday"]),
        ("On Friday she fell ill, the same morning she was to sing.", ["Friday"]),
        ("On Thursday and Friday Club Lindow lost.", ["Thursday", "Friday"]),
        ("The band Friday fell apart.", ["Friday"]),
        ("Corran's Nov. 6 bid was the second.", ["Nov. 6"]),
        ("He said on Lund's show this week that he is tired.", ["this week"]),
        ("In 1990 Main Street was closed.", ["1990"]),
        ("“Monday is too late,” she said.", ["Monday"]),
        ('"Today," he said, "we win."', ["Today"]),
        ("The June G20 summit failed.", ["June"]),
        ("He sang in June and Barry Oxley danced.", ["June"]),
        ("The 2015 Aldon Agreement was signed.", ["2015"]),
        ("It ran from May to June Carter's dismay.", ["May", "June"]),
        ('The label read "March 3, 2019".', ["March 3, 2019"]),
    ],
)
def test_a_date_beside_a_name_is_one(text: str, dates: list[str]) -> None:
    assert found(text) == dates


def test_a_month_that_somebody_goes_by_is_one_only_where_nobody_can_stand() -> None:
    assert found("Theresa May lost. It was a defeat for May. A speech by May is due in May.") == ["May"]
    assert found("April Jones, 5, is missing. April wore a red coat. The search was called off in April.") == ["April"]
    assert found("A vote is due by May.") == ["May"]
