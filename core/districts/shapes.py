"""Outlines of districts: which lie beside each other, and how they are drawn on a flat page.

Takes GeoJSON as ``core.opendata.shelf.shapes_of`` gives it: features with a property ``region``.
Coordinates are degrees or metres; each is told from how far it reaches.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import cos, radians
from typing import Any, Final

Shapes = Mapping[str, Any]
"""A GeoJSON feature collection."""

Point = tuple[float, float]

SHARED_CORNERS: Final = 2
"""Outlines that share this many corners have a border in common; one is only a crossing."""

DECIMALS: Final = 6
"""To how many decimals a corner is the same: a decimetre when coordinates are degrees."""

FARTHEST_EAST: Final = 180.0
FARTHEST_NORTH: Final = 90.0


def find_adjacent(shapes: Shapes, regions: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Find the neighbours of each of some regions among them, in order of code.

    A region without an outline, or without a border in common with another, has none.
    """
    corners = {region: set(_rounded(one)) for region, one in _geometries(shapes, regions).items()}
    return {
        region: tuple(
            other
            for other in sorted(corners)
            if other != region
            and len(corners.get(region, set()) & corners[other]) >= SHARED_CORNERS
        )
        for region in sorted(regions)
    }


def draw_outlines(shapes: Shapes, regions: Collection[str]) -> list[dict[str, Any]]:
    """Draw the outlines of some regions on a flat page, as features in order of code.

    Degrees are narrowed as far as meridians lie closer together there, so that a map needs no
    projection of its own and the direction in which an outline was drawn does not matter.
    """
    found = _geometries(shapes, regions)
    width = _width_of_a_degree([point for one in found.values() for point in _points(one)])
    return [
        {
            "type": "Feature",
            "properties": {"region": region},
            "geometry": found[region] | {"coordinates": _scaled(found[region], width)},
        }
        for region in sorted(found)
    ]


def find_middles(outlines: Sequence[Shapes]) -> dict[str, Point]:
    """Find where the name of each outline (``draw_outlines``) may stand: the mean of its corners.

    Of an outline in several parts the part with most corners decides.
    """
    return {one["properties"]["region"]: _middle(one["geometry"]) for one in outlines}


def _geometries(shapes: Shapes, regions: Collection[str]) -> dict[str, dict[str, Any]]:
    wanted = set(regions)
    return {
        feature["properties"]["region"]: feature["geometry"]
        for feature in shapes["features"]
        if feature["properties"]["region"] in wanted
    }


def _rings(geometry: Mapping[str, Any]) -> list[list[Sequence[float]]]:
    """List the outer lines of a polygon, or of each of several; holes have no neighbours here."""
    parts = geometry["coordinates"]
    polygons = parts if geometry["type"] == "MultiPolygon" else [parts]
    return [polygon[0] for polygon in polygons]


def _points(geometry: Mapping[str, Any]) -> Iterator[Point]:
    return ((point[0], point[1]) for ring in _rings(geometry) for point in ring)


def _rounded(geometry: Mapping[str, Any]) -> Iterator[Point]:
    return ((round(x, DECIMALS), round(y, DECIMALS)) for x, y in _points(geometry))


def _width_of_a_degree(points: Sequence[Point]) -> float:
    """Give how wide a step east is beside one north; 1 when coordinates are no degrees."""
    if not points or any(abs(x) > FARTHEST_EAST or abs(y) > FARTHEST_NORTH for x, y in points):
        return 1.0
    heights = [y for _, y in points]
    return cos(radians((min(heights) + max(heights)) / 2))


def _scaled(geometry: Mapping[str, Any], width: float) -> list[Any]:
    return _narrowed(geometry["coordinates"], width)


def _narrowed(coordinates: Sequence[Any], width: float) -> list[Any]:
    """Narrow nested lists of points; a point is a list that begins with a number."""
    if isinstance(coordinates[0], int | float):
        return [coordinates[0] * width, coordinates[1]]
    return [_narrowed(part, width) for part in coordinates]


def _middle(geometry: Mapping[str, Any]) -> Point:
    ring = max(_rings(geometry), key=len)
    corners = ring[:-1] if len(ring) > 1 and list(ring[0]) == list(ring[-1]) else ring
    across, up = zip(*((point[0], point[1]) for point in corners), strict=True)
    return sum(across) / len(corners), sum(up) / len(corners)
