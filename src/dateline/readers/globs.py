"""A glob in, the paths it matches out: as `glob.glob` gives them, but each folder is looked into once.

`glob.glob` follows links for `**` wherever they lead, and never ends on a few that lead in a circle.
"""

import glob
import os
import re
from collections import deque
from collections.abc import Iterator, Sequence
from fnmatch import translate
from functools import lru_cache


def matching(pattern: str) -> list[str]:
    """The paths that match, sorted; `**` stands for any number of folders, and a hidden name must be asked for."""
    parts = pattern.split(os.sep)  # noqa: PTH206 - a path may hold what Path would fold away (`./a`)
    if "**" not in parts:
        return sorted(glob.glob(pattern))  # noqa: PTH207
    first = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    root = "".join(f"{part}{os.sep}" for part in parts[:first])
    return sorted(set(_below(root, parts[first:])))


def _below(root: str, parts: Sequence[str]) -> Iterator[str]:
    """The paths below `root` whose names match the parts of a pattern, one by one."""
    seen: set[tuple[int, int, frozenset[int]]] = set()
    waiting = deque([(root, _with_none_for_stars(parts, {0}))])
    while waiting:
        folder, wanted = waiting.popleft()
        try:
            status = os.stat(folder or os.curdir)  # noqa: PTH116
            with os.scandir(folder or os.curdir) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError:
            continue  # as `glob` does
        place = (status.st_dev, status.st_ino, wanted)
        if place in seen:
            continue
        seen.add(place)
        for entry in entries:
            after = {
                number if parts[number] == "**" else number + 1 for number in wanted if _fits(entry.name, parts[number])
            }
            if not after:
                continue
            path = f"{folder}{entry.name}"
            if len(parts) in _with_none_for_stars(parts, after):
                yield path
            further = _with_none_for_stars(parts, after) - {len(parts)}
            if further and os.path.isdir(path):  # noqa: PTH112
                waiting.append((f"{path}{os.sep}", further))


def _with_none_for_stars(parts: Sequence[str], numbers: set[int]) -> frozenset[int]:
    """The numbers of the parts that may come next: behind a `**`, which may stand for no folder, that after it too."""
    reached: set[int] = set()
    for number in numbers:
        following = number
        reached.add(following)
        while following < len(parts) and parts[following] == "**":
            following += 1
            reached.add(following)
    return frozenset(reached)


def _fits(name: str, part: str) -> bool:
    if part == "**":
        return not name.startswith(".")
    return (not name.startswith(".") or part.startswith(".")) and _compiled(part).match(name) is not None


@lru_cache(256)
def _compiled(part: str) -> re.Pattern[str]:
    return re.compile(translate(part))
