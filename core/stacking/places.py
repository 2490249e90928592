"""Where selected care stands among the other care of a client, and what came before and after.

Seen from its first day: *beside* other counted care that runs, *after* other counted care that
ended at most ``chain_gap_days`` ago, or *first*. The same pause decides what still comes after it.
Care that is not counted in chains, such as crisis by default, is seen against care that is. Starts
of one day do not see each other.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.stacking.selections import is_inside
from core.tables import MISSING, NEIGHBOURS, PLACES
from core.trajectories.calendar import month_of
from core.trajectories.grids import merge_rare
from core.trajectories.lookback import find_first_month
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection, select_starts

BEFORE_ALL: Final = -1_000_000
AFTER_ALL: Final = 10_000_000
"""Days and numbers beyond every other: there is none."""

KINDS: Final = ("first", "after", "beside", "unknown")
"""The places, and apart from them care that ran already when the data begin."""

NEXT_TO: Final = ("before", "after")

NOBODY, REST = "\x1fnone", "\x1frest"
"""Words that no label can be, for no neighbour and for neighbours too rare to name."""


def find_places(marked: Frame, selection: Selection, rules: Rules) -> Frame:
    """Find the ``place`` of each selected start that fits, and what stood ``before`` and ``after``.

    Takes ``CHAINED`` with ``selected_from``; adds ``place`` (``PLACES``) and the care forms
    ``before`` and ``after``, MISSING where there is none.
    """
    chosen = select_starts(marked.filter(is_inside()), selection)
    days = _with_neighbours(_by_day(marked))
    seen = chosen.join(days, on=["client_id", "start"], how="left")
    named = _named(_named(seen, marked, "before"), marked, "after")
    opening = named.join(find_first_month(marked), how="cross")
    return _within_reach(opening, rules)


def count_places(placed: Frame) -> Frame:
    """Count the selected starts by place (``PLACES``)."""
    counted = placed.group_by("place").agg(
        trajectories=nw.len(), clients=nw.col("client_id").n_unique()
    )
    whole = [nw.col(name).cast(nw.Int64) for name in ("trajectories", "clients")]
    return counted.with_columns(*whole).select(*PLACES)


def count_neighbours(placed: Frame, fewest: int) -> Frame:
    """Count what stood before and after the selected starts (``NEIGHBOURS``), rare forms merged.

    Starts of which the past is not known are left out.
    """
    known = placed.filter(nw.col("place") != "unknown")
    sides = [_neighbours_of(known, side, fewest) for side in NEXT_TO]
    return nw.concat(sides, how="vertical")


def _by_day(marked: Frame) -> Frame:
    """Sum up each day on which care of a client begins: its first counted start, and the reach."""
    counts = nw.col("kind") != "uncounted"
    flagged = marked.with_columns(
        number=nw.when(counts).then(nw.col("trajectory_id")).otherwise(nw.lit(AFTER_ALL)),
        reach=nw.when(counts).then(nw.col("end")).otherwise(nw.lit(BEFORE_ALL)),
    )
    return flagged.group_by("client_id", "start").agg(
        number=nw.col("number").min(), reach=nw.col("reach").max()
    )


def _with_neighbours(days: Frame) -> Frame:
    """Add ``reach_before``, and the numbers of the counted starts ``before`` and ``after`` a day.

    Numbers grow with the days of a client, so the largest so far is the latest.
    """
    known = nw.when(nw.col("number") == AFTER_ALL).then(BEFORE_ALL).otherwise(nw.col("number"))
    return (
        days.with_columns(backwards=nw.lit(0) - nw.col("start"), latest=known)
        .with_columns(reach=_running(nw.col("reach").cum_max(), "start"))
        .with_columns(latest=_running(nw.col("latest").cum_max(), "start"))
        .with_columns(number=_running(nw.col("number").cum_min(), "backwards"))
        .with_columns(reach_before=_running(nw.col("reach").shift(1), "start"))
        .with_columns(before_id=_running(nw.col("latest").shift(1), "start"))
        .with_columns(after_id=_running(nw.col("number").shift(1), "backwards"))
        .select(
            "client_id",
            "start",
            nw.col("reach_before").fill_null(BEFORE_ALL),
            nw.col("before_id").fill_null(BEFORE_ALL),
            nw.col("after_id").fill_null(AFTER_ALL),
        )
    )


def _named(seen: Frame, marked: Frame, side: str) -> Frame:
    """Look up the care form and the first day of a neighbour."""
    names = {"trajectory_id": f"{side}_id", "care_form": side, "start": f"{side}_start"}
    neighbours = marked.select(*names).rename(names)
    return seen.join(neighbours, on=f"{side}_id", how="left")


def _within_reach(named: Frame, rules: Rules) -> Frame:
    """Add ``place``, and drop the neighbours that lie further away than a pause may be."""
    pause = nw.col("start") - nw.col("reach_before")
    follows = nw.col("after_start") - nw.col("end") <= rules.chain_gap_days
    place = (
        nw.when(month_of(nw.col("start")) <= nw.col("first_month"))
        .then(nw.lit("unknown"))
        .when(pause < 0)
        .then(nw.lit("beside"))
        .when(pause <= rules.chain_gap_days)
        .then(nw.lit("after"))
        .otherwise(nw.lit("first"))
    )
    near = nw.col("place").is_in(["beside", "after", "unknown"])
    return named.with_columns(place=place).with_columns(
        before=nw.when(near).then(nw.col("before").fill_null(MISSING)).otherwise(nw.lit(MISSING)),
        after=nw.when(follows).then(nw.col("after")).otherwise(nw.lit(MISSING)),
    )


def _neighbours_of(known: Frame, side: str, fewest: int) -> Frame:
    word = nw.when(nw.col(side) == MISSING).then(nw.lit(NOBODY)).otherwise(nw.col(side))
    merged = merge_rare(known.with_columns(word=word), "word", REST, fewest)
    kind = (
        nw.when(nw.col("word") == NOBODY)
        .then(nw.lit("none"))
        .when(nw.col("word") == REST)
        .then(nw.lit("rest"))
        .otherwise(nw.lit("form"))
    )
    is_form = ~nw.col("word").is_in([NOBODY, REST])
    counted = (
        merged.group_by("word")
        .agg(trajectories=nw.len(), clients=nw.col("client_id").n_unique())
        .with_columns(
            side=nw.lit(side),
            kind=kind,
            care_form=nw.when(is_form).then(nw.col("word")).otherwise(nw.lit(MISSING)),
        )
    )
    whole = [nw.col(name).cast(nw.Int64) for name in ("trajectories", "clients")]
    return counted.with_columns(*whole).select(*NEIGHBOURS)


def _running(expression: nw.Expr, order: str) -> nw.Expr:
    return expression.over("client_id", order_by=order)
