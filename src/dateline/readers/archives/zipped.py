"""A zip in, the drafts of its members out, within bounds; of a WACZ, those of the web archives in it."""

import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from dateline.errors import InputError, UnreadableInput
from dateline.readers.archives.members import Members, is_hidden, refuse_escape
from dateline.readers.drafts import Draft
from dateline.readers.sources import FILE_LIMIT, Source, check_ratio

_AGAIN = "Get the archive again"


def read(source: Source) -> Iterator[Draft | InputError]:
    """The drafts of an archive's members, in order of name."""
    members = Members(source)
    with zipfile.ZipFile(source.seekable()) as archive:
        infos = sorted(archive.infolist(), key=lambda info: info.filename)
        if "datapackage.json" in archive.namelist() and any(info.filename.startswith("archive/") for info in infos):
            infos = [info for info in infos if info.filename.startswith("archive/")]
        for info in infos:
            if info.is_dir() or is_hidden(info.filename):
                continue
            source.budget.member(source.name)
            try:
                yield from _member(archive, info, members, source)
            except InputError as error:
                yield error
    yield from members.close()


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, members: Members, source: Source
) -> Iterator[Draft | InputError]:
    where = f"{source.name}/{info.filename}"
    refuse_escape(info.filename, source)
    if info.flag_bits & 1:
        raise UnreadableInput(where, "it is under a password", "Unpack it and read the folder")
    check_ratio(info.compress_size, info.file_size, where)
    source.budget.take(info.file_size, where)
    if info.filename.endswith((".warc.gz", ".warc")):
        with archive.open(info) as stream:
            yield from members.stream(info.filename, cast(BinaryIO, stream))
        return
    if info.file_size > FILE_LIMIT:
        raise UnreadableInput(where, f"longer than {FILE_LIMIT // 1_000_000} MB", "Unpack it and split it")
    try:
        data = archive.read(info)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as fault:
        raise UnreadableInput(where, f"it is damaged ({fault})", _AGAIN) from fault
    except Exception as fault:
        if type(fault).__module__ == "zlib":
            raise UnreadableInput(where, f"it is damaged ({fault})", _AGAIN) from fault
        raise
    yield from members.read(info.filename, data)
