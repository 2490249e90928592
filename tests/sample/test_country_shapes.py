"""The outlines of the fictitious country: every municipality and district, drawn the right way."""

import json

import numpy as np
import pytest

from core.opendata.shelf import bundled_shelf, regions_of, shapes_of
from core.sample.places import PLACES

SHELF = bundled_shelf()
HOME = [f"GM{place.code}" for place in PLACES]


def test_shapes_cover_every_municipality_and_district_and_run_clockwise() -> None:
    for kind in ("municipality", "district"):
        shapes = shapes_of(SHELF, kind)
        codes = [feature["properties"]["region"] for feature in shapes["features"]]
        assert sorted(codes) == sorted(regions_of(SHELF, kind)["region"])
        for feature in shapes["features"]:
            ring = np.array(feature["geometry"]["coordinates"][0])
            assert (ring[0] == ring[-1]).all()
            assert area_of(ring) < 0


def test_districts_fill_their_municipality() -> None:
    areas = {
        kind: {
            feature["properties"]["region"]: area_of(feature["geometry"]["coordinates"][0])
            for feature in shapes_of(SHELF, kind)["features"]
        }
        for kind in ("municipality", "district")
    }
    for code in HOME:
        inside = [area for one, area in areas["district"].items() if one[2:6] == code[2:]]
        assert len(inside) == 6
        assert sum(inside) == pytest.approx(areas["municipality"][code], rel=0.02)


def area_of(ring: list[list[float]] | np.ndarray) -> float:
    """Give the area within a ring; negative when its corners run clockwise."""
    x, y = np.asarray(ring).T
    return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2)


def test_outlines_are_valid_json_on_one_line() -> None:
    text = (SHELF.folder / "shapes_municipality.json").read_text(encoding="utf-8")
    assert json.loads(text)["type"] == "FeatureCollection"
    assert text.count("\n") == 1
