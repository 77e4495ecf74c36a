"""`dateline changes`: articles and two moments in, what changed in their story in between; or its diary."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.input import read, story_of, tell_of_later_ones
from dateline.cli.options import Earlier, FilesOrStory, Moment, Output, Shown, Work, requested
from dateline.cli.output import format_of, put
from dateline.cli.running import Run
from dateline.errors import OptionError
from dateline.request import Depth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import Article, Changes, Diary

EXAMPLES = (
    "dateline changes examples/summit/articles --since 2019-04-25",
    "dateline changes news/ --since 2019-04-23 --as-of 2019-04-25 --format json",
    "dateline changes news/ --since 7d -o week.html",
    "dateline changes news/ --each day -o diary.md",
    "dateline changes --story 1 --since last --reader ada",
)
# Changes that are shown of each section to somebody who reads them, where nothing else is asked for.
_SHOWN = 20
_READ = frozenset({"table", "markdown", "html"})


class Section(StrEnum):
    """How long a section of a diary is, as the command line takes it: the nouns are not imported for its help."""

    DAY = "day"
    WEEK = "week"


Each = Annotated[
    Section | None,
    typer.Option(
        metavar="day|week", help="The diary of the story: what each day, or each week, changed.", show_default=False
    ),
]
Reader = Annotated[str, typer.Option(metavar="NAME", help="Whose bookmark `--since last` goes by, and puts forward.")]


def changes(
    *,
    given: FilesOrStory,
    since: Moment = None,
    each: Each = None,
    reader: Reader = "me",
    output: Output,
    shown: Shown,
    work: Work,
    run: Run,
) -> None:
    """What is new, came true, was moved, called off, denied or corrected since a day; or each day.

    Formats: table, json, markdown, csv, xlsx, parquet, html, atom. The table, Markdown and the page show the first
    changes of each section; with `--level all` all of them.
    """
    if (since is None) == (each is None):
        raise OptionError("give either --since DATE, the earlier moment, or --each day for a diary")
    from dateline.model import Period

    period = Period(each) if each else None
    request = requested(shown, work)
    format_ = format_of("diary" if period else "changes", output)
    run.note_missing_parser(work.parse)
    earlier = since or Earlier()
    found: Changes | Diary
    articles: Sequence[Article]
    if of_archive := story_of(given):
        with of_archive as story, run.asking(request) as asked:
            articles = story.articles()
            tell_of_later_ones(articles, request.as_of, run)
            if period:
                found = story.diary(period, asked)
            elif earlier.is_last_look:
                found = story.changes_for(reader, asked)
            else:
                found = story.changes(earlier.than(articles, request.as_of), asked)
    else:
        if earlier.is_last_look:
            raise OptionError("--since last is for a story of an archive, with --story. For files, give a day")
        articles = read(given, output.path, run)
        tell_of_later_ones(articles, request.as_of, run)

        from dateline.pipeline import changes_of, diary_of

        with run.asking(request) as asked:
            if period:
                found = diary_of(articles, period, asked)
            else:
                found = changes_of(articles, earlier.than(articles, request.as_of), asked)
    most = _SHOWN if format_ in _READ and request.level is not Depth.ALL else None
    put(found, format_, output.path, articles, most, mark=output.bom)
