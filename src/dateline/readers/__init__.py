"""Files, folders, globs and standard input in, articles out, with an account of everything that is not among them."""

import datetime as dt
import io
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from dateline.errors import InputError, UnreadableInput
from dateline.languages import DEFAULT, Told, ToldBy, name_of, tell
from dateline.model import Article
from dateline.readers import files, kinds
from dateline.readers.drafts import Draft, Rules, finish
from dateline.readers.identity import Found, moment, settle
from dateline.readers.native import is_other_data, is_own_output
from dateline.readers.sources import Source, Wanted

__all__ = ["FileRead", "ReadResult", "read"]

_USE_FETCH = "Use dateline fetch, which alone opens connections, and read the folder it writes"
# Articles named in a note that is about many.
_NAMED_IN_A_NOTE = 3


@dataclass(frozen=True, slots=True)
class FileRead:
    """What came of one file."""

    name: str
    """As the user names it."""
    kinds: tuple[str, ...]
    """What it was read as: `an HTML page`; several where it is an archive."""
    articles: int
    """How many articles came of it."""
    left_out: int
    """How many inputs in it had to be left out."""
    aside: str = ""
    """Why it was left aside, when it was."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came of reading: the articles, and an account of everything else."""

    articles: tuple[Article, ...]
    """In order of publication, outlet, id and version; undated ones last."""
    problems: tuple[InputError, ...]
    """One for each input left out, in order of path and place."""
    notes: tuple[str, ...]
    """What is worth knowing and cost nothing."""
    files: tuple[FileRead, ...] = ()
    """What came of each file, in order of name."""
    told: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The place an article was read from → its format (`read as`), and what gave its day, outlet and title."""


def read(
    *paths: str | Path,
    published: dt.date | None = None,
    undated: bool = False,
    other_languages: bool = False,
    columns: Mapping[str, str] | None = None,
    mapping: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadResult:
    """Read the articles of files, folders, globs and `-`, standard input. Never raises for bad input.

    `published` is the day of articles that tell none; `undated` keeps those that still have none. `other_languages`
    keeps articles in languages that Dateline does not analyse: they can be kept and searched, and no analysis rests on
    them. `columns` names the column of a table, `mapping` the path of a value in JSON (`meta.date`), by the field of an
    article that it fills. `stdin` stands in for the process's own.

    `progress` is told how many of how many files are done.
    """
    selection = files.select(path for path in paths if not _is_address(path))
    problems: list[tuple[tuple[str, int], InputError]] = [((name, 0), error) for name, error in selection.problems]
    for address in filter(_is_address, paths):
        error = UnreadableInput(str(address), "it is an address, and reading opens no connection", _USE_FETCH)
        problems.append(((str(address), 0), error))
    notes = list(selection.notes)
    found: list[Found] = []
    accounts = [FileRead(name, (), 0, 0, aside=what) for name, what in selection.aside]
    rules = Rules(published, undated, other_languages)
    wanted = Wanted(columns or {}, mapping or {})
    told: dict[str, Told] = {}
    fields: dict[str, Mapping[str, str]] = {}
    redated: list[str] = []
    for done, (name, path) in enumerate(selection.files, 1):
        drafts = list(_drafts(name, path, stdin, notes, wanted))
        errors = [draft for draft in drafts if isinstance(draft, InputError)]
        if name in selection.walked and len(errors) == len(drafts) and all(map(is_other_data, errors)):
            what = "output of Dateline" if all(map(is_own_output, errors)) else "data other than articles"
            notes.append(f"{name}: {what}, left aside")
            accounts.append(FileRead(name, (), 0, 0, aside=what))
            continue
        left_out = len(errors)
        read_as: dict[str, None] = {}
        for number, draft in enumerate(drafts, 1):
            if isinstance(draft, InputError):
                problems.append(((name, number), draft))
                continue
            read_as[draft.kind] = None
            language = tell(draft.language, draft.text[draft.body :])
            try:
                article, gave, overruled = finish(draft, language.tag, rules)
            except InputError as error:
                problems.append(((name, number), error))
                left_out += 1
            else:
                told[article.read_from] = language
                if overruled:
                    redated.append(f"{article.read_from} is of {overruled}")
                fields[article.read_from] = {"read as": draft.kind, **gave}
                found.append(Found(name, number, article, draft.fallback_id))
        accounts.append(FileRead(name, tuple(read_as), len(drafts) - left_out, left_out))
        if progress:
            progress(done, len(selection.files))
    articles, duplicates = settle(found)
    problems += duplicates
    problems.sort(key=lambda problem: problem[0])
    notes += _of_days(redated)
    notes += _of_languages(told[article.read_from] for article in articles)
    return ReadResult(
        tuple(sorted(articles, key=_order)),
        tuple(error for _, error in problems),
        tuple(notes),
        tuple(sorted(accounts, key=lambda account: account.name)),
        fields,
    )


def _is_address(path: str | Path) -> bool:
    return isinstance(path, str) and path.lower().startswith(("http://", "https://"))


def _of_languages(told: Iterable[Told]) -> Iterator[str]:
    """Notes on the languages that the articles did not name."""
    counts = sorted(Counter(told).items())
    by_words = [f"{_are(count)} in {name_of(tag)}" for (tag, by), count in counts if by is ToldBy.WORDS]
    if by_words:
        yield f"language not given: {', '.join(by_words)}, by their words"
    by_default = sum(count for (_, by), count in counts if by is ToldBy.DEFAULT)
    if by_default:
        yield (
            f"language not given and not told by the words, which are few: {_are(by_default)} taken to be "
            f"in {name_of(DEFAULT)}"
        )


def _of_days(redated: Sequence[str]) -> Iterator[str]:
    """A note on the articles whose text contradicts the day of their header."""
    if redated:
        more = len(redated) - _NAMED_IN_A_NOTE
        named = "; ".join(redated[:_NAMED_IN_A_NOTE]) + (f"; and {more:,} more" if more > 0 else "")
        yield f"day of publication taken from the text where it contradicts the header: {named}"


def _are(count: int) -> str:
    return "1 article is" if count == 1 else f"{count:,} articles are"


def _order(article: Article) -> tuple[dt.date, str, str, dt.datetime]:
    first = dt.datetime.min.replace(tzinfo=dt.UTC)
    return article.published or dt.date.max, article.source or "", article.id, moment(article) or first


def _drafts(
    name: str, path: Path, stdin: BinaryIO | None, notes: list[str], wanted: Wanted
) -> Iterator[Draft | InputError]:
    """The drafts of one file, by its format; an error where there is none."""
    try:
        with _buffered(stdin or sys.stdin.buffer) if name == files.STDIN else path.open("rb") as stream:
            yield from _of_source(Source(name, stream, notes, wanted, nested=_of_source))
    except OSError as error:
        yield UnreadableInput(name, files.reason(error), "Allow reading it, or leave it out")


def _of_source(source: Source) -> Iterator[Draft | InputError]:
    """The drafts of one file or one member of an archive; what is wrong with it as a whole ends it."""
    nothing = True
    try:
        for draft in kinds.read_with(kinds.kind_of(source), source):
            nothing = False
            yield draft
        if nothing:
            yield UnreadableInput(source.name, "it holds no article", "Give it a text with its date, or leave it out")
    except InputError as error:
        yield error


@contextmanager
def _buffered(stream: BinaryIO) -> Iterator[io.BufferedReader]:
    """The stream with `peek`; it is not closed, being someone else's."""
    if isinstance(stream, io.BufferedReader):
        yield stream
        return
    reader = io.BufferedReader(cast(io.BytesIO, stream))
    try:
        yield cast(io.BufferedReader, reader)
    finally:
        reader.detach()
