import datetime as dt

import pytest

from dateline.languages import named
from dateline.model import Span, TimexType
from dateline.times import tag, time_expressions
from dateline.times.finding.placing import place
from dateline.times.resolving.context import Context, dated
from dateline.times.resolving.course import Course
from dateline.times.values import days

ENGLISH = named("en")
PUBLISHED = dt.date(2019, 4, 25)


def course_of(text: str, published: dt.date | None = PUBLISHED) -> Course:
    sentences = [Span(0, len(text))]
    return Course(ENGLISH, text, sentences, list(place(ENGLISH, text, sentences)), published)


def after(text: str, *values: str, published: dt.date | None = PUBLISHED) -> Context:
    """What is known at the last expression of `text` when those before it have had `values`."""
    course = course_of(text, published)
    for position, value in enumerate(values):
        course.context(position)
        course.take(position, dated(value), aside=False)
    return course.context(len(values))


def test_a_day_holds_for_the_times_after_it() -> None:
    assert after("On 23 April 2019 it rang at 7:45.", "2019-04-23").nearby == days("2019-04-23")


def test_a_year_holds_for_the_months_after_it() -> None:
    context = after("In May 1995 and again in August.", "1995-05")
    assert (context.nearby_year, context.year_alone) == (1995, False)
    assert after("In 1995 and again in August.", "1995").year_alone


def test_what_stands_aside_is_not_spoken_of() -> None:
    course = course_of("On 23 April 2019 it rang at 7:45.")
    course.take(0, dated("2019-04-23"), aside=True)
    assert course.context(1).focus.latest("day") is None


def test_a_story_does_not_come_to_the_far_end_of_a_range() -> None:
    context = after("From 1861 to 1865 they fought. In April", "1861", "1865", published=None)
    assert context.focus.latest("year") == days("1865")
    assert context.focus.reached("year") == days("1861")


def test_a_story_does_not_come_to_what_it_glances_back_at() -> None:
    context = after("In May 1863 came he who had left in 1859. In June", "1863-05", "1859", published=None)
    assert context.focus.reached("year") == days("1863-05")


def test_a_story_comes_to_an_earlier_year_that_is_told_and_not_recalled() -> None:
    context = after("In May 1863 he came. In 1859 the town burnt. In June", "1863-05", "1859", published=None)
    assert context.focus.reached("year") == days("1859")


@pytest.mark.parametrize("join", ["to", "-", "and until", "up to"])
def test_the_far_end_of_a_range_is_told_by_what_joins_it(join: str) -> None:
    context = after(f"From 1861 {join} 1865 they fought. In April", "1861", "1865", published=None)
    assert context.focus.reached("year") == days("1861")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On April 23 the bells rang. At 7:45 they stopped.", "2019-04-23T07:45"),
        ("On April 23, 2018, the bells rang. At 7:45 they stopped.", "2019-04-25T07:45"),
        ("The bells rang at 7:45 near the port on 3 May.", "2019-05-03T07:45"),
        ("The bells rang at 7:45 near the port on Tuesday.", "2019-04-23T07:45"),
        ("The bells rang at 7:45 near the port. They rang on Tuesday.", "2019-04-25T07:45"),
    ],
)
def test_a_time_lies_on_the_day_that_is_told_beside_it(text: str, value: str) -> None:
    found = time_expressions(ENGLISH, text, PUBLISHED)
    assert [timex.value for timex in found if timex.type is TimexType.TIME] == [value]


_FAR_ON = "The bells are old. They weigh a ton. Oxley has the key. He lives alone."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # Far into a report, what somebody did at an hour is of no day that is told.
        (f"{_FAR_ON} He rose at 5 a.m. and walked to the shore.", "XXXX-XX-XXT05:00"),
        (f"{_FAR_ON} He had heard the bells late in the afternoon.", "XXXX-XX-XXTAF"),
        # It is where the report begins, where its day has just been told, and where something is to come.
        ("He rose at 5 a.m. and walked to the shore.", "2019-04-25T05:00"),
        (f"{_FAR_ON} The port burnt today. He rose at 5 a.m.", "2019-04-25T05:00"),
        (f"{_FAR_ON} The bells will ring at 5 p.m.", "2019-04-25T17:00"),
        (f"{_FAR_ON}\n5 a.m. The bells rang.", "2019-04-25T05:00"),
    ],
)
def test_a_time_of_the_past_needs_a_day(text: str, value: str) -> None:
    assert time_expressions(ENGLISH, text, PUBLISHED)[-1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "They opened fire on Sunday. It took ten minutes. At 10:08 p.m., an officer raises the alarm.",
            "2018-06-10T22:08",
        ),
        (
            "They opened fire on Sunday. It took ten minutes. The guests fled at 4 p.m. by a side door.",
            "2018-06-10T16:00",
        ),
        ("They opened fire on Sunday. It took ten minutes. The mayor will speak at 4 p.m.", "2018-06-11T16:00"),
        (
            "They opened fire on Friday. It took ten minutes. At 10:08 p.m., an officer raised the alarm.",
            "2018-06-11T22:08",
        ),
        ("They opened fire on Sunday. It took ten minutes.\n10:08 p.m. The mayor has spoken.", "2018-06-11T22:08"),
    ],
)
def test_what_is_told_of_the_evening_before_goes_on(text: str, value: str) -> None:
    assert time_expressions(ENGLISH, text, dt.date(2018, 6, 11))[-1].value == value


def test_a_time_of_a_day_that_is_told_by_what_happened_on_it_stays_open() -> None:
    text = "He said that she last ate at about 1 am on the night she died."
    assert [timex.value for timex in time_expressions(ENGLISH, text, PUBLISHED)] == ["XXXX-XX-XXT01:00"]


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        # A day that is next tomorrow is that one, but by the verb that it stands by ...
        ("2019-04-25", "The mayor postponed a rally in the port on Friday because of the rain.", "2019-04-26"),
        ("2019-04-25", "The line has canceled sailings from the port on Friday.", "2019-04-26"),
        ("2019-04-25", "The owners urged more talks on Friday.", "2019-04-26"),
        ("2019-04-25", "The mill burned on Friday.", "2019-04-19"),
        ("2019-04-25", "On Friday the mill burned.", "2019-04-19"),
        ("2019-04-25", "The owners mourned those lost in Friday's fire.", "2019-04-19"),
        (
            "2019-04-25",
            "She came after the owner declined to correct a guest Friday who called it a lie.",
            "2019-04-19",
        ),
        # ... and what was planned for the day before yesterday is past.
        ("2019-04-25", "She was due to sing at the port on Tuesday.", "2019-04-23"),
        ("2019-04-25", "She was due to sing at the port on Monday.", "2019-04-29"),
        # A curfew that was imposed from yesterday has begun, one until that weekday has not ended.
        ("2019-04-25", "The mayor imposed a curfew from 6 p.m. Wednesday.", "2019-04-24T18:00"),
        ("2019-04-25", "The mayor imposed a curfew until Wednesday.", "2019-05-01"),
        # What goes on since a day goes on since one that has been.
        ("2015-08-17", "She has been held since 21 October in the port.", "2014-10-21"),
        # What opens its line and is told in the present has been.
        ("2019-12-15", "April 21: The mill burns at the mouth of the port.", "2019-04-21"),
        ("2019-12-15", "April 21: The mill will open its gates.", "2020-04-21"),
    ],
)
def test_a_day_that_may_be_ahead_or_past(published: str, text: str, value: str) -> None:
    assert tag(text, dt.date.fromisoformat(published), "en")[0].value == value


def test_a_time_of_day_is_on_the_day_right_behind_it() -> None:
    text = "The storm came on New Year's Day. The plane landed at 10:15 a.m. on New Year's Eve."
    clock = tag(text, dt.date(2018, 1, 1), "en")[1]
    assert clock.value == "2017-12-31T10:15"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On Saturday she wrote: “I will not sing tomorrow.”", ["2019-04-20", "2019-04-21"]),
        ("On Saturday they sang, “Yesterday Oker, today Lindow.”", ["2019-04-20", "2019-04-19", "2019-04-20"]),
        ("On Saturday she wrote to the hall, which opens tomorrow.", ["2019-04-20", "2019-04-26"]),
        ("“I will not sing tomorrow,” she said.", ["2019-04-26"]),
    ],
)
def test_what_is_quoted_counts_from_the_day_it_was_said(text: str, values: list[str]) -> None:
    assert [timex.value for timex in time_expressions(ENGLISH, text, PUBLISHED)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He replied on a Sunday, curtly.", "XXXX-WXX-7"),
        ("He has been set a Sunday deadline.", "2019-04-28"),
        ("On a dark Sunday night the singer tries to win them over.", "2019-04-21TNI"),
        ("On Sunday night the singer opens the hall.", "2019-04-28TNI"),
    ],
)
def test_a_weekday_that_is_one_of_many_or_described(text: str, value: str) -> None:
    assert [timex.value for timex in time_expressions(ENGLISH, text, PUBLISHED)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("“I am unhappy with tonight,” the mayor told them on Tuesday.", "2019-04-23TNI"),
        ("“We lost tonight,” she said after Tuesday.", "2019-04-23TNI"),
        ("“We won on Monday and lost tonight,” the mayor told them.", "2019-04-22TNI"),
        # Nobody says it on that day, and what a speaker calls yesterday is not when it was said.
        ("“We shall lose tonight,” and that was all. On Tuesday it rained.", "2019-04-25TNI"),
        ("“Two shook us yesterday and one tonight,” she said.", "2019-04-25TNI"),
    ],
)
def test_a_quotation_counts_from_the_day_on_which_it_was_said(text: str, value: str) -> None:
    found = time_expressions(ENGLISH, text, PUBLISHED)
    assert [timex.value for timex in found if timex.text == "tonight"] == [value]


def test_a_time_is_of_the_day_right_behind_it() -> None:
    text = "It left on New Year's Day. It landed at 10:15 a.m. local time on New Year's Eve."
    found = {timex.text: timex.value for timex in time_expressions(ENGLISH, text, dt.date(2019, 1, 2))}
    assert found["10:15 a.m. local time"] == "2018-12-31T10:15"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mayor won on Wednesday night. “Tonight we have beaten them,” she said.", 24),
        ("The mayor won on Wednesday evening. Her rival lost every ward tonight.", 24),
        # It looks ahead, or the text tells of the night before as such, or of another one.
        ("The mayor won on Wednesday night. She will speak tonight.", 25),
        ("The mayor won on Wednesday night. Last night she slept. “Tonight we begin,” she said.", 25),
        ("The mayor won on Tuesday night. “Tonight we begin,” she said.", 25),
    ],
)
def test_tonight_is_the_night_that_is_told_of(text: str, day: int) -> None:
    found = time_expressions(ENGLISH, text, PUBLISHED)  # a Thursday
    assert [timex.value for timex in found if timex.text.lower() == "tonight"] == [f"2019-04-{day}TNI"]
