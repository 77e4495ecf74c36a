"""`dateline reread`, `export` and `check`: an archive is brought up to date, written out, proved whole."""

from dateline.cli.options import Output, Place, Work
from dateline.cli.output import format_of, opened
from dateline.cli.running import Run, say
from dateline.errors import ArchiveError

REREAD_EXAMPLES = ("dateline reread",)
EXPORT_EXAMPLES = ("dateline export -o archive.jsonl", "dateline export --archive news.db | gzip > archive.jsonl.gz")
CHECK_EXAMPLES = ("dateline check",)


def reread(*, place: Place, work: Work, run: Run) -> None:
    """Read again what an earlier version of Dateline has read. Else this is done when a reading is needed."""
    from dateline.archive import open as open_archive

    with open_archive(place.archive) as archive:
        number = archive.reread(work.processes)
    if not run.quiet:
        say(f"{number} versions read again")


def export(*, place: Place, output: Output, run: Run) -> None:
    """Everything an archive holds, as JSON Lines that `dateline add` takes back: articles with their versions, stories,
    what a person did by hand, bookmarks.

    Formats: jsonl.
    """
    from dateline.archive import open as open_archive

    format_of("articles", output)
    with open_archive(place.archive, read_only=True) as archive, opened(output.path) as put:
        for line in archive.export():
            put(line, "")


def check(*, place: Place, run: Run) -> None:
    """Prove that an archive is whole: spans, versions, which story each article is in, the index of words.

    What can be mended is mended, and told of.
    """
    from dateline.archive import open as open_archive

    with open_archive(place.archive) as archive:
        found = archive.check()
    for told in found.mended:
        say(f"mended: {told}")
    for told in found.broken:
        say(f"broken: {told}")
    if not run.quiet:
        say(f"{found.articles} articles in {found.versions} versions, {found.stories} stories")
    if found.broken:
        raise ArchiveError(place.archive, f"{len(found.broken)} parts of it are broken", "Restore it from an export")
