"""Text in, a file out that is never seen half written: it is made beside the file it replaces, then put in its place.

Until all is written the earlier file stays as it is; after that the new one has its permissions. What is no file of its
own, as a pipe, a terminal or `/dev/stdout`, is written to directly. A link keeps leading where it leads.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dateline.errors import UnwritableOutput

_REASONS = {
    errno.EACCES: "writing there is not permitted",
    errno.EPERM: "writing there is not permitted",
    errno.EROFS: "the file system can only be read",
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "there is no such folder",
    errno.EEXIST: "there is a file of that name, and a folder is needed",
    errno.EISDIR: "it is a folder",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "it would be larger than a file may be",
    errno.ENAMETOOLONG: "its name is too long",
}


@contextmanager
def replacing(path: Path) -> Iterator[Callable[[bytes], None]]:
    """A function that writes; what it wrote stands under `path` once the block has ended, and not if an error ends it.

    Raises UnwritableOutput for what the system refuses.
    """
    with refusals_told(str(path)):
        draft = _draft(path)

    def write(content: bytes) -> None:
        with refusals_told(str(path)):
            draft.stream.write(content)

    try:
        yield write
        with refusals_told(str(path)):
            draft.finish()
    finally:
        draft.drop()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A file that is being written."""

    stream: BinaryIO
    beside: Path | None
    """Where it is until it is complete; None for what is written directly."""
    target: Path

    def finish(self) -> None:
        """Put it in its place."""
        self.stream.flush()
        if self.beside is None:
            if stat.S_ISREG(os.fstat(self.stream.fileno()).st_mode):
                self.stream.truncate()
            self.stream.close()
            return
        os.fsync(self.stream.fileno())
        with suppress(FileNotFoundError):
            os.fchmod(self.stream.fileno(), stat.S_IMODE(self.target.stat().st_mode))
        self.stream.close()
        self.beside.replace(self.target)

    def drop(self) -> None:
        """Leave nothing behind; nothing happens when it is in its place."""
        with suppress(OSError):
            self.stream.close()
        if self.beside is not None:
            self.beside.unlink(missing_ok=True)


def _draft(path: Path) -> _Draft:
    target = Path(os.path.realpath(path))
    if _is_written_directly(path, target):
        return _Draft(path.open("wb"), None, target)
    beside = target.with_name(f".dateline-{os.urandom(8).hex()}.part")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except PermissionError:
        if not target.exists():
            raise
        # No new file may be made in this folder, but the one that is there may allow writing.
        return _Draft(target.open("r+b"), None, target)
    return _Draft(open(descriptor, "wb"), beside, target)  # noqa: PTH123 - a descriptor, closed with the draft


def _is_written_directly(path: Path, target: Path) -> bool:
    """Whether `path` is a pipe or device, or another name of an open file, as those of `/dev/fd` are."""
    if os.path.realpath(path.parent).startswith(("/dev", "/proc")):
        return True
    return target.exists() and not target.is_file()


@contextmanager
def refusals_told(output: str) -> Iterator[None]:
    """What the system refuses, raised as UnwritableOutput; but not that nobody reads a pipe any more."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or errno.errorcode.get(error.errno or 0, type(error).__name__)
        raise UnwritableOutput(output, reason) from None
