"""A file packed alone (gzip, bzip2, xz) in, the drafts of what it holds out, within bounds."""

import bz2
import gzip
import io
import lzma
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from dateline.errors import InputError, UnreadableInput
from dateline.readers.drafts import Draft
from dateline.readers.sources import Source, check_ratio

_SUFFIXES = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


def read(source: Source) -> Iterator[Draft | InputError]:
    """The drafts of the file that was packed, under its name without the suffix of packing."""
    stem = (
        source.base.removesuffix(source.suffix) if source.suffix in (".gz", ".bz2", ".xz", *_SUFFIXES) else source.base
    )
    name = stem + _SUFFIXES.get(source.suffix, "") if stem else "content"
    packed = _Counted(source.stream if source.held is None else io.BytesIO(source.held))
    opening = source.opening(6)
    unpacked: Any = gzip.GzipFile(fileobj=packed)
    if opening.startswith(b"BZh"):
        unpacked = bz2.BZ2File(packed)
    elif opening.startswith(b"\xfd7z"):
        unpacked = lzma.LZMAFile(cast(BinaryIO, packed))  # noqa: SIM115 - it closes nothing of ours
    try:
        yield from source.member(name, cast(BinaryIO, _Bounded(unpacked, packed, source)))
    except (EOFError, gzip.BadGzipFile, lzma.LZMAError) as fault:
        raise UnreadableInput(source.name, f"{source.kind} that breaks off or is damaged", "Get it again") from fault


class _Counted(io.RawIOBase):
    """A stream that counts what is read of it."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._stream.read(size)
        self.count += len(data)
        return data

    def readable(self) -> bool:
        return True


class _Bounded(io.RawIOBase):
    """What is unpacked, refused at the limits."""

    def __init__(self, stream: Any, packed: _Counted, source: Source) -> None:
        self._stream = stream
        self._packed = packed
        self._source = source
        self._size = 0

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._stream.read(len(buffer))
        except (EOFError, gzip.BadGzipFile, lzma.LZMAError, OSError) as fault:
            what = f"it is {self._source.kind} that breaks off or is damaged"
            raise UnreadableInput(self._source.name, what, "Get it again") from fault
        self._size += len(data)
        self._source.budget.take(len(data), self._source.name)
        check_ratio(self._packed.count, self._size, self._source.name)
        buffer[: len(data)] = data
        return len(data)

    def readable(self) -> bool:
        return True
