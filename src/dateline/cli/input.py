"""Paths in, articles out, with a word on whatever is not among them."""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cli.options import Input
from dateline.cli.running import Run
from dateline.errors import NothingToRead, OptionError

if TYPE_CHECKING:
    from dateline.model import Article


def read(given: Input, output: Path | None, run: Run) -> "tuple[Article, ...]":
    """The articles of the files, folders and globs that are given.

    Raises NothingToRead when there is none, OptionError when `output` is one of the files read.
    """
    from dateline import readers

    with run.progress("reading") as progress:
        reading = readers.read(*given.paths, published=given.published, undated=given.undated, progress=progress)
    run.problems += reading.problems
    for note in reading.notes:
        run.note(note)
    _keep_input(reading.articles, output)
    if not reading.articles:
        raise NothingToRead("there is no article to read")
    return reading.articles


def tell_of_later_ones(articles: "Sequence[Article]", as_of: dt.date | None, run: Run) -> None:
    """A note on how many articles `--as-of` leaves out."""
    if as_of is None:
        return
    undated = sum(article.available is None for article in articles)
    later = sum(article.available is not None and article.available > as_of for article in articles)
    if later:
        run.note(f"{_articles(later)} published after {as_of} {_are(later)} left out")
    if undated:
        run.note(f"{_articles(undated)} without a publication day {_are(undated)} left out, because of --as-of")


def _articles(number: int) -> str:
    return f"{number} article" if number == 1 else f"{number} articles"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _keep_input(articles: "Sequence[Article]", output: Path | None) -> None:
    """Refuse to write over a file that was read."""
    read_from = {re.sub(r"[:#]\d+$", "", article.read_from) for article in articles}
    if output is not None and any(_is_same_file(output, Path(name)) for name in read_from):
        raise OptionError(f"{output} is one of the files read. Name another file with -o")


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
