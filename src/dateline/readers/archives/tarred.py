"""A tar in, the drafts of its members out, within bounds; links and devices in it are passed over."""

import tarfile
from collections.abc import Iterator

from dateline.errors import InputError, UnreadableInput
from dateline.readers.archives.members import Members, is_hidden, refuse_escape
from dateline.readers.drafts import Draft
from dateline.readers.sources import FILE_LIMIT, Source


def read(source: Source) -> Iterator[Draft | InputError]:
    """The drafts of an archive's members, in their order."""
    members = Members(source)
    try:
        with tarfile.open(fileobj=source.stream if source.held is None else source.seekable(), mode="r|*") as archive:
            for info in archive:
                name = info.name.removeprefix("./")
                if not info.isfile() or is_hidden(name):
                    continue
                source.budget.member(source.name)
                try:
                    yield from _member(archive, info, name, members, source)
                except InputError as error:
                    yield error
    except (tarfile.TarError, EOFError) as fault:
        yield UnreadableInput(source.name, "the archive breaks off or is damaged", f"Get it again ({fault})")
    yield from members.close()


def _member(
    archive: tarfile.TarFile, info: tarfile.TarInfo, name: str, members: Members, source: Source
) -> Iterator[Draft | InputError]:
    where = f"{source.name}/{name}"
    refuse_escape(name, source)
    if info.size > FILE_LIMIT:
        raise UnreadableInput(where, f"longer than {FILE_LIMIT // 1_000_000} MB", "Unpack it and split it")
    if source.depth == 0:
        source.budget.take(info.size, where)
    file = archive.extractfile(info)
    if file is not None:
        yield from members.read(name, file.read())
