"""What always holds, on stories put together at random from sentences as news writes them."""

import datetime as dt
import pkgutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline import Article, Changes, Entry, Evidence, NothingToRead, OptionError, Request, Timeline, annotate, write
from dateline.errors import InputError, UnforeseenFault
from dateline.events.dates.agreement import DONE, PLANNED
from dateline.events.parsing import parser
from dateline.languages import named
from dateline.reading.entry_dates import date_of
from dateline.times.values import days

ENGLISH = named("en")
EXAMPLES = Path(__file__).parent.parent / "examples"

SENTENCES = (
    "The mayor of Lindow, Rosa Feld, opened the new bridge on Monday.",
    "A storm closed the bridge on 12 March, the water board said.",
    "Feld will meet Transport Minister Jan Oker on Thursday in Lindow.",
    "“We open on Friday,” she said, “whatever the river does.”",
    "The old bridge fell into the Aar in 1954.",
    "Oker denied on Tuesday that the ministry had stopped the money.",
    "Engineers are expected to finish by the end of next month.",
    "The vote planned for Wednesday was called off.",
    "A judge dismissed the case in December, and the town will appeal by the end of May.",
    "The fair is on Saturday; the market, which was to open in June 2018, has been closed since August.",
    "Is that the end of it?",
    "In recent years the town has grown.",
    "Read more: The ferrymen of Lindow",
    "\u202eThe <b>fair</b> & market 🎪 begin on 1 May.\x1b[31m",
)
DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2019, 12, 31))

# Invariants hold with and without the parser; without it they are tried on more stories in the same time.
UNPARSED = Request(parse=False)


def timeline_of(story: list[Article], as_of: dt.date | None = None) -> Timeline:
    return dateline.timeline_of(story, Request(parse=False, as_of=as_of))


def changes_of(story: list[Article], since: dt.date) -> Changes:
    return dateline.changes_of(story, since, UNPARSED)


@st.composite
def stories(draw: st.DrawFn) -> list[Article]:
    texts = draw(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), min_size=1, max_size=4))
    outlets = st.sampled_from(["Lindow Echo", "Aar Wire", None])
    return [Article(f"a{n}", "\n".join(text), draw(DAYS), source=draw(outlets)) for n, text in enumerate(texts)]


@pytest.mark.slow
@given(stories())
def test_every_entry_rests_on_the_characters_it_names(story: list[Article]) -> None:
    texts = {article.id: article.text for article in story}
    for entry in timeline_of(story).entries:
        assert entry.evidence
        assert entry.headline in {" ".join(evidence.exact.split()) for evidence in entry.evidence}
        for evidence in entry.evidence:
            assert texts[evidence.article][evidence.start : evidence.end] == evidence.exact
            assert 1 <= entry.sources <= len({e.article for e in entry.evidence})


def heads_that_carry_less(timeline: Timeline) -> list[Entry]:
    """Entries that have a passage with their status and their date, and stand under one that has not."""

    def carries(entry: Entry, told: Evidence) -> bool:
        covered = days(told.date) if told.date else None
        is_on_its_day = covered is not None and covered[0] <= entry.date.last and entry.date.first <= covered[1]
        return told.status is entry.status and is_on_its_day

    return [
        entry
        for entry in timeline.entries
        if any(carries(entry, told) for told in entry.evidence) and not carries(entry, entry.evidence[0])
    ]


@given(stories())
def test_a_line_stands_under_a_passage_that_carries_its_status_and_its_date(story: list[Article]) -> None:
    assert heads_that_carry_less(timeline_of(story)) == []


@pytest.mark.parametrize("example", ["storm", "summit"])
def test_so_do_the_lines_of_the_examples(example: str) -> None:
    articles = list(dateline.read(EXAMPLES / example / "articles").articles)
    assert heads_that_carry_less(timeline_of(articles)) == []


@pytest.mark.slow
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_does_not_matter(story: list[Article], random: Random) -> None:
    shuffled = list(story)
    random.shuffle(shuffled)
    assert write(timeline_of(shuffled), "json") == write(timeline_of(story), "json")


@given(stories())
def test_entries_stand_in_order_of_date_and_have_ids_of_their_own(story: list[Article]) -> None:
    entries = timeline_of(story).entries
    assert [entry.date.first for entry in entries] == sorted(entry.date.first for entry in entries)
    assert len({entry.id for entry in entries}) == len(entries)


@pytest.mark.slow
@given(stories(), DAYS)
def test_as_of_gives_what_the_earlier_articles_alone_give(story: list[Article], day: dt.date) -> None:
    earlier = [article for article in story if article.published and article.published <= day]
    if not earlier:
        with pytest.raises(NothingToRead):
            timeline_of(story, as_of=day)
    else:
        assert timeline_of(story, as_of=day) == timeline_of(earlier)


@pytest.mark.slow
@given(stories())
def test_nothing_changes_after_the_last_article(story: list[Article]) -> None:
    last = max(article.published for article in story if article.published)
    assert changes_of(story, last).changes == ()


@pytest.mark.slow
@given(stories(), DAYS)
def test_every_change_rests_on_what_came_later(story: list[Article], day: dt.date) -> None:
    later = {article.id for article in story if article.published and article.published > day}
    for change in changes_of(story, day).changes:
        # That a day has passed without a word of what was planned for it rests on who planned it.
        assert change.kind == "unconfirmed" or {evidence.article for evidence in change.evidence} & later
        assert change.before is not None or change.kind in {"new", "unconfirmed"}


@given(stories())
def test_annotations_point_into_the_text(story: list[Article]) -> None:
    for article, annotation in zip(story, annotate(story, request=UNPARSED), strict=True):
        for timex in annotation.timexes or ():
            assert article.text[timex.start : timex.end] == timex.text
        for name in annotation.names or ():
            assert article.text[name.start : name.end] == name.text
        for event in annotation.events or ():
            assert article.text[event.start : event.end] == event.text
        for skip in annotation.skipped:
            assert 0 <= skip.start < skip.end <= len(article.text)


def test_what_is_no_story_is_no_entry() -> None:
    text = "Date: 2019-04-02\n\nRead more: What happened on April 1\n\nThe bridge opened on Monday, April 1."
    timeline = timeline_of([Article("a", text, dt.date(2019, 4, 2))])
    assert [entry.headline for entry in timeline.entries] == ["The bridge opened on Monday, April 1."]


def test_the_newest_version_of_an_article_counts_and_the_older_one_before_it() -> None:
    first = Article("a", "The bridge opened on Monday.", dt.date(2019, 4, 3))
    second = Article(
        "a",
        "The bridge opened on Tuesday.",
        dt.date(2019, 4, 3),
        updated=dt.datetime(2019, 4, 5, 9, tzinfo=dt.UTC),
    )
    assert [e.date.value for e in timeline_of([second, first]).entries] == ["2019-04-02"]
    assert [e.date.value for e in timeline_of([second, first], as_of=dt.date(2019, 4, 4)).entries] == ["2019-04-01"]
    kinds = [change.kind for change in changes_of([first, second], dt.date(2019, 4, 4)).changes]
    assert kinds == ["corrected"]


def test_a_query_steers_what_is_kept() -> None:
    text = (
        "The council met on April 1. The council met again on April 2. "
        "The old ferry Brigitte was sold on March 30 to a museum."
    )
    story = [Article("a", text, dt.date(2019, 4, 3))]
    kept = dateline.timeline_of(story, Request(dates=1, queries=("ferry",), parse=False)).entries
    assert [entry.date.value for entry in kept] == ["2019-03-30"]


def test_an_undated_article_keeps_its_absolute_dates_only() -> None:
    text = "The bridge opened on 3 May 1987. It closed on Tuesday."
    assert [e.date.value for e in timeline_of([Article("a", text)]).entries] == ["1987-05-03"]


def test_a_layer_that_is_none_is_refused() -> None:
    with pytest.raises(OptionError, match="verbs"):
        annotate([], ["verbs"])


def test_a_moment_before_the_other_is_refused() -> None:
    with pytest.raises(OptionError, match="Swap"):
        dateline.changes_of([], dt.date(2019, 4, 3), Request(as_of=dt.date(2019, 4, 1)))


@pytest.mark.skipif(not parser.installed(ENGLISH), reason="the parser is an extra")
@settings(max_examples=15)
@given(stories())
def test_what_is_shown_stands_in_the_articles_and_agrees_with_its_date(story: list[Article]) -> None:
    texts = {article.id: article.text for article in story}
    published = {article.id: article.published for article in story}
    for parse in (True, False):
        for entry in dateline.timeline_of(story, Request(parse=parse)).entries:
            for evidence in entry.evidence:
                assert texts[evidence.article][evidence.start : evidence.end] == evidence.exact
                told, date = published[evidence.article], date_of(evidence.date)
                assert told is not None
                assert date is not None
                assert not (evidence.status in DONE and date.first > told)
                assert not (evidence.status in PLANNED and date.last < told)


@pytest.mark.skipif(not parser.installed(ENGLISH), reason="the parser is an extra")
def test_annotations_with_the_parser_have_sources_and_participants() -> None:
    article = Article("a", "“The bridge will open on Friday,” Mayor Rosa Feld told reporters.", dt.date(2019, 4, 2))
    (annotation,) = annotate([article], ["attributions", "events"], Request(parse=True))
    assert [attribution.speaker for attribution in annotation.attributions or ()] == ["Rosa Feld"]
    opening = next(event for event in annotation.events or () if event.text == "open")
    assert (opening.status, opening.said_by) == ("scheduled", "Rosa Feld")
    assert [p.text for p in opening.participants if p.role == "agent"] == ["The bridge"]


FAULTY = Article("faulty", "The bridge of Lindow fell on Tuesday. It fell at dawn.", dt.date(2019, 4, 4))
SOUND = Article("sound", "The mayor of Lindow resigned on Monday.", dt.date(2019, 4, 2))


class PanicException(BaseException):
    """What a library written in Rust raises, a class of its own each time; not an Exception."""


def fails_for_one(step: Callable[..., Any], fault: BaseException) -> Callable[..., Any]:
    """A step that meets a fault nobody foresaw where it is given words of `FAULTY`."""

    def failing(*given: Any, **more: Any) -> Any:
        if "bridge of Lindow" in "".join(map(str, given)):
            raise fault
        return step(*given, **more)

    return failing


@pytest.mark.parametrize(
    "step",
    [
        "dateline.reading.article.skim",
        "dateline.reading.article.signature",
        "dateline.reading.dated.content_words",
        "dateline.reading.dated.dated_figures",
        "dateline.reading.dated.read",
        "dateline.entities.article_names.find_with_country",
        "dateline.timeline.story.passages.of",
    ],
)
@pytest.mark.parametrize("fault", [IndexError("list index out of range"), PanicException("out of bounds")])
def test_a_fault_in_one_article_costs_that_article(
    step: str, fault: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, _, name = step.rpartition(".")
    monkeypatch.setattr(step, fails_for_one(getattr(pkgutil.resolve_name(module), name), fault))
    told: list[InputError] = []
    request = Request(parse=False, problem=told.append)
    alone = dateline.timeline_of([SOUND], request)
    assert dateline.timeline_of([FAULTY, SOUND], request) == alone
    assert [type(problem) for problem in told] == [UnforeseenFault]
    assert f"faulty: an unforeseen fault of Dateline, {type(fault).__name__}: {fault}" in str(told[0])
    assert dateline.changes_of([FAULTY, SOUND], dt.date(2019, 4, 1), request).until == dt.date(2019, 4, 4)
    with pytest.raises(NothingToRead, match="each one given had to be left out"):
        dateline.timeline_of([FAULTY], request)


def test_a_fault_while_annotating_costs_that_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "dateline.annotating._by_surface",
        fails_for_one(pkgutil.resolve_name("dateline.annotating:_by_surface"), KeyError("may")),
    )
    told: list[InputError] = []
    request = Request(parse=False, problem=told.append)
    found = list(annotate([SOUND, FAULTY, SOUND], request=request))
    assert [annotation.id for annotation in found] == ["sound", "sound"]
    assert [type(problem) for problem in told] == [UnforeseenFault]


def test_progress_is_told_of_every_article() -> None:
    told: list[tuple[int, int]] = []
    request = Request(parse=False, progress=lambda done, of: told.append((done, of)))
    dateline.timeline_of([FAULTY, SOUND], request)
    list(annotate([FAULTY, SOUND], request=request))
    list(annotate(iter([FAULTY, SOUND]), request=request))
    assert told == [(1, 2), (2, 2), (1, 2), (2, 2), (1, 2), (2, 2)]


def test_changes_read_each_version_of_an_article_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = pkgutil.resolve_name("dateline.reading.many:read_article")

    def counting(article: Article) -> object:
        read.append(article.id)
        return real(article)

    monkeypatch.setattr("dateline.reading.many.read_article", counting)
    newer = Article(
        "sound", "The mayor of Lindow stayed.", dt.date(2019, 4, 2), updated=dt.datetime(2019, 4, 6, tzinfo=dt.UTC)
    )
    dateline.changes_of([SOUND, newer, FAULTY], dt.date(2019, 4, 4), UNPARSED)
    assert sorted(read) == ["faulty", "sound", "sound"]
