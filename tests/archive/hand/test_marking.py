import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dateline import Depth, OptionError, Request
from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.archive.story import ArchivedStory
from dateline.model import Article, ChangeKind, Entry, Level, MarkKind, Timeline
from dateline.writers import write

SURFACE = Request(parse=False)
QUESTIONED_AGAIN = (
    "Prosecutors in Port Selm questioned Jonas Verrin, captain of the ferry Aurelia, on Wednesday, they "
    "said. The ferry of Norden Lines sank off Port Selm near Cape Torrin."
)
Line = Callable[[str], Entry]


@pytest.fixture
def story(archive: Archive, pile: list[Article]) -> ArchivedStory:
    """The story of the ferry."""
    archive.add(pile)
    return archive.story(1)


@pytest.fixture
def line(story: ArchivedStory) -> Line:
    """The one line of the story, as it is now, that rests on some words."""

    def found(words: str) -> Entry:
        [one] = [
            entry
            for entry in story.timeline(SURFACE).entries
            if words in entry.headline or any(words in passage.exact for passage in entry.passages)
        ]
        return one

    return found


def _again(pile: list[Article], identity: str, text: str, **changed: object) -> Article:
    """A later version of an article, a day after it."""
    [known] = [article for article in pile if article.id == identity]
    assert known.published
    update = dt.datetime.combine(known.published, dt.time(23), dt.UTC)
    return replace(known, text=text, updated=update, **changed)  # type: ignore[arg-type]


def test_stars_notes_and_tags_stand_on_the_line_with_who_and_when(story: ArchivedStory, line: Line) -> None:
    told = line("questioned")
    story.mark("star", told, by="ada")
    story.mark("note", told, "Ask the\nprosecutor", by="bo")
    story.mark(MarkKind.TAG, told, "blame", by="bo")
    hand = line("questioned").hand
    assert hand
    assert (hand.is_starred, hand.is_hidden, hand.tags) == (True, False, ("blame",))
    [note] = hand.notes
    assert (note.by, note.at, note.values) == (
        "bo",
        dt.datetime(2024, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
        ("Ask the\nprosecutor",),
    )
    assert [mark.kind for mark in story.marks()] == ["star", "note", "tag"]


def test_whatever_is_written_comes_back(story: ArchivedStory, line: Line) -> None:
    written = "It\x00 \ud800 <b>\u202e ‘\N{SNOWMAN}’\nand more"
    story.mark("note", line("questioned"), written)
    [note] = story.marks()
    assert note.values == (written,)


def test_what_is_marked_already_is_not_marked_twice(story: ArchivedStory, line: Line) -> None:
    told = line("questioned")
    assert story.mark("star", told, by="ada") == story.mark("star", told, by="ada")
    assert story.mark("star", told, by="bo").id == 2


def test_a_correction_stands_beside_what_is_read(story: ArchivedStory, line: Line) -> None:
    told = line("questioned")
    story.mark("date", told, "2023-10-17", by="ada")
    story.mark("status", told, "denied", by="ada")
    story.mark("headline", told, "The captain was questioned", by="ada")
    story.mark("speaker", told, "Norden Lines", by="ada")
    now = line("captain was questioned")
    assert (now.date.value, now.date.basis, now.status) == ("2023-10-17", "given", "denied")
    assert (now.headline, now.evidence[0].said_by) == ("The captain was questioned", "Norden Lines")
    assert now.hand
    read = {correction.what: correction.read for correction in now.hand.corrections}
    assert read == {"date": "2023-10-18", "status": told.status, "headline": told.headline, "speaker": None}
    story.mark("date", now, "2023-10-16", by="bo")
    again = line("captain was questioned")
    assert again.hand
    assert again.date.value == "2023-10-16"
    assert ("date", "2023-10-18", "bo") in {(one.what, one.read, one.by) for one in again.hand.corrections}


def test_a_corrected_line_stands_in_its_new_place(story: ArchivedStory, line: Line) -> None:
    story.mark("date", line("questioned"), "2023-10-01")
    assert story.timeline(SURFACE).entries[0].date.value == "2023-10-01"


def test_lines_are_joined_and_split(story: ArchivedStory, line: Line) -> None:
    first, second = line("212 people"), line("questioned")
    story.mark("join", first, second, by="ada")
    joined = line("questioned")
    assert (joined.id, joined.status, joined.date) == (first.id, second.status, second.date)
    assert set(joined.evidence) == {*first.evidence, *second.evidence}
    assert joined.history[-1] == second.history[-1]
    leaving = next(passage for passage in joined.evidence if "questioned" in passage.exact)
    story.mark("split", joined, leaving, by="ada")
    parted = line("questioned")
    assert parted.id not in {first.id, second.id}
    assert (parted.date.value, len(parted.evidence)) == (second.date.value, 1)
    assert set(line("212 people").evidence) == set(first.evidence)


def test_a_mark_on_a_line_goes_with_its_passage_when_the_line_is_joined(story: ArchivedStory, line: Line) -> None:
    second = line("questioned")
    story.mark("star", second)
    story.mark("join", line("212 people"), second)
    hand = line("questioned").hand
    assert hand
    assert hand.is_starred


def test_a_line_of_ones_own_says_whose_it_is(story: ArchivedStory, line: Line) -> None:
    story.write("The owner called me", "2023-10-16", source="by phone", by="ada")
    own = line("owner called")
    assert own.hand
    assert own.hand.written
    assert (own.hand.written.by, own.evidence, own.sources, own.level) == ("ada", (), 0, Level.KEY)
    story.mark("note", own, "at noon", by="ada")
    story.mark("date", own, "2023-10-15", by="ada")
    with pytest.raises(OptionError, match="rests on no passage has no speaker"):
        story.mark("speaker", own, "Norden Lines")
    story.write("Divers were there", "2023-10", article="f2", exact="Divers searched\nthe wreck", by="ada")
    quoted = line("Divers were")
    assert (quoted.evidence[0].exact, quoted.sources) == ("Divers searched the wreck", 1)
    for format_ in ("table", "markdown", "html", "csv", "json", "timesketch", "jsonld", "timelinejs"):
        assert "The owner called me" in write(story.timeline(SURFACE), format_)


@pytest.mark.parametrize(
    ("kind", "values", "complaint"),
    [
        ("like", (), "is not marked by 'like'"),
        ("write", (), "is not marked by 'write'"),
        ("star", ("x",), "no value, and 1"),
        ("note", (), "one value, and 0"),
        ("note", (" ",), "the note is empty"),
        ("tag", ("x" * 20_000,), "longer than 10,000"),
        ("date", ("last week",), "'last week' is not a date. Use 2019-04-25"),
        ("date", ("2023-02-30",), "is not a date"),
        ("status", ("maybe",), "no status 'maybe'. Use one of happened"),
        ("join", (), "none is named"),
        ("split", ("9",), "no passage '9'"),
        ("split", ("1",), "not all of them"),
    ],
)
def test_what_cannot_be_meant_is_told(
    story: ArchivedStory, line: Line, kind: str, values: tuple[str, ...], complaint: str
) -> None:
    with pytest.raises(OptionError, match=complaint):
        story.mark(kind, line("questioned"), *values)
    assert story.marks() == []


def test_words_that_an_article_does_not_hold_are_no_source(story: ArchivedStory) -> None:
    with pytest.raises(OptionError, match="does not hold 'Nobody came'"):
        story.write("x", "2023", article="f1", exact="Nobody came")
    with pytest.raises(OptionError, match="no article 's1' in story 1"):
        story.write("x", "2023", article="s1", exact="Brenn")


def test_taking_back_gives_the_same_bytes(archive: Archive, story: ArchivedStory, line: Line) -> None:
    before = write(story.timeline(SURFACE), "json")
    told = line("questioned")
    story.mark("star", told)
    story.mark("date", told, "2023-10")
    story.mark("join", told, line("212 people"))
    story.write("Mine", "2023-10-19")
    archive.undo(2, by="bo")
    assert line("questioned").date == told.date
    for number in (4, 1, 3):
        archive.undo(number, by="bo")
    assert write(story.timeline(SURFACE), "json") == before
    assert story.marks() == []
    assert [(mark.id, mark.undone_by) for mark in story.marks(undone=True)] == [(n, "bo") for n in (1, 2, 3, 4)]
    with pytest.raises(OptionError, match="taken back by bo before"):
        archive.undo(1)
    with pytest.raises(OptionError, match="no mark 77"):
        archive.undo(77)


def test_what_was_taken_back_is_done_again_by_who_does_it(archive: Archive, story: ArchivedStory, line: Line) -> None:
    told = line("questioned")
    made = story.mark("date", told, "2023-10", by="ada")
    archive.undo(made.id, by="bo")
    again = archive.redo(made.id, by="ada")
    assert (again.kind, again.by, again.values, again.undone_by) == ("date", "ada", ("2023-10",), None)
    assert line("questioned").date.value == "2023-10"
    assert [mark.id for mark in story.marks(undone=True)] == [made.id, again.id]
    archive.undo(again.id)
    assert line("questioned").date == told.date


def test_marks_survive_a_new_reading(archive: Archive, story: ArchivedStory, line: Line) -> None:
    from sqlalchemy import update

    from dateline.archive.database.connecting import writing
    from dateline.archive.database.schema import versions

    story.mark("note", line("questioned"), "here")
    before = write(story.timeline(SURFACE), "json")
    with writing(archive._engine) as connection:
        connection.execute(update(versions).values(reading=b"en\0" + b"0" * 40))
    assert write(story.timeline(SURFACE), "json") == before


def test_a_mark_moves_with_its_passage_in_a_newer_version(
    archive: Archive, story: ArchivedStory, line: Line, pile: list[Article]
) -> None:
    told = line("questioned")
    story.mark("note", told, "here")
    text = next(article.text for article in pile if article.id == "f3")
    archive.add(
        [
            _again(
                pile,
                "f3",
                f"Norden Lines has two ferries left in Halvik.\n{text.replace('in Port Selm on', 'in  Port Selm on')}",
            )
        ]
    )
    now = line("questioned")
    assert now.hand
    assert now.evidence[0].start > told.evidence[0].start
    assert (len(now.hand.notes), now.hand.older) == (1, ())


def test_a_mark_whose_passage_is_gone_rests_on_the_older_version(
    archive: Archive, story: ArchivedStory, line: Line, pile: list[Article]
) -> None:
    story.mark("note", line("questioned"), "here", by="ada")
    archive.add(
        [_again(pile, "f3", "Prosecutors in Port Selm ask for patience over the ferry Aurelia of Norden Lines.")]
    )
    timeline = story.timeline(SURFACE)
    assert timeline.resting
    [mark] = timeline.resting
    assert (mark.values, mark.lines[0].passages[0].article) == (("here",), "f3")
    assert [one.id for one in story.marks()] == [mark.id]


def test_a_new_article_that_says_otherwise_is_pointed_out(
    archive: Archive, story: ArchivedStory, line: Line, pile: list[Article]
) -> None:
    story.mark("date", line("questioned"), "2023-10-17", by="ada")
    assert line("questioned").hand == replace(line("questioned").hand, contradictions=())  # type: ignore[type-var]
    [known] = [article for article in pile if article.id == "f3"]
    later = replace(
        known,
        id="f4",
        source="Halvik Post",
        published=dt.date(2023, 10, 20),
        title="Captain of the Aurelia",
        text=QUESTIONED_AGAIN,
    )
    archive.add([later], story="1")
    marked = line("questioned")
    assert marked.hand
    [against] = marked.hand.contradictions
    assert (against.by, against.said, against.told, against.evidence.article) == (
        "ada",
        "2023-10-17",
        "2023-10-18",
        "f4",
    )
    changes = story.changes(dt.date(2023, 10, 19), SURFACE)
    told = [change for change in changes.changes if change.entry == marked.id]
    assert told
    assert told[0].after
    assert told[0].after.hand
    assert told[0].after.hand.contradictions == (against,)
    assert "contradicted (Halvik Post): Wed 18 Oct 2023, against Tue 17 Oct 2023 by ada (date)" in write(
        changes, "table", width=200
    )


def test_what_contradicts_a_mark_is_a_change_and_a_copy_of_what_was_known_is_none(
    archive: Archive, story: ArchivedStory, line: Line, pile: list[Article]
) -> None:
    story.mark("status", line("questioned"), "denied", by="ada")
    [known] = [article for article in pile if article.id == "f3"]
    copy = replace(known, id="f5", source="Halvik Post", published=dt.date(2023, 10, 19))
    archive.add([copy, replace(known, id="f6", text=QUESTIONED_AGAIN, published=dt.date(2023, 10, 20))], story="1")
    changes = story.changes(dt.date(2023, 10, 19), SURFACE)
    assert [c.evidence[0].article for c in changes.changes if c.kind is ChangeKind.CONTRADICTED] == ["f6"]


def test_a_hidden_line_is_told_of_by_formats_that_say_so_alone(story: ArchivedStory, line: Line) -> None:
    told = line("questioned")
    story.mark("hide", told)
    timeline = story.timeline(SURFACE)
    for format_ in ("json", "csv"):
        assert "was questioned" in write(timeline, format_)
    for format_ in ("table", "markdown", "html", "ics", "webannotation"):
        assert "was questioned" not in write(timeline, format_)
    shown = json.loads(write(timeline.without_hidden(), "json"))["entries"]
    assert not [entry for entry in shown if "was questioned" in entry["headline"]]
    assert told.id not in {change.entry for change in story.changes(dt.date(2023, 10, 17), SURFACE).changes}


def test_only_what_is_starred(story: ArchivedStory, line: Line) -> None:
    told = line("questioned")
    story.mark("star", told)
    assert [entry.id for entry in story.timeline(SURFACE).starred().entries] == [told.id]


@pytest.mark.parametrize("sentences", [None, 1])
def test_a_marked_line_is_shown_whatever_the_room(story: ArchivedStory, sentences: int | None) -> None:
    few = Request(parse=False, dates=1, sentences=sentences)
    ids = {entry.id for entry in story.timeline(few).entries}
    left = next(entry for entry in story.timeline(Request(parse=False, level=Depth.ALL)).entries if entry.id not in ids)
    story.mark("note", left, "keep this")
    assert {entry.id for entry in story.timeline(few).entries} == {*ids, left.id}


def test_marks_of_lines_are_found_by_what_begins_their_id(archive: Archive, story: ArchivedStory, line: Line) -> None:
    told = line("questioned")
    assert archive.story_with(told.id[:6]).id == 1
    assert story.lines([told]) == [told]
    with pytest.raises(OptionError, match="no timeline that was made has"):
        archive.story_with("zz")
    with pytest.raises(OptionError, match="more than one line begins with ''"):
        story.lines([""])


def test_the_state_of_a_story_tells_of_marks(archive: Archive, story: ArchivedStory, line: Line) -> None:
    before = story.state()
    mark = story.mark("star", line("questioned"))
    assert story.state() != before
    archive.undo(mark.id)
    assert story.state() == before


def test_marks_go_out_and_come_back(archive: Archive, story: ArchivedStory, line: Line, tmp_path: Path) -> None:
    story.mark("note", line("questioned"), "here", by="ada")
    story.mark("join", line("questioned"), line("212 people"))
    archive.undo(2)
    lines = list(archive.export())
    with open_archive(tmp_path / "other.db") as other:
        other.restore(lines)
        assert list(other.export()) == lines
        assert other.marks(undone=True) == archive.marks(undone=True)
        assert write(other.story(1).timeline(SURFACE), "json") == write(story.timeline(SURFACE), "json")
        other.story(1).mark("star", other.story(1).timeline(SURFACE).entries[0])
        assert [mark.id for mark in other.marks()] == [1, 4]


def test_a_person_who_reads_an_older_day_sees_the_marks(story: ArchivedStory, line: Line) -> None:
    story.mark("star", line("212 people"))
    earlier: Timeline = story.timeline(Request(parse=False, as_of=dt.date(2023, 10, 15)))
    assert [entry.hand.is_starred for entry in earlier.entries if entry.hand] == [True]


def test_lines_are_asked_for_by_the_day_a_person_gives_them(story: ArchivedStory, line: Line) -> None:
    told = line("questioned")
    story.mark("date", told, "2023-10-25")
    story.write("Mine", "2023-10-30")
    until = Request(parse=False, until=dt.date(2023, 10, 20))
    assert {"Mine", told.headline}.isdisjoint(entry.headline for entry in story.timeline(until).entries)
    assert {"Mine", told.headline} <= {entry.headline for entry in story.timeline(SURFACE).entries}


def test_a_hidden_line_is_not_found(archive: Archive, story: ArchivedStory, line: Line) -> None:
    told = line("questioned")
    assert archive.search("questioned").entries
    story.mark("hide", told)
    story.timeline(SURFACE)
    assert archive.search("questioned").entries == ()
