"""One provider beside unnamed others, from published numbers only.

Others are a row of shares without names, and the middle half of them. They are only there when
enough of them have numbers of their own: with fewer the reader could tell who is who.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from core.intervals import wilson_interval

FEWEST_PEERS: Final = 5
"""Of three others, each of whom can be looked up as the own one, a reader knows who is who."""

MIDDLE_HALF: Final = (0.25, 0.75)


@dataclass(frozen=True, slots=True)
class Mirror:
    """What one provider has beside others, in one measure: shares (0 to 1) or days.

    ``own`` is None when it may not be shown, ``number`` is what it is counted on, and ``bounds``
    how sure a share is. ``others`` are in order of value, empty when they are too few; ``middle``
    is their middle half, and ``unseen`` counts those whose numbers may not be shown.
    """

    own: float | None
    number: int | None
    bounds: tuple[float, float] | None
    others: tuple[float, ...]
    middle: tuple[float, float] | None
    unseen: int


def mirror_part(parts: pd.DataFrame, count: str, own: str) -> Mirror:
    """Mirror the share that one part has in the whole of each provider.

    ``parts`` has a published row for each ``provider``: ``count`` and ``whole``.
    """
    shares = (parts[count] / parts["whole"]).astype("Float64")
    mirrored = _mirrored(parts.assign(value=shares, number=parts["whole"]), own)
    if mirrored.own is None or mirrored.number is None:
        return mirrored
    part = round(mirrored.own * mirrored.number)
    bounds = wilson_interval(part, mirrored.number)
    return Mirror(
        *(mirrored.own, mirrored.number, bounds),
        *(mirrored.others, mirrored.middle, mirrored.unseen),
    )


def mirror_value(values: pd.DataFrame, value: str, own: str) -> Mirror:
    """Mirror a published statistic of each ``provider``, counted on ``trajectories``."""
    return _mirrored(values.assign(value=values[value], number=values["trajectories"]), own)


def _mirrored(rows: pd.DataFrame, own: str) -> Mirror:
    seen = rows.dropna(subset=["value", "number"])
    mine = seen[seen["provider"] == own]
    theirs = seen.loc[seen["provider"] != own, "value"].astype(float).sort_values()
    enough = len(theirs) >= FEWEST_PEERS
    middle = np.quantile(theirs, MIDDLE_HALF).tolist() if enough else None
    return Mirror(
        own=float(mine["value"].iloc[0]) if len(mine) else None,
        number=int(mine["number"].iloc[0]) if len(mine) else None,
        bounds=None,
        others=tuple(theirs.tolist()) if enough else (),
        middle=(middle[0], middle[1]) if middle else None,
        unseen=int((rows["provider"] != own).sum()) - len(theirs),
    )
