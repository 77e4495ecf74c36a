"""What a date of a sentence is the date of: by its words, and by words and tree."""

import datetime as dt

import pytest

from dateline.entities.article_names import Names
from dateline.events.chosen import Chosen
from dateline.events.dates.roles import Dated, DateRole, decide, tells
from dateline.events.parsing import parser
from dateline.events.rereading import reread
from dateline.events.surface import sentence as surface
from dateline.events.surface.article import SurfaceArticle
from dateline.languages import empty, named
from dateline.model import Article
from dateline.text import sentences
from dateline.times import tag

ENGLISH = named("en")
PUBLISHED = dt.date(2022, 9, 15)  # a Thursday


def reading(text: str, words: str, loaded: parser.Parser | None) -> surface.SurfaceReading:
    """What a sentence tells of one of its dates: by its surface, and by a parser where one is given."""
    article = Article("a", text, PUBLISHED)
    timexes = tuple(tag(text, PUBLISHED, "en"))
    (sentence,) = sentences.split(ENGLISH, text)
    cut = surface.cut(SurfaceArticle(Names(ENGLISH, text), [sentence]), sentence, timexes)
    timex = next(t for t in timexes if t.text == words)
    read = surface.read(cut, timex, PUBLISHED)
    if loaded is None:
        return read
    (joined,) = reread([Chosen(article, sentence, timexes, read, cut)], lambda _: loaded)
    return joined


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("The dam at Ash broke on Monday.", "Monday", DateRole.MAIN),
        ("The ferry sailed for Corran on Monday, said Ada Quill, the harbour master.", "Monday", DateRole.MAIN),
        ("The mayor said on Monday that the dam was safe.", "Monday", DateRole.SAYING),
        ("Rosa Feld, who took office in May 2019, praised the firemen.", "May 2019", DateRole.SIDE),
        ("The results of Tuesday's vote will force the council to resign.", "Tuesday", DateRole.SIDE),
        ("Nine people died on Monday when the ferry sank.", "Monday", DateRole.MAIN),
    ],
)
@pytest.mark.parametrize("is_parsed", [False, True])
def test_a_date_is_that_of_the_sentence_or_of_something_beside_it(
    text: str, words: str, role: DateRole, is_parsed: bool, loaded: parser.Parser
) -> None:
    assert reading(text, words, loaded if is_parsed else None).role is role


def test_without_a_model_every_date_is_that_of_its_sentence() -> None:
    assert decide(empty(), "date-roles", ["bias"], is_direct=False) == Dated(DateRole.MAIN, True)


def test_what_hangs_on_the_verb_of_the_sentence_is_beside_nothing() -> None:
    features = ["bias", "opener verb=who True", "comma opener=who", "shape=month", "age=long ago", "before=in"]
    assert decide(ENGLISH, "date-roles", features, is_direct=False).role is DateRole.SIDE
    assert decide(ENGLISH, "date-roles", features, is_direct=True).role is not DateRole.SIDE


def test_what_may_be_beside_the_sentence_is_cut_out_where_it_can_be_told_by_itself() -> None:
    features = ["bias", "shape=day", "saying=none"]

    def role(*, is_direct: bool, told: bool) -> DateRole:
        return decide(ENGLISH, "date-roles", features, is_direct=is_direct, has_clause=lambda: told).role

    assert role(is_direct=False, told=False) is DateRole.MAIN
    assert role(is_direct=False, told=True) is DateRole.SIDE
    assert role(is_direct=True, told=True) is DateRole.MAIN


@pytest.mark.parametrize(
    ("role", "is_event", "has_clause", "told"),
    [
        (DateRole.MAIN, True, True, True),
        (DateRole.MAIN, False, True, False),
        (DateRole.NAME, True, True, False),
        (DateRole.NONE, True, True, False),
        (DateRole.SIDE, True, True, True),
        (DateRole.SIDE, True, False, False),
    ],
)
def test_a_date_makes_a_line_where_words_tell_what_happened_on_it(
    role: DateRole, is_event: bool, has_clause: bool, told: bool
) -> None:
    assert tells(Dated(role, is_event), has_clause=has_clause) is told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A shop for the youth of today is what the square needs.", "today"),
        ("The flood was the worst in the valley since 1953.", "1953"),
    ],
)
def test_what_tells_no_happening_makes_no_line(text: str, words: str, loaded: parser.Parser) -> None:
    assert not reading(text, words, loaded).tells
