"""How far the data let one look back: where a trend over calendar time may begin.

The past before the first delivered month is invisible. A trend therefore begins only after
``lookback_months`` of data, and every start in it looks back exactly that far; otherwise the early
years would seem emptier. Care that began in the first month already ran, as far as anybody can
tell: it is never the first of anything.
"""

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.trajectories.calendar import MOST_DAYS, date_of, month_of
from core.trajectories.rules import Rules


def find_first_month(trajectories: Frame) -> Frame:
    """Find the month in which the data begin: one row, ``first_month`` (see ``month_of``).

    It is the first month with at least half the usual (median) number of starts, so that a few
    stray old lines do not pretend that the years before were delivered. Real starts may lie long
    before the data; where there are declared ones too, only those tell. Null without any row.
    """
    declared = nw.when(nw.col("start_source") == "declaration").then(1).otherwise(0)
    months = (
        trajectories.with_columns(month=month_of(nw.col("start")), declared=declared)
        .group_by("month")
        .agg(starts=nw.len(), declared=nw.col("declared").sum())
    )
    any_declared = months.select(any_declared=nw.col("declared").max())
    starts = nw.when(nw.col("any_declared") > 0).then("declared").otherwise("starts")
    filled = months.join(any_declared, how="cross").select("month", starts=starts)
    usual = filled.filter(nw.col("starts") > 0).select(usual=nw.col("starts").median())
    ample = filled.join(usual, how="cross").filter(nw.col("starts") * 2 >= nw.col("usual"))
    return ample.select(first_month=nw.col("month").min().cast(nw.Int64))


def find_trend_starts(starts: Frame, chained: Frame, rules: Rules) -> Frame:
    """Keep the starts that lie in whole quarters and can look back far enough.

    ``chained`` is all of ``CHAINED``, in which the data begin; ``starts`` some of its rows. Adds
    ``month``, ``quarter`` and ``year`` of the start, and ``first_month`` and ``first_quarter`` of
    the data and the trend.
    """
    opens = (nw.col("first_month") + rules.lookback_months + 2) // 3
    within = (nw.col("quarter") >= nw.col("first_quarter")) & (nw.col("quarter") < _end(rules))
    return (
        starts.join(find_first_month(chained), how="cross")
        .with_columns(month=month_of(nw.col("start")))
        .with_columns(quarter=nw.col("month") // 3, first_quarter=opens)
        .filter(within)
        .with_columns(year=nw.col("quarter") // 4)
    )


def keep_whole_years(trend_starts: Frame, rules: Rules) -> Frame:
    """Keep the trend starts of calendar years that lie wholly within the trend."""
    opens = nw.col("year") * 4
    return trend_starts.filter((opens >= nw.col("first_quarter")) & (opens + 4 <= _end(rules)))


def within_lookback(earlier: str, start: str, rules: Rules) -> nw.Expr:
    """Tell whether one start lies in the look back of another: columns that ``in_months`` made.

    Expects ``first_month``. A start in the first month stands for care that already ran.
    """
    near = nw.col(start) - nw.col(earlier) <= rules.lookback_months * MOST_DAYS
    return near & (nw.col(earlier) >= (nw.col("first_month") + 1) * MOST_DAYS)


def _end(rules: Rules) -> int:
    """Number the first quarter that is not whole at ``as_of``."""
    day = date_of(rules.as_of + 1)
    return day.year * 4 + (day.month - 1) // 3
