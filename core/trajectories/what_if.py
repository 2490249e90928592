"""What if: the third starts of a quarter, and what they and the starts before them cost.

Only quarters that can look back far enough and of which every day is a year old, so that each
trajectory is priced over its first year. The third is the start at ``trigger_position``; the second
is the one before it in a row.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import REPLACEABLE, contributors_of
from core.trajectories.amounts import cents_until
from core.trajectories.calendar import date_of
from core.trajectories.cohorts import last_first
from core.trajectories.contributors import with_contributors
from core.trajectories.lookback import find_trend_starts
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection, select_starts

YEAR_DAYS: Final = 365
YEAR_MONTHS: Final = 12


def count_replaceable(chained: Frame, rules: Rules, selection: Selection) -> Frame:
    """Count the third starts of each whole quarter, with their cost (``REPLACEABLE``).

    ``providers`` never exceeds those behind either of both amounts. Takes all of ``CHAINED``; the
    selection chooses among the third starts.
    """
    thirds = select_starts(_thirds(chained, rules), selection)
    trend = find_trend_starts(thirds, chained, rules)
    settled = trend.filter(nw.col("quarter") < _first_recent_quarter(rules))
    counted = settled.group_by("quarter").agg(
        thirds=nw.len(),
        clients=nw.col("client_id").n_unique(),
        of_third=nw.col("provider").n_unique(),
        of_second=nw.col("second_provider").n_unique(),
        **{name: nw.col(name).sum() for name in ("priced", "third_cents", "second_cents")},
    )
    before = settled.drop("provider").rename({"second_provider": "provider"})
    of_third = with_contributors(counted, settled, ["quarter"], "third_cents")
    whole = with_contributors(of_third, before, ["quarter"], "second_cents")
    fewest = whole.with_columns(providers=nw.min_horizontal("of_third", "of_second"))
    names = [*REPLACEABLE, *contributors_of("third_cents"), *contributors_of("second_cents")]
    return fewest.select(nw.col(*names).cast(nw.Int64))


def _first_recent_quarter(rules: Rules) -> int:
    """Number the first quarter with a day that is not yet a year old."""
    day = date_of(last_first(rules.as_of, YEAR_MONTHS) + 1)
    return (day.year * YEAR_MONTHS + day.month - 1) // 3


def _thirds(chained: Frame, rules: Rules) -> Frame:
    """Find the third starts with ``third_cents`` and ``second_cents``, nothing where not priced."""
    cents = cents_until(nw.col("start") + YEAR_DAYS, rules)
    has_amount = nw.when(nw.col("amount_cents").is_null()).then(0).otherwise(1)
    following = chained.filter(nw.col("kind") == "next").with_columns(
        cents=cents, has_amount=has_amount
    )
    paired = following.with_columns(
        cents_before=_before("cents"),
        amount_before=_before("has_amount"),
        second_provider=_before("provider"),
    )
    thirds = paired.filter(nw.col("position") == rules.trigger_position)
    priced = thirds.with_columns(priced=nw.col("has_amount") * nw.col("amount_before").fill_null(0))
    return priced.with_columns(
        third_cents=nw.col("cents") * nw.col("priced"),
        second_cents=nw.col("cents_before").fill_null(0) * nw.col("priced"),
    )


def _before(column: str) -> nw.Expr:
    return nw.col(column).shift(1).over("client_id", "chain", order_by="position")
