"""Files, folders, globs and standard input → the files to read, each once, in one order."""

import errno
import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import DuplicateArticle, InputError, UnreadableInput

# What is taken from a folder. A file of another name is read when it is named itself.
SUFFIXES = (".txt", ".text", ".json", ".jsonl", ".ndjson")
STDIN = "-"

_CHECK_NAME = "Check the name and where the command is run from"


@dataclass(slots=True)
class Selection:
    """The files to read in order of name, and what was said on the way; a problem stands with the name it is of."""

    files: list[tuple[str, Path]] = field(default_factory=list)
    walked: set[str] = field(default_factory=set)
    """Names of the files that were found in a folder and not named."""
    problems: list[tuple[str, InputError]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def select(paths: Iterable[str | Path]) -> Selection:
    """Expand `paths`. The result does not depend on their order; nothing is opened yet."""
    selection = Selection()
    names_of: dict[str, list[str]] = {}
    named: set[str] = set()
    for path in sorted(os.fspath(path) for path in paths):
        for file in _expand(path, selection):
            real = file if file == STDIN else os.path.realpath(file)
            names_of.setdefault(real, []).append(file)
            if not os.path.isdir(path):  # noqa: PTH112 - see _expand
                named.add(real)
    for real, names in names_of.items():
        name = printable(min(names))
        if real not in named:
            selection.walked.add(name)
        selection.files.append((name, Path(min(names))))
        if len(names) > 1:
            error = DuplicateArticle(name, f"given {len(names)} times", "It is read once; give it once")
            selection.problems.append((name, error))
    selection.files.sort()
    selection.notes.sort()
    return selection


def printable(path: str) -> str:
    """A path as text: what the file system holds outside UTF-8 is shown as U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _expand(path: str, selection: Selection) -> Iterator[str]:
    """The files one argument names, as named."""
    where = printable(path)

    def problem(what: str, remedy: str) -> None:
        selection.problems.append((where, UnreadableInput(where, what, remedy)))

    if path == STDIN:
        yield path
        return
    if "\0" in path:
        problem("no file has NUL in its name", _CHECK_NAME)
    elif os.path.isdir(path):  # noqa: PTH112 - a path may hold what Path would fold away (`./a`)
        yield from _walk(path, selection)
    elif os.path.lexists(path):
        yield path
    elif not glob.has_magic(path):
        problem("there is no such file", _CHECK_NAME)
    else:
        matches = [match for match in glob.glob(path, recursive=True) if not Path(match).is_dir()]  # noqa: PTH207
        if not matches:
            problem("no file matches", _CHECK_NAME)
        yield from matches


def _walk(folder: str, selection: Selection) -> Iterator[str]:
    """The files in a folder and the folders below it that Dateline reads, hidden ones left aside."""
    where = printable(folder)
    count = 0
    aside: dict[str, int] = {}

    def refuse(error: OSError) -> None:
        place = printable(str(error.filename))
        selection.problems.append((place, UnreadableInput(place, reason(error), "Allow reading it, or leave it out")))

    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith("."):
                continue
            path = os.path.join(parent, name)  # noqa: PTH118 - keeps the folder as it was given
            suffix = Path(name).suffix.lower()
            # A pipe or socket in a folder would be waited on for ever; a dangling link is named when it is opened.
            if suffix in SUFFIXES and (Path(path).is_file() or Path(path).is_symlink()):
                count += 1
                yield path
            else:
                aside[suffix or "no suffix"] = aside.get(suffix or "no suffix", 0) + 1
    if aside:
        kinds = ", ".join(f"{n} {suffix}" for suffix, n in sorted(aside.items()))
        selection.notes.append(f"{where}: files of other kinds left aside ({kinds})")
    if not count:
        error = UnreadableInput(
            where, "the folder holds no article", f"Files are read that end in {', '.join(SUFFIXES)}"
        )
        selection.problems.append((where, error))


def reason(error: OSError) -> str:
    """What the system says, in words that do not depend on the locale."""
    if isinstance(error, PermissionError):
        return "reading it is not permitted"
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    return f"it could not be read ({errno.errorcode.get(error.errno or 0, type(error).__name__)})"
