import datetime as dt

from dateline.model import Article, Evidence, Skip, SkipKind, Status
from dateline.writers.phrasing.quoting import Passage, in_paragraph


def _passage(text: str, exact: str, skipped: tuple[Skip, ...] = ()) -> Passage:
    start = text.index(exact)
    evidence = Evidence("a", start, start + len(exact), exact, Status.HAPPENED, None)
    return in_paragraph(evidence, [Article("a", text, dt.date(2023, 5, 1), language="en", skipped=skipped)])


def test_a_passage_is_shown_within_its_own_paragraph_only() -> None:
    text = "First line.\n\nThe port was shut. It opened on Monday. Trade resumed.\r\nLast line.\n"
    assert _passage(text, "It opened on Monday.") == (
        "The port was shut. ",
        "It opened on Monday.",
        " Trade resumed.",
        "en",
    )


def test_a_passage_over_two_paragraphs_shows_the_rest_of_both() -> None:
    assert _passage("One two.\nThree four.", "two.\nThree") == ("One ", "two.\nThree", " four.", "en")


def test_a_header_before_the_paragraph_is_left_out_and_a_dateline_is_not() -> None:
    text = "date 2023-05-01 ELMA (Wire) - The port opened."
    skipped = (Skip(0, 15, SkipKind.HEADER), Skip(16, 29, SkipKind.DATELINE))
    assert _passage(text, "The port opened.", skipped).before == "ELMA (Wire) - "


def test_an_endless_paragraph_is_cut_at_a_space_and_says_so() -> None:
    before, marked, after, _ = _passage("word " * 2_000 + "HERE" + " word" * 2_000, "HERE")
    assert marked == "HERE"
    assert before.startswith("… word word")
    assert before.endswith("word ")
    assert after.endswith("word word …")
    assert len(before) < 2_000
    assert len(after) < 2_000


def test_without_the_text_the_passage_stands_alone() -> None:
    evidence = Evidence("a", 3, 9, "opened", Status.HAPPENED, None)
    assert in_paragraph(evidence, []) == ("", "opened", "", None)


def test_of_several_versions_the_one_that_holds_the_passage_is_quoted() -> None:
    evidence = Evidence("a", 4, 8, "port", Status.HAPPENED, None)
    versions = [Article("a", "A port opened."), Article("a", "The port was shut.", language="en-GB")]
    assert in_paragraph(evidence, versions) == ("The ", "port", " was shut.", "en-GB")
    assert in_paragraph(evidence, versions[:1]) == ("", "port", "", None)
