from draw_world import path, rings


def test_rings_are_put_together_of_arcs_some_of_them_backwards() -> None:
    topology = {
        "transform": {"scale": [1, 1], "translate": [10, 50]},
        "arcs": [[[0, 0], [1, 0], [0, 1]], [[0, 0], [0, 1], [1, 0]]],
        "objects": {"countries": {"geometries": [{"type": "Polygon", "arcs": [[0, ~1]]}]}},
    }
    [ring] = rings(topology)
    assert path(ring) == "M10,-50L11,-50L11,-51L10,-51L10,-50Z"
    assert path([(0, 0), (0, 0), (1, 1)]) == ""
