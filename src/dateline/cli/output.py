"""Results out: in which format, and to which file, folder or stream."""

import hashlib
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cli.options import Output
from dateline.cli.replacing import refusals_told, replacing
from dateline.errors import OptionError, UnwritableOutput

if TYPE_CHECKING:
    from dateline.model import Article, Changes, Diary, Marks, SearchResult, Stories, Timeline

Put = Callable[[str | bytes, str], None]
"""Writes a text as UTF-8, or bytes; the second argument is the id of the article it is about, empty when of several."""

# What file systems take as a name, in bytes.
_LONGEST_NAME = 255


def format_of(result: str, output: Output, *more: str) -> str:
    """The format asked for, else the one that the output file's suffix names, else the first of the result's.

    `more` are formats beside those of `dateline.writers`. Raises OptionError for a format that there is not.
    """
    from dateline.writers import BINARY_FORMATS, FORMATS

    return format_among((*FORMATS[result], *more, *BINARY_FORMATS.get(result, ())), output)


def format_among(possible: Sequence[str], output: Output) -> str:
    """The format asked for, else the one that the output file's suffix names, else the first of those possible.

    Raises OptionError for one that is not possible.
    """
    suffix = output.path.suffix.lower().lstrip(".") if output.path and not _is_folder(output.path) else ""
    by_suffix = {"": possible[0], "md": "markdown", "htm": "html", "txt": possible[0]}.get(suffix, suffix)
    named = output.format or by_suffix
    if named not in possible:
        named_by = "" if output.format else f" (which the name of {output.path} asks for)"
        raise OptionError(f"there is no format {named!r}{named_by}. Use one of {', '.join(possible)}")
    return named


def put(
    result: "Timeline | Changes | Diary | Stories | SearchResult | Marks",
    format_: str,
    output: Path | None,
    articles: "Sequence[Article]",
    most: int | None = None,
    *,
    mark: bool = False,
    ids: bool = False,
) -> None:
    """Write a result, at most so many changes of a section; with `mark`, CSV under a byte-order mark; with `ids`, those
    of lines.

    Raises UnwritableOutput when that cannot be done, OptionError for bytes that would go to a terminal.
    """
    from dateline.model import Changes, Timeline
    from dateline.writers import BINARY_FORMATS, write, write_bytes

    screen = output is None and sys.stdout is not None and sys.stdout.isatty()
    width = (os.get_terminal_size().columns if screen else 0) or 80
    color = screen and "NO_COLOR" not in os.environ
    is_binary = any(format_ in formats for formats in BINARY_FORMATS.values())
    if is_binary and isinstance(result, Timeline | Changes):
        if screen:
            raise OptionError(f"{format_} is no text for a terminal. Name a file with -o")
        with opened(output) as put_text:
            put_text(write_bytes(result, format_, articles=articles), "")
        return
    with opened(output) as put_text:
        written = write(result, format_, articles=articles, width=width, color=color, ids=ids, most=most)
        put_text(f"\ufeff{written}" if mark and format_ == "csv" else written, "")


@contextmanager
def opened(output: Path | None) -> Iterator[Put]:
    """A function that writes UTF-8 to the output file, or to standard output whatever its locale.

    Raises UnwritableOutput when that cannot be done.
    """
    if output is None or _is_standard_output(output):
        yield _put_to_standard_output
        return
    with replacing(output) as write:
        yield lambda content, _: write(_bytes(content))


@contextmanager
def a_file_each(output: Path | None, articles: int) -> Iterator[Put]:
    """A function that writes a document of its own for each article: into the folder `output`, under the article's id.

    A single article may go to a file, or to standard output. Raises UnwritableOutput when that cannot be done.
    """
    if articles == 1 and not (output and _is_folder(output)):
        with opened(output) as put_text:
            yield put_text
        return
    if output is None:
        raise OptionError(f"{articles} articles were read, and each is a file of its own. Name a folder with -o")
    folder = output
    taken: set[str] = set()

    def put_apart(text: str | bytes, identity: str) -> None:
        with opened(folder / f"{_file_name(identity, taken)}.tml") as put_text:
            put_text(text, identity)

    with refusals_told(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
    yield put_apart


def _file_name(identity: str, taken: set[str]) -> str:
    """A name of a file for an article that no other one has, without suffix; the same one in each run."""
    name = re.sub(r"[^\w.-]+", "_", identity).strip(".") or "article"
    if len(name.encode()) > _LONGEST_NAME - len("-1000000.tml"):
        digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        name = f"{name.encode()[: _LONGEST_NAME // 2].decode('utf-8', 'ignore')}-{digest}"
    stem, number = name, 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name.casefold())
    return name


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def _put_to_standard_output(content: str | bytes, _: str) -> None:
    if sys.stdout is None:
        raise UnwritableOutput("standard output", "it is closed")
    with refusals_told("standard output"):
        try:
            sys.stdout.buffer.write(_bytes(content))
            sys.stdout.buffer.flush()
        except OSError:
            # What is left in the buffer has nowhere to go; Python must not try again on its way out.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise


def _is_standard_output(path: Path) -> bool:
    """Whether a path is a name of the open standard output, as `/dev/stdout` is."""
    try:
        return sys.stdout is not None and os.path.samestat(path.stat(), os.fstat(1))
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where a name is too long
