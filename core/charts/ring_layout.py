"""Where providers stand in a ring, and how the arrows between them bend.

Both halves of the ring have places at equal heights, so that every name beside it has a line of its
own. The same places in the same order always stand alike.
"""

from collections.abc import Sequence
from math import atan2, degrees, hypot, sqrt
from typing import Final

import pandas as pd

WIDTH: Final = 1300.0
LINE: Final = 34.0
TOP: Final = 24.0
LEAST: Final = 300.0
SIDE: Final = 300.0
"""Half the width of the ring at its middle, in pixels of a picture of WIDTH."""

FLATNESS: Final = 0.45
"""How far the ring narrows towards its top and bottom."""

BEND: Final = 0.14
PULL: Final = 0.45
ROOM: Final = 20.0
"""What stays free between the end of an arrow and the middle of its circle."""


def height_of(places: int) -> float:
    """Give the height of the picture: a line for every place of the fuller half."""
    return max(LINE * ((places + 1) // 2 - 1), LEAST) + 2 * TOP


def ring_of(places: Sequence[str]) -> pd.DataFrame:
    """Place the ring, clockwise from the top right: ``place``, ``x``, ``y``, ``side`` (1 right)."""
    half = (len(places) + 1) // 2
    height = height_of(len(places)) - 2 * TOP
    rows = []
    for number, place in enumerate(places):
        on_right = number < half
        line = number if on_right else len(places) - 1 - number
        lines = half if on_right else len(places) - half
        down = line / (lines - 1) if lines > 1 else 0.5
        reach = SIDE * (1 - FLATNESS * (1 - sqrt(1 - (2 * down - 1) ** 2)))
        side = 1 if on_right else -1
        rows.append(
            {
                "place": place,
                "x": WIDTH / 2 + side * reach,
                "y": TOP + down * height,
                "side": side,
            }
        )
    return pd.DataFrame(rows, columns=["place", "x", "y", "side"])


def bent(arcs: pd.DataFrame, ring: pd.DataFrame) -> pd.DataFrame:
    """Add to each arc (``source``, ``target``) its curve, and where and how its head points.

    A quadratic Bézier curve: ``x0 y0`` and ``x2 y2`` are its ends, ``x1 y1`` pulls it towards the
    middle of the ring and to one side, so that there and back are two curves. ``head_x``,
    ``head_y`` and ``angle`` (degrees, clockwise from upward) place the head.
    """
    where = {row["place"]: (row["x"], row["y"]) for row in ring.to_dict("records")}
    middle = (WIDTH / 2, float(ring["y"].min() + ring["y"].max()) / 2) if len(ring) else (0.0, 0.0)
    curves = [
        _curve(where[source], where[target], middle)
        for source, target in zip(arcs["source"], arcs["target"], strict=True)
    ]
    names = ("x0", "y0", "x1", "y1", "x2", "y2", "angle")
    return arcs.assign(**{name: [curve[i] for curve in curves] for i, name in enumerate(names)})


def _curve(
    begin: tuple[float, float], end: tuple[float, float], middle: tuple[float, float]
) -> tuple[float, ...]:
    across, down = end[0] - begin[0], end[1] - begin[1]
    halfway = ((begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2)
    bow = (
        halfway[0] + (middle[0] - halfway[0]) * PULL - down * BEND,
        halfway[1] + (middle[1] - halfway[1]) * PULL + across * BEND,
    )
    tip = _towards(end, bow)
    start = _towards(begin, bow)
    angle = degrees(atan2(tip[0] - bow[0], -(tip[1] - bow[1])))
    return (*start, *bow, *tip, angle)


def _towards(point: tuple[float, float], goal: tuple[float, float]) -> tuple[float, float]:
    """Step ROOM pixels from a point towards another."""
    distance = hypot(goal[0] - point[0], goal[1] - point[1]) or 1.0
    step = min(ROOM / distance, 0.5)
    return (point[0] + (goal[0] - point[0]) * step, point[1] + (goal[1] - point[1]) * step)
