"""Outlines of countries become the map of the pages: rings, the 180th meridian, the poles."""

from draw_world import path, rings, whole


def test_rings_are_put_together_of_arcs_some_of_them_backwards() -> None:
    topology = {
        "transform": {"scale": [1, 1], "translate": [10, 50]},
        "arcs": [[[0, 0], [1, 0], [0, 1]], [[0, 0], [0, 1], [1, 0]]],
        "objects": {"countries": {"geometries": [{"type": "Polygon", "arcs": [[0, ~1]]}]}},
    }
    [ring] = rings(topology)
    assert path(ring) == "M10,-50L11,-50L11,-51L10,-51L10,-50Z"
    assert path([(0, 0), (0, 0), (1, 1)]) == ""


def test_a_ring_beyond_the_180th_meridian_is_drawn_on_both_sides_of_the_map() -> None:
    ring = [(170.0, 0.0), (-170.0, 0.0), (-170.0, 10.0), (170.0, 10.0), (170.0, 0.0)]
    assert whole(ring) == [(170, 0), (190, 0), (190, 10), (170, 10), (170, 0)]
    assert path(ring).count("M") == 2


def test_a_ring_around_a_pole_is_closed_along_it() -> None:
    around = [(float(x), 80.0) for x in (*range(-180, 181, 60),)]
    assert whole(around)[-2:] == [(180.0, 90.0), (-180.0, 90.0)]
