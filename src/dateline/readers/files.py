"""Files, folders, globs and standard input as they are named in, the files to read out: each once, in one order."""

import errno
import glob
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import DuplicateArticle, InputError, UnreadableInput
from dateline.readers.globs import matching
from dateline.readers.kinds import SUFFIXES, is_marked

# What browsers call the folder beside a page, after the name of the page, by their language.
_BESIDE_PAGES = ("_files", "-Dateien", "_fichiers", "_archivos", "_ficheiros", "_file", "-bestanden", "-filer")

# Bytes of a file of another name in which it may show a format that is read.
_OPENING = 4_096

STDIN = "-"

# Devices that give bytes without end.
_ENDLESS = {"/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"}

_CHECK_NAME = "Check the name and where the command is run from"


@dataclass(slots=True)
class Selection:
    """The files to read, in order of name; problems, each with the name it concerns; and notes."""

    files: list[tuple[str, Path]] = field(default_factory=list)
    walked: set[str] = field(default_factory=set)
    """Names of the files that were found in a folder and not named."""
    problems: list[tuple[str, InputError]] = field(default_factory=list)
    aside: list[tuple[str, str]] = field(default_factory=list)
    """Files in folders that are not read, each with what it is."""
    notes: list[str] = field(default_factory=list)


def select(paths: Iterable[str | Path]) -> Selection:
    """Expand `paths`. The result does not depend on their order.

    Nothing is opened but files in folders whose name tells nothing, for their first bytes.
    """
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
            error = DuplicateArticle(name, f"given {len(names)} times", "It is read once. Name it once")
            selection.problems.append((name, error))
    selection.files.sort()
    selection.notes.sort()
    return selection


def printable(path: str) -> str:
    """A path as text: bytes that are not UTF-8 are shown as U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _expand(path: str, selection: Selection) -> Iterator[str]:
    """The files that one argument stands for, spelled as it spells them."""
    where = printable(path)

    def problem(what: str, remedy: str) -> None:
        selection.problems.append((where, UnreadableInput(where, what, remedy)))

    if path == STDIN:
        yield path
    elif "\0" in path:
        problem("a file name cannot hold the character NUL", _CHECK_NAME)
    elif os.path.isdir(path):  # noqa: PTH112 - a path may hold what Path would fold away (`./a`)
        yield from _walk(path, selection)
    elif _is_device(path):
        problem("it is a device, not a file", "Pass what it gives through standard input, as `-`")
    elif os.path.lexists(path):
        yield path
    elif not glob.has_magic(path):
        problem("there is no such file", _CHECK_NAME)
    else:
        matches = [match for match in matching(path) if _is_file_or_dangling(match)]
        if not matches:
            problem("no file matches", _CHECK_NAME)
        yield from matches


def _is_device(path: str) -> bool:
    """Whether a path, or the link it is, leads to a device that gives bytes without end."""
    return os.path.realpath(path) in _ENDLESS


def _is_file_or_dangling(path: str) -> bool:
    """Whether a path that was found, not named, is to be read: a pipe, a socket or a device is waited on for ever.

    A link that leads nowhere is named when it is opened.
    """
    return os.path.isfile(path) or (os.path.islink(path) and not os.path.exists(path))  # noqa: PTH110, PTH113, PTH114


def _walk(folder: str, selection: Selection) -> Iterator[str]:
    """The files in a folder and the folders below it that Dateline reads, hidden ones left aside."""
    where = printable(folder)
    count = links = 0
    aside: dict[str, int] = {}

    def refuse(error: OSError) -> None:
        place = printable(str(error.filename))
        selection.problems.append((place, UnreadableInput(place, reason(error), "Allow reading it, or leave it out")))

    for parent, folders, files in os.walk(folder, onerror=refuse):
        saved = {Path(name).stem for name in files if Path(name).suffix.lower() in (".html", ".htm")}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not is_of_a_page(name, saved))
        links += sum(os.path.islink(os.path.join(parent, name)) for name in folders)  # noqa: PTH114, PTH118
        for name in sorted(files):
            if name.startswith("."):
                continue
            path = os.path.join(parent, name)  # noqa: PTH118 - keeps the folder as it was given
            suffix = Path(name).suffix.lower()
            if _is_file_or_dangling(path) and (suffix in SUFFIXES or _shows_its_format(path)):
                count += 1
                yield path
            else:
                aside[suffix or "no suffix"] = aside.get(suffix or "no suffix", 0) + 1
                selection.aside.append((printable(path), f"a file of another kind ({suffix or 'no suffix'})"))
    if aside:
        kinds = ", ".join(f"{n} {suffix}" for suffix, n in sorted(aside.items()))
        selection.notes.append(f"{where}: files of other kinds left aside ({kinds})")
    if links:
        of = "1 link to a folder is" if links == 1 else f"{links} links to folders are"
        selection.notes.append(f"{where}: {of} not followed")
    if not count:
        error = UnreadableInput(
            where, "the folder holds no article", f"A file is read if its name ends in {', '.join(SUFFIXES)}"
        )
        selection.problems.append((where, error))


def is_of_a_page(folder: str, saved: Collection[str]) -> bool:
    """Whether a folder is the one that a browser puts beside a page it saved, with its pictures and frames."""
    return any(folder.removesuffix(ending) in saved for ending in _BESIDE_PAGES if folder.endswith(ending))


def _shows_its_format(path: str) -> bool:
    """Whether a file of any name opens as a page, a document or an export does."""
    try:
        with Path(path).open("rb") as file:
            return is_marked(file.read(_OPENING), path)
    except OSError:
        return False


def reason(error: OSError) -> str:
    """What the system says, in words that do not depend on the locale."""
    if isinstance(error, PermissionError):
        return "reading it is not permitted"
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    return f"it could not be read ({errno.errorcode.get(error.errno or 0, type(error).__name__)})"
