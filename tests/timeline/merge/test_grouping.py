"""What is one event: told on one day by several outlets, at two grains, before and after; and what is not."""

import datetime as dt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import Article, Entry, Status, timeline_of
from dateline.languages import named
from dateline.reading.article import read_article
from dateline.timeline.close.tellings import close_reading
from dateline.timeline.merge.grouping import merge
from dateline.timeline.select import passages

ENGLISH = named("en")

MARCH_5 = dt.date(2021, 3, 5)  # a Friday


def article(text: str, published: dt.date = MARCH_5, source: str = "Aar Wire", name: str = "") -> Article:
    return Article(name or f"{source} {published}", text, published, source)


def entries(*texts: str, published: dt.date = MARCH_5) -> list[Entry]:
    """The entries of a story whose articles, one for each text, come from outlets of their own."""
    articles = [article(text, published, f"Outlet {number}") for number, text in enumerate(texts)]
    return list(timeline_of(articles).entries)


def together(story: list[Article], *anchors: str) -> bool:
    """Whether one entry rests on passages that hold all the anchors."""
    return any(
        all(any(anchor in evidence.exact for evidence in entry.evidence) for anchor in anchors)
        for entry in timeline_of(story).entries
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "President Ilona Varga met Chancellor Peter Brandl in Lindow on Thursday, aides said.",
            "Varga and Brandl held talks on Thursday at the old customs house. President Ilona Varga looked tired.",
        ),
        (
            "A ferry sank off the island of Skarn on Wednesday night and drowned nine people.",
            "Nine people drowned on Wednesday when the Skarn ferry went down.",
        ),
        (
            "The Lindow bridge, the longest in the country, reopened on Tuesday.",
            "Lorries crossed the Lindow bridge again on Tuesday after it was reopened by the mayor.",
        ),
    ],
)
def test_one_day_told_in_other_words_is_one_entry(one: str, other: str) -> None:
    found = entries(one, other)
    assert [len({evidence.article for evidence in entry.evidence}) for entry in found] == [2]
    assert found[0].sources == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "President Ilona Varga met Chancellor Peter Brandl in Lindow on Thursday.",
            "President Ilona Varga opened a dairy in Gressow on Thursday.",
        ),
        (
            "Varga visited a school in Lindow on Thursday.",
            "Police arrested four men at the harbour on Thursday over a theft of copper.",
        ),
        (
            "“The river is ours,” Varga said on Thursday.",
            "“Nobody told us of the flood,” Brandl said on Thursday.",
        ),
    ],
)
def test_two_things_of_one_day_stay_apart(one: str, other: str) -> None:
    assert len(entries(one, other)) == 2


def test_two_meetings_of_the_same_people_stay_apart() -> None:
    found = entries(
        "Varga and Brandl met in Lindow on March 2. They will meet again in Gressow on March 19.",
        "Brandl met Varga in Lindow on March 2, and the two are to meet in Gressow on March 19.",
    )
    assert [entry.date.value for entry in found] == ["2021-03-02", "2021-03-19"]
    assert all(entry.sources == 2 for entry in found)


def test_what_is_called_off_is_the_event_that_was_planned() -> None:
    planned = article("A visit by President Varga to the Gressow dairy is planned for Monday.", dt.date(2021, 3, 4))
    off = article(
        "The visit to the Gressow dairy that was planned for Monday has been called off, its manager said.",
        dt.date(2021, 3, 6),
        "Gressow Echo",
    )
    (entry,) = timeline_of([planned, off]).entries
    assert entry.status is Status.CANCELLED
    # What heads the entry tells where the event stands now.
    assert [evidence.status for evidence in entry.evidence] == [Status.CANCELLED, Status.SCHEDULED]


def test_an_event_told_by_the_month_joins_its_day() -> None:
    story = [
        article(
            "Talks between Varga and Brandl in Gressow broke down on January 14 over fishing.", source="Gressow Echo"
        ),
        article("Varga has not spoken to Brandl since their talks in Gressow failed in January.", source="Aar Wire"),
    ]
    (entry,) = timeline_of(story).entries
    assert entry.date.value == "2021-01-14"


def test_an_event_told_by_the_month_stays_there_when_two_days_fit() -> None:
    story = [
        article("Varga met Brandl in Gressow on January 14. Varga met Brandl in Gressow again on January 28."),
        article("Varga and Brandl met in Gressow in January.", source="Gressow Echo"),
    ]
    assert {entry.date.value for entry in timeline_of(story).entries} == {"2021-01", "2021-01-14", "2021-01-28"}


def test_what_is_hoped_for_by_the_month_is_no_day_of_it() -> None:
    story = [
        article("Varga and Brandl are expected to meet in Gressow by the end of March."),
        article("Varga and Brandl met in Gressow on March 10.", dt.date(2021, 3, 11), "Gressow Echo"),
    ]
    assert [entry.date.value for entry in timeline_of(story).entries] == ["2021-03", "2021-03-10"]


def test_names_that_the_whole_story_shares_join_nothing() -> None:
    days = ("Monday", "Tuesday", "Wednesday")
    background = article(" ".join(f"Ilona Varga rested in Lindow on {day}." for day in days), source="Lindow Echo")
    story = [
        background,
        article("Ilona Varga laid a wreath in Lindow on Thursday.", source="Aar Wire"),
        article("Ilona Varga bought two horses in Lindow on Thursday.", source="Gressow Echo"),
    ]
    assert not together(story, "wreath", "horses")


def test_a_known_event_that_names_nobody_is_the_one_of_its_kind() -> None:
    story = [
        article(
            "President Ilona Varga and Chancellor Peter Brandl will meet on Thursday in Gressow.", dt.date(2021, 3, 2)
        ),
        article("The summit on Thursday was long on handshakes and short on fish.", source="Gressow Echo"),
    ]
    assert together(story, "will meet on Thursday", "The summit on Thursday")


def test_the_hours_of_one_articles_chronicle_are_entries_of_their_own() -> None:
    found = entries(
        "At 10:08 p.m. on Thursday an officer sounded the alarm. At 10:13 p.m. on Thursday the officer found the "
        "suspect dead. At 11:20 p.m. on Thursday officers opened the second room."
    )
    assert len(found) == 3


def test_one_statement_told_in_two_wordings_is_one_entry() -> None:
    (found,) = entries(
        "“We will not sell the harbour,” President Ilona Varga said on Thursday.",
        "The harbour of Lindow will not be sold, President Ilona Varga said on Thursday.",
    )
    assert found.sources == 2


def test_a_stump_of_a_sentence_is_told_with_its_sentence() -> None:
    found = entries(
        "The council closed the Lindow bridge on Wednesday, and as early as Thursday the first ferries were full."
    )
    assert all(len(evidence.exact.split()) > 5 for entry in found for evidence in entry.evidence)


SENTENCES = (
    "Varga met Brandl in Gressow on Thursday.",
    "Varga and Brandl held talks in Gressow on Thursday.",
    "The Lindow bridge reopened on Tuesday.",
    "A storm closed the Lindow bridge on 12 January.",
    "The bridge at Lindow was shut in January after a storm.",
    "Nine people drowned on Wednesday when the Skarn ferry sank.",
    "At least 11 people died when a ferry sank off Skarn on Wednesday.",
)


@pytest.mark.slow
@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), min_size=1, max_size=5), st.randoms())
def test_entries_do_not_depend_on_the_order_of_the_articles(texts: list[list[str]], random: Random) -> None:
    story = [
        article(" ".join(text), source=f"Outlet {number % 3}", name=str(number)) for number, text in enumerate(texts)
    ]
    shuffled = list(story)
    random.shuffle(shuffled)
    assert timeline_of(shuffled).entries == timeline_of(story).entries


@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), min_size=1, max_size=5))
def test_every_telling_is_in_exactly_one_group(texts: list[list[str]]) -> None:
    story = [article(" ".join(text), name=str(number)) for number, text in enumerate(texts)]
    told = close_reading(passage for one in story for passage in passages.of(read_article(one)))
    grouped = [telling for group in merge(ENGLISH, told) for telling in group]
    assert sorted(telling.passage.key for telling in grouped) == sorted(telling.passage.key for telling in told)


@pytest.mark.slow
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True))
def test_a_copy_of_the_story_tells_no_other_events(texts: list[str]) -> None:
    story = [article(text, source=f"Outlet {number}", name=str(number)) for number, text in enumerate(texts)]
    copies = [article(one.text, source=one.source or "", name=f"copy of {one.id}") for one in story]
    alone, both = (len(timeline_of(those).entries) for those in (story, story + copies))
    assert both == alone
