"""`dateline timeline`: articles in, the timeline of their story out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.cli.input import read, story_of, tell_of_later_ones
from dateline.cli.options import ByHand, FilesOrStory, Output, Room, Shown, Since, Until, Work, requested
from dateline.cli.output import format_of, put
from dateline.cli.running import Run

if TYPE_CHECKING:
    from dateline.model import Article, Entry

EXAMPLES = (
    "dateline timeline examples/summit/articles",
    "dateline timeline 'news/**/*.txt' --dates 10 --sentences 2 -o story.html",
    "cat articles.jsonl | dateline timeline - --as-of 2019-04-23 --format json",
    "dateline timeline --story 1 --archive news.db -o story.html",
    "dateline timeline --story 1 --only starred -o chosen.md",
)


def timeline(
    *,
    given: FilesOrStory,
    output: Output,
    since: Since = None,
    until: Until = None,
    room: Room,
    shown: Shown,
    hand: ByHand,
    work: Work,
    run: Run,
) -> None:
    """The timeline of a story: dates, what happened, who says so, and the passages it rests on.

    Formats: table, json, markdown, csv, html, ics, timelinejs, jsonld (schema.org), geojson, webannotation,
    frontmatter (Markdown under YAML), timesketch, timesketchjsonl, ftm (FollowTheMoney), ninjs (3.1 events), csljson
    and ris (the sources), xlsx, parquet.
    """
    request = requested(shown, work, room, since, until)
    format_ = format_of("timeline", output)
    run.note_missing_parser(work.parse)
    articles: Sequence[Article]
    if of_archive := story_of(given):
        with of_archive as story, run.asking(request) as asked:
            articles = story.articles()
            tell_of_later_ones(articles, request.as_of, run)
            result = story.timeline(asked)
    else:
        articles = read(given, output.path, run)
        tell_of_later_ones(articles, request.as_of, run)

        from dateline.pipeline import timeline_of

        with run.asking(request) as asked:
            result = timeline_of(articles, asked)
    _tell_of_queries(articles, result.entries, request.queries, run)
    put(hand.of(result), format_, output.path, articles, mark=output.bom, ids=given.story is not None)


def _tell_of_queries(articles: "Sequence[Article]", entries: "Sequence[Entry]", asked: Sequence[str], run: Run) -> None:
    """A note on each query that no entry answers."""
    from dateline.timeline.select.queries import heard
    from dateline.timeline.story import language_of

    answered = heard(language_of(articles), entries, asked)
    for query in asked:
        if query not in answered:
            rest = "the other queries" if answered else "the whole story"
            run.note(f"no entry tells of {query!r}. The timeline is of {rest}")
