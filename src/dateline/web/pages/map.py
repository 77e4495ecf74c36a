"""Places in, a map of them out: where each stands on a drawing in which a degree is a unit, and what part is shown."""

from collections.abc import Sequence
from typing import NamedTuple

from dateline.model import Entity

# Degrees around the places, at least, and the narrowest map: a single town is shown with its neighbours.
_MARGIN, _NARROWEST = 4.0, 24.0
_WIDTH_TO_HEIGHT = 2.0
_SMALLEST, _LARGEST = 0.006, 0.018


class Spot(NamedTuple):
    """A place on the map."""

    place: Entity
    x: float
    y: float
    size: float


class Map(NamedTuple):
    """What is drawn."""

    box: tuple[float, float, float, float]
    """The part of the world that is shown: from where, how wide, how high."""
    spots: list[Spot]


def map_of(places: Sequence[Entity]) -> Map | None:
    """The map of the places whose position is settled; None where none is."""
    known = [
        (one, one.longitude, -one.latitude) for one in places if one.longitude is not None and one.latitude is not None
    ]
    if not known:
        return None
    west, east = min(x for _, x, _ in known) - _MARGIN, max(x for _, x, _ in known) + _MARGIN
    north, south = min(y for _, _, y in known) - _MARGIN, max(y for _, _, y in known) + _MARGIN
    width = min(360.0, max(_NARROWEST, east - west, _WIDTH_TO_HEIGHT * (south - north)))
    height = width / _WIDTH_TO_HEIGHT
    left = min(max(-180.0, (west + east - width) / 2), 180.0 - width)
    top = min(max(-90.0, (north + south - height) / 2), 90.0 - height)
    most = max(len(one.mentions) for one, _, _ in known)
    spots = [
        Spot(one, x, y, round(width * (_SMALLEST + (_LARGEST - _SMALLEST) * len(one.mentions) / most), 3))
        for one, x, y in sorted(known, key=lambda spot: -len(spot[0].mentions))
    ]
    return Map((round(left, 2), round(top, 2), round(width, 2), round(height, 2)), spots)
