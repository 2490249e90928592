"""Outlines of regions as published, made smaller: only the code, in few decimals."""

import json
from pathlib import Path
from typing import Any, Final

from core.errors import SourceNotUsable

DECIMALS: Final = 4
"""Of a degree: about ten metres."""

CODE: Final = "statcode"
Geometry = dict[str, Any]


def read_outlines(path: Path, source: str) -> Geometry:
    """Read outlines (GeoJSON) with the property ``region``.

    Raises ``SourceNotUsable`` when the file holds no outlines with a code.
    """
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        features = [_feature(one) for one in stored["features"]]
    except (ValueError, KeyError, TypeError) as problem:
        raise SourceNotUsable(source, "wrong_shape") from problem
    if not features:
        raise SourceNotUsable(source, "incomplete")
    return {"type": "FeatureCollection", "features": features}


def _feature(one: Geometry) -> Geometry:
    geometry = one["geometry"]
    return {
        "type": "Feature",
        "properties": {"region": str(one["properties"][CODE]).strip()},
        "geometry": {
            "type": geometry["type"],
            "coordinates": _rounded(geometry["coordinates"]),
        },
    }


def _rounded(part: Any) -> Any:  # noqa: ANN401 - lists in lists of numbers, as deep as they come
    return [_rounded(one) for one in part] if isinstance(part, list) else round(part, DECIMALS)
