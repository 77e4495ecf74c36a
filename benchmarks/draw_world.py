"""Outlines of countries in, the map of the pages out: `src/dateline/web/static/world.svg`.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python benchmarks/draw_world.py package/countries-110m.json > src/dateline/web/static/world.svg

The outlines are those of Natural Earth (public domain), at 1:110 million, as the package world-atlas has them in
TopoJSON: arcs of differences, which rings of countries name, backwards where the number is below zero. A degree is a
unit of the drawing, north is up, and a tenth of a degree is as exact as it gets.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_HEAD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -90 360 180">
<!-- Made with Natural Earth (public domain), by benchmarks/draw_world.py from world-atlas 2.0.2. -->
"""

Ring = list[tuple[float, float]]


def arcs(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a topology, in degrees, south downwards."""
    (across, up), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            ring.append((round(west + across * x, 1), -round(south + up * y, 1)))
        found.append(ring)
    return found


def rings(topology: dict[str, Any]) -> Iterator[Ring]:
    """The rings of all countries."""
    known = arcs(topology)
    for country in topology["objects"]["countries"]["geometries"]:
        shapes = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for shape in shapes:
            for numbers in shape:
                yield [
                    place for number in numbers for place in (known[number] if number >= 0 else known[~number][::-1])
                ]


def whole(ring: Ring) -> Ring:
    """A ring without a leap at the 180th meridian: it goes on beyond; one around a pole is closed along it."""
    found: Ring = []
    turn = 0.0
    for x, y in ring:
        if found and abs(x + turn - found[-1][0]) > 180:
            turn += 360 if x + turn < found[-1][0] else -360
        found.append((round(x + turn, 1), y))
    if found and abs(found[0][0] - found[-1][0]) > 180:
        pole = 90.0 if found[0][1] > 0 else -90.0
        found += [(found[-1][0], pole), (found[0][0], pole)]
    return found


def path(ring: Ring) -> str:
    """A ring as SVG has it, and again a turn of the globe away where it goes beyond the 180th meridian."""
    ring = whole(ring)
    kept = [place for place, before in zip(ring, [None, *ring], strict=False) if place != before]
    if len(kept) < 3:
        return ""
    turns = [0, *([-360] if max(x for x, _ in kept) > 180 else []), *([360] if min(x for x, _ in kept) < -180 else [])]
    return "".join("M" + "L".join(f"{round(x + turn, 1):g},{y:g}" for x, y in kept) + "Z" for turn in turns)


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    drawn = "".join(map(path, rings(topology)))
    print(f'{_HEAD}<path fill="#a8a195" stroke="#fcfbf8" stroke-width=".15" d="{drawn}"/>\n</svg>')


if __name__ == "__main__":
    main()
