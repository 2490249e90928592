"""Invented outlines: every place on the map belongs to the municipality that is nearest.

Outlines are convex, and their corners run clockwise, as the maps of the app expect: the other way
round an outline would be everything but the municipality.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from core.sample.country_land import CORNER, HEIGHT, WIDTH, Land
from core.sample.draws import Floats
from core.sample.places import PLACES

DISTRICTS: Final = 6
REACH: Final = 0.62
"""Where the middles of districts lie: on the way from the middle of the municipality outwards."""


def municipality_shapes(land: Land) -> dict[str, Any]:
    """Give the outlines of the municipalities that still are one, as GeoJSON."""
    outlines = nearest_outlines(land.points, _box(), 3)
    return geojson(dict(zip(land.codes, outlines, strict=False)))


def district_shapes(land: Land) -> dict[str, Any]:
    """Give the outlines of the districts of the artificial region, as GeoJSON."""
    outlines = nearest_outlines(land.points, _box(), 3)
    shapes: dict[str, Floats] = {}
    for place, outline in zip(PLACES, outlines, strict=False):
        parts = nearest_outlines(_middles(outline), _sides(outline), 4)
        codes = [f"WK{place.code}{number:02}" for number in range(1, DISTRICTS + 1)]
        shapes |= dict(zip(codes, parts, strict=True))
    return geojson(shapes)


def nearest_outlines(points: Floats, bounds: Floats, decimals: int) -> list[Floats]:
    """Give for each point the corners of what is nearest to it within bounds, clockwise.

    Bounds are half-planes a, b, c with ``a x + b y + c <= 0`` for what lies within.
    """
    return [_outline(points, place, bounds, decimals) for place in range(len(points))]


def _outline(points: Floats, place: int, bounds: Floats, decimals: int) -> Floats:
    from scipy.spatial import HalfspaceIntersection  # noqa: PLC0415 - only the sample needs it, not every command

    here, others = points[place], np.delete(points, place, axis=0)
    towards = others - here
    offset = ((here**2).sum() - (others**2).sum(axis=1)) / 2
    planes = np.vstack([bounds, np.column_stack([towards, offset])])
    corners = HalfspaceIntersection(planes, here).intersections
    corners = np.unique(np.round(corners, decimals), axis=0)
    angle = np.arctan2(*(corners - corners.mean(axis=0)).T[::-1])
    return corners[np.argsort(-angle)]


def _box() -> Floats:
    west, south = CORNER
    return np.array(
        [(-1, 0, west), (1, 0, -west - WIDTH), (0, -1, south), (0, 1, -south - HEIGHT)],
        np.float64,
    )


def _sides(outline: Floats) -> Floats:
    """Give the half-planes that bound an outline."""
    along = np.roll(outline, -1, axis=0) - outline
    outward = np.column_stack([-along[:, 1], along[:, 0]])
    return np.column_stack([outward, -(outward * outline).sum(axis=1)])


def _middles(outline: Floats) -> Floats:
    """Give the middle of an outline, and five points around it."""
    middle = outline.mean(axis=0)
    ring = np.vstack([outline, outline[:1]])
    walked = np.append(0, np.cumsum(np.hypot(*np.diff(ring, axis=0).T)))
    stops = walked[-1] * np.arange(DISTRICTS - 1) / (DISTRICTS - 1)
    around = np.column_stack([np.interp(stops, walked, ring[:, axis]) for axis in range(2)])
    return np.vstack([middle, middle + REACH * (around - middle)])


def geojson(outlines: Mapping[str, Floats]) -> dict[str, Any]:
    """Give outlines as a GeoJSON collection, the code of each in the property ``region``."""
    return {
        "type": "FeatureCollection",
        "features": [_feature(code, corners) for code, corners in outlines.items()],
    }


def _feature(code: str, corners: Floats) -> dict[str, Any]:
    ring: Sequence[Sequence[float]] = [*corners.tolist(), corners[0].tolist()]
    return {
        "type": "Feature",
        "properties": {"region": code},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
