"""What is read beside a headline: whom its words mean, and the words of the article around it."""

import datetime as dt

import pytest

from dateline import Article, timeline_of
from dateline.model import Context, Entry


def told(text: str, date: str) -> Entry:
    """The line of a date in the timeline of one article of Friday 12 March 2021."""
    (line,) = (e for e in timeline_of([Article("a", text, dt.date(2021, 3, 12))]).entries if e.date.value == date)
    return line


def beside(text: str, date: str = "2021-03-11") -> str | None:
    """What is read beside a headline that says too little alone."""
    context = told(text, date).context
    return context.exact if context and context.needed else None


def read_with(text: str) -> str | None:
    """What is read beside the headline of Thursday, needed or not."""
    context = told(text, "2021-03-11").context
    return context.exact if context else None


def test_whom_a_pronoun_means_is_told_beside_the_headline() -> None:
    line = told("Ilona Varga paints bridges. On Thursday she moved to a barge in Zell.", "2021-03-11")
    assert line.meaning is not None
    assert (line.meaning.words, line.meaning.name) == ("she", "Ilona Varga")
    assert line.headline == "On Thursday she moved to a barge in Zell."


def test_what_is_cut_out_of_a_sentence_means_whom_that_names() -> None:
    cut = "was declared missing after she failed to meet her brother on 28 January, to take part in a race."
    line = told(f"Corran is rich. Ada Quill, the coast guard says, {cut}", "2021-01-28")
    assert line.headline.startswith("she failed to meet her brother")
    assert line.meaning is not None
    assert line.meaning.name == "Ada Quill"


def test_what_is_cut_out_of_a_sentence_and_may_mean_anybody_is_no_line() -> None:
    text = "It rained. Tor Lund and Ada Quill spoke as he confirmed his departure from the race on Thursday, in a hall."
    other = "The ferry Marigold sank on Wednesday off Corran."
    entries = timeline_of([Article("a", f"{other} {text}", dt.date(2021, 3, 12))]).entries
    assert [entry.date.value for entry in entries] == ["2021-03-10"]


@pytest.mark.parametrize(
    ("before", "cut"),
    [
        ("Prince Blane waited.", "The duchess was at home in Zell until she left for Corran on Thursday, it is told."),
        ("Ada Quill waited.", "The widow of a pilot had cried at the harbour before she sold a ferry on Thursday."),
        ("Prince Blane waited. Nobody knew him.", "In Corran, she sold a ferry on Thursday."),
    ],
)
def test_nobody_is_meant_where_gender_or_a_nearer_noun_speaks_against_him(before: str, cut: str) -> None:
    entries = timeline_of([Article("a", f"{before} {cut}", dt.date(2021, 3, 12))]).entries
    assert [entry.meaning for entry in entries if entry.meaning] == []


def test_who_is_named_has_no_meaning() -> None:
    assert told("Ilona Varga paints bridges. On Thursday Ilona Varga moved to a barge.", "2021-03-11").meaning is None


@pytest.mark.parametrize(
    "told_back",
    [
        "They fell out on Thursday over the price of a barge.",
        "On Thursday they fell out over the price of a barge.",
        "The deal was called off on Thursday after a night of talks.",
        "This deal with Corran Lines was called off on Thursday.",
        "The two painters of Corran fell out on Thursday.",
        "But this week it became a flash point for Norland on Thursday.",
        "On Thursday rumours went about in Norland that he’d sing in Zell.",
        "Norland sentenced her to a year in prison on Thursday.",
        "The 65-year-old two-time ZFL Coach of the Year announced the decision on Thursday.",
        "But Tor Lund sold the ferry Marigold on Thursday.",
        "Late on Thursday it called off the sailing to Zell.",
        "The plan failed on Thursday, Tor Lund said.",
        "The Spaniard told Tor Lund on Thursday that Zell would wait.",
        "Tor Lund spoke on Thursday of such sailings.",
        "“We hope [the ferry] comes back,” Tor Lund said on Thursday.",
        "“Zell has waited for it since Thursday.”",
        "Like many places in Norland our camera caught the fire on Thursday.",
    ],
)
def test_what_points_back_is_read_with_the_sentence_before(told_back: str) -> None:
    assert beside(f"Ilona Varga met Ada Quill. {told_back}") == "Ilona Varga met Ada Quill."


def test_what_is_cut_out_of_a_sentence_is_read_within_it() -> None:
    whole = "Corran Lines praised the mayor, who took office in May 2012 after Ada Quill resigned."
    line = told(f"{whole} Nobody else did.", "2012-05")
    assert line.headline != whole
    assert line.context == Context("a", 0, len(whole), whole, needed=True)


@pytest.mark.parametrize(
    "alone",
    [
        "The ferry Marigold sank on Thursday off Corran.",
        "This week the ferry Marigold sailed on Thursday.",
        "The 65-year-old Ada Quill sold the ferry Marigold on Thursday.",
        "“We and our children are well,” Ada Quill said on Thursday.",
        "A visit to the White House ended on Thursday.",
    ],
)
def test_what_is_understood_alone_needs_nothing(alone: str) -> None:
    text = f"Ilona Varga met Ada Quill. {alone}"
    assert beside(text) is None
    assert read_with(text) == "Ilona Varga met Ada Quill."


def test_where_nothing_stands_before_there_is_nothing_to_show() -> None:
    assert beside("They fell out on Thursday over the price of a barge.") is None


def test_what_a_headline_takes_for_known_is_read_where_the_article_tells_it() -> None:
    told_in = "Corran Lines bought an app for its tickets."
    rest = "Ada Quill praised it. Buyers like the app. Tor Lund hates the app. Zell is far away. It rained in Corran."
    assert beside(f"{told_in} {rest} Norland blocked the app on Thursday.") == told_in


def test_a_day_that_is_counted_from_another_one_is_read_with_what_was_then() -> None:
    before = "Ilona Varga met Ada Quill on Wednesday."
    assert beside(f"{before} A day later Tor Lund sold the ferry Marigold.") == before


def test_what_is_cut_out_of_a_sentence_that_leans_itself_is_read_with_the_one_before_it() -> None:
    before = "Zell built a harbour for Norland."
    whole = "Some laughed about the harbour, which was opened by Ada Quill in May 2012 after Tor Lund resigned."
    assert beside(f"{before} {whole} Nobody else did.", "2012-05") == f"{before} {whole}"


def test_what_was_told_once_and_far_before_is_read_where_it_was_told() -> None:
    told_in = "Norland passed a law on harbours."
    rest = " ".join(f"Ada Quill walked to {place} and back." for place in ("Zell", "Corran", "Blane", "Orsa"))
    assert beside(f"{told_in} {rest} On Thursday Tor Lund rejected criticism of the law.") == told_in


def test_up_to_three_sentences_before_are_read_and_no_longer_ones() -> None:
    short = [f"Ada Quill walked to {place} and back." for place in ("Zell", "Corran", "Blane", "Orsa")]
    assert read_with(f"{' '.join(short)} On Thursday Tor Lund swam.") == " ".join(short[1:])
    long = [f"{sentence[:-1]}, {'on and on, ' * 20}in the rain." for sentence in short]
    assert read_with(f"{' '.join(long)} On Thursday Tor Lund swam.") == long[3]


def test_a_sentence_after_which_more_follows_is_read_with_the_next_one() -> None:
    said = "Ada Quill of Corran Lines waited."
    more = "On Thursday Tor Lund sent a letter to the harbour of Zell:"
    assert read_with(f"{said}\n{more}\nWe shall never sell a ferry.") == f"{said}\n{more}\nWe shall never sell a ferry."


def test_what_follows_is_not_read_where_it_is_a_long_reading() -> None:
    said = "Ada Quill of Corran Lines waited."
    more = "On Thursday Tor Lund sent a letter to the harbour of Zell:"
    assert read_with(f"{said}\n{more}\nWe shall never sell a ferry, {'on and on, ' * 90}in the rain.") == said


def test_a_riddle_that_opens_a_report_is_read_with_the_sentence_behind_it() -> None:
    solved = "Ada Quill and Tor Lund had rowed for a year."
    assert read_with(f"Two of the most patient rowers were home again on Thursday. {solved}") == solved
    assert read_with(f"Tor Lund was home again on Thursday. {solved}") is None


REST = " ".join(f"Ada Quill walked to {place} and back." for place in ("Zell", "Corran", "Blane", "Orsa"))
LAST = "On Thursday Tor Lund swam."


@pytest.mark.parametrize(
    ("title", "text", "about"),
    [
        ("Rowers of  Zell", f"{REST} {LAST}", "Rowers of Zell"),
        ("Rowers of Zell", LAST, "Rowers of Zell"),
        (LAST, LAST, None),
        (None, f"{REST} {LAST}", "Ada Quill walked to Zell and back."),
        (None, f"GALLERY\n\nIt rained. {REST} {LAST}", "Ada Quill walked to Zell and back."),
        (None, f"Ivo Marl sells his mill in Norland. {REST} {LAST}", "Ada Quill walked to Zell and back."),
        (None, f"Ada Quill walked. {LAST}", None),
        (None, LAST, None),
    ],
)
def test_what_the_article_is_about_is_its_title_or_its_opening(title: str | None, text: str, about: str | None) -> None:
    (line,) = timeline_of([Article("a", text, dt.date(2021, 3, 12), title=title)]).entries
    assert line.about == about
