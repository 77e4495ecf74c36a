import pytest

from dateline.languages import empty, named
from dateline.model import SkipKind
from dateline.text.stamps import Mark, Marks, Reach, expression, marks

ENGLISH = named("en")


def found(text: str) -> list[tuple[str, str]]:
    return [(mark.why, match[0].strip()) for mark, match in marks(ENGLISH).finditer(text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The envoy leaves the talks. REUTERS/Ann Lee", SkipKind.CREDIT),
        ("Photograph: Omar Haddad/EPA", SkipKind.CREDIT),
        ("Published 10:30 GMT 4 March 2021", SkipKind.FURNITURE),
        ("Page last updated at 11:50 GMT, Friday, 29 March 2019 12:50 UK Ada Quill has left.", SkipKind.FURNITURE),
        ("Updated: 2019-03-04 13:14 By Ada Quill (Corran Daily) The ferry has left.", SkipKind.FURNITURE),
        ("By Ada Quill, For CNN Thousands marched in Corran.", SkipKind.BYLINE),
        ("CLOSE Ada Quill opens the fair in Corran. Newslook", SkipKind.CAPTION),
        ("4th March 2019 - 8:26 I was there too.", SkipKind.FURNITURE),
        ("March 4, 2019 | By Ada Quill, CNN The first days were hard.", SkipKind.BYLINE),
        ("At 18:40 23rd Mar 2010, Ann wrote: I was there too.", SkipKind.FURNITURE),
        ("The harbour is seen near Corran, March 4, 2019.", SkipKind.CAPTION),
        ("March 4: The harbour is seen from the air.", SkipKind.CAPTION),
        ("Tor Lund, by the way, will be among the guests on “Corran Live” tonight.", SkipKind.FURNITURE),
        ("The full interview will air at 9 p.m. tonight.", SkipKind.FURNITURE),
        ("The full interview will air on CNN at 1600ET.", SkipKind.FURNITURE),
        ("March 4, 2019 | By the CNN Wire Staff The ferry has left.", SkipKind.BYLINE),
    ],
)
def test_what_news_does_not_hold_is_marked(text: str, why: SkipKind) -> None:
    assert why in {reason for reason, _ in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reported on Monday that the ferry sank.",
        "The editing of the film took years.",
        "At 18:40 on March 4, 2019, the mayor wrote: “I quit.”",
        "The move is seen as part of a plan of March 4, 2019.",
        "March 4: The fair is seen as a success by the mayor.",
        "The plan was seen in Corran, March 4, 2019.",
        "The mayor will be among the guests of honour tonight.",
        "The company will air its grievances at a hearing on Monday.",
    ],
)
def test_news_is_not(text: str) -> None:
    assert found(text) == []


def test_a_mark_is_looked_for_only_where_one_of_its_gates_stands() -> None:
    gated = Mark(("ferry",), r"\d+", SkipKind.CREDIT, Reach.MARK)
    assert [match[0] for _, match in Marks([gated]).finditer("ferry 12 and 13")] == ["12", "13"]
    assert list(Marks([gated]).finditer("boat 12")) == []


def test_a_core_tells_which_lines_are_read() -> None:
    lines = Mark((), r"\w+", SkipKind.CREDIT, Reach.MARK, "X")
    assert [match[0] for _, match in Marks([lines]).finditer("a b\nX c\nd")] == ["X", "c"]


def test_a_pattern_may_name_parts_in_braces() -> None:
    assert expression(ENGLISH, "{name}").fullmatch("Quill")
    assert not expression(ENGLISH, "{name}").fullmatch("quill")


def test_the_empty_language_has_no_marks() -> None:
    assert list(marks(empty()).finditer("REUTERS/Ann Lee")) == []
