"""Paths up and down the ladder: chains with the same rungs in the same order, drawn as one band.

Trajectories after each other on one rung are one part of a path. Only chains that were followed
equally long take part, and nothing is looked at after that, so that running help biases no median.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame, join_in_order
from core.sequences.states import LAST_MONTH
from core.tables import PATHS
from core.trajectories.calendar import MOST_DAYS, in_months
from core.trajectories.cohorts import find_followed
from core.trajectories.grids import merge_rare
from core.trajectories.rules import Rules

REST: Final = "rest"
STEP: Final = ">"
CHAIN: Final = ("client_id", "chain")


def find_parts(observed: Frame, rules: Rules) -> Frame:
    """Find each stay on one rung of the followed chains: a row per chain and ``part``.

    Takes what ``find_observed`` gives. Columns: ``client_id``, ``chain``, ``part``, ``level``,
    ``begun`` and ``until`` (since the first start, on the scale of ``in_months``).
    """
    followed = find_followed(observed, rules, LAST_MONTH)
    reach = in_months(nw.col("end")) - in_months(nw.col("first_start"))
    before = nw.col("level").shift(1).over(*CHAIN, order_by="position")
    opens = (nw.col("position") == 1) | (nw.col("level") != nw.col("before"))
    return (
        followed.filter(nw.col("kind") == "next")
        .with_columns(before=before, until=nw.min_horizontal(reach, nw.lit(LAST_MONTH * MOST_DAYS)))
        .with_columns(opens=nw.when(opens).then(1).otherwise(0))
        .with_columns(part=nw.col("opens").cum_sum().over(*CHAIN, order_by="position"))
        .group_by(*CHAIN, "part", "level")
        .agg(begun=nw.col("since_first").min(), until=nw.col("until").max())
    )


def count_paths(parts: Frame, fewest: int) -> Frame:
    """Count followed chains by path, with when each part begins and ends (``PATHS``).

    Takes what ``find_parts`` gives, best held: it is read more than once. Begin and end are medians
    in months since the first start, cut at LAST_MONTH. Paths of fewer than ``fewest`` young people
    are the rest together: one row, without parts of its own.
    """
    named = parts.join(_paths(parts), on=list(CHAIN), how="inner")
    merged = merge_rare(named, "path", REST, fewest)
    is_rest = nw.col("path") == REST
    drawn = merged.filter(~is_rest | (nw.col("part") == 1)).with_columns(
        level=nw.when(is_rest).then(nw.lit(0)).otherwise(nw.col("level"))
    )
    counted = drawn.group_by("path", "part", "level").agg(
        chains=nw.len(),
        clients=nw.col("client_id").n_unique(),
        begun_months=nw.col("begun").median(),
        until_months=nw.col("until").median(),
    )
    numbers = [nw.col(name).cast(nw.Int64) for name in ("part", "level", "chains", "clients")]
    scaled = [nw.col(name) / MOST_DAYS for name in ("begun_months", "until_months")]
    return counted.with_columns(*numbers, *scaled).select(*PATHS)


def _paths(parts: Frame) -> Frame:
    """Write each chain as its rungs in order: ``client_id``, ``chain`` and ``path``."""
    written = parts.with_columns(path=nw.col("level").cast(nw.String))
    return join_in_order(written, CHAIN, order="part", text="path", separator=STEP)
