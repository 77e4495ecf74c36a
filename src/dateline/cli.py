"""The command line: parses arguments, calls the library, writes what comes back."""

import datetime as dt
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline import __version__
from dateline.errors import DatelineError, FutureArticle, InputError, OptionError, UnreadableInput

if TYPE_CHECKING:
    from dateline.model import Article, Changes, Entry, Timeline
    from dateline.readers import Reading

Put = Callable[[str, str], object]
"""Writes a text; the second argument is the id of the article it is about, empty when it is about several."""

LEFT_OUT = 1
"""Exit status when the output is there and some input was left out."""
FAILED = 2
"""Exit status when there is no output: nothing could be read, or an option cannot be met."""

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Turns dated news articles into a sourced timeline: what happened, what was said and by whom, what is "
    "planned, denied or called off, on which day, each line tied to the passage it rests on.",
    epilog="Exit status: 0 all was read; 1 something was left out, said on standard error; 2 there is no output.",
)


def _examples(*lines: str) -> str:
    return "\n\n".join(["Examples:", *(f"`{line}`" for line in lines)])


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day: write it as 2019-04-25") from None


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders, globs, or - for standard input.", show_default=False),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="How to write it; by default what the output file's name says, else the first format.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to this file instead of standard output.", show_default=False
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes; errors are still told.")]
Published = Annotated[
    dt.date | None,
    typer.Option(
        parser=_day, metavar="DATE", help="Publication day of articles that tell none themselves.", show_default=False
    ),
]
Undated = Annotated[
    bool, typer.Option("--undated", help="Keep articles without a publication day; only their absolute dates count.")
]
Parse = Annotated[
    bool | None,
    typer.Option(
        "--parse/--no-parse",
        help="Status and speaker from a dependency parse of what is shown; by default if the parser is installed.",
        show_default=False,
    ),
]
Processes = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        help="At most so many processes where many articles are read; as many as there are cores by default.",
        show_default=False,
    ),
]
Dates = Annotated[
    int | None,
    typer.Option(metavar="N", help="At most so many dates; the story decides by default.", show_default=False),
]
Sentences = Annotated[int | None, typer.Option(metavar="N", help="At most so many entries a date.", show_default=False)]
AsOf = Annotated[
    dt.date | None,
    typer.Option(
        parser=_day, metavar="DATE", help="Only articles published by the end of this day.", show_default=False
    ),
]
Query = Annotated[
    list[str] | None,
    typer.Option(metavar="TEXT", help="Words that steer what matters; repeatable.", show_default=False),
]
Title = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help="Title of the timeline; the names it shares by default.", show_default=False),
]
Grain = Annotated[
    str, typer.Option("--granularity", metavar="any|day", help="`day` leaves out entries of a month, a year or a week.")
]


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.command(
    epilog=_examples(
        "dateline timeline examples/summit/articles",
        "dateline timeline 'news/**/*.txt' --dates 10 --sentences 2 -o story.html",
        "cat articles.jsonl | dateline timeline - --as-of 2019-04-23 --format json",
    )
)
def timeline(
    paths: Paths,
    format: Format = None,  # noqa: A002 - the option's name
    output: Output = None,
    dates: Dates = None,
    sentences: Sentences = None,
    since: Annotated[
        dt.date | None,
        typer.Option(parser=_day, metavar="DATE", help="Only events of this day or later.", show_default=False),
    ] = None,
    until: Annotated[
        dt.date | None,
        typer.Option(parser=_day, metavar="DATE", help="Only events of this day or earlier.", show_default=False),
    ] = None,
    as_of: AsOf = None,
    query: Query = None,
    granularity: Grain = "any",
    title: Title = None,
    published: Published = None,
    undated: Undated = False,
    parse: Parse = None,
    processes: Processes = None,
    quiet: Quiet = False,
) -> None:
    """The timeline of a story: dates, what happened, who says so, and the passages it rests on.

    Formats: table, json, markdown, csv, html, ics, timelinejs, jsonld (schema.org), geojson, webannotation.
    """
    with _errors_told():
        from dateline.pipeline import timeline_of
        from dateline.timeline.build import Options

        options = Options(title, dates, sentences, since, until, tuple(query or ()), _days_only(granularity))
        chosen = _format("timeline", format, output)
        _tell_of_parser(parse, quiet)
        reading = _read(paths, output, published, undated, quiet)
        late = _published_after(reading, as_of)
        with _progress("skimming", quiet) as progress:
            result = timeline_of(
                reading.articles,
                options,
                as_of=as_of,
                parse=parse,
                processes=processes,
                progress=progress,
            )
        _tell_of_queries(result.entries, options.queries, quiet)
        _put(result, chosen, output, reading.articles)
        _finish([*reading.problems, *late])


@app.command(
    epilog=_examples(
        "dateline changes examples/summit/articles --since 2019-04-25",
        "dateline changes news/ --since 2019-04-23 --as-of 2019-04-25 --format json",
        "dateline changes news/ --since 2019-04-23 -o today.html",
    )
)
def changes(
    paths: Paths,
    since: Annotated[
        dt.date,
        typer.Option(
            parser=_day, metavar="DATE", help="The moment to compare with: the end of this day.", show_default=False
        ),
    ],
    format: Format = None,  # noqa: A002 - the option's name
    output: Output = None,
    as_of: AsOf = None,
    dates: Dates = None,
    sentences: Sentences = None,
    query: Query = None,
    granularity: Grain = "any",
    title: Title = None,
    published: Published = None,
    undated: Undated = False,
    parse: Parse = None,
    processes: Processes = None,
    quiet: Quiet = False,
) -> None:
    """What is new, confirmed, moved, called off or corrected since a day.

    Formats: table, json, markdown, csv, html (the timeline's page, opened by what changed).
    """
    with _errors_told():
        from dateline.pipeline import changes_of, timeline_of
        from dateline.timeline.build import Options

        options = Options(title, dates, sentences, None, None, tuple(query or ()), _days_only(granularity))
        chosen = _format("changes", format, output, "html")
        _tell_of_parser(parse, quiet)
        reading = _read(paths, output, published, undated, quiet)
        late = _published_after(reading, as_of)
        with _progress("skimming", quiet) as progress:
            result = changes_of(
                reading.articles,
                since,
                options,
                as_of=as_of,
                parse=parse,
                processes=processes,
                progress=progress,
            )
        if chosen == "html":
            page = timeline_of(reading.articles, options, as_of=as_of, parse=parse)
            _put(page, chosen, output, reading.articles, changes=result)
        else:
            _put(result, chosen, output, reading.articles)
        _finish([*reading.problems, *late])


@app.command(
    epilog=_examples(
        "dateline annotate examples/summit/articles --layers times",
        "dateline annotate articles.jsonl -o layers.jsonl",
        "dateline annotate examples/storm/articles --layers times --format timeml -o timeml/",
    )
)
def annotate(
    paths: Paths,
    layers: Annotated[
        str, typer.Option(metavar="LAYER,…", help="Which layers: times, attributions, events, names.")
    ] = "times,attributions,events,names",
    format: Format = None,  # noqa: A002 - the option's name
    output: Output = None,
    published: Published = None,
    undated: Undated = False,
    parse: Parse = None,
    processes: Processes = None,
    quiet: Quiet = False,
) -> None:
    """Stand-off annotations: one JSON object an article, offsets in code points into its text.

    Formats: jsonl, timeml (time expressions in the text, one XML document an article).
    """
    with _errors_told():
        from dateline.pipeline import annotate as annotations
        from dateline.writers import write

        wanted = [layer.strip() for layer in layers.split(",") if layer.strip()]
        chosen = _format("annotations", format, output)
        _tell_of_parser(parse, quiet)
        reading = _read(paths, output, published, undated, quiet)
        opened = _a_file_each(output, len(reading.articles)) if chosen == "timeml" else _opened(output)
        with _progress("annotating", quiet) as progress, opened as put:
            pairs = zip(
                reading.articles, annotations(reading.articles, wanted, parse=parse, processes=processes), strict=True
            )
            for done, (article, annotation) in enumerate(pairs, 1):
                put(write([annotation], chosen, articles=[article]), article.id)
                if progress:
                    progress(done, len(reading.articles))
        _finish(list(reading.problems))


def main() -> None:
    """The `dateline` command."""
    try:
        app()
    except BrokenPipeError:
        # The reader of our output has seen enough (`| head`); Python must not complain of it again on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


@contextmanager
def _errors_told() -> Iterator[None]:
    """Anything Dateline raises on purpose, as one line on standard error."""
    try:
        yield
    except DatelineError as error:
        typer.echo(f"dateline: {error}", err=True)
        raise typer.Exit(FAILED) from None


def _tell_of_parser(parse: bool | None, quiet: bool) -> None:
    """One sentence on what is missing and how to get it, when a parse was not declined and there is no parser."""
    from dateline.errors import MissingParser
    from dateline.events.parsing.parser import installed

    if parse is None and not quiet and not installed():
        typer.echo(f"dateline: note: {MissingParser()}", err=True)


def _tell_of_queries(entries: "Sequence[Entry]", asked: Sequence[str], quiet: bool) -> None:
    """One sentence on each query that no entry answers."""
    from dateline.timeline.select.queries import heard

    if not quiet:
        answered = heard(entries, asked)
        for query in asked:
            if query not in answered:
                rest = "the timeline is of the other queries" if answered else "the timeline is of the whole story"
                typer.echo(f"dateline: note: no entry tells of {query!r}; {rest}", err=True)


def _days_only(granularity: str) -> bool:
    if granularity not in {"any", "day"}:
        raise OptionError(f"--granularity is any or day, not {granularity!r}")
    return granularity == "day"


def _format(result: str, asked: str | None, output: Path | None, *more: str) -> str:
    """The format asked for, else the one that the output file's suffix names, else the result's first."""
    from dateline.writers import FORMATS

    possible = (*FORMATS[result], *more)
    suffix = output.suffix.lower().lstrip(".") if output and not output.is_dir() else ""
    by_suffix = {"": possible[0], "md": "markdown", "htm": "html", "txt": possible[0]}.get(suffix, suffix)
    named = asked or by_suffix
    if named not in possible:
        named_by = "" if asked else ", which the output file's name says,"
        raise OptionError(f"{named!r}{named_by} is no format of this command: it writes {', '.join(possible)}")
    return named


def _read(paths: list[str], output: Path | None, published: dt.date | None, undated: bool, quiet: bool) -> "Reading":
    from dateline.readers import read

    with _progress("reading", quiet) as progress:
        reading = read(*paths, published=published, undated=undated, progress=progress)
    if not quiet:
        for note in reading.notes:
            typer.echo(f"dateline: note: {note}", err=True)
    _keep_input(reading, output)
    if not reading.articles:
        _tell(reading.problems)
        raise OptionError("nothing to read: no article is left")
    return reading


def _keep_input(reading: "Reading", output: Path | None) -> None:
    """Refuses to write over a file that was read."""
    read_from = {re.sub(r"[:#]\d+$", "", article.origin) for article in reading.articles}
    if output is not None and output.exists() and any(_is_same_file(output, Path(name)) for name in read_from):
        raise OptionError(f"{output} is one of the files read: name another one with -o")


def _is_same_file(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)


def _published_after(reading: "Reading", as_of: dt.date | None) -> list[InputError]:
    """A problem for each article that `--as-of` leaves out."""
    if as_of is None:
        return []
    late: list[InputError] = [
        FutureArticle(
            article.origin or article.id,
            f"published {article.published}, after --as-of {as_of}"
            if article.published
            else "has no date to hold against --as-of",
            "It is left out; name a later day to have it",
        )
        for article in reading.articles
        if article.available is None or article.available > as_of
    ]
    if len(late) == len(reading.articles):
        _tell([*reading.problems, *late])
        raise OptionError(f"nothing to read: no article was published by {as_of}")
    return late


def _tell(problems: Sequence[InputError]) -> None:
    for problem in problems:
        typer.echo(f"dateline: left out: {problem}", err=True)


def _finish(problems: list[InputError]) -> None:
    _tell(problems)
    if problems:
        raise typer.Exit(LEFT_OUT)


def _put(
    result: "Timeline | Changes",
    format_: str,
    output: Path | None,
    articles: "tuple[Article, ...]",
    *,
    changes: "Changes | None" = None,
) -> None:
    from dateline.writers import write

    screen = output is None and sys.stdout.isatty()
    width = (os.get_terminal_size().columns if screen else 0) or 80
    color = screen and "NO_COLOR" not in os.environ
    with _opened(output) as put:
        put(write(result, format_, articles=articles, changes=changes, width=width, color=color), "")


@contextmanager
def _opened(output: Path | None) -> Iterator[Put]:
    """A function that writes UTF-8 to the output file, or to standard output whatever its locale."""
    if output is None:
        stream = sys.stdout.buffer

        def put(text: str, _: str) -> None:
            with _told_of(Path("standard output")):
                stream.write(text.encode("utf-8", "replace"))
                stream.flush()

        yield put
        return
    with _told_of(output), output.open("w", encoding="utf-8", newline="") as file:
        yield lambda text, _: file.write(text)


@contextmanager
def _a_file_each(output: Path | None, articles: int) -> Iterator[Put]:
    """A function that writes a document of its own for each article: into the folder `output`, under the article's id.

    A single article may go to a file, or to standard output.
    """
    if articles == 1 and not (output and output.is_dir()):
        with _opened(output) as put:
            yield put
        return
    if output is None:
        raise OptionError(f"a document holds one article, and {articles} were read: name a folder for them with -o")
    folder = output
    taken: set[str] = set()

    def put_apart(text: str, identity: str) -> None:
        name = stem = re.sub(r"[^\w.-]+", "_", identity).strip(".") or "article"
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        (folder / f"{name}.tml").write_text(text, encoding="utf-8", newline="")

    with _told_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
        yield put_apart


@contextmanager
def _told_of(output: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnreadableInput(str(output), f"cannot be written ({error.strerror})", "Name another with -o") from None


@contextmanager
def _progress(what: str, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on standard error when that is a terminal; None otherwise."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    # Without a thread of its own, beside which no process could be forked.
    with Progress(console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(what, total=None)

        def advance(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, refresh=done == total or done % max(1, total // 100) == 0)

        yield advance
