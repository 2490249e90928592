"""Where arcs between boxes in a row run: to the right above the boxes, to the left below them.

The boxes have whole numbers as their places. An arc leaves and lands beside the middle of its
boxes, so that the wider one encloses the narrower: arcs of one box never cross each other there.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

ROOM: Final = 0.34
"""How far from the middle of its box an arc may leave or land."""

LOOP: Final = 0.09
WIDEST: Final = 16.0
NARROWEST: Final = 1.2


def laid_arcs(arcs: pd.DataFrame, places: Sequence[str]) -> pd.DataFrame:
    """Add where each arc leaves and lands, how high it rises (the widest to 1) and how wide it is.

    Takes ``source``, ``target`` and ``transitions``. Columns added: ``leaves``, ``lands``,
    ``side`` (1 above, -1 below), ``rise`` and ``width`` (pixels).
    """
    where = {place: number for number, place in enumerate(places)}
    rows = arcs.assign(
        begin=arcs["source"].map(where).astype(int), end=arcs["target"].map(where).astype(int)
    )
    rows["side"] = [1 if end >= begin else -1 for begin, end in _ends(rows)]
    most = float(arcs["transitions"].max()) if len(arcs) else 1.0
    rows["width"] = [
        max(WIDEST * float(number) / most, NARROWEST) for number in rows["transitions"]
    ]
    rows["leaves"], rows["lands"] = _ports(rows, "begin", "end"), _ports(rows, "end", "begin")
    rises = [_rise(begin, end) for begin, end in _ends(rows)]
    rows["rise"] = [rise / max(rises) for rise in rises]
    return rows.drop(columns=["begin", "end"])


def _ends(rows: pd.DataFrame) -> list[tuple[int, int]]:
    return list(zip(rows["begin"].tolist(), rows["end"].tolist(), strict=True))


def _rise(begin: int, end: int) -> float:
    """Let an arc rise with its span, a little less than in proportion."""
    return float((abs(end - begin) + 0.6) ** 0.8)


def _ports(rows: pd.DataFrame, own: str, other: str) -> list[float]:
    """Give each arc its own place at a box: towards the other end, the farthest nearest inside."""
    ports: dict[tuple[int, int], float] = {}
    pairs = list(zip(rows[own].tolist(), rows[other].tolist(), strict=True))
    for box in set(rows[own]):
        for direction in (1, -1):
            others = {far for near, far in pairs if near == box and (far - box) * direction > 0}
            ports |= _spread(box, sorted(others, key=lambda far: -abs(far - box)), direction)
    sign = 1 if own == "begin" else -1
    return [ports.get(pair, pair[0] + sign * -LOOP) for pair in pairs]


def _spread(box: int, others: Sequence[int], direction: int) -> Mapping[tuple[int, int], float]:
    step = (ROOM - LOOP) / max(len(others), 1)
    return {
        (box, far): box + direction * (LOOP + step * (number + 0.5))
        for number, far in enumerate(others)
    }
