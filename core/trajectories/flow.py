"""The flow: where chains go from the first trajectory to the fourth, and which routes they take.

In every column of the flow a chain is in one place: a care form, the rest (places or routes too
rare to draw), or an end. An end says how the whole chain stands, simultaneous help included: it
runs as long as anything in it runs, and only what is known to have stopped has *ended*.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import FLOWS, MISSING, ROUTES
from core.trajectories.counting import find_routes

COLUMNS: Final = 4
"""The flow shows the first four trajectories of a chain."""

THINNEST_PART: Final = 150
"""A stream of less than this part of the chains in its column is too thin to follow."""

FORM: Final = "form"
REST: Final = "rest"
NOWHERE: Final = "nowhere"

STANDS: Final = ("ended", "too_recent", "unknown_end", "running")
"""How a chain stands: the last of these that holds for any of its trajectories."""


def find_places(observed: Frame) -> Frame:
    """Write where each chain is in every column: a row per chain.

    Columns: ``client_id``, ``place_1`` ... ``place_4`` (a care form, or MISSING) and ``kind_1`` ...
    (form, one of STANDS in the column after the last form, and nowhere after that).
    """
    chains = (
        _with_length(observed)
        .group_by("client_id", "chain")
        .agg(
            nw.col("length").max(),
            nw.col("stand").max(),
            *[nw.col(_place(column)).max() for column in _columns()],
        )
    )
    return chains.with_columns(**{_kind(column): _kind_at(column) for column in _columns()})


def count_flows(observed: Frame, fewest: int) -> Frame:
    """Count the chains that go from a place in one column to a place in the next (``FLOWS``).

    First places and streams of fewer than ``fewest`` chains go to the rest, and those to a care
    form also when they are too thin (THINNEST_PART). A chain that is in the rest of one column may
    be in a care form again in the next.
    """
    drawn = find_places(observed)
    for column in _columns():
        drawn = _with_rest(drawn, column, fewest)
    steps = [_flows_from(drawn, column) for column in range(1, COLUMNS)]
    return nw.concat(steps, how="vertical")


def count_routes(observed: Frame, shown: int, fewest: int) -> Frame:
    """Count the chains of the ``shown`` most frequent routes, and of all others (``ROUTES``).

    A route of fewer than ``fewest`` clients is among the others, which have rank 0.
    """
    routes = find_routes(observed)
    sizes = (
        routes.group_by("variant")
        .agg(size=nw.len().cast(nw.Int64), persons=nw.col("client_id").n_unique())
        .filter(nw.col("persons") >= fewest)
        .with_columns(descending=nw.lit(0) - nw.col("size"))
        .with_columns(place=nw.col("size").cum_count().over(order_by=["descending", "variant"]))
    )
    named = nw.col("place") <= shown
    ranks = sizes.select("variant", rank=nw.when(named).then(nw.col("place")).otherwise(0))
    ranked = routes.join(ranks, on="variant", how="left")
    known = ranked.with_columns(rank=nw.col("rank").fill_null(0)).with_columns(
        route=nw.when(nw.col("rank") > 0).then(nw.col("variant")).otherwise(nw.lit(MISSING))
    )
    counted = known.group_by("rank", "route").agg(
        routes=nw.col("variant").n_unique(),
        chains=nw.len(),
        clients=nw.col("client_id").n_unique(),
    )
    numbers = [nw.col(name).cast(nw.Int64) for name in ("rank", "routes", "chains", "clients")]
    return counted.with_columns(*numbers).select(*ROUTES)


def _with_length(observed: Frame) -> Frame:
    """Add ``length`` and ``stand`` (a number) to every row, and the care form in its column."""
    is_next = nw.col("kind") == "next"
    forms = {
        _place(column): nw.when(is_next & (nw.col("position") == column))
        .then(nw.col("care_form"))
        .otherwise(nw.lit(MISSING))
        for column in _columns()
    }
    stand = nw.lit(0)
    for number, status in enumerate(STANDS):
        stand = nw.when(nw.col("status") == status).then(number).otherwise(stand)
    return observed.with_columns(**forms, length=nw.col("position"), stand=stand)


def _kind_at(column: int) -> nw.Expr:
    """Give the kind of place in a column: a form, how the chain stands, or nowhere."""
    stand = nw.lit(STANDS[0])
    for number, status in enumerate(STANDS):
        stand = nw.when(nw.col("stand") == number).then(nw.lit(status)).otherwise(stand)
    return (
        nw.when(nw.col("length") >= column)
        .then(nw.lit(FORM))
        .when(nw.col("length") == column - 1)
        .then(stand)
        .otherwise(nw.lit(NOWHERE))
    )


def _with_rest(drawn: Frame, column: int, fewest: int) -> Frame:
    """Move what is rare in a column, seen from the place before it, to the rest."""
    place, kind = _place(column), _kind(column)
    before = [_place(column - 1), _kind(column - 1)] if column > 1 else []
    thin = (nw.col(kind) == FORM) & (nw.col("size") * THINNEST_PART < nw.col("chains"))
    rare = (nw.col(kind) != NOWHERE) & ((nw.col("size") < fewest) | thin)
    is_there = nw.when(nw.col(kind) == NOWHERE).then(0).otherwise(1)
    return (
        drawn.with_columns(is_there=is_there)
        .with_columns(size=nw.len().over(*before, place, kind), chains=nw.len().over("is_there"))
        .with_columns(is_rare=nw.when(rare).then(1).otherwise(0))
        .with_columns(_in_rest(place, MISSING), _in_rest(kind, REST))
        .drop("size", "chains", "is_there", "is_rare")
    )


def _in_rest(column: str, word: str) -> nw.Expr:
    rare = nw.col("is_rare") == 1
    return nw.when(rare).then(nw.lit(word)).otherwise(nw.col(column)).alias(column)


def _flows_from(drawn: Frame, column: int) -> Frame:
    names = {
        _place(column): "source",
        _kind(column): "source_kind",
        _place(column + 1): "target",
        _kind(column + 1): "target_kind",
    }
    there = drawn.filter(nw.col(_kind(column + 1)) != NOWHERE)
    counted = there.group_by(*names).agg(chains=nw.len(), clients=nw.col("client_id").n_unique())
    numbers = [nw.col(name).cast(nw.Int64) for name in ("chains", "clients")]
    return (
        counted.rename(names)
        .with_columns(*numbers, column=nw.lit(column).cast(nw.Int64))
        .select(*FLOWS)
    )


def _columns() -> range:
    return range(1, COLUMNS + 1)


def _place(column: int) -> str:
    return f"place_{column}"


def _kind(column: int) -> str:
    return f"kind_{column}"
