"""Periods: lines of one client, provider, care form and allocation over the same days, netted.

What was credited in full is no care, and counts nowhere after this. Lines of which only the day of
declaring is known (``dated`` is false) keep apart from the others all the way: they tell volume and
money, and no days.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING
from core.trajectories.rules import Rules

KEY: Final = ("client_id", "provider", "care_form", "dated")
ALLOCATION: Final = (*KEY, "municipality", "allocation", "spell")
PERIOD: Final = (*ALLOCATION, "product", "start", "end")

SOURCES: Final = ("start", "allocation", "declaration")
"""Where a start may come from, most certain first."""


def find_periods(declarations: Frame, rules: Rules) -> Frame:
    """Net the lines that begin up to ``as_of``: one row a period that is care.

    Lines of one ``PERIOD`` that hold a credit and sum to zero or less are not care; a line of zero
    or without an amount is. ``lines`` counts them, ``amounts`` those with an amount.
    """
    known = ~nw.col("amount_cents").is_null()
    periods = (
        before_as_of(declarations, rules)
        .with_columns(
            cents=nw.col("amount_cents").fill_null(0),
            amounts=known.cast(nw.Int64),
            credits=nw.col("is_credit").cast(nw.Int64),
            crises=nw.col("crisis").cast(nw.Int64),
            certainty=_certainty(),
        )
        .group_by(*PERIOD)
        .agg(
            lines=nw.len(),
            cents=nw.col("cents").sum(),
            amounts=nw.col("amounts").sum(),
            credits=nw.col("credits").sum(),
            crises=nw.col("crises").max(),
            certainty=nw.col("certainty").min(),
            referrer=where_filled("referrer").min(),
            end_reason=where_filled("end_reason").min(),
            sector=where_filled("sector").min(),
        )
    )
    credited = (nw.col("credits") > 0) & (nw.col("cents") <= 0)
    texts = [nw.col(name).fill_null(MISSING) for name in ("referrer", "end_reason", "sector")]
    return periods.filter(~credited).with_columns(*texts)


def before_as_of(declarations: Frame, rules: Rules) -> Frame:
    """Leave out the lines that begin after ``as_of``."""
    return declarations.filter(nw.col("start") <= rules.as_of)


def where_filled(name: str, then: nw.Expr | None = None) -> nw.Expr:
    """Give a label, or ``then``, only where the label is filled: aggregates pass over null."""
    return nw.when(nw.col(name) != MISSING).then(nw.col(name) if then is None else then)


def _certainty() -> nw.Expr:
    """Number ``start_source`` by its place in SOURCES, so that the smallest is most certain."""
    number = nw.lit(len(SOURCES) - 1)
    for place, source in enumerate(SOURCES):
        number = nw.when(nw.col("start_source") == source).then(nw.lit(place)).otherwise(number)
    return number.cast(nw.Int64)
