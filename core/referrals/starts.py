"""Starts by referrer, in a year of some municipalities or by quarter: for shares and the mirror."""

from collections.abc import Sequence
from typing import Final

import narwhals.stable.v2 as nw
import pandas as pd

from core.frames import Frame
from core.tables import QUARTER_SIDES
from core.timing.horizon import first_unsettled
from core.trajectories.calendar import MONTHS, MOST_DAYS, date_of, quarter_of
from core.trajectories.grids import fill_grid, merge_rare
from core.trajectories.lookback import find_first_month
from core.trajectories.referrals import (
    count_delivered,
    find_first_trajectories,
    find_referrals,
    name_referrers,
)
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection, select_starts

SIDES: Final = ("inside", "outside")
AGAIN_MONTHS: Final = 12
"""In how many months a second trajectory counts as following."""

QUARTERS: Final = 4
"""A year is as many quarters."""

QUARTER_IN_MONTHS: Final = 3 * MOST_DAYS


def count_area_starts(
    chained: Frame, municipalities: Sequence[str], year: int, other: str, persons: int
) -> Frame:
    """Count the starts of a year in some municipalities by referrer, rare ones as ``other``."""
    here = chained.filter(nw.col("municipality").is_in(list(municipalities)))
    referrals = find_referrals(here, Selection(year, year))
    return count_delivered(merge_rare(referrals, "referrer", other, persons))


def find_quarter_starts(chained: Frame, selection: Selection, rules: Rules) -> Frame:
    """List the counted starts of the selection with ``quarter`` and the label of the referrer.

    Only quarters that lie wholly in the data and may no longer change take part.
    """
    counted = select_starts(chained.filter(nw.col("kind") != "uncounted"), selection)
    dated = counted.with_columns(quarter=quarter_of(nw.col("start")))
    whole = _whole_quarters(dated, chained, _quarter_of(first_unsettled(rules)))
    return name_referrers(whole.select("client_id", "quarter", "referrer"))


def find_quarter_follow_ups(chained: Frame, selection: Selection, rules: Rules) -> Frame:
    """List the first trajectories of chains with ``quarter``, ``referrer`` and ``followed``.

    ``followed`` is 1 when a second one began within AGAIN_MONTHS. Only quarters of which every
    chain was followed that long take part.
    """
    reach = AGAIN_MONTHS * MOST_DAYS
    second = nw.col("start_2_in_months") <= nw.col("first_in_months") + reach
    quarter = ((nw.col("first_in_months") + 0.5) * (1 / QUARTER_IN_MONTHS)).floor()
    firsts = find_first_trajectories(chained, selection).with_columns(
        quarter=quarter.cast(nw.Int64), followed=nw.when(second).then(1).otherwise(0)
    )
    end = _quarter_of(first_unsettled(rules)) - AGAIN_MONTHS // 3
    return _whole_quarters(firsts, chained, end)


def count_referrer_sides(starts: Frame, referrer: str) -> Frame:
    """Count (``QUARTER_SIDES``) the starts by way of a referrer, and all others, by quarter."""
    inside = nw.col("referrer") == referrer
    return _count_sides(starts.with_columns(side=_side(inside)))


def count_followed_sides(firsts: Frame, referrer: str) -> Frame:
    """Count (``QUARTER_SIDES``) the chains of a referrer that went on in time, and those not."""
    own = firsts.filter(nw.col("referrer") == referrer)
    return _count_sides(own.with_columns(side=_side(nw.col("followed") == 1)))


def with_years(sides: pd.DataFrame) -> pd.DataFrame:
    """Add to ``QUARTER_SIDES`` the ``year``: the starts of a referrer are told by year as well."""
    return sides.assign(year=sides["quarter"] // QUARTERS)


def _count_sides(starts: Frame) -> Frame:
    counted = starts.group_by("quarter", "side").agg(
        trajectories=nw.len(), clients=nw.col("client_id").n_unique()
    )
    quarters = starts.select("quarter").unique()
    return fill_grid(counted, quarters, "side", SIDES).select(*QUARTER_SIDES)


def _side(inside: nw.Expr) -> nw.Expr:
    return nw.when(inside).then(nw.lit("inside")).otherwise(nw.lit("outside"))


def _whole_quarters(rows: Frame, chained: Frame, end: int) -> Frame:
    """Keep the quarters that begin after the first month of the data, and before ``end``."""
    placed = rows.join(find_first_month(chained), how="cross")
    in_view = (nw.col("quarter") * 3 > nw.col("first_month")) & (nw.col("quarter") < end)
    return placed.filter(in_view).drop("first_month")


def _quarter_of(day: int) -> int:
    date = date_of(day)
    return (date.year * MONTHS + date.month - 1) // 3
