"""Files, folders, globs and standard input in, articles out, with an account of everything that is not among them."""

import codecs
import datetime as dt
import io
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from dateline.errors import InputError, UnreadableInput
from dateline.languages import DEFAULT, Told, ToldBy, name_of, tell
from dateline.model import Article
from dateline.readers import encodings, files, native, plain
from dateline.readers.drafts import Draft, Rules, finish
from dateline.readers.identity import Found, moment, settle
from dateline.readers.native import is_other_data, is_own_output

__all__ = ["ReadResult", "read"]

# Bytes of a file that must be held whole: text and JSON. JSON Lines may be of any length.
FILE_LIMIT = 200_000_000

_LINES = (".jsonl", ".ndjson")
_JSON = (".json", *_LINES)
_TEXT = (".txt", ".text")

# Bytes by which a file's kind is told.
_OPENING = 1_000


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came of reading: the articles, and an account of everything else."""

    articles: tuple[Article, ...]
    """In order of publication, outlet, id and version; undated ones last."""
    problems: tuple[InputError, ...]
    """One for each input left out, in order of path and place."""
    notes: tuple[str, ...]
    """What is worth knowing and cost nothing."""


def read(
    *paths: str | Path,
    published: dt.date | None = None,
    undated: bool = False,
    other_languages: bool = False,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ReadResult:
    """Read the articles of files, folders, globs and `-`, standard input. Never raises for bad input.

    `published` is the day of articles that tell none; `undated` keeps those that still have none. `other_languages`
    keeps articles in languages that Dateline does not analyse: they can be kept and searched, and no analysis rests on
    them. `stdin` stands in for the process's own. `progress` is told how many files of how many are done.
    """
    selection = files.select(paths)
    problems: list[tuple[tuple[str, int], InputError]] = [((name, 0), error) for name, error in selection.problems]
    notes = list(selection.notes)
    found: list[Found] = []
    rules = Rules(published, undated, other_languages)
    told: dict[str, Told] = {}
    for done, (name, path) in enumerate(selection.files, 1):
        drafts = list(_drafts(name, path, stdin, notes))
        errors = [draft for draft in drafts if isinstance(draft, InputError)]
        if name in selection.walked and len(errors) == len(drafts) and all(map(is_other_data, errors)):
            what = "output of Dateline" if all(map(is_own_output, errors)) else "data other than articles"
            notes.append(f"{name}: {what}, left aside")
            drafts = []
        for number, draft in enumerate(drafts, 1):
            if isinstance(draft, InputError):
                problems.append(((name, number), draft))
                continue
            language = tell(draft.language, draft.text[draft.body :])
            try:
                article = finish(draft, language.tag, rules)
            except InputError as error:
                problems.append(((name, number), error))
            else:
                told[article.read_from] = language
                found.append(Found(name, number, article, draft.fallback_id))
        if progress:
            progress(done, len(selection.files))
    articles, duplicates = settle(found)
    problems += duplicates
    problems.sort(key=lambda problem: problem[0])
    notes += _of_languages(told[article.read_from] for article in articles)
    return ReadResult(tuple(sorted(articles, key=_order)), tuple(error for _, error in problems), tuple(notes))


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


def _are(count: int) -> str:
    return "1 article is" if count == 1 else f"{count:,} articles are"


def _order(article: Article) -> tuple[dt.date, str, str, dt.datetime]:
    first = dt.datetime.min.replace(tzinfo=dt.UTC)
    return article.published or dt.date.max, article.source or "", article.id, moment(article) or first


def _drafts(name: str, path: Path, stdin: BinaryIO | None, notes: list[str]) -> Iterator[Draft | InputError]:
    """The drafts of one file, by its format; an error where there is none."""
    nothing = True
    try:
        with _buffered(stdin or sys.stdin.buffer) if name == files.STDIN else path.open("rb") as stream:
            for draft in _of_stream(stream, name, path.suffix.lower(), notes):
                nothing = False
                yield draft
        if nothing:
            yield UnreadableInput(name, "it holds no article", "Give it a text with its date, or leave it out")
    except InputError as error:
        yield error
    except OSError as error:
        yield UnreadableInput(name, files.reason(error), "Allow reading it, or leave it out")


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


def _of_stream(stream: io.BufferedReader, name: str, suffix: str, notes: list[str]) -> Iterator[Draft | InputError]:
    """The drafts of one stream: its format is told by the suffix, else by the first bytes."""
    opening = stream.peek(_OPENING)
    encodings.refuse_other_kinds(opening, name)
    if suffix in _LINES and not opening.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from native.read_lines(stream, name)
        return
    data = stream.read(FILE_LIMIT + 1)
    if len(data) > FILE_LIMIT:
        raise UnreadableInput(name, f"longer than {FILE_LIMIT // 1_000_000} MB", "Split it, or write it as JSON Lines")
    text, note = encodings.decode(data, name)
    if note:
        notes.append(note)
    if suffix in _TEXT or (suffix not in _JSON and text.lstrip()[:1] not in ("{", "[")):
        yield from plain.read_text(text, name, notes, base_id="stdin" if name == files.STDIN else PurePath(name).name)
    else:
        yield from native.read_document(text, name)
