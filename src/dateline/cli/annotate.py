"""`dateline annotate`: articles in, what is read from each of them out, standing off its text."""

from dateline.cli.input import read
from dateline.cli.options import Input, Layers, Output, Shown, Work, requested
from dateline.cli.output import a_file_each, format_of, opened
from dateline.cli.running import Run

EXAMPLES = (
    "dateline annotate examples/summit/articles --layers times",
    "dateline annotate articles.jsonl -o layers.jsonl",
    "dateline annotate examples/storm/articles --layers times --format timeml -o timeml/",
)


def annotate(
    *, given: Input, layers: Layers = "times,attributions,events,names", output: Output, work: Work, run: Run
) -> None:
    """Stand-off annotations: one JSON object for each article, offsets in code points into its text.

    Formats: jsonl, timeml (time expressions in the text, one XML document for each article).
    """
    request = requested(Shown(), work)
    wanted = [layer.strip() for layer in layers.split(",") if layer.strip()]
    format_ = format_of("annotations", output)
    run.note_missing_parser(work.parse)
    articles = read(given, output.path, run)

    from dateline.pipeline import annotated
    from dateline.writers import write

    with (
        run.asking(request) as asked,
        a_file_each(output.path, len(articles)) if format_ == "timeml" else opened(output.path) as put,
    ):
        for article, annotation in annotated(articles, wanted, asked):
            put(write([annotation], format_, articles=[article]), article.id)
