"""Where a telling says its event took place, and how far two places lie from one another."""

import math
import re

from dateline.entities.toponyms import Location
from dateline.languages import Language, made_once
from dateline.timeline.close.tellings import Telling

# Kilometres from which two places are not one told by two names, as a town and what lies around it.
_APART = 60.0
_EARTH_RADIUS_KM = 6371.0
# Characters behind the verb in which its place stands.
_REACH = 70


def where(telling: Telling) -> str | None:
    """The one place that the words behind the verb name as where it happened; None where they name none or more."""
    trigger = telling.reading.trigger
    if trigger is None or len(telling.places) != 1:
        return None
    text, end = telling.article.text, telling.span.end
    stretch = text[trigger.end : min(end, trigger.end + _REACH)]
    clause_end, in_place = _phrases(telling.language)
    clause = clause_end.split(stretch, maxsplit=1)[0]
    name = telling.places[0]
    at = clause.find(name)
    return name if at > 0 and in_place.search(clause[:at]) else None


@made_once
def _phrases(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Where the clause of a verb ends, and what stands before the place in which something happened."""
    file = "timeline/conflicts.toml"
    return language.pattern(file, "clause_end"), language.pattern(file, "in_place")


def apart(one: Location | None, other: Location | None) -> bool | None:
    """Whether two places cannot be one, by where they lie: far apart, or in two countries; None where that is open."""
    if one is None or other is None:
        return None
    distance = _away(one, other)
    return one.country != other.country if distance is None else distance >= _APART


def _away(one: Location, other: Location) -> float | None:
    """Kilometres between two places, along a great circle; None when either is a country."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return None
    north, east, to_north, to_east = (
        math.radians(degrees)
        for degrees in (one.latitude, one.longitude, other.latitude, other.longitude)
        if degrees is not None
    )
    haversine = (
        math.sin((to_north - north) / 2) ** 2
        + math.cos(north) * math.cos(to_north) * math.sin((to_east - east) / 2) ** 2
    )
    return 2 * _EARTH_RADIUS_KM * math.asin(math.sqrt(haversine))
