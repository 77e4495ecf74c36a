import datetime as dt
from collections import Counter
from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Article, Timeline
from dateline.pipeline import timeline_of
from dateline.reading.article import ArticleReading, read_article
from dateline.request import Request
from dateline.timeline.build import Growing, build

CITIES = ["Ardale", "Borwick", "Carsby", "Dunmere", "Elmstow", "Farleigh", "Gorsley", "Hexton"]
DEEDS = [
    "police arrested the mayor of {} over missing funds",
    "a fire destroyed the market hall of {}",
    "voters in {} elected a new council",
    "the last coal mine near {} closed for good",
    "engineers reopened the old bridge at {}",
]


def report(number: int) -> Article:
    """One of any number of reports, each on an event of its own and on one that all of them speak of."""
    day = dt.date(2021, 3, 1) + dt.timedelta(number % 45)
    deed = DEEDS[number % 5].format(CITIES[number % 8])
    text = (
        f"On {day.day} {day:%B %Y} {deed}, officials said. "
        f"The ferry Marigold sank off Carsby on 1 March 2021, killing nine. "
        f"It was raining, and the inquiry number {number} is to open on 3 May 2021."
    )
    return Article(f"r{number:03}", text, day + dt.timedelta(1), f"Outlet {number % 7}")


def large_story(count: int = 60) -> list[Article]:
    return [report(number) for number in range(count)]


def values(timeline: Timeline) -> list[str]:
    return [entry.date.value for entry in timeline.entries]


def test_a_handful_of_articles_keeps_every_dated_statement() -> None:
    articles = large_story(12)
    days = {(article.published or dt.date.max) - dt.timedelta(1) for article in articles}
    assert {day.isoformat() for day in days} | {"2021-03-01", "2021-05-03"} <= set(values(timeline_of(articles)))


def test_a_large_story_shows_the_days_that_many_speak_of() -> None:
    timeline = timeline_of(large_story())
    assert "2021-03-01" in values(timeline)
    assert len(set(values(timeline))) < 46


def test_the_headline_of_a_great_day_is_what_all_tell_of_it() -> None:
    timeline = timeline_of(large_story(), Request(dates=1, sentences=1))
    assert [entry.headline for entry in timeline.entries] == [
        "The ferry Marigold sank off Carsby on 1 March 2021, killing nine."
    ]


@pytest.mark.parametrize(("dates", "sentences"), [(1, 1), (5, 1), (3, 2), (200, 4)])
def test_no_more_dates_and_entries_than_asked_for(dates: int, sentences: int) -> None:
    per_date = Counter(values(timeline_of(large_story(), Request(dates=dates, sentences=sentences))))
    assert 0 < len(per_date) <= dates
    assert max(per_date.values()) <= sentences


def test_as_many_dates_as_asked_for_where_there_are_so_many() -> None:
    assert len(set(values(timeline_of(large_story(), Request(dates=30, sentences=1))))) == 30


def test_entries_lie_within_the_days_asked_for() -> None:
    since, until = dt.date(2021, 3, 5), dt.date(2021, 3, 9)
    timeline = timeline_of(large_story(), Request(since=since, until=until))
    assert timeline.entries
    assert all(since <= entry.date.last and entry.date.first <= until for entry in timeline.entries)


def test_a_query_steers_which_entry_a_date_shows() -> None:
    articles = [
        Article("a", "On 1 March 2021 the council of Ardale met and the mayor of Ardale spoke.", dt.date(2021, 3, 2)),
        Article("b", "On 1 March 2021 the council of Ardale voted and the mayor of Ardale lost.", dt.date(2021, 3, 2)),
        Article("c", "On 1 March 2021 two climbers reached the peak of Mount Lorn in a storm.", dt.date(2021, 3, 2)),
    ]
    timeline = timeline_of(articles, Request(dates=1, sentences=1, queries=("climbers",)))
    assert [entry.headline for entry in timeline.entries] == [articles[2].text]


def test_no_event_is_told_twice() -> None:
    articles = [
        Article(f"a{n}", f"The ferry Marigold sank off Carsby on 1 March 2021, {words}.", dt.date(2021, 3, 2 + n))
        for n, words in enumerate(["killing nine people", "killing nine of the crew", "with nine killed"])
    ]
    entries = timeline_of(articles, Request(sentences=3)).entries
    assert len(entries) == 1
    assert len(entries[0].evidence) == 3


@pytest.mark.slow
@settings(max_examples=10)
@given(st.permutations(large_story(24)))
def test_the_order_of_the_articles_changes_nothing(articles: Sequence[Article]) -> None:
    assert timeline_of(articles) == timeline_of(large_story(24))


def test_every_entry_rests_on_words_of_its_articles() -> None:
    articles = large_story()
    text = {article.id: article.text for article in articles}
    for entry in timeline_of(articles).entries:
        assert entry.evidence
        assert entry.headline in " ".join(entry.evidence[0].exact.split())
        assert all(text[e.article][e.start : e.end] == e.exact for e in entry.evidence)


def test_a_text_without_a_date_gives_an_empty_timeline() -> None:
    timeline = timeline_of([Article("a", "Nobody knew why the bells were ringing in the valley.", dt.date(2021, 3, 2))])
    assert timeline.entries == ()
    assert len(timeline.articles) == 1


def test_a_single_date_far_in_the_past_is_an_entry() -> None:
    article = Article("a", "The abbey of Holm burned down on 3 August 1542 and was not rebuilt.", dt.date(2021, 3, 2))
    assert values(timeline_of([article])) == ["1542-08-03"]


def test_a_large_story_with_one_year_alone_shows_it() -> None:
    silent = [Article(f"s{n}", f"Team {n} looks for the wreck.", dt.date(2020, 3, 4)) for n in range(30)]
    told = Article("a", "The steamer sank off Low Alder in 1907 with all hands.", dt.date(2020, 3, 4))
    assert [entry.date.value for entry in timeline_of([*silent, told], Request(parse=False)).entries] == ["1907"]


def test_a_month_that_one_report_of_a_large_story_names_in_passing_is_left_out() -> None:
    reports = [
        Article(f"a{n}", f"Team {n} reached the wreck off Low Alder on Monday.", dt.date(2020, 3, 4)) for n in range(30)
    ]
    passing = Article("p", "The museum of Low Alder bought a new roof in January 2019.", dt.date(2020, 3, 4))
    assert {entry.date.value for entry in timeline_of([*reports, passing], Request(parse=False)).entries} == {
        "2020-03-02"
    }


@pytest.mark.slow
def test_near_copies_by_the_hundred_are_one_source() -> None:
    wire = (
        "The ferry Marigold sank off Carsby on 1 March 2021, killing nine people in the cold of the morning. The "
        "captain of the ship told the inquiry that the pumps of the engine room had failed in the storm. The owners of "
        "the line said that a diver was to examine the wreck at the bottom of the sound in the spring."
    )
    articles = [Article(f"c{n:03}", f"{wire} Copy {n}.", dt.date(2021, 3, 2), f"Paper {n}") for n in range(300)]
    timeline = timeline_of(articles)
    assert timeline.entries
    assert {entry.sources for entry in timeline.entries} == {1}
    assert timeline.entries[0].evidence[0].article == "c000"


PEOPLE = ["Ilona Varga", "Josef Brandl", "Emil Varga", "Rosa Feld"]


def said(number: int) -> Article:
    """A report that names by surname whom another one names in full, prints another one's text, or gives no day."""
    day = dt.date(2021, 3, 1) + dt.timedelta(number % 9)
    who = PEOPLE[number % 4]
    opening = [
        f"{who} opened the harbour of {CITIES[number % 8]} on {day:%B} {day.day}.",
        f"{who.split()[1]} said on Monday that the harbour of Carsby will open in May.",
        f"Mayor {who} has resigned after a quarrel over the harbour of Carsby, his office said.",
        "The Harbour Union of Carsby (HUC) struck on Tuesday; 12 people were hurt.",
        "The HUC denied that the strike of last Tuesday in Carsby hurt 14 people.",
    ][number % 5]
    body = report(number).text if number % 3 else report(number // 2).text
    return Article(f"s{number:03}", f"{opening} {body}", day + dt.timedelta(number % 3), f"Outlet {number % 7}")


@cache
def as_read(number: int, _copy: str) -> ArticleReading:
    return read_article(said(number))


@pytest.mark.parametrize(
    "request_",
    [
        pytest.param(Request(), marks=pytest.mark.slow),
        Request(dates=4, sentences=2),
        pytest.param(Request(queries=("Varga",)), marks=pytest.mark.slow),
    ],
)
@settings(max_examples=6, deadline=None)
@given(order=st.permutations(range(45)), sizes=st.lists(st.integers(1, 20), min_size=2, max_size=4))
def test_a_story_that_grows_is_told_as_from_scratch(request_: Request, order: list[int], sizes: list[int]) -> None:
    growing, out = Growing(request_), 0
    for size in sizes:
        out = min(len(order), out + size)
        read = sorted(order[:out], key=lambda number: (str(said(number).published), number))
        told = growing.timeline(as_read(number, "grown") for number in read)
        assert told == build((as_read(number, "from scratch") for number in read), request_)


def test_a_story_that_loses_an_article_is_told_as_if_it_had_not_been() -> None:
    read = [read_article(article) for article in sorted(map(said, range(30)), key=lambda a: (str(a.published), a.id))]
    growing = Growing(Request())
    growing.timeline(read)
    for left in (read[1:], [*read[:10], *read[12:]], read[:-3]):
        assert growing.timeline(left) == build(left, Request())


def test_what_did_not_change_is_not_told_again() -> None:
    read = [read_article(article) for article in large_story()]
    growing = Growing(Request())
    growing.timeline(read[:-1])
    before = {entry.id: entry for entry in growing.timeline(read[:-1]).entries}
    again = growing.timeline(read[:-1]).entries
    assert all(entry.history is before[entry.id].history for entry in again)
