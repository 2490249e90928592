"""Islands: periods of one client, provider and care form, joined over silence.

Periods are joined while at most ``merge_gap_days`` uncovered days lie between the running maximum
of the ends and the next start, and over everything between two periods of one allocation.

The running maximum is what keeps a short period inside a long one from breaking it, where rules
that look at the neighbour only lose care (Markus et al. 2022, doi:10.1016/j.cmpb.2022.107081,
describe the construction for medication eras). SQL calls this gaps and islands.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING, OPEN_END
from core.trajectories.periods import ALLOCATION, KEY, SOURCES, where_filled
from core.trajectories.rules import Rules

ISLAND: Final = (*KEY, "island")
LABELS: Final = ("municipality", "referrer", "end_reason", "sector")

DAY_ORDER: Final = ("start", "end")
"""Of periods that start and end on one day it does not matter which comes first: neither the
running maximum after the last of them nor the next start depends on it."""

WIDTH: Final = 10**15
"""Added to a number so that it has sixteen digits as text, and sorts alike in both forms."""

END_SPAN: Final = 1 << 20
"""More than any end, so that start and end together are one number that sorts as the pair."""

SEPARATOR: Final = "\x1f"
"""Stands between two labels; sorts before every character that a label can hold."""


def join_periods(periods: Frame, rules: Rules) -> Frame:
    """Join the periods of each client, provider and care form: one row a trajectory.

    A trajectory closes after a period when the next one starts more than ``merge_gap_days`` after
    everything so far, including the whole span of the allocations seen so far.
    """
    pause = nw.col("next_start") - nw.col("reach")
    closes = nw.col("next_start").is_null() | (pause > rules.merge_gap_days)
    hole = nw.max_horizontal(nw.col("next_start") - nw.col("covered"), nw.lit(0))
    islands = (
        periods.with_columns(reach=_end_of_allocation())
        .with_columns(
            reach=_in_day_order(nw.col("reach").cum_max()),
            covered=_in_day_order(nw.col("end").cum_max()),
            next_start=_in_day_order(nw.col("start").shift(-1)),
        )
        .with_columns(closes=nw.when(closes).then(nw.lit(1)).otherwise(nw.lit(0)))
        .with_columns(closed=_in_day_order(nw.col("closes").cum_sum()))
        .with_columns(
            island=nw.col("closed") - nw.col("closes"),
            hole=nw.when(nw.col("closes") == 0).then(hole).otherwise(nw.lit(0)),
        )
    )
    return _labelled(_summed_up(islands))


def _summed_up(islands: Frame) -> Frame:
    """Add up the periods of each island that have the same labels: numbers only, so quick."""
    last = nw.when(nw.col("end") < OPEN_END).then(nw.col("end") - 1).otherwise(nw.col("start"))
    return (
        islands.with_columns(
            last_declared=last,
            closed_end=nw.when(nw.col("end") < OPEN_END).then(nw.col("end")).otherwise(nw.lit(0)),
            place=nw.col("start") * END_SPAN + nw.col("end"),
            certainty=nw.col("start") * len(SOURCES) + nw.col("certainty"),
        )
        .group_by(*ISLAND, *LABELS)
        .agg(
            *[nw.col(name).min() for name in ("start", "place", "certainty")],
            *[nw.col(name).max() for name in ("end", "closed_end", "last_declared", "crises")],
            *[nw.col(name).sum() for name in ("lines", "hole", "cents", "amounts")],
        )
    )


def _labelled(sums: Frame) -> Frame:
    """Reduce each island to one row, and choose its labels.

    ``municipality`` and ``referrer`` are the first that are filled, in order of start, end and
    municipality; ``stop`` is the reason on the last day, the fullest where there are several.
    """
    place, ending = _as_digits(nw.col("place")), _as_digits(nw.col("closed_end"))
    referral = nw.concat_str(place, "municipality", nw.lit(SEPARATOR), "referrer")
    return (
        sums.with_columns(
            first_municipality=where_filled("municipality", nw.concat_str(place, "municipality")),
            first_referrer=where_filled("referrer", referral),
            sector=where_filled("sector"),
            ending=nw.concat_str(ending, "end_reason"),
        )
        .group_by(*ISLAND)
        .agg(
            *[nw.col(name).min() for name in ("start", "certainty", "sector")],
            *[nw.col(f"first_{name}").min() for name in ("municipality", "referrer")],
            *[nw.col(name).max() for name in ("end", "last_declared", "crises", "ending")],
            *[nw.col(name).sum() for name in ("lines", "cents", "amounts")],
            bridged_days=nw.col("hole").sum(),
        )
        .with_columns(
            municipality=_after_digits("first_municipality"),
            referral=_after_digits("first_referrer"),
            sector=nw.col("sector").fill_null(MISSING),
            stop=_after_digits("ending"),
            certainty=nw.col("certainty") % len(SOURCES),
        )
        .with_columns(referrer=_after_separator("referral"))
    )


def _in_day_order(expression: nw.Expr) -> nw.Expr:
    """Evaluate among the periods of one key, from first to last day; the order is total."""
    return expression.over(*KEY, order_by=list(DAY_ORDER))


def _end_of_allocation() -> nw.Expr:
    """Give the last end of the period's allocation, or its own where it has no number."""
    numbered = nw.col("allocation") != MISSING
    whole = nw.col("end").max().over(*ALLOCATION)
    return nw.when(numbered).then(whole).otherwise(nw.col("end"))


def _as_digits(number: nw.Expr) -> nw.Expr:
    return (number + WIDTH).cast(nw.String)


def _after_digits(name: str) -> nw.Expr:
    """Take the text from behind its number; MISSING when there was none."""
    return nw.col(name).str.slice(len(str(WIDTH))).fill_null(MISSING)


def _after_separator(name: str) -> nw.Expr:
    """Take the text from behind SEPARATOR; nothing stays nothing."""
    return nw.col(name).str.replace_all(f"^[^{SEPARATOR}]*{SEPARATOR}", "")
