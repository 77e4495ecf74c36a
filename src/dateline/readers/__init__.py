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

__all__ = ["FileRead", "ReadResult", "read", "read_parts"]

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
    rules = Rules(published, undated, other_languages)
    [whole] = _parts(paths, rules, Wanted(columns or {}, mapping or {}), stdin, progress, None)
    return whole


def read_parts(
    *paths: str | Path,
    published: dt.date | None = None,
    undated: bool = False,
    columns: Mapping[str, str] | None = None,
    mapping: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    most: int = 2_000,
) -> Iterator[ReadResult]:
    """The same in parts of at most `most` articles, each read when it is taken: any number of articles fits.

    What is one article in two parts is told from its id by whoever keeps them.
    """
    return _parts(paths, Rules(published, undated, False), Wanted(columns or {}, mapping or {}), stdin, None, most)


class _Part:
    """What was read since the last result."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.problems: list[tuple[tuple[str, int], InputError]] = []
        self.notes: list[str] = []
        self.accounts: list[FileRead] = []
        self.told: dict[str, Told] = {}
        self.fields: dict[str, Mapping[str, str]] = {}
        self.redated: list[str] = []
        self.untimely: list[str] = []

    def result(self) -> ReadResult:
        articles, duplicates = settle(self.found)
        problems = sorted([*self.problems, *duplicates], key=lambda problem: problem[0])
        return ReadResult(
            tuple(sorted(articles, key=_order)),
            tuple(error for _, error in problems),
            (
                *self.notes,
                *_naming("day of publication taken from the text where it contradicts the header", self.redated),
                *_naming("update before the publication does not count", self.untimely),
                *_of_languages(self.told[one.read_from] for one in articles),
            ),
            tuple(sorted(self.accounts, key=lambda account: account.name)),
            self.fields,
        )


def _parts(
    paths: Sequence[str | Path],
    rules: Rules,
    wanted: Wanted,
    stdin: BinaryIO | None,
    progress: Callable[[int, int], None] | None,
    most: int | None,
) -> Iterator[ReadResult]:
    """What is read of paths, in parts of at most `most` articles; None makes it one part."""
    selection = files.select(path for path in paths if not _is_address(path))
    part = _Part()
    part.problems += (((name, 0), error) for name, error in selection.problems)
    for address in filter(_is_address, paths):
        error = UnreadableInput(str(address), "it is an address, and reading opens no connection", _USE_FETCH)
        part.problems.append(((str(address), 0), error))
    part.notes += selection.notes
    part.accounts += (FileRead(name, (), 0, 0, aside=what) for name, what in selection.aside)
    for done, (name, path) in enumerate(selection.files, 1):
        number = left_out = 0
        read_as: dict[str, None] = {}
        aside = ""
        for draft in _left_or_read(_drafts(name, path, stdin, part.notes, wanted), name in selection.walked):
            if isinstance(draft, str):
                aside = draft
                continue
            number += 1
            if isinstance(draft, InputError):
                part.problems.append(((name, number), draft))
                left_out += 1
                continue
            read_as[draft.kind] = None
            language = tell(draft.language, draft.text[draft.body :])
            try:
                article, gave, overruled, untimely = finish(draft, language.tag, rules)
            except InputError as error:
                part.problems.append(((name, number), error))
                left_out += 1
                continue
            part.told[article.read_from] = language
            if overruled:
                part.redated.append(f"{article.read_from} is of {overruled}")
            if untimely:
                part.untimely.append(f"{article.read_from} updated on {untimely}")
            part.fields[article.read_from] = {"read as": draft.kind, **gave}
            part.found.append(Found(name, number, article, draft.fallback_id))
            if most is not None and len(part.found) >= most:
                yield part.result()
                part = _Part()
        if aside:
            part.notes.append(f"{name}: {aside}, left aside")
        part.accounts.append(FileRead(name, tuple(read_as), number - left_out, left_out, aside))
        if progress:
            progress(done, len(selection.files))
    yield part.result()


def _left_or_read(drafts: Iterator[Draft | InputError], is_walked: bool) -> Iterator[Draft | InputError | str]:
    """The drafts of a file; of one that a folder held and that has other data than articles, what it is."""
    errors: list[InputError] = []
    is_other = is_walked
    for draft in drafts:
        if is_other and isinstance(draft, InputError) and is_other_data(draft):
            errors.append(draft)
            continue
        if is_other:
            is_other = False
            yield from errors
        yield draft
    if is_other and errors:
        yield "output of Dateline" if all(map(is_own_output, errors)) else "data other than articles"


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


def _naming(what: str, articles: Sequence[str]) -> Iterator[str]:
    """A note on articles of which so much holds, naming the first of them."""
    if articles:
        more = len(articles) - _NAMED_IN_A_NOTE
        named = "; ".join(articles[:_NAMED_IN_A_NOTE]) + (f"; and {more:,} more" if more > 0 else "")
        yield f"{what}: {named}"


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
