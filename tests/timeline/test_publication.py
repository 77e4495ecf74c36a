import datetime as dt

import pytest

from dateline.model import Article
from dateline.pipeline import changes_of, timeline_of
from dateline.reading.article import read_article
from dateline.request import Request
from dateline.timeline.publication import on_their_days

DAY = dt.date(2021, 6, 4)
ONLINE = "Miners at the Orrin pit today voted to strike over safety after the collapse of a shaft, their union said."
IN_PRINT = "Miners at the Orrin pit yesterday voted to strike over safety after the collapse of a shaft in the north."


def days(*texts: str, given: dt.date = DAY, updated: dt.datetime | None = None) -> list[dt.date | None]:
    """The days that articles of one day are read as of."""
    articles = [Article(f"a{number}", text, given, updated=updated) for number, text in enumerate(texts)]
    return [reading.article.published for reading in on_their_days(map(read_article, articles), print)]


def test_a_paper_is_of_the_day_after_where_its_yesterday_is_the_today_of_another() -> None:
    assert days(ONLINE, IN_PRINT) == [DAY, DAY + dt.timedelta(1)]
    assert days(ONLINE.replace("today", "on Friday"), IN_PRINT) == [DAY, DAY + dt.timedelta(1)]


@pytest.mark.parametrize(
    "other",
    [
        ONLINE.replace("today", "yesterday"),
        ONLINE.replace("over safety after the collapse of a shaft", "for a second time over pay and pensions"),
        ONLINE.replace("a shaft", "9 shafts"),
        ONLINE.replace("today voted", "today, a day after the vote of 3 June, voted"),
    ],
    ids=["also seen from the day after", "another vote", "other figures", "a sentence of two days"],
)
def test_what_others_tell_otherwise_is_no_evidence(other: str) -> None:
    assert days(other, IN_PRINT) == [DAY, DAY]


def test_a_paper_keeps_its_day_where_others_tell_of_the_same_yesterday() -> None:
    assert days(ONLINE, IN_PRINT, ONLINE.replace("today", "on Thursday")) == [DAY, DAY, DAY]


TOLD = [
    "A lorry drove into a crowd on the quay of Corran on Thursday night and killed 12 people, police said.",
    "Police shot the driver of a lorry that killed people in a crowd on the quay of Corran on Thursday, she said.",
    "Corran was in shock after a lorry was driven into a crowd at a firework on the quay on Thursday, killing 12.",
]
LATE = (
    "People on the quay of Corran told how they fled the lorry last night. "
    "A crowd had watched the firework when the killing began last night, they said."
)


def test_an_article_is_of_the_day_after_where_what_it_tells_of_yesterday_was_on_its_own_day_by_all_others() -> None:
    thursday = dt.date(2021, 6, 3)
    assert days(LATE, *TOLD, given=thursday) == [DAY, thursday, thursday, thursday]
    assert days(LATE, *TOLD[:2], given=thursday)[0] == thursday
    assert days(LATE, *TOLD, "A lorry was stolen in Corran on Wednesday.", given=thursday)[0] == thursday
    assert days(LATE.replace("last night, they", "on a barge, they"), *TOLD, given=thursday)[0] == thursday


def test_a_version_has_the_day_of_its_update() -> None:
    assert days(ONLINE, IN_PRINT, updated=dt.datetime(2021, 6, 4, 22, tzinfo=dt.UTC)) == [DAY, DAY]


def test_what_both_tell_is_one_line_on_the_day_it_happened_and_the_reader_is_told() -> None:
    notes: list[str] = []
    articles = [Article("web", ONLINE, DAY), Article("print", IN_PRINT, DAY, read_from="papers.jsonl:2")]
    timeline = timeline_of(articles, Request(parse=False, note=notes.append))
    assert [entry.date.value for entry in timeline.entries] == ["2021-06-04"]
    assert {a.id: a.published for a in timeline.articles} == {"web": DAY, "print": DAY + dt.timedelta(1)}
    assert notes == [
        "published the day after the one given, by what others tell of that day: papers.jsonl:2",
    ]


def test_what_changes_in_a_story_is_told_by_the_same_days() -> None:
    articles = [Article("web", ONLINE, DAY), Article("print", IN_PRINT, DAY)]
    changes = changes_of(articles, DAY - dt.timedelta(1), Request(parse=False)).changes
    assert {change.date.value for change in changes} == {"2021-06-04"}
