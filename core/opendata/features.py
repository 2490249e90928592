"""Outlines from a Web Feature Service (PDOK), put together of its pages as one GeoJSON file.

Such a service gives a thousand features at most and does not say that there are more. It is asked
how many there are, and for page after page until they are all there, each once.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import requests

from core.errors import SourceNotUsable
from core.opendata.answers import pieces, read_json
from core.opendata.asking import Ask, Connection, answer
from core.opendata.keeping import Kept, named, today, write_json

Feature = Mapping[str, Any]
PAGE_FEATURES: Final = 1_000
MOST_FEATURES: Final = 100_000
IS_FEATURES: Final = re.compile(r"[?&]request=GetFeature(&|$)", re.IGNORECASE)
MATCHED: Final = re.compile(rb'numberMatched="(\d{1,9})"')


def is_features(address: str) -> bool:
    """Tell whether an address asks a service for features."""
    return IS_FEATURES.search(address) is not None


def features_to(
    connection: Connection, folder: Path, address: str, source: str, told: Callable[[int], None]
) -> Kept:
    """Fetch all features of an address into a file. ``told`` hears how many came so far.

    Raises ``SourceNotUsable`` when not every feature came that the service announced.
    """
    expected = _announced(connection, address, source)
    features: list[Feature] = []
    for page in _pages(connection, address, source, features):
        features.extend(page)
        told(len(features))
        if len(features) > MOST_FEATURES:
            raise SourceNotUsable(source, "too_large")
        if len(features) == expected:
            break
    if expected not in {None, len(features)} or not features:
        raise SourceNotUsable(source, "incomplete")
    if len({_identity(one) for one in features}) != len(features):
        raise SourceNotUsable(source, "repeated")
    path = folder / f"{named([address])}.geojson"
    write_json(path, source, {"type": "FeatureCollection", "features": features})
    return Kept(path, source, "", today(), len(features), expected is not None)


def _announced(connection: Connection, address: str, source: str) -> int | None:
    """Ask how many features there are; none when the service does not say."""

    def use(response: requests.Response) -> int | None:
        found = MATCHED.search(b"".join(pieces(response, connection.limits, source)))
        return int(found[1]) if found else None

    try:
        return answer(connection, Ask(source, f"{address}&resultType=hits", {"Accept": "*/*"}), use)
    except SourceNotUsable:
        return None


def _pages(
    connection: Connection, address: str, source: str, so_far: Sequence[Feature]
) -> Iterator[Sequence[Feature]]:
    """Give page after page, each from where the last one ended, until one is empty."""
    while True:
        going_on = f"{address}&count={PAGE_FEATURES}&startIndex={len(so_far)}"
        features = read_json(connection, source, going_on).get("features")
        if not isinstance(features, list) or not all(isinstance(one, dict) for one in features):
            raise SourceNotUsable(source, "wrong_shape")
        if not features:
            return
        yield features


def _identity(feature: Feature) -> str:
    """Tell features apart by their own number, or else by all that is said of them."""
    known = feature.get("id") or feature.get("properties")
    return json.dumps(known, sort_keys=True)
