"""Outlines: which districts lie beside each other, and how they are drawn on a flat page."""

from math import cos, radians
from typing import Any

import pytest

from core.districts.shapes import draw_outlines, find_adjacent, find_middles

Ring = list[list[float]]


def square(x: float, y: float) -> Ring:
    """Give the outer line of a square of one by one, closed."""
    return [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]


def shapes(**rings: Ring) -> dict[str, Any]:
    """Give a feature collection of polygons by name."""
    features = [
        {
            "type": "Feature",
            "properties": {"region": name},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for name, ring in rings.items()
    ]
    return {"type": "FeatureCollection", "features": features}


# a b     the letters are squares; c touches b only in a corner, d lies apart
#     c
#         d
SQUARES = shapes(a=square(0, 0), b=square(1, 0), c=square(2, 1), d=square(9, 9))


def test_a_border_in_common_makes_neighbours_and_a_corner_does_not() -> None:
    assert find_adjacent(SQUARES, ["a", "b", "c", "d"]) == {
        "a": ("b",),
        "b": ("a",),
        "c": (),
        "d": (),
    }


def test_only_the_regions_that_are_asked_are_neighbours() -> None:
    assert find_adjacent(SQUARES, ["a", "c"]) == {"a": (), "c": ()}


def test_a_region_without_an_outline_has_no_neighbours() -> None:
    assert find_adjacent(SQUARES, ["a", "b", "gone"])["gone"] == ()


def test_an_outline_in_parts_borders_on_the_neighbours_of_each_part() -> None:
    several = shapes(a=square(0, 0), b=square(1, 0))
    parts = [[square(2, 0)], [square(5, 5)]]
    geometry = {"type": "MultiPolygon", "coordinates": parts}
    several["features"].append(
        {"type": "Feature", "properties": {"region": "m"}, "geometry": geometry}
    )
    assert find_adjacent(several, ["a", "b", "m"])["m"] == ("b",)


def test_degrees_are_narrowed_as_meridians_lie_closer_together() -> None:
    drawn = draw_outlines(shapes(a=square(5, 52)), ["a"])
    corner = drawn[0]["geometry"]["coordinates"][0][2]
    assert corner == pytest.approx([6 * cos(radians(52.5)), 53])


def test_metres_stay_as_they_are() -> None:
    ring = [[200_000.0, 500_000.0], [200_100.0, 500_000.0], [200_100.0, 500_100.0]]
    drawn = draw_outlines(shapes(a=ring), ["a"])
    assert drawn[0]["geometry"]["coordinates"] == [ring]


def test_outlines_come_in_order_of_code_and_those_of_others_stay_out() -> None:
    drawn = draw_outlines(SQUARES, ["d", "b"])
    assert [one["properties"]["region"] for one in drawn] == ["b", "d"]


def test_a_name_stands_in_the_middle_of_the_corners() -> None:
    ring = [[1000.0, 1000.0], [1002.0, 1000.0], [1002.0, 1004.0], [1000.0, 1004.0]]
    assert find_middles(draw_outlines(shapes(a=ring), ["a"])) == {"a": (1001.0, 1002.0)}


def test_without_outlines_there_is_nothing_to_draw() -> None:
    assert draw_outlines({"type": "FeatureCollection", "features": []}, ["a"]) == []
