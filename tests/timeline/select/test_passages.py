import datetime as dt

import pytest

from dateline.model import Article
from dateline.reading.article import read_article
from dateline.timeline.select.passages import Passage, by_value, first_told, of


def passages(text: str, published: str = "2021-05-21") -> list[Passage]:
    return list(of(read_article(Article("a", text, dt.date.fromisoformat(published), "The Mail"))))


def test_a_sentence_gives_one_passage_for_each_of_its_dates() -> None:
    found = passages("The trial opened on 3 May 2021 and was put off to 7 June 2021 at once.")
    assert [passage.date.value for passage in found] == ["2021-05-03", "2021-06-07"]
    assert len({passage.sentence for passage in found}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Did the ferry sink off Carsby on 1 March 2021, as the owners say?",
        "3 May 2021.",
        "The repairs of the old ferry took three weeks in all.",
        "The choir of Carsby meets every Tuesday in the old hall.",
        "FERRY: WHAT WE KNOW - Launch in Carsby on 3 May 2021 - Two decks - A bar - Forty cabins - No sails",
    ],
)
def test_questions_stumps_lengths_of_time_and_habits_tell_nothing_of_a_day(text: str) -> None:
    assert passages(text) == []


def test_passages_are_filed_by_date_in_the_order_of_the_calendar() -> None:
    found = by_value(
        passages(
            "The fair opened on 9 May 2021 in Carsby. The hall had burned down in May 2021. It reopened on 2 May 2021."
        )
    )
    assert list(found) == ["2021-05", "2021-05-02", "2021-05-09"] or list(found) == [
        "2021-05-02",
        "2021-05-09",
        "2021-05",
    ]


def test_a_report_printed_again_later_means_the_day_it_meant_at_first() -> None:
    text = "The ferry Marigold sank off Carsby on Monday, killing nine."
    first, again = passages(text, "2021-05-04"), passages(text, "2021-05-12")
    assert [passage.date.value for passage in first_told([*first, *again])] == ["2021-05-03"]


def test_another_report_of_another_monday_stays() -> None:
    first = passages("The ferry Marigold sank off Carsby on Monday, killing nine.", "2021-05-04")
    other = passages("The inquiry into the loss of the Marigold opened on Monday in Hexton.", "2021-05-12")
    assert first_told([*first, *other]) == [*first, *other]
