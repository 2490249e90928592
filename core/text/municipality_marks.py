"""Words and lanes of the pictures of a municipality: which label stands where."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from core.benchmark.spread import Spread, find_heaps
from core.benchmark.surroundings import Place
from core.opendata.publications import PROVISIONAL
from core.text import general
from core.text.municipality import KIND_PLURALS

LANES: Final = {"own": 1.42, "region": 1.27, "country": 1.12}
"""How high each label stands above the tallest heap, so that none crosses another."""

RIGHT_HALF: Final = 0.6
"""Beyond this part of the axis a label stands to the left of its mark."""

NEAREST: Final = 0.075
"""How near two labels at the end of a line may stand, as a part of the height."""


def strip_dots(shares: pd.DataFrame, own: str, neighbours: Sequence[str]) -> pd.DataFrame:
    """Give a dot a region: ``share``, ``heap``, ``group`` (own, near, far), and its ``words``.

    Only of the region itself and of those in its youth region the name is told.
    """
    dots = find_heaps(shares)
    groups = [
        "own" if code == own else "near" if code in neighbours else "far" for code in dots["region"]
    ]
    return dots.assign(group=groups, words=dots["share"].map(lambda one: general.percent(one, 1)))


def strip_marks(now: pd.DataFrame, places: Sequence[Place], dots: pd.DataFrame) -> pd.DataFrame:
    """Give a labelled line a place: ``share``, ``label``, ``role``, ``top``, and its ``side``."""
    found = now.set_index("region")["share"]
    known = [place for place in places if pd.notna(found.get(place.region))]
    low, high = 0.0, float(dots["share"].max()) if len(dots) else 1.0
    tallest = float(dots["heap"].max()) if len(dots) else 1.0
    rows = [
        {
            "share": float(found[place.region]),
            "label": f"{_short(place)} {general.percent(float(found[place.region]), 1)}",
            "role": place.role,
            "top": tallest * LANES[place.role],
            "side": "left" if found[place.region] > low + RIGHT_HALF * (high - low) else "right",
        }
        for place in known
    ]
    return pd.DataFrame(rows, columns=["share", "label", "role", "top", "side"])


def strip_band(spread: Spread | None, kind: str) -> pd.DataFrame:
    """Give the middle half: ``low``, ``middle``, ``high``, ``label``; no row for too few."""
    if spread is None:
        return pd.DataFrame(columns=["low", "middle", "high", "label"])
    low, high = spread.bounds[1:3]
    label = f"middelste helft van de {KIND_PLURALS[kind]}"
    return pd.DataFrame([{"low": low, "middle": (low + high) / 2, "high": high, "label": label}])


def axis_of(base: str) -> str:
    """Write the title of an axis of shares."""
    return f"Aandeel van de {base}"


def trend_points(shares: pd.DataFrame, places: Sequence[Place]) -> pd.DataFrame:
    """Give a point a region and year: ``year``, ``share``, ``era``, ``role``, ``name``, ``told``.

    ``told`` says whether the figure is provisional.
    """
    roles = {place.region: place.role for place in places}
    names = {place.region: _short(place) for place in places}
    drawn = shares[shares["share"].notna() & shares["region"].isin(roles)]
    return drawn.assign(
        role=drawn["region"].map(roles),
        name=drawn["region"].map(names),
        told=drawn["status"].eq(PROVISIONAL),
        words=drawn["share"].map(lambda share: general.percent(share, 1)),
    ).reset_index(drop=True)


def trend_ends(points: pd.DataFrame) -> pd.DataFrame:
    """Give the label at the end of each line: ``year``, ``at`` (where it stands) and ``label``.

    Labels that would cover each other are moved apart.
    """
    last = points.sort_values("year").drop_duplicates("region", keep="last").sort_values("share")
    least = NEAREST * float(points["share"].max()) if len(points) else 0.0
    places: list[float] = []
    for share in last["share"]:
        places.append(max(float(share), places[-1] + least) if places else float(share))
    labels = [f"{name} {words}" for name, words in zip(last["name"], last["words"], strict=True)]
    return last.assign(at=places, label=labels).reset_index(drop=True)


def trend_gaps(points: pd.DataFrame) -> pd.DataFrame:
    """Give each break: ``before`` and ``after``, the years on both sides, and its ``label``."""
    eras = points.groupby("era")["year"].agg(["min", "max"]).sort_index()
    rows = [
        {"before": int(old), "after": int(new), "label": f"andere telling vanaf {int(new)}"}
        for old, new in zip(eras["max"].iloc[:-1], eras["min"].iloc[1:], strict=True)
    ]
    return pd.DataFrame(rows, columns=["before", "after", "label"])


def _short(place: Place) -> str:
    return "Hele land" if place.role == "country" else place.name
