import datetime as dt

import pytest

from dateline.languages import named
from dateline.model import TimexType
from dateline.times import time_expressions
from dateline.times.finding.meanings import Meaning
from dateline.times.grammar.word_classes import Value
from dateline.times.resolving.narrative import tells_the_past

ENGLISH = named("en")
PUBLISHED = dt.date(2019, 4, 25)


def year(number: int) -> Meaning:
    return Meaning(0, 4, "year", "date", TimexType.DATE, {"year": number})


NEWS = "The mayor said it will rain."
YESTERDAY = Meaning(0, 9, "deictic", "date", TimexType.DATE, {"deictic": -1})
THREE_DAYS_AGO = Meaning(0, 14, "ago", "shift", TimexType.DATE, {"n": 3, "unit": "day", "sign": -1})
A_DAY_LATER = Meaning(0, 11, "later", "shift", TimexType.DATE, {"n": 1, "unit": "day", "sign": 1, "anchor": "focus"})


def test_years_of_the_long_past_make_a_narrative() -> None:
    assert tells_the_past(ENGLISH, [year(1863), year(1863), A_DAY_LATER, year(1864), year(1871)], PUBLISHED)


@pytest.mark.parametrize("today", [YESTERDAY, THREE_DAYS_AGO])
def test_what_is_seen_from_today_makes_a_report(today: Meaning) -> None:
    assert not tells_the_past(ENGLISH, [year(1863), year(1864), today, year(1871), year(1890)], PUBLISHED, NEWS)


def test_a_few_past_years_do_not_make_a_narrative() -> None:
    assert not tells_the_past(ENGLISH, [year(1991), year(2001)], PUBLISHED, NEWS)


def test_two_years_of_history_are_enough_where_nobody_is_quoted() -> None:
    assert tells_the_past(ENGLISH, [year(1863), year(1871)], PUBLISHED, "The town fell. It was never rebuilt.")
    assert not tells_the_past(
        ENGLISH, [year(1863), year(1871), YESTERDAY], PUBLISHED, "The town fell. It was never rebuilt."
    )


def test_a_history_with_quotations_is_full_of_years() -> None:
    assert tells_the_past(ENGLISH, [year(1863)] * 20, PUBLISHED, NEWS)


def test_the_year_before_publication_needs_to_be_named_more_often() -> None:
    assert not tells_the_past(ENGLISH, [year(2018)] * 5, PUBLISHED)
    assert tells_the_past(ENGLISH, [year(2018)] * 6, PUBLISHED)


def test_without_a_day_of_publication_a_text_is_a_narrative() -> None:
    assert tells_the_past(ENGLISH, [YESTERDAY], None)


def test_a_narrative_that_has_moved_on_is_not_counted_from_an_older_day() -> None:
    text = (
        "On 10 June 1944 the fleet sailed. A day later it was seen. In September it sank. Three weeks later, it rose."
    )
    values = [timex.value for timex in time_expressions(ENGLISH, text, None)]
    assert values == ["1944-06-10", "1944-06-11", "1944-09", "FUTURE_REF"]


def test_the_first_year_of_a_narrative_holds_for_the_days_before_it() -> None:
    text = "The siege began on 2 July. The town fell on 9 August 1863."
    assert [timex.value for timex in time_expressions(ENGLISH, text, None)] == ["1863-07-02", "1863-08-09"]


def test_two_figures_are_a_year_of_the_narratives_century() -> None:
    text = "The siege began in May 1863. The summer of '64 was dry."
    assert [timex.value for timex in time_expressions(ENGLISH, text, None)] == ["1863-05", "1864-SU"]


def test_a_story_goes_on_from_where_it_was_after_looking_back() -> None:
    text = (
        "In June 1941 the army crossed the border. Two years earlier, in August 1939, a pact had been signed. "
        "In September the city was cut off."
    )
    assert [timex.value for timex in time_expressions(ENGLISH, text, None)] == ["1941-06", "1939", "1939-08", "1941-09"]


def test_a_winter_turns_the_year() -> None:
    text = "In the winter of 1862 the army rested. In March it marched."
    assert [timex.value for timex in time_expressions(ENGLISH, text, None)] == ["1862-WI", "1863-03"]


def test_years_before_the_common_era_are_counted_backwards() -> None:
    text = (
        "In 264 BC war began. Five years later a fleet sailed. In 241 peace was made. The following year an island was "
        "lost. In the spring of 218 BC the general marched; in May he crossed the river."
    )
    values = [timex.value for timex in time_expressions(ENGLISH, text, None)]
    assert values == ["BC0264", "BC0259", "BC0241", "BC0240", "BC0218-SP", "BC0218-05"]


def test_three_figures_are_a_year_only_in_a_text_on_antiquity() -> None:
    assert [
        timex.value for timex in time_expressions(ENGLISH, "In AD 455 the city fell. In 476 the last ruler left.", None)
    ] == [
        "0455",
        "0476",
    ]
    assert not time_expressions(ENGLISH, "The road was closed in 476 places.", None)


def says(**fields: Value) -> Meaning:
    return Meaning(0, 4, "a rule", "date", TimexType.DATE, fields)


LAST_MAY = says(month=5, dir="last")
NEXT_MAY = says(month=5, dir="next")
NEAR, NEAREST_THAT_IS_NOT = says(month=4, day=18), says(month=4, day=17)
QUIET = "The town fell and was never rebuilt. " * 28


@pytest.mark.parametrize(
    ("meanings", "text", "story"),
    [
        # Years of the past, and how many of them there are for each expression seen from today.
        ([year(2017)] * 4, "", True),
        ([year(2017)] * 3, "", False),
        ([year(2017)] * 5 + [YESTERDAY], "", True),
        ([year(2017)] * 4 + [YESTERDAY], "", False),
        # Years of history, of which two are enough.
        ([year(2009)] * 2, "", True),
        ([year(2010)] * 2, "", False),
        ([year(1863)], "", False),
        ([says(bc=44)] * 2, "", True),
        ([year(1863)] * 3 + [YESTERDAY], "", True),
        ([year(1863)] * 2 + [YESTERDAY], "", False),
        ([year(1863)] * 2 + [LAST_MAY], "", False),
        ([year(1863)] * 2 + [NEXT_MAY], "", True),
        # Days near to publication are those of a report, unless they are near by chance.
        ([year(1863)] * 2 + [NEAR], "", True),
        ([year(1863)] * 2 + [NEAR] * 2, "", False),
        ([year(1863)] * 2 + [NEAREST_THAT_IS_NOT] * 2, "", True),
        ([year(1863)] * 2 + [NEAR] * 3 + [says(month=9, day=1)] * 21, "", True),
        # A text with the words of a report must be full of history.
        ([year(1863)] * 12, NEWS, True),
        ([year(1863)] * 11, NEWS, False),
        ([year(1863)] * 12 + [YESTERDAY], NEWS, True),
        ([year(1863)] * 12 + [YESTERDAY] * 2, NEWS, False),
        ([year(1863)] * 2, f"{QUIET} It said so.", True),
        ([year(1863)] * 2, f"{QUIET} It said so, and he said so.", False),
    ],
)
def test_a_story_is_told_by_the_dates_that_it_names(meanings: list[Meaning], text: str, story: bool) -> None:
    assert tells_the_past(ENGLISH, meanings, PUBLISHED, text) is story
