import datetime as dt

import pytest

from dateline.times import tag

PUBLISHED = dt.date(2018, 6, 10)


def values(text: str, published: dt.date | None = PUBLISHED) -> list[str]:
    return [timex.value for timex in tag(text, published, "en")]


def test_bare_dates_go_forward_to_the_publication() -> None:
    text = """How the scandal unfolded.
Sept. 12 - The auditor finds a hole in the books.
Nov. 3 - The treasurer resigns.
Jan. 5 - Police search the hall.
April 2 - The mayor is charged, five months after Nov. 3.
"""
    assert values(text) == ["2017-09-12", "2017-11-03", "2018-01-05", "2018-04-02", "2018-04"]


def test_bare_dates_may_go_back_from_the_publication() -> None:
    text = """April 2 - The mayor is charged.
Jan. 5 - Police search the hall.
Nov. 3 - The treasurer resigns.
Sept. 12 - The auditor finds a hole in the books.
"""
    assert values(text) == ["2018-04-02", "2018-01-05", "2017-11-03", "2017-09-12"]


def test_years_on_lines_of_their_own_hold_for_what_is_below_them() -> None:
    text = """2005
November: The paper prints a story on the prince's knee.
2007
January: The editor is jailed.
2011
January 26: Police open a new inquiry.
April 5: Two are held.
"""
    assert values(text, dt.date(2011, 7, 8)) == [
        "2005",
        "2005-11",
        "2007",
        "2007-01",
        "2011",
        "2011-01-26",
        "2011-04-05",
    ]


@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_a_slip_does_not_carry_on(published: dt.date | None) -> None:
    text = """March 3, 2016 - Talks open.
May 9 - Talks fail.
April 30 - A slip of the desk: it belongs before the line above.
June 3 - A truce is signed.
July 8 - The truce is broken.
August 1, 2016 - The war goes on.
"""
    expected = ["2016-03-03", "2016-05-09", "2016-04-30", "2016-06-03", "2016-07-08", "2016-08-01"]
    assert values(text, published) == expected


def test_weeks_the_wrong_way_are_no_slip_but_another_year() -> None:
    text = """May 20 - The mayor is charged.
April 1 - Police search the hall.
May 25 - The treasurer resigns.
March 3 - The auditor finds a hole in the books.
"""
    assert values(text) == ["2018-05-20", "2018-04-01", "2017-05-25", "2017-03-03"]


def test_a_few_dates_are_no_chronicle() -> None:
    text = "Sept. 12 is the day of the fair.\nThe hall opened.\nNov. 3 is a holiday, the council said.\n"
    assert values(text)[0] == "2018-09-12"


def test_a_day_of_a_month_is_in_the_month_that_the_words_look_to() -> None:
    assert values("The pact was signed on the 28th. It will end on the 3rd.") == ["2018-05-28", "2018-07-03"]


def test_a_bare_date_beside_one_with_its_year_is_of_that_year() -> None:
    text = "She was killed on 14 February 2013. The court heard that he called her on 13 February."
    assert values(text, dt.date(2014, 4, 8)) == ["2013-02-14", "2013-02-13"]


def test_a_report_has_its_own_dates_beside_those_of_an_earlier_year() -> None:
    text = "The bridge fell on 14 February 2013. A memorial opened on 13 February."
    assert values(text, dt.date(2014, 2, 20)) == ["2013-02-14", "2014-02-13"]


def test_what_is_to_come_lends_its_year_to_no_other_day() -> None:
    text = "The first ferry sails on May 4. A second one is set for May 3, 2019."
    assert values(text, dt.date(2017, 11, 29)) == ["2018-05-04", "2019-05-03"]
