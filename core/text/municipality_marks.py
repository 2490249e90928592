"""Words and lanes of the pictures of a municipality: which label stands where."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from core.benchmark.spread import Spread, find_heaps
from core.benchmark.surroundings import Place
from core.benchmark.youth_shares import NOTED
from core.opendata.publications import PROVISIONAL
from core.text import general
from core.text.municipality_spread import KIND_PLURALS

LANES: Final = (1.1, 1.22, 1.34)
"""How high labels stand above the tallest heap, a label a lane."""

BAND_LANE: Final = 1.46
NARROW: Final = 0.25
"""Nearer to an end of the axis than this part of it, a label stands on the other side."""

LOWEST_TOP: Final = 14
"""Heaps are drawn as if one of this many dots were among them, so that few do not fly."""

NEAREST: Final = 0.075
"""How near two labels at the end of a line may stand, as a part of the height."""

HIGH_WORD: Final = 1.12
LOW_WORD: Final = 0.1
"""Where the word of a lesser change stands, as a part of the height: below the lines."""

BREAKS: Final = {
    "more_providers": "andere telling vanaf 2021",
    "residence": "andere woonplaats vanaf 2022",
    "": "andere telling",
}


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
    """Give a labelled line a place, in order of share.

    Columns: ``share``, ``label``, ``role``, from ``foot`` to ``top``, and the ``side``.
    Labels point outward, and that of a line between two others stands highest, so that no line
    crosses a label.
    """
    found = now.set_index("region")["share"]
    known = [place for place in places if pd.notna(found.get(place.region))]
    known.sort(key=lambda place: float(found[place.region]))
    rows = [
        {
            "share": float(found[place.region]),
            "label": f"{_short(place)} {general.percent(float(found[place.region]), 1)}",
            "role": place.role,
            "foot": 0.0,
        }
        for place in known
    ]
    table = pd.DataFrame(rows, columns=["share", "label", "role", "foot"])
    tallest = tallest_of(dots)
    most = float(dots["share"].max()) if len(dots) else 1.0
    lanes, sides = _lanes([float(share) / most for share in table["share"]])
    return table.assign(top=[tallest * lane for lane in lanes], side=sides)


def _lanes(parts: list[float]) -> tuple[list[float], list[str]]:
    """Choose how high each label stands and on which side, for places along the axis in order.

    Where there is no room on one side all labels point to the other, the outermost highest.
    """
    lanes = list(LANES[: len(parts)])
    if parts and parts[-1] > 1 - NARROW:
        return lanes, ["left"] * len(parts)
    if parts and parts[0] < NARROW:
        return lanes[::-1], ["right"] * len(parts)
    outward = [lanes[place] for place in (0, 2, 1)] if len(parts) == len(LANES) else lanes
    return outward, ["left", "right", "right"][: len(parts)]


def tallest_of(dots: pd.DataFrame) -> float:
    """Give how many dots the tallest heap has, for the height of the picture."""
    return float(max(LOWEST_TOP, dots["heap"].max())) if len(dots) else float(LOWEST_TOP)


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
    least = NEAREST * float(points["high"].max()) if len(points) else 0.0
    places: list[float] = []
    for share in last["share"]:
        places.append(max(float(share), places[-1] + least) if places else float(share))
    labels = [f"{name} {words}" for name, words in zip(last["name"], last["words"], strict=True)]
    return last.assign(at=places, label=labels).reset_index(drop=True)


def trend_gaps(points: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """Give what changed between years: ``before``, ``middle``, ``after``, ``label``, ``parts``.

    ``breaks`` are ``TREND_BREAKS`` of the topic; ``parts`` tells whether lines stop there, and
    ``height`` where the word stands. A change outside the years that are drawn is left out.
    """
    years = set(points["year"])
    top = float(points["high"].max()) if len(points) else 0.0
    rows = [
        {
            "before": int(change["year"]) - 1,
            "middle": int(change["year"]) - 0.5,
            "after": int(change["year"]),
            "label": BREAKS.get(str(change["reason"]), BREAKS[""]),
            "parts": change["reason"] not in NOTED,
            "height": top * (LOW_WORD if change["reason"] in NOTED else HIGH_WORD),
        }
        for change in breaks.to_dict("records")
        if int(change["year"]) in years and int(change["year"]) - 1 in years
    ]
    columns = ["before", "middle", "after", "label", "parts", "height"]
    return pd.DataFrame(rows, columns=columns).astype({"parts": bool})


def _short(place: Place) -> str:
    return "Hele land" if place.role == "country" else place.name
