"""Paths in, articles out, with a word on whatever is not among them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cli.options import FilesOrStory, Input
from dateline.cli.running import Run
from dateline.errors import NothingToRead, OptionError

if TYPE_CHECKING:
    from dateline.archive.story import ArchivedStory
    from dateline.model import Article
    from dateline.readers import FileRead, ReadResult


def read(given: Input, output: Path | None, run: Run) -> "tuple[Article, ...]":
    """The articles of the files, folders and globs that are given.

    Raises NothingToRead when there is none, OptionError when `output` is one of the files read.
    """
    return account(given, output, run).articles


def story_of(given: FilesOrStory) -> "AbstractContextManager[ArchivedStory] | None":
    """The story of an archive that is asked for, None where files are.

    Raises OptionError where neither is given or both are, UnknownStory, ArchiveError.
    """
    if given.story is None:
        if not given.paths:
            raise OptionError("there is nothing to read. Name files, or a story of an archive with --story")
        return None
    if given.paths:
        raise OptionError("files and --story are both given. Use one of the two")
    return _opened_story(given.archive, given.story)


@contextmanager
def _opened_story(where: str, story: str) -> "Iterator[ArchivedStory]":
    from dateline.archive import open as open_archive

    with open_archive(where) as archive:
        yield archive.story(story)


def account(given: Input, output: Path | None, run: Run, *, other_languages: bool = False) -> "ReadResult":
    """What came of reading the files, folders and globs that are given; raises what `read` raises."""
    from dateline import readers

    with run.progress("reading") as progress:
        reading = readers.read(
            *given.paths,
            published=given.published,
            undated=given.undated,
            other_languages=other_languages,
            columns=_columns(given.columns),
            mapping=_mapping(given.map),
            progress=progress,
        )
    run.problems += reading.problems
    for note in reading.notes:
        run.note(note)
    _keep_input(reading.files, output)
    if not reading.articles:
        raise NothingToRead("there is no article to read")
    return reading


def parts(given: Input, output: Path | None, run: Run) -> "Iterator[Article]":
    """The articles of what is given, read as they are taken: any number of them fits.

    Raises NothingToRead when there is none, OptionError when `output` is one of the files read.
    """
    from dateline import readers

    found = False
    for reading in readers.read_parts(
        *given.paths,
        published=given.published,
        undated=given.undated,
        columns=_columns(given.columns),
        mapping=_mapping(given.map),
    ):
        run.problems += reading.problems
        for note in reading.notes:
            run.note(note)
        _keep_input(reading.files, output)
        found = found or bool(reading.articles)
        yield from reading.articles
    if not found:
        raise NothingToRead("there is no article to read")


def _columns(asked: str | None) -> dict[str, str]:
    """`text=Body,published=Day` as field → column. Raises OptionError for what is not of this form."""
    columns: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in (asked or "").split(","))):
        field, equals, column = (piece.strip() for piece in part.partition("="))
        if not equals or not column:
            raise OptionError(f"--columns: {part!r} is not a field and a column. Use text=Body,published=Day")
        columns[_field(field, "--columns")] = column
    return columns


def _mapping(path: Path | None) -> dict[str, str]:
    """The mapping of a TOML file. Raises OptionError for one that cannot be read or names no field."""
    if path is None:
        return {}
    import tomllib

    try:
        mapping = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OptionError(
            f'--map: {path} cannot be read ({error}). Write lines such as text = "article.body"'
        ) from None
    for field, value in mapping.items():
        if not isinstance(value, str):
            raise OptionError(f'--map: {field} in {path} is not the path of a value. Use {field} = "meta.date"')
    return {name if name == "articles" else _field(name, f"--map {path}"): value for name, value in mapping.items()}


def _field(name: str, where: str) -> str:
    from dateline.readers.tables.columns import NAMES

    if name not in NAMES:
        raise OptionError(f"{where}: an article has no field {name!r}. Its fields are {', '.join(NAMES)}")
    return name


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


def _keep_input(files: "Sequence[FileRead]", output: Path | None) -> None:
    """Refuse to write over a file that was read."""
    if output is not None and any(_is_same_file(output, Path(file.name)) for file in files if file.articles):
        raise OptionError(f"{output} is one of the files read. Name another file with -o")


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
