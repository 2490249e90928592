"""Routes in two readings: as they are, and with immediate repeats taken together.

A repeat is the same care form straight after itself, at whichever provider. How many routes are
too rare to name, and what the named ones cover together, is counted in ``count_routes``.
"""

import narwhals.stable.v2 as nw
import pandas as pd

from core.frames import Frame
from core.tables import MISSING


def find_collapsed(observed: Frame) -> Frame:
    """Keep the next trajectories whose care form differs from that of the one before it.

    Rows keep their ``position``, so that these are routes again for ``count_routes``.
    """
    before = nw.col("care_form").shift(1).over("client_id", "chain", order_by="position")
    return (
        observed.filter(nw.col("kind") == "next")
        .with_columns(before=before)
        .filter((nw.col("position") == 1) | (nw.col("before") != nw.col("care_form")))
        .drop("before")
    )


def measure_coverage(routes: pd.DataFrame) -> pd.DataFrame:
    """Add to published ``ROUTES`` what the routes up to a rank cover: ``share`` and ``covered``.

    Shares are of all chains, and missing as soon as a number is hidden; the other routes stand
    last, without ``covered``. Computed from protected numbers only.
    """
    named = routes[routes["rank"] > 0].sort_values("rank")
    ordered = pd.concat([named, routes[routes["rank"] == 0]], ignore_index=True)
    chains = ordered["chains"].astype("Float64")
    whole = chains.sum(skipna=False) if len(ordered) else pd.NA
    share = chains / whole if not pd.isna(whole) and whole else chains * pd.NA
    covered = share.cumsum().mask(ordered["route"] == MISSING)
    return ordered.assign(share=share, covered=covered)
