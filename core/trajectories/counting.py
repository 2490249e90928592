"""What is counted of chains: lengths, transitions, routes and the attrition of the construction.

Every table carries ``clients``, the number of different persons, because that and not the number
of rows decides what may be shown.
"""

import narwhals.stable.v2 as nw

from core.frames import Frame, join_in_order
from core.tables import (
    CHAIN_LENGTHS,
    START_SOURCES,
    TRANSITIONS,
    VARIANT_SEPARATOR,
    VARIANTS,
)


def count_chain_lengths(chained: Frame) -> Frame:
    """Count chains by ``length`` (``CHAIN_LENGTHS``): how many in a row."""
    lengths = _next_only(chained).group_by("client_id", "chain").agg(length=nw.len())
    counted = lengths.group_by("length").agg(
        chains=nw.len(), clients=nw.col("client_id").n_unique()
    )
    return _whole(counted.select(*CHAIN_LENGTHS), "length", "chains", "clients")


def count_transitions(chained: Frame) -> Frame:
    """Count each ordered pair of care forms that follow each other (``TRANSITIONS``)."""
    shared = nw.when(nw.col("overlap_days") > 0).then(nw.lit(1)).otherwise(nw.lit(0))
    source = nw.col("care_form").shift(1).over("client_id", "chain", order_by="position")
    pairs = (
        _next_only(chained)
        .with_columns(source=source, overlapping=shared)
        .filter(nw.col("position") > 1)
    )
    counted = pairs.group_by("source", "care_form").agg(
        transitions=nw.len(),
        clients=nw.col("client_id").n_unique(),
        median_gap_days=nw.col("gap_days").median(),
        overlapping=nw.col("overlapping").sum(),
    )
    named = counted.rename({"care_form": "target"}).select(*TRANSITIONS)
    return _whole(named, "transitions", "clients", "overlapping")


def find_routes(chained: Frame) -> Frame:
    """Write each chain as its care forms in order: ``client_id``, ``chain``, ``variant``."""
    by = ("client_id", "chain")
    routes = join_in_order(
        _next_only(chained), by, order="position", text="care_form", separator=VARIANT_SEPARATOR
    )
    return routes.rename({"care_form": "variant"})


def count_variants(chained: Frame) -> Frame:
    """Count the chains that took each route (``VARIANTS``)."""
    lengths = _next_only(chained).group_by("client_id", "chain").agg(length=nw.len())
    counted = (
        find_routes(chained)
        .join(lengths, on=["client_id", "chain"], how="inner")
        .group_by("variant")
        .agg(
            length=nw.col("length").max(),
            chains=nw.len(),
            clients=nw.col("client_id").n_unique(),
        )
    )
    return _whole(counted.select(*VARIANTS), "length", "chains", "clients")


def count_start_sources(declarations: Frame) -> Frame:
    """Count accepted lines by where their start comes from (``START_SOURCES``), undated apart.

    The share of lines without days of their own is that of the row in which ``dated`` is false.
    """
    counted = declarations.group_by("start_source", "dated").agg(
        lines=nw.len(),
        amount_cents=nw.col("amount_cents").sum(),
        clients=nw.col("client_id").n_unique(),
    )
    whole = counted.with_columns(amount_cents=nw.col("amount_cents").fill_null(0))
    return _whole(whole.select(*START_SOURCES), "lines", "amount_cents", "clients")


def count_rows(frame: Frame, rows: nw.Expr | None = None) -> Frame:
    """Count one step of the attrition: ``rows`` and ``clients``, in one row."""
    counted = nw.len() if rows is None else rows
    return frame.select(rows=counted, clients=nw.col("client_id").n_unique())


def _next_only(chained: Frame) -> Frame:
    return chained.filter(nw.col("kind") == "next")


def _whole(frame: Frame, *names: str) -> Frame:
    """Store counts as Int64, whatever the engine made of them."""
    return frame.with_columns(*[nw.col(name).cast(nw.Int64) for name in names])
