"""`dateline mark`: what a person has to say of lines and stories in, kept in the archive, and taken back."""

import getpass
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Output, Place
from dateline.cli.output import format_of, put
from dateline.cli.running import Run, say
from dateline.errors import OptionError

if TYPE_CHECKING:
    from dateline.archive.archive import Archive
    from dateline.archive.story import ArchivedStory
    from dateline.model import Entry, Mark

HELP = (
    "A person's hand on the lines and stories of an archive. A LINE is the id that `dateline timeline --story ID` "
    "shows beside it, or the beginning of one. A mark stays with the passage it was made on; `undo` takes it back."
)


@dataclass(frozen=True, slots=True)
class Marker(Place):
    """Who marks, in which archive."""

    by: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", envvar="DATELINE_BY", help="Who marks; else who is logged in.", show_default=False
        ),
    ] = None

    @property
    def name(self) -> str:
        return self.by or getpass.getuser()


@dataclass(frozen=True, slots=True)
class LineMarker(Marker):
    """Who marks lines, and of which story."""

    story: Annotated[
        str | None,
        typer.Option(metavar="ID", help="The story, where the id of the line does not tell it.", show_default=False),
    ] = None


def _argument(metavar: str, help_: str) -> typer.models.ArgumentInfo:
    made: typer.models.ArgumentInfo = typer.Argument(metavar=metavar, help=help_, show_default=False)
    return made


Lines = Annotated[list[str], _argument("LINE...", "The lines, by their ids.")]
Line = Annotated[str, _argument("LINE", "The line, by its id.")]


def star(*, lines: Lines, marker: LineMarker, run: Run) -> None:
    """Star lines: these matter."""
    _mark(marker, run, "star", lines)


def hide(*, lines: Lines, marker: LineMarker, run: Run) -> None:
    """Hide lines. JSON, CSV, xlsx and Parquet have them, with `hidden`; every other format leaves them out."""
    _mark(marker, run, "hide", lines)


def note(*, line: Line, text: Annotated[str, _argument("TEXT", "The note.")], marker: LineMarker, run: Run) -> None:
    """Put a note on a line."""
    _mark(marker, run, "note", [line], text)


def tag(
    *,
    lines: Lines,
    tag: Annotated[str, typer.Option("--as", metavar="TAG", help="The tag.")],
    marker: LineMarker,
    run: Run,
) -> None:
    """Put lines under a word."""
    _mark(marker, run, "tag", lines, tag)


def correct(
    *,
    line: Line,
    date: Annotated[
        str | None,
        typer.Option(metavar="VALUE", help="Its date: 2019-04-25, 2019-04, 2019-W17, 2019.", show_default=False),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(metavar="STATUS", help="Whether it took place: happened, scheduled, denied …", show_default=False),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who says so; '' for the article's own voice.", show_default=False),
    ] = None,
    headline: Annotated[str | None, typer.Option(metavar="TEXT", help="How it reads.", show_default=False)] = None,
    marker: LineMarker,
    run: Run,
) -> None:
    """Correct what a line says. What Dateline reads stays beside it; a later article that says otherwise is told of."""
    given = {"date": date, "status": status, "speaker": speaker, "headline": headline}
    said = {kind: value for kind, value in given.items() if value is not None}
    if not said:
        raise OptionError("there is nothing to correct. Give --date, --status, --speaker or --headline")
    from dateline.archive.hand.marking import values_of
    from dateline.model import MarkKind

    for kind, value in said.items():
        values_of(MarkKind(kind), [value])
    with _story(marker, line) as story:
        [entry] = story.lines([line])
        for kind, value in said.items():
            _tell(story.mark(kind, entry, value, by=marker.name), run)


def join(*, lines: Lines, marker: LineMarker, run: Run) -> None:
    """Say that lines are one. It goes by the id of the first, and stands as what was told last."""
    with _story(marker, lines[0]) as story:
        first, *others = story.lines(lines)
        _tell(story.mark("join", first, *others, by=marker.name), run)


def split(
    *,
    line: Line,
    passages: Annotated[
        list[int] | None,
        _argument(
            "[NUMBER]...", "The passages that are to leave it, by number; without one, all are shown with theirs."
        ),
    ] = None,
    marker: LineMarker,
    run: Run,
) -> None:
    """Say that some passages of a line are a line of their own."""
    with _story(marker, line) as story:
        [entry] = story.lines([line])
        if passages:
            _tell(story.mark("split", entry, *map(str, passages), by=marker.name), run)
        else:
            _show(entry)


def write(
    *,
    headline: Annotated[str, _argument("HEADLINE", "What happened.")],
    date: Annotated[str, typer.Option(metavar="VALUE", help="When: 2019-04-25, 2019-04, 2019-W17, 2019.")],
    status: Annotated[str, typer.Option(metavar="STATUS", help="Whether it took place.")] = "happened",
    source: Annotated[str, typer.Option(metavar="TEXT", help="Where it is from.", show_default=False)] = "",
    article: Annotated[
        str | None, typer.Option(metavar="ID", help="The article of the story it rests on.", show_default=False)
    ] = None,
    exact: Annotated[str, typer.Option(metavar="WORDS", help="Its words there.", show_default=False)] = "",
    story: Annotated[str, typer.Option(metavar="ID", help="The story.")],
    marker: Marker,
    run: Run,
) -> None:
    """Write a line of your own. It says that it is yours."""
    with _archive(marker) as archive:
        of = archive.story(story)
        made = of.write(headline, date, status=status, source=source, article=article, exact=exact, by=marker.name)
        _tell(made, run)


def move(
    *,
    articles: Annotated[list[str], _argument("ARTICLE...", "Ids of articles.")],
    to: Annotated[int, typer.Option(metavar="STORY", help="The story they tell.")],
    marker: Marker,
    run: Run,
) -> None:
    """Say which story articles tell."""
    with _archive(marker) as archive:
        for article in articles:
            archive.move(article, to, by=marker.name)
        _tell_last(archive, run)


def join_stories(
    *, stories: Annotated[list[int], _argument("STORY...", "Ids of stories.")], marker: Marker, run: Run
) -> None:
    """Say that stories are one: the oldest, to which the others point on."""
    if len(stories) < 2:
        raise OptionError("a story is joined to another one: give two ids or more")
    with _archive(marker) as archive:
        for story in stories[1:]:
            archive.join(stories[0], story, by=marker.name)
        _tell_last(archive, run)


def split_story(
    *,
    articles: Annotated[list[str], _argument("ARTICLE...", "Ids of articles.")],
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="What it is called.", show_default=False)] = None,
    marker: Marker,
    run: Run,
) -> None:
    """Say that articles are a story of their own."""
    with _archive(marker) as archive:
        archive.split(articles, by=marker.name, title=title)
        _tell_last(archive, run)


def title(
    *,
    story: Annotated[int, _argument("STORY", "Id of a story.")],
    text: Annotated[str, _argument("TEXT", "What it is called.")],
    marker: Marker,
    run: Run,
) -> None:
    """Say what a story is called."""
    with _archive(marker) as archive:
        archive.entitle(story, text, by=marker.name)
        _tell_last(archive, run)


def undo(*, marks: Annotated[list[int], _argument("NUMBER...", "Numbers of marks.")], marker: Marker, run: Run) -> None:
    """Take marks back, by the numbers that `list` shows. They stay in the record."""
    with _archive(marker) as archive:
        for number in marks:
            back = archive.undo(number, by=marker.name)
            if not run.quiet:
                say(f"mark {number} ({back.kind} by {back.by}) is taken back")


def redo(*, marks: Annotated[list[int], _argument("NUMBER...", "Numbers of marks.")], marker: Marker, run: Run) -> None:
    """Do again what was taken back, by the numbers that `list --undone` shows."""
    with _archive(marker) as archive:
        for number in marks:
            _tell(archive.redo(number, by=marker.name), run)


def list_(
    *,
    story: Annotated[
        str | None, typer.Option(metavar="ID", help="Only those of this story.", show_default=False)
    ] = None,
    undone: Annotated[bool, typer.Option("--undone", help="And those that were taken back.")] = False,
    place: Place,
    output: Output,
    run: Run,
) -> None:
    """The marks of an archive, or of a story: number, when, by whom, what, on which line.

    Formats: table, json.
    """
    from dateline.archive import open as open_archive
    from dateline.model import Marks

    format_ = format_of("marks", output)
    with open_archive(place.archive, read_only=True) as archive:
        found = archive.story(story).marks(undone=undone) if story is not None else archive.marks(undone=undone)
    put(Marks(tuple(found)), format_, output.path, ())


EPILOG = "\b\nExamples:\n  dateline mark star 4d4f\n  dateline mark COMMAND --help"

COMMANDS: Mapping[str, tuple[Callable[..., None], Sequence[str]]] = {
    "star": (star, ("dateline mark star 4d4f 89d1",)),
    "note": (note, ("dateline mark note 4d4f 'Ask the harbour master' --by ada",)),
    "tag": (tag, ("dateline mark tag 4d4f 89d1 --as sanctions",)),
    "hide": (hide, ("dateline mark hide 52c9",)),
    "correct": (
        correct,
        (
            "dateline mark correct 4d4f --date 2023-10-14",
            "dateline mark correct 4d4f --status denied --speaker 'Paul Desmarin'",
        ),
    ),
    "join": (join, ("dateline mark join 4d4f eecd",)),
    "split": (split, ("dateline mark split 130f", "dateline mark split 130f 2 4")),
    "write": (
        write,
        (
            "dateline mark write 'The dam was inspected' --date 2023-10-12 --story 1 --source 'the water board'",
            "dateline mark write 'The dam is closed' --date 2023-10 --story 1 --article a7 --exact 'closed the dam'",
        ),
    ),
    "move": (move, ("dateline mark move vbc-2023-10-09.txt --to 1",)),
    "join-stories": (join_stories, ("dateline mark join-stories 1 4",)),
    "split-story": (split_story, ("dateline mark split-story a7 a9 --title 'The inquiry'",)),
    "title": (title, ("dateline mark title 1 'Storm Thessaly'",)),
    "undo": (undo, ("dateline mark undo 12",)),
    "redo": (redo, ("dateline mark redo 12",)),
    "list": (list_, ("dateline mark list --story 1", "dateline mark list --undone --format json -o marks.json")),
}
"""What can be done, each with its examples."""


@contextmanager
def _archive(marker: Marker) -> "Iterator[Archive]":
    from dateline.archive import open as open_archive

    with open_archive(marker.archive) as archive:
        yield archive


@contextmanager
def _story(marker: LineMarker, line: str) -> "Iterator[ArchivedStory]":
    """The story that is named, else that of the line."""
    with _archive(marker) as archive:
        yield archive.story(marker.story) if marker.story is not None else archive.story_with(line)


def _mark(marker: LineMarker, run: Run, kind: str, lines: list[str], *values: str) -> None:
    for line in lines:
        with _story(marker, line) as story:
            _tell(story.mark(kind, line, *values, by=marker.name), run)


def _tell(mark: "Mark", run: Run) -> None:
    if not run.quiet:
        say(f"mark {mark.id}: {mark.kind} by {mark.by}. `dateline mark undo {mark.id}` takes it back")


def _tell_last(archive: "Archive", run: Run) -> None:
    for mark in archive.marks()[-1:]:
        _tell(mark, run)


def _show(entry: "Entry") -> None:
    """The passages of a line, numbered."""
    from dateline.writers.phrasing.characters import folded, isolated

    for number, passage in enumerate(entry.passages, start=1):
        by = f", {folded(passage.said_by)}" if passage.said_by else ""
        typer.echo(f"{number}  {isolated(folded(passage.exact))} ({folded(passage.article)}{by})")
