import pytest

from dateline.languages import named
from dateline.times.finding.guards import holds

ENGLISH = named("en")


def at(text: str, words: str) -> tuple[str, int, int]:
    start = text.index(words)
    return text, start, start + len(words)


@pytest.mark.parametrize("text", ["He left in 1991.", "the 1991 war", "(1991)", "In 1199 he fell", "from 1199 to 1216"])
def test_four_figures_are_a_year(text: str) -> None:
    assert holds(ENGLISH, "year", *at(text, "1991" if "1991" in text else "1199"))


@pytest.mark.parametrize(
    "text",
    [
        "about 2000 people",
        "2000 votes",
        "No. 2000",
        "$2000",
        "flight 2000",
        "2000%",
        "EUR 2000",
        "at 2000-1 against",
        "Over 2000 fled.",
        "won T36 2000 m gold",
    ],
)
def test_four_figures_that_count_or_number_are_none(text: str) -> None:
    assert not holds(ENGLISH, "year", *at(text, "2000"))


def test_a_week_that_what_happened_in_it_tells_is_none_that_is_counted() -> None:
    for behind in ("of her visit", "of Ada Quill's visit", "when the dam broke"):
        assert not holds(ENGLISH, "which", *at(f"It was sold the week {behind}.", "the week"))
    for behind in ("", " of talks", " and left"):
        assert holds(ENGLISH, "which", *at(f"It was sold in the week{behind}.", "the week"))


def test_early_figures_are_a_year_but_for_a_time_of_the_day() -> None:
    assert holds(ENGLISH, "year", *at("The tower was built about 1100.", "1100"))
    assert not holds(ENGLISH, "year", *at("She fell asleep at about 1100.", "1100"))


def test_a_month_before_a_surname_is_a_first_name() -> None:
    assert not holds(ENGLISH, "name", *at("said June Jones, a teacher", "June"))
    assert holds(ENGLISH, "name", *at("In June Jones left", "June"))
    assert holds(ENGLISH, "name", *at("the June vote", "June"))
    assert not holds(ENGLISH, "name", *at("They met August Winter.", "Winter"))
    assert holds(ENGLISH, "name", *at("Through Winter they met.", "Winter"))


def test_an_expression_that_leans_on_what_follows_does_not_stand_alone() -> None:
    assert holds(ENGLISH, "alone", *at("He came the day before.", "the day before"))
    assert not holds(ENGLISH, "alone", *at("He came the day before the vote.", "the day before"))


def test_figures_of_an_address_are_no_date() -> None:
    assert holds(ENGLISH, "whole", *at("Filed 2011/01/25.", "2011/01/25"))
    assert not holds(ENGLISH, "whole", *at("see example.org/2011/01/25/quake", "2011/01/25"))
    assert not holds(ENGLISH, "whole", *at("see example.org/2011/01/25 for more", "2011/01/25"))


def test_an_abbreviation_before_a_surname_is_a_first_name() -> None:
    assert holds(ENGLISH, "abbreviation", *at("down in Jan from", "Jan"))
    assert not holds(ENGLISH, "abbreviation", *at("a visit of Jan Brewer", "Jan"))


def test_what_was_soon_is_no_future() -> None:
    assert holds(ENGLISH, "coming", *at("They will soon leave", "soon"))
    assert not holds(ENGLISH, "coming", *at("He was soon freed", "soon"))
    assert not holds(ENGLISH, "coming", *at("It soon became a ruin", "soon"))


def test_a_month_that_may_be_a_verb_or_a_name_goes_with_a_noun() -> None:
    assert holds(ENGLISH, "noun_behind", *at("after the March elections", "March"))
    assert not holds(ENGLISH, "noun_behind", *at("after the March on Rome", "March"))
    assert not holds(ENGLISH, "noun_behind", *at("said the May government", "May"))


@pytest.mark.parametrize(
    "text", ["some 90 flights a day left", "three meals a day", "two percent a day", "12 CDs a day"]
)
def test_things_counted_before_a_unit_make_it_a_rate(text: str) -> None:
    assert holds(ENGLISH, "rate", *at(text, "a day"))


@pytest.mark.parametrize("text", ["it lasts a day", "after six years a day", "He left Paris a day", "a day"])
def test_a_unit_after_anything_else_is_a_length(text: str) -> None:
    assert not holds(ENGLISH, "rate", *at(text, "a day"))


def test_units_of_something_are_a_length_unless_they_are_its_times() -> None:
    assert holds(ENGLISH, "units_of", *at("ending months of talks", "months"))
    assert not holds(ENGLISH, "units_of", *at("in the days of steam", "days"))
    assert not holds(ENGLISH, "units_of", *at("the days grew", "days"))


def test_three_figures_count_what_stands_in_the_plural() -> None:
    assert holds(ENGLISH, "antiquity", *at("in 241 peace was made", "241"))
    assert not holds(ENGLISH, "antiquity", *at("in 241 ships", "241"))


def test_a_capital_between_capitals_is_part_of_a_name() -> None:
    assert not holds(ENGLISH, "no_title", *at("told the Harbour Daily that", "Daily"))
    assert holds(ENGLISH, "no_title", *at("Daily flights resumed", "Daily"))
    assert holds(ENGLISH, "no_title", *at("a daily flight", "daily"))


def test_figures_right_behind_a_name_number_it() -> None:
    assert not holds(ENGLISH, "year", *at("the satellite Vega 1686 fell", "1686"))
    assert holds(ENGLISH, "year", *at("In 1686 he fell", "1686"))
    assert holds(ENGLISH, "year", *at("Paris 1944", "1944"))


@pytest.mark.parametrize("text", ["on May 3, 2250.", "on May 3, 2250 he fell", "in 2250 fell", "3 May 2250 (a Friday)"])
def test_figures_that_hardly_are_a_year_end_a_date(text: str) -> None:
    assert holds(ENGLISH, "whole_year", *at(text, "2250"))


@pytest.mark.parametrize("text", ["on May 3, 2250 fell", "on May 3, 2250-odd fell", "on May 3, 2250% fell"])
def test_figures_that_hardly_are_a_year_count_what_follows(text: str) -> None:
    assert not holds(ENGLISH, "whole_year", *at(text, "2250"))


@pytest.mark.parametrize(
    ("guard", "text", "words", "passes"),
    [
        ("year", "Its 2008 conventions were calm", "2008", True),
        ("year", "Its 2000 conventions were calm", "2000", False),
        ("year", "Its 1821 ballots were lost", "1821", False),
        ("year", "The forge turns out 1974 nails a day.", "1974", False),
        ("year", "The forge needs 1974 apprentices.", "1974", False),
        ("year", "They met the 1974 apprentices.", "1974", True),
        ("year", "It went for 1974 kroner.", "1974", False),
        ("year", "Ring 021 7946 1974 now.", "1974", False),
        ("noun", "in the past, he left", "the past", True),
        ("noun", "in the past he left", "the past", True),
        ("noun", "said the past president", "the past", False),
        ("nth", "on the 9th he left", "the 9th", True),
        ("nth", "on the 9th landed", "the 9th", True),
        ("nth", "on the 9th floor", "the 9th", False),
        ("nth", "Quill drove into the reeds on the 9th and made a bogey.", "the 9th", False),
        ("nth", "Quill made a birdie on the 8th before the rain.", "the 8th", False),
        ("thing", "an 8-month-old truce", "8-month-old", True),
        ("thing", "an 8-month-old girl", "8-month-old", False),
        ("thing", "the child is an 8-month-old", "8-month-old", False),
        ("rate", "In 9 of all the old and new big towns a day", "a day", False),
        ("rate", "In all the old and 9 new big towns a day", "a day", True),
        ("habit", "the office is open Monday to Friday", "Monday to Friday", True),
        ("habit", "they met Monday to Friday, as usually they do", "Monday to Friday", True),
        ("habit", "The office opened. They met Monday to Friday", "Monday to Friday", False),
        ("habit", "they met Monday to Friday. The office opened", "Monday to Friday", False),
        (
            "habit",
            "Her hours in the old office behind the long mole and the quay were long and they met Monday to Friday",
            "Monday to Friday",
            False,
        ),
    ],
)
def test_the_words_around_tell_whether_it_is_a_time(guard: str, text: str, words: str, passes: bool) -> None:
    assert holds(ENGLISH, guard, *at(text, words)) is passes


def test_a_quarter_or_half_of_a_match_is_none_of_a_year() -> None:
    assert holds(ENGLISH, "period", *at("Profit in the second half rose.", "the second half"))
    assert not holds(ENGLISH, "period", *at("He scored in the second half.", "the second half"))
    assert not holds(ENGLISH, "period", *at("Zell came back in the second half with 34 points.", "the second half"))
    assert not holds(ENGLISH, "period", *at("The third quarter was goalless as the team trailed.", "third quarter"))
    assert holds(ENGLISH, "period", *at("The team's owner lost 9 million in the third quarter.", "third quarter"))


LIVE = "1428 Divers went down again.\n1423 Ada Quill wrote to us.\n1418 The port has a page.\n1410 The dam has burst.\n"
YEARS = "1914 War broke out.\n1918 It ended.\n1939 It came back.\n1945 It ended again.\n"


def test_the_times_of_a_live_report_are_no_years() -> None:
    assert not holds(ENGLISH, "year", LIVE, LIVE.index("1418"), LIVE.index("1418") + 4)
    assert holds(ENGLISH, "year", YEARS, YEARS.index("1918"), YEARS.index("1918") + 4)
