"""The tagger on passages of news, written for the purpose."""

import datetime as dt

from dateline.model import Span, Timex, TimexType
from dateline.times import tag

PUBLISHED = dt.date(2019, 4, 25)


def found(text: str, published: dt.date | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(timex.text, timex.value) for timex in tag(text, published)]


def test_a_report_with_its_dateline() -> None:
    text = (
        "OSLO, April 24 (Fjord Press) - The ferry Solveig ran aground late on Tuesday, the coast guard said.\n\n"
        "Tugs pulled it free a day later. It had left Bergen at 10:30 p.m. on Monday with 140 people.\n\n"
        "The line, founded in 1991, lost two ships in the 1990s. An inquiry is due by the end of May."
    )
    assert found(text) == [
        ("April 24", "2019-04-24"),
        ("late on Tuesday", "2019-04-23"),
        ("a day later", "2019-04-24"),
        ("10:30 p.m. on Monday", "2019-04-22T22:30"),
        ("1991", "1991"),
        ("the 1990s", "199"),
        ("the end of May", "2019-05"),
    ]


def test_all_of_an_expression_is_told() -> None:
    (timex,) = tag("Talks resume by the end of April.", PUBLISHED)
    assert timex == Timex(
        16,
        32,
        "the end of April",
        TimexType.DATE,
        "2019-04",
        "END",
        first=dt.date(2019, 4, 1),
        last=dt.date(2019, 4, 30),
    )


def test_last_week_is_a_calendar_week() -> None:
    (timex,) = tag("The envoy was in Oslo last week.", PUBLISHED)
    assert (timex.value, timex.first, timex.last) == ("2019-W16", dt.date(2019, 4, 15), dt.date(2019, 4, 21))


def test_a_slip_of_the_keyboard_does_not_hide_a_date() -> None:
    assert found("An aide said on April 23that talks would go on.") == [("April 23", "2019-04-23")]


def test_dates_in_focus() -> None:
    assert found("The two will meet on April 28. The first arrives a day earlier.") == [
        ("April 28", "2019-04-28"),
        ("a day earlier", "2019-04-27"),
    ]
    assert found("He won in 1991. Two years later he lost; that year, the party split.") == [
        ("1991", "1991"),
        ("Two years later", "1993"),
        ("that year", "1993"),
    ]


def test_what_stands_aside_is_tagged_and_never_in_focus() -> None:
    text = "Photo of March 2, 2019.\nThe delegates met on April 23. They had come a day earlier."
    caption = Span(0, 23)
    values = [timex.value for timex in tag(text, PUBLISHED, aside=[caption])]
    assert values == ["2019-03-02", "2019-04-23", "2019-04-22"]
    below = "The delegates met on April 23.\nPhoto of March 2, 2019.\nThey had come a day earlier."
    values = [timex.value for timex in tag(below, PUBLISHED, aside=[Span(31, 54)])]
    assert values == ["2019-04-23", "2019-03-02", "2019-04-22"]


def test_a_time_without_a_day_lies_on_the_day_of_its_sentence() -> None:
    assert found("The bomb went off at 6 a.m. local time on Tuesday.")[0][1] == "2019-04-23T06:00"
    assert found("On Tuesday the bomb went off at 6 a.m. near the port.")[1][1] == "2019-04-23T06:00"
    assert found("Doors open at 6 a.m. tomorrow.")[0][1] == "2019-04-26T06:00"


def test_the_outlets_country_tells_the_order_of_day_and_month() -> None:
    text = "Filed 04/05/2019."
    assert [t.value for t in tag(text, PUBLISHED, country="US")] == ["2019-04-05"]
    assert [t.value for t in tag(text, PUBLISHED, country="GB")] == ["2019-05-04"]


def test_other_dates_tell_the_order_where_no_country_is_known() -> None:
    assert [t.value for t in tag("From 04/05/2019 to 23/05/2019.", PUBLISHED)] == ["2019-05-04", "2019-05-23"]


def test_a_date_that_could_be_read_both_ways_is_marked() -> None:
    (timex,) = tag("Filed 04/05/2019.", PUBLISHED)
    assert timex.ambiguous is True
    (plain,) = tag("Filed 23.04.2019.", PUBLISHED)
    assert (plain.value, plain.ambiguous) == ("2019-04-23", None)


def test_durations_that_reach_to_today_have_their_days() -> None:
    (timex,) = tag("It rained for the past two weeks.", PUBLISHED)
    assert (timex.type, timex.value) == ("DURATION", "P2W")
    assert (timex.first, timex.last) == (dt.date(2019, 4, 11), dt.date(2019, 4, 25))


def test_a_limit_counts_from_publication_when_the_sentence_looks_ahead() -> None:
    (ahead,) = tag("The bridge will open within ten days.", PUBLISHED)
    assert (ahead.value, ahead.mod, ahead.first, ahead.last) == (
        "P10D",
        "EQUAL_OR_LESS",
        PUBLISHED,
        dt.date(2019, 5, 5),
    )
    (back,) = tag("The bridge was rebuilt within ten days.", PUBLISHED)
    assert (back.value, back.first) == ("P10D", None)


def test_the_past_hours_reach_into_the_day_before() -> None:
    (timex,) = tag("Five people died in the past 24 hours.", PUBLISHED)
    assert (timex.first, timex.last) == (dt.date(2019, 4, 24), PUBLISHED)


def test_sets_say_how_often() -> None:
    twice, every = tag("They meet twice a week, and every Monday at the port.", PUBLISHED)
    assert (twice.type, twice.value, twice.freq) == ("SET", "P1W", "2X")
    assert (every.type, every.value, every.quant) == ("SET", "XXXX-WXX-1", "EVERY")


def test_words_that_are_no_time() -> None:
    assert found("Theresa May may march on; April Stone, 52 years old, came second with 2000 votes.") == []
    assert found("The Sunday Times and USA Today reported on three-quarters of the 1,300 cases.") == []
    assert found("The six-year-old paid $1990 on day-to-day needs.") == []


def test_names_that_hold_a_date() -> None:
    assert found("He wrote on the September 11 attacks and on Black Friday 2012.") == [
        ("September 11", "2001-09-11"),
        ("Black Friday 2012", "2012-11-23"),
    ]


def test_a_narrative_keeps_to_the_year_it_has_come_to() -> None:
    text = (
        "The siege of Karsholm began in May 1863. On 3 June the town fell; two days later the duke fled. "
        "In November 1863 the war ended. In January a treaty was signed. He died in 1871. His son ruled until 1890."
    )
    assert [value for _, value in found(text)] == [
        "1863-05",
        "1863-06-03",
        "1863-06-05",
        "1863-11",
        "1864-01",
        "1871",
        "1890",
    ]
    assert [value for _, value in found(text, None)] == [value for _, value in found(text)]


def test_times_are_cut_by_no_sentence_that_ends_in_their_full_stop() -> None:
    assert found("He was last seen at 10 p.m. Wednesday, police said.") == [("10 p.m. Wednesday", "2019-04-24T22:00")]


def test_years_before_the_common_era_name_no_calendar_day() -> None:
    (timex,) = tag("The fleet sank in 480 BC.", PUBLISHED)
    assert (timex.value, timex.first, timex.last) == ("BC0480", None, None)


def test_what_is_told_as_past_or_to_come_is_not_counted_to_the_other_side_of_publication() -> None:
    assert found("The summit opens on May 20.\n\nTwo days earlier, the minister resigned.") == [
        ("May 20", "2019-05-20"),
        ("Two days earlier", "2019-04-23"),
    ]
    assert found("The party met on April 23. Two weeks later, the leader resigned.")[1][1] == "XXXX-WXX"


def test_a_day_that_was_told_long_before_is_not_counted_from() -> None:
    aside = "The bells are old. " * 14
    assert found(f"The port burnt on April 23. {aside}The following day Oxley spoke.")[1][1] == "XXXX-XX-XX"
    assert found(f"The port burnt on April 23. {aside}He spoke that night.")[1][1] == "XXXX-XX-XXTNI"
    assert found("The port burnt on April 23. The bells rang. The following day Oxley spoke.")[1][1] == "2019-04-24"


def test_the_next_month_of_what_was_is_the_one_after_that_last_told() -> None:
    assert found("In November he bought a boat. The next month he sold it.")[1][1] == "2018-12"
    assert found("In November he bought a boat. The next month will bring storms.")[1][1] == "2019-05"
    assert found("In February he bought a boat. On 3 March it sank. A day later, he would weep.")[2][1] == "XXXX-XX-XX"


def test_the_night_of_what_will_be_is_the_one_to_come() -> None:
    assert found("It rained overnight.")[0][1] == "2019-04-24TNI"
    assert found("They will stay at the gate overnight.")[0][1] == "2019-04-25TNI"
    assert found("Nobody expects Arland to be transformed overnight.") == []


def test_a_headlines_weekday_looks_where_the_same_one_does_further_on() -> None:
    assert found("Talks in Geneva Saturday\n\nThe two sides will meet on Saturday.")[0][1] == "2019-04-27"
    assert found("Talks in Geneva Saturday\n\nThe two sides met on Saturday.")[0][1] == "2019-04-20"


def test_a_time_lies_on_no_day_that_is_only_recalled() -> None:
    text = "The hall burnt down on March 2, 1996. The alarm was raised at 11:35 p.m. and nobody was hurt."
    assert found(text)[1][1] == "2019-04-25T23:35"


def test_a_year_alone_holds_on_only_for_what_is_past() -> None:
    assert found("The two, partners from 2005 to 2009, will meet in May.")[2][1] == "2019-05"
    assert found("In 2009 the two fell out and met in May.")[1][1] == "2009-05"


def test_a_whole_date_keeps_its_year_however_far() -> None:
    assert found("The lease ends on 31 December 9999.") == [("31 December 9999", "9999-12-31")]
    assert found("The lease runs from October 14, 2250, says the deed.")[0] == ("October 14, 2250", "2250-10-14")
    assert found("The lake will be gone by December 2250.") == [("December 2250", "2250-12")]
    assert found("He left in the summer of 2250 and at 10 a.m. on 3 May 2251.") == [
        ("the summer of 2250", "2250-SU"),
        ("10 a.m. on 3 May 2251", "2251-05-03T10:00"),
    ]
    assert found("On October 14, 476, the king fell.") == [("October 14, 476", "0476-10-14")]
    assert found("The king fell on Friday, 14 October 476 (it rained).") == [("Friday, 14 October 476", "0476-10-14")]


def test_figures_behind_a_date_that_count_something_are_no_year() -> None:
    assert found("On October 14, 2500 people came.") == [("October 14", "2018-10-14")]
    assert found("On October 14, 476 were held.") == [("October 14", "2018-10-14")]
    assert found("In May 476 people came.") == [("May", "2019-05")]
    assert found("It lasted 2500 days, on 19 March, 2230 GMT.") == [
        ("2500 days", "P2500D"),
        ("19 March", "2019-03-19"),
        ("2230 GMT", "2019-03-19T22:30Z"),
    ]
