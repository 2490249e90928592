"""Spans: stretches of time in which a client has care, whichever care it is.

Trajectories that overlap or touch are one span; a day without care parts two. Spans of a client
are therefore disjoint, and counting them on a day counts persons.
"""

import narwhals.stable.v2 as nw

from core.frames import Frame

ORDER = ("start", "end")
"""Of rows that start and end alike it does not matter which comes first."""


def find_spans(rows: Frame) -> Frame:
    """Join the stretches of each client: ``client_id``, ``start`` and ``end`` of every span.

    Takes any rows with these columns, half-open, in days or any other whole count of time.
    """
    opens = nw.col("reach_before").is_null() | (nw.col("start") > nw.col("reach_before"))
    return (
        rows.select("client_id", *ORDER)
        .with_columns(reach=_in_order(nw.col("end").cum_max()))
        .with_columns(reach_before=_in_order(nw.col("reach").shift(1)))
        .with_columns(opens=nw.when(opens).then(1).otherwise(0))
        .with_columns(span=_in_order(nw.col("opens").cum_sum()))
        .group_by("client_id", "span")
        .agg(nw.col("start").min(), nw.col("end").max())
        .drop("span")
    )


def _in_order(expression: nw.Expr) -> nw.Expr:
    return expression.over("client_id", order_by=list(ORDER))
