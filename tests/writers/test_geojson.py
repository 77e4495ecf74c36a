from dataclasses import replace
from typing import Any

from geojson_pydantic import FeatureCollection, Point

from dateline.model import Place, Timeline
from dateline.writers import write


def test_geojson_is_read_by_its_own_library_with_longitude_before_latitude(timeline: Timeline) -> None:
    placed = replace(timeline.entries[0], places=(Place("Hanoi", "VN", 21.0, 105.8, "a capital"), Place("Port Elma")))
    read: FeatureCollection[Any] = FeatureCollection.model_validate_json(
        write(replace(timeline, entries=(placed,)), "geojson"), strict=True
    )
    (feature,) = read.features
    assert isinstance(feature.geometry, Point)
    assert (feature.geometry.coordinates.longitude, feature.geometry.coordinates.latitude) == (105.8, 21.0)
    assert feature.properties is not None
    assert feature.properties["place"] == "Hanoi"
    assert feature.properties["why"] == "a capital"
