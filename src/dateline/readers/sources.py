"""What a format's reader is given: a stream with its name, what was asked for, and the limits it shares with others.

A reader is a module with `read(source)`, which gives drafts and errors as it comes to them. It raises InputError for
what the file as a whole lacks; a fault of the library it reads with is told as a broken file (`read_with` in `kinds`).
"""

import importlib
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

from dateline.errors import InputError, UnreadableInput
from dateline.model import Skip
from dateline.readers.drafts import Draft, Fields

FILE_LIMIT = 200_000_000
"""Bytes of a file that must be held whole. JSON Lines, mailboxes and web archives may be of any length."""

MEMBER_LIMIT = 50_000
"""Members of an archive, those of archives in it included."""

UNPACKED_LIMIT = 2_000_000_000
"""Bytes that the members of one archive may come to."""

RATIO_LIMIT = 200
"""How many times its packed size a member may be, beyond the first megabytes; text hardly reaches 20."""

DEPTH_LIMIT = 3
"""How deep archives may lie in archives."""

# Unpacked bytes below which the ratio counts for nothing: a short file of blanks is no bomb.
_RATIO_FROM = 10_000_000

_SPLIT = "Unpack it yourself, look at what it holds, and read the folder"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for of formats that leave a choice."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Field of an article → name of the column that holds it, for tables."""
    mapping: Mapping[str, str] = field(default_factory=dict)
    """Field of an article → path of the value that holds it (`meta.date`), for JSON of other makers."""


@dataclass(slots=True)
class Budget:
    """What the members of one archive have used of its limits."""

    members: int = 0
    unpacked: int = 0

    def member(self, where: str) -> None:
        """Count a member. Raises UnreadableInput at the limit."""
        self.members += 1
        if self.members > MEMBER_LIMIT:
            raise UnreadableInput(where, f"the archive holds more than {MEMBER_LIMIT:,} files", _SPLIT)

    def take(self, size: int, where: str) -> None:
        """Count unpacked bytes. Raises UnreadableInput at the limit."""
        self.unpacked += size
        if self.unpacked > UNPACKED_LIMIT:
            raise UnreadableInput(where, f"the archive unpacks to more than {UNPACKED_LIMIT // 10**9} GB", _SPLIT)


def check_ratio(packed: int, unpacked: int, where: str) -> None:
    """Raises UnreadableInput for what unpacks to far more than text does: a bomb."""
    if unpacked > _RATIO_FROM and unpacked > RATIO_LIMIT * max(packed, 1):
        raise UnreadableInput(
            where, f"it unpacks to more than {RATIO_LIMIT} times its size, as no text does: a zip bomb", _SPLIT
        )


@dataclass(slots=True)
class Source:
    """One file, or one member of an archive."""

    name: str
    """As the user names it; a member as `pile.zip/news/a.html`."""
    stream: "io.BufferedReader[Any]"
    notes: list[str]
    wanted: Wanted = field(default_factory=Wanted)
    budget: Budget = field(default_factory=Budget)
    depth: int = 0
    """In how many archives it lies."""
    nested: "Callable[[Source], Iterator[Draft | InputError]] | None" = None
    """Reads a source of any format: for what lies in archives and mails."""
    address: str | None = None
    """Where it was fetched from, when a web archive says."""
    charset: str | None = None
    """The encoding that the server gave, when a web archive says."""
    kind: str = "text"
    """What it was found to be, as people call it."""
    held: bytes | None = None

    @property
    def base(self) -> str:
        """The last part of the name."""
        return "stdin" if self.name == "-" else PurePosixPath(self.name.replace("\\", "/")).name

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.base).suffix.lower()

    def opening(self, size: int = 8_192) -> bytes:
        """The first bytes, which are still to be read."""
        return self.held[:size] if self.held is not None else self.stream.peek(size)[:size]

    def data(self) -> bytes:
        """The whole. Raises UnreadableInput for one that is too long to be held."""
        if self.held is None:
            data = self.stream.read(FILE_LIMIT + 1)
            if len(data) > FILE_LIMIT:
                raise UnreadableInput(
                    self.name, f"longer than {FILE_LIMIT // 1_000_000} MB", "Split it, or write it as JSON Lines"
                )
            self.held = data
        return self.held

    def seekable(self) -> BinaryIO:
        """The whole as a stream in which one may go back."""
        if self.held is None and self.stream.seekable():
            return self.stream
        return io.BytesIO(self.data())

    def draft(
        self,
        text: str,
        fields: Fields,
        where: str | None = None,
        *,
        named_for_it: bool = False,
        excerpt: bool = False,
        skipped: tuple[Skip, ...] = (),
        body: int = 0,
    ) -> Draft:
        """A draft that stands in this source, as one of several or, when the file is `named_for_it`, alone."""
        given: dict[str, Any] = {name: value for name, value in fields.values.items() if name != "text"}
        return Draft(
            text=text,
            file=self.name,
            read_from=where or self.name,
            named_for_it=named_for_it,
            excerpt=excerpt,
            skipped=skipped,
            body=body,
            kind=self.kind,
            told=fields.told,
            **given,
        )

    def member(self, name: str, data: bytes | BinaryIO, address: str | None = None) -> Iterator[Draft | InputError]:
        """The drafts of what lies in this source under a name of its own."""
        if self.depth >= DEPTH_LIMIT:
            raise UnreadableInput(f"{self.name}/{name}", f"it lies more than {DEPTH_LIMIT} archives deep", _SPLIT)
        if self.nested is None:
            return
        stream = io.BytesIO(data) if isinstance(data, bytes) else data
        reader = io.BufferedReader(cast(io.RawIOBase, stream))
        inner = Source(
            f"{self.name}/{name}",
            reader,
            self.notes,
            self.wanted,
            self.budget,
            self.depth + 1,
            self.nested,
            address,
            held=data if isinstance(data, bytes) else None,
        )
        try:
            yield from self.nested(inner)
        finally:
            if not isinstance(data, bytes):
                reader.detach()


def library(name: str, source: Source) -> Any:
    """A library that reads a format. Raises UnreadableInput, naming what brings it, where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        package = (error.name or name).partition(".")[0]
        raise UnreadableInput(
            source.name,
            f"it is {source.kind}, and {package}, which reads it, is not installed",
            "pip install 'dateline[formats]' brings it",
        ) from None
