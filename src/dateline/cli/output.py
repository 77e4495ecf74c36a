"""Results out: in which format, and to which file, folder or stream."""

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cli.options import Output
from dateline.errors import OptionError, UnreadableInput

if TYPE_CHECKING:
    from dateline.model import Article, Changes, Timeline

Put = Callable[[str, str], object]
"""Writes a text; the second argument is the id of the article it is about, empty when it is about several."""


def format_of(result: str, output: Output, *more: str) -> str:
    """The format asked for, else the one that the output file's suffix names, else the first of the result's.

    `more` are formats beside those of `dateline.writers`. Raises OptionError for a format that there is not.
    """
    from dateline.writers import FORMATS

    possible = (*FORMATS[result], *more)
    suffix = output.path.suffix.lower().lstrip(".") if output.path and not output.path.is_dir() else ""
    by_suffix = {"": possible[0], "md": "markdown", "htm": "html", "txt": possible[0]}.get(suffix, suffix)
    named = output.format or by_suffix
    if named not in possible:
        named_by = "" if output.format else f" (by the name of {output.path})"
        raise OptionError(f"there is no format {named!r} here{named_by}. Use {', '.join(possible)}")
    return named


def put(
    result: "Timeline | Changes",
    format_: str,
    output: Path | None,
    articles: "Sequence[Article]",
    *,
    changes: "Changes | None" = None,
) -> None:
    """Write a timeline, perhaps opened by `changes`, or changes. Raises UnreadableInput when that cannot be done."""
    from dateline.writers import write

    screen = output is None and sys.stdout.isatty()
    width = (os.get_terminal_size().columns if screen else 0) or 80
    color = screen and "NO_COLOR" not in os.environ
    with opened(output) as put_text:
        put_text(write(result, format_, articles=articles, changes=changes, width=width, color=color), "")


@contextmanager
def opened(output: Path | None) -> Iterator[Put]:
    """A function that writes UTF-8 to the output file, or to standard output whatever its locale."""
    if output is None:
        stream = sys.stdout.buffer

        def put_text(text: str, _: str) -> None:
            with _told_of(Path("standard output")):
                stream.write(text.encode("utf-8", "replace"))
                stream.flush()

        yield put_text
        return
    with _told_of(output), output.open("w", encoding="utf-8", newline="") as file:
        yield lambda text, _: file.write(text)


@contextmanager
def a_file_each(output: Path | None, articles: int) -> Iterator[Put]:
    """A function that writes a document of its own for each article: into the folder `output`, under the article's id.

    A single article may go to a file, or to standard output.
    """
    if articles == 1 and not (output and output.is_dir()):
        with opened(output) as put_text:
            yield put_text
        return
    if output is None:
        raise OptionError(
            f"{articles} articles were read and each is a file of its own. Name a folder for them with -o"
        )
    folder = output
    taken: set[str] = set()

    def put_apart(text: str, identity: str) -> None:
        name = stem = re.sub(r"[^\w.-]+", "_", identity).strip(".") or "article"
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        (folder / f"{name}.tml").write_text(text, encoding="utf-8", newline="")

    with _told_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
        yield put_apart


@contextmanager
def _told_of(output: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnreadableInput(str(output), f"cannot be written ({error.strerror})", "Name another with -o") from None
