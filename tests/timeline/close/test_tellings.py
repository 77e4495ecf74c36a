"""What a passage tells of a date, in a form that can be compared."""

import datetime as dt
from dataclasses import replace

import pytest

from dateline import Article
from dateline.reading.article import read_article
from dateline.timeline.close.tellings import Telling, close_reading, told_once
from dateline.timeline.select import passages


def telling(text: str, published: dt.date = dt.date(2021, 3, 5)) -> Telling:
    """What the last dated passage of an article of Friday 5 March 2021 tells."""
    return close_reading(passages.of(read_article(Article("a", text, published))))[-1]


@pytest.mark.parametrize(
    ("text", "trigger", "kinds"),
    [
        ("Critics praised Thursday's opening of the bridge.", "open", {"opening"}),
        ("Nobody in Gressow has forgotten the 2017 election, which Varga lost.", "election", {"vote"}),
        ("Her 2019 album eclipses everything that she recorded since.", None, set()),
        ("The rocket will lift off from Skarn on Tuesday.", "lift", {"liftoff"}),
    ],
)
def test_a_date_that_only_points_is_read_by_its_noun(text: str, trigger: str | None, kinds: set[str]) -> None:
    told = telling(text)
    assert told.trigger == trigger
    assert told.kinds >= kinds


def test_a_month_is_no_march_through_the_streets() -> None:
    assert telling("The ballot papers of five towns are due on 15 March.").kinds.isdisjoint({"protest"})


@pytest.mark.parametrize(
    ("text", "is_reference"),
    [
        ("Thursday’s test flight of the glider lasted nine minutes.", True),
        ("They spoke of the 2017 flood and of what came after.", True),
        ("On Thursday Varga opened a dairy in Gressow.", False),
        ("Varga opened the dairy in 2017 with her brother.", False),
        ("Varga opened a dairy there last week, aides said.", False),
    ],
)
def test_a_reference_marks_out_what_is_known(text: str, is_reference: bool) -> None:
    assert telling(text).is_reference == is_reference


@pytest.mark.parametrize(
    ("text", "is_statement"),
    [
        ("Varga vowed on Thursday to rebuild the school.", True),
        ("In Thursday's speech Varga named no names.", True),
        ("“We will not sell the harbour,” Ilona Varga said on Thursday.", True),
        ("Varga opened a dairy in Gressow on Thursday.", False),
    ],
)
def test_an_act_of_speaking_is_known_by_its_word(text: str, is_statement: bool) -> None:
    assert telling(text).is_statement == is_statement


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Fire broke out in the mill on Thursday morning.", "MO"),
        ("Fire broke out in the mill at 10 a.m. on Thursday.", "MO"),
        ("Fire broke out in the mill at 3 p.m. on Thursday.", "AF"),
        ("Fire broke out in the mill on Thursday evening.", "NI"),
        ("Fire broke out in the mill at 11 p.m. on Thursday.", "NI"),
        ("Fire broke out in the mill on Thursday.", None),
    ],
)
def test_an_hour_lies_in_a_part_of_the_day(text: str, part: str | None) -> None:
    assert telling(text).part_of_day == part


def test_numbers_are_those_that_are_no_date() -> None:
    told = telling("On 4 March 2021 the mill paid 1,200 workers for 30 loads of wheat.")
    assert told.numbers == {"1,200", "30"}


def test_the_voice_is_who_says_so() -> None:
    text = "Ilona Varga visited Gressow. The bridge will open on Sunday, Varga said."
    assert telling(text).voice == {"ilona", "varga"}
    assert telling("The bridge will open on Sunday.").voice == frozenset()


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("As we have reported, the bridge was closed last year.", None),
        ("They said on Monday that the dam was safe.", None),
        ("Officials said on Monday that the dam was safe.", "officials"),
        ("Kessel said on Monday that the dam was safe.", "Kessel"),
        ("The bridge will open on Sunday, the ministry said.", "the ministry"),
    ],
)
def test_who_says_so_is_nobody_else_than_the_article_or_as_written(text: str, said_by: str | None) -> None:
    assert telling(text).reading.said_by == said_by


def test_what_is_made_of_a_telling_is_made_once_and_anew_of_another_one() -> None:
    asked: list[Telling] = []

    @told_once
    def words(told: Telling) -> int:
        asked.append(told)
        return len(told.words)

    one = telling("The ferry Marigold sank off Skarn on March 3 with nine people on board.")
    other = replace(one, words=frozenset({"ferry"}))
    assert (words(one), words(one), words(other)) == (len(one.words), len(one.words), 1)
    assert len(asked) == 2


def test_several_processes_read_what_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.timeline.close.tellings._WORTH", 2)
    text = (
        "The ferry Marigold sank off Skarn on March 3, killing nine people. Captain Rosa Feld was arrested on Friday. "
        "She will be tried in May, Oslo police said on Monday. On 2 March it had rained."
    )
    alone, shared = ([*passages.of(read_article(Article("a", text, dt.date(2021, 3, 9))))] for _ in range(2))
    one, several = close_reading(alone), close_reading(shared, processes=2)
    assert several == one
    assert [telling.participants for telling in several] == [telling.participants for telling in one]
    assert [p.told.read(p.timex) for p in shared] == [p.told.read(p.timex) for p in alone]


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("The barge sank on Thursday, said Tor Lund, a former chief of the Norden Guard.", ()),
        (
            "The barge of Ada Quill sank on Thursday, said Tor Lund, a director at Skarn-based Corran Steel.",
            ("Ada Quill",),
        ),
        (
            "Corran Lines sold a barge on Thursday, said Tor Lund, as Norden Steel left.",
            ("Corran Lines", "Norden Steel"),
        ),
    ],
)
def test_what_a_speaker_is_takes_no_part(text: str, participants: tuple[str, ...]) -> None:
    assert telling(f"Norden Steel and Corran Lines met Tor Lund. {text}").participants == participants
