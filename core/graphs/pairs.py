"""Pairs of places in chains: from one care form or provider to the next, counted in the engine.

A place is a label, or one of ELSEWHERE, NOT_FOLLOWED and STILL_OPEN (``core.tables``). Days without
care and days that are shared are two numbers, never one: a transition with overlap has no days
between, and says nothing about waiting without the count of overlaps beside it.
"""

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import ELSEWHERE, FOLLOWS, OVERLAPS
from core.trajectories.grids import merge_rare

PLACE_SIZE = 5
"""A place with fewer persons than so many hidden cells could only lead to what is too rare."""

QUARTILES = {"low_gap_days": 0.25, "high_gap_days": 0.75}


def merge_places(pairs: Frame, by: str, persons: int) -> Frame:
    """Rename places that are too rare to ELSEWHERE, among sources and targets alike.

    ``persons`` is the fewest that a pair may stand for; a place needs more than PLACE_SIZE times
    as many as that leaves out. With 1 nothing is merged. ``by`` (source or target) is the column
    in which every place stands with all its clients.
    """
    fewest = PLACE_SIZE * (persons - 1) + 1
    other = "target" if by == "source" else "source"
    merged = merge_rare(pairs.with_columns(place=nw.col(by)), "place", ELSEWHERE, fewest)
    names = merged.select(by, "place").unique()
    others = names.rename({by: other, "place": "other_place"})
    joined = pairs.join(names, on=by, how="left").join(others, on=other, how="left")
    named = {by: nw.col("place"), other: nw.coalesce(nw.col("other_place"), nw.col(other))}
    return joined.with_columns(**named).drop("place", "other_place")


def merge_targets(pairs: Frame, persons: int) -> Frame:
    """Rename what rarely follows a source to ELSEWHERE, source by source (``merge_rare``)."""
    return merge_rare(pairs, "target", ELSEWHERE, persons, within="source")


def count_pairs(pairs: Frame) -> Frame:
    """Count ``FOLLOWS``: how often, how many persons, and the days without care between."""
    counted = pairs.group_by("source", "target").agg(
        transitions=nw.len(),
        clients=nw.col("client_id").n_unique(),
        median_gap_days=nw.col("gap_days").median(),
        **{name: nw.col("gap_days").quantile(part, "linear") for name, part in QUARTILES.items()},
    )
    whole = counted.with_columns(nw.col("transitions", "clients").cast(nw.Int64))
    return whole.select(*FOLLOWS)


def count_overlaps(pairs: Frame) -> Frame:
    """Count ``OVERLAPS``: a row for every pair, with zeros where none shares a day."""
    keys = ["source", "target"]
    counted = (
        pairs.filter(nw.col("overlap_days") > 0)
        .group_by(*keys)
        .agg(
            overlapping=nw.len(),
            clients=nw.col("client_id").n_unique(),
            median_overlap_days=nw.col("overlap_days").median(),
        )
    )
    every = pairs.select(*keys).unique().join(counted, on=keys, how="left")
    counts = nw.col("overlapping", "clients").cast(nw.Int64).fill_null(0)
    return every.with_columns(counts).select(*OVERLAPS)
