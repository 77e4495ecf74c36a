import datetime as dt

from dateline import write
from dateline.model import Facet, Facets, Hit, SearchResult, Span, Stories, StoryReference

DAY = dt.date(2023, 10, 14)


def test_a_line_for_each_story() -> None:
    story = StoryReference(3, "Ferry sinks", ("a", "b"), 2, DAY, DAY, 0)
    assert write(Stories((story,)), "table").splitlines() == [
        "id  first       last        articles  outlets  ahead  title",
        "3   2023-10-14  2023-10-14  2         2               Ferry sinks",
    ]


def test_what_was_sought_is_marked_and_nothing_of_a_text_is_sent_to_the_terminal() -> None:
    exact = "The ferry\n\x1b[31m sank."
    hit = Hit("a", 3, "Courier", "Ferry", DAY, 10, 10 + len(exact), exact, (Span(14, 19),))
    facets = Facets((Facet("Courier", 1),), (), (), (), (), (Facet("3", 1),))
    told = write(SearchResult(1, (hit,), (), facets, "abc"), "table")
    assert "The [ferry] ␛[31m sank." in told
    assert "outlets: Courier 1" in told
    assert "--cursor abc" in told
