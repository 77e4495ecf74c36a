"""A file of SQLite in, whether its end is missing out: pages that neither it nor what was written ahead holds.

SQLite itself asks only where nothing was written ahead, and takes what is missing for empty.
https://www.sqlite.org/fileformat2.html says what stands where.
"""

from pathlib import Path
from struct import unpack

# Bytes at the beginning of the file, and of what is written ahead of it: then frames follow, a head and a page each.
_HEAD = 100
_AHEAD_HEAD = 32
_FRAME_HEAD = 24


def is_cut_off(path: Path) -> bool:
    """Whether the end of a file is missing. Others may write to it meanwhile."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if len(head) < _HEAD:
        return True
    page, pages = unpack(">H", head[16:18])[0], unpack(">I", head[28:32])[0]
    if head[24:28] != head[92:96]:
        pages = 0  # Written by a SQLite before 3.7, which kept no count.
    if path.with_name(f"{path.name}-journal").exists():
        return False  # SQLite puts it right when it opens it, or another is writing.
    # In this order: what is not ahead any more is in the file by now.
    ahead, told = _ahead(path.with_name(f"{path.name}-wal"))
    page = 65_536 if page == 1 else page
    have = path.stat().st_size // page
    return any(number not in ahead for number in range(have + 1, (told or pages) + 1))


def _ahead(path: Path) -> tuple[set[int], int]:
    """The pages written ahead, and how many there are in all by the last transaction there; 0 where there is none."""
    numbers: set[int] = set()
    pages = 0
    if not path.exists():
        return numbers, pages
    with path.open("rb") as file:
        head = file.read(_AHEAD_HEAD)
        if len(head) < _AHEAD_HEAD:
            return numbers, pages
        page, mark = unpack(">I", head[8:12])[0], head[16:24]
        while len(frame := file.read(_FRAME_HEAD)) == _FRAME_HEAD and frame[8:16] == mark:
            numbers.add(unpack(">I", frame[:4])[0])
            pages = unpack(">I", frame[4:8])[0] or pages
            file.seek(page, 1)
    return numbers, pages
