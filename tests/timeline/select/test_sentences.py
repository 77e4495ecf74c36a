import datetime as dt

import pytest

from dateline.languages import named
from dateline.model import Article
from dateline.reading.article import read_article
from dateline.text.copies import Copies
from dateline.timeline.select.limits import Quota, room
from dateline.timeline.select.passages import of
from dateline.timeline.select.sentences import SentenceChoice, choose_sentences
from dateline.timeline.select.subject import subject_of
from dateline.timeline.story import Story


def chosen(
    *reports: tuple[str, str], entries: int = 1, copies: dict[str, str] | None = None, asked: str = ""
) -> SentenceChoice:
    """What is chosen of reports of one date, given as day of publication and text."""
    articles = [
        Article(f"a{number}", text, dt.date.fromisoformat(day), f"Outlet {number}")
        for number, (day, text) in enumerate(reports)
    ]
    passages = [passage for article in articles for passage in of(read_article(article))]
    weights = {passage.place: 5.0 for passage in passages if asked and asked in passage.text}
    dated = {passages[0].date.value: passages}
    story = Story(named("en"), articles, Copies(copies or {}), dated, (), weights, subject_of(passages))
    return choose_sentences(story, passages, Quota(entries, entries, room(entries), 3 * entries))


def heads(*reports: tuple[str, str], entries: int = 1, asked: str = "") -> list[str]:
    return [passage.text for passage in chosen(*reports, entries=entries, asked=asked).heads]


DAM = "The Ystrad dam burst on 4 March 2020 after a week of rain."
DAM_BRIEFLY = "The Ystrad dam burst on 4 March 2020 and the valley flooded."
SCHOOL = "A school in the next county held its sports day on 4 March 2020 all the same."


def test_what_most_articles_say_of_a_day_is_chosen() -> None:
    assert heads(("2020-03-05", SCHOOL), ("2020-03-05", DAM), ("2020-03-06", DAM_BRIEFLY))[0] in {DAM, DAM_BRIEFLY}


def test_the_second_sentence_says_something_else() -> None:
    found = heads(("2020-03-05", DAM), ("2020-03-05", DAM_BRIEFLY), ("2020-03-05", SCHOOL), entries=2)
    assert SCHOOL in found[:2]


def test_a_sentence_printed_twice_is_chosen_once_from_the_one_who_had_it_first() -> None:
    found = chosen(("2020-03-06", DAM), ("2020-03-05", DAM), entries=5)
    assert [passage.article.id for passage in found.heads] == ["a1"]


def test_a_sentence_that_points_back_gives_way() -> None:
    pointing = "It burst on 4 March 2020 after a week of rain at Ystrad."
    assert heads(("2020-03-05", "The dam was old. " + pointing), ("2020-03-05", DAM))[0] == DAM


@pytest.mark.parametrize("mark", ["* ", "-- ", "- ", "(", "HADDAD: "])
def test_items_of_lists_and_stamps_of_live_reports_give_way(mark: str) -> None:
    item = f"{mark}The Ystrad dam burst on Wednesday after rain."
    report = "The Ystrad dam burst on Wednesday after days of rain."
    assert heads(("2020-03-05", item), ("2020-03-06", report))[0] == report


def test_a_caption_gives_way_to_a_report() -> None:
    caption = "Water pours over the Ystrad dam after it burst on Wednesday, 4 March 2020."
    report = "Water poured over the Ystrad dam after it burst on Wednesday."
    assert heads(("2020-03-05", caption), ("2020-03-06", report))[0] == report


def test_a_sentence_to_which_a_headline_sticks_gives_way() -> None:
    report = "The Ystrad dam burst on Wednesday after days of rain."
    glued = f"Valley Flooded After Dam Bursts {report}"
    assert heads(("2020-03-05", glued), ("2020-03-06", report))[0] == report


@pytest.mark.parametrize(
    "weaker",
    [
        "The Ystrad dam could burst on 4 March 2020 after days of rain.",
        "The Ystrad dam burst on 4 March 2020, five days after the rain of 28 February 2020.",
        "We saw the Ystrad dam burst on 4 March 2020 after days of rain.",
    ],
)
def test_what_looks_ahead_or_tells_of_other_days_or_of_oneself_gives_way(weaker: str) -> None:
    assert heads(("2020-03-03", weaker), ("2020-03-05", DAM))[0] == DAM


def test_a_paragraph_gives_way_to_a_sentence() -> None:
    paragraph = (
        DAM.removesuffix(".") + ", " + ", ".join(f"and then came wave number {n} of rain" for n in range(12)) + "."
    )
    assert heads(("2020-03-05", paragraph), ("2020-03-06", DAM)) == [DAM]


def test_what_was_asked_for_is_chosen() -> None:
    reports = (("2020-03-05", DAM), ("2020-03-05", DAM_BRIEFLY), ("2020-03-05", SCHOOL))
    assert heads(*reports, asked="sports day")[0] == SCHOOL


def test_a_phrase_of_copies_is_one_outlets_phrase() -> None:
    other = "Engineers opened the spillway of the Ystrad dam on 4 March 2020 at dawn."
    dawn = "Crews opened the spillway gates at Ystrad on 4 March 2020 at dawn."
    fair = "The county fair drew record crowds to the showground on 4 March 2020."
    fairs = [("2020-03-05", fair.replace("record", word)) for word in ("record", "large", "huge", "big")]
    copies = {f"a{n}": "a0" for n in range(4)}
    found = chosen(*fairs, ("2020-03-05", other), ("2020-03-05", dawn), copies=copies)
    assert found.heads[0].text in {other, dawn}


def test_further_passages_begin_with_the_most_alike_of_each_article() -> None:
    variants = [DAM.replace("a week", length) for length in ("days", "a month", "a night", "two weeks", "hours")]
    found = chosen(*(("2020-03-05", text) for text in [SCHOOL, DAM, *variants]))
    assert found.further
    assert {passage.text for passage in found.further} <= {DAM, *variants}
