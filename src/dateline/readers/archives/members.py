"""Members of an archive in, their drafts out: those that a folder would give, as if they lay in one."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from dateline.errors import InputError, UnreadableInput
from dateline.readers.drafts import Draft
from dateline.readers.kinds import SUFFIXES, is_marked
from dateline.readers.sources import Source

# Bytes in which a member of another name may show its format.
_OPENING = 4_096


def is_hidden(name: str) -> bool:
    """Whether a member is one of those that folders hide, that a Mac adds, or that belong to a saved page."""
    parts = [part for part in PurePosixPath(name).parts if part not in (".", "..")]
    return any(part.startswith(".") or part == "__MACOSX" or part.endswith("_files") for part in parts)


def refuse_escape(name: str, source: Source) -> None:
    """Raises UnreadableInput for a name that leads out of the archive."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (len(name) > 1 and name[1] == ":"):
        raise UnreadableInput(f"{source.name}/{name}", "its name leads out of the archive", "Leave the member out")


class Members:
    """The members of one archive: which are read, and what is left aside, told when all are done."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._aside: Counter[str] = Counter()
        self._read = 0

    def read(self, name: str, data: bytes) -> Iterator[Draft | InputError]:
        """The drafts of a member."""
        suffix = PurePosixPath(name).suffix.lower()
        if suffix not in SUFFIXES and not is_marked(data[:_OPENING], name):
            self._aside[suffix or "no suffix"] += 1
            return
        yield from self.stream(name, data)

    def stream(self, name: str, data: bytes | BinaryIO) -> Iterator[Draft | InputError]:
        """The drafts of a member that is known to be read."""
        self._read += 1
        yield from self._source.member(name, data)

    def close(self) -> Iterator[InputError]:
        """A note of what was left aside, and an error where nothing was read."""
        if self._aside:
            kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(self._aside.items()))
            self._source.notes.append(f"{self._source.name}: files of other kinds left aside ({kinds})")
        if not self._read:
            yield UnreadableInput(
                self._source.name, "the archive holds no article", "Give it texts, pages or exports, or leave it out"
            )
