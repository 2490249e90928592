"""The sweep line: how much runs at the same time, day by day, without comparing pairs.

Every begin adds to a running sum and every end takes off again, so that the work grows with the
number of periods and not with its square, whatever one client has. The classic reference is Bentley
and Ottmann, "Algorithms for reporting and counting geometric intersections" (1979).
"""

from collections.abc import Sequence

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection, select_active


def find_care_of(frame: Frame, selection: Selection) -> Frame:
    """Keep all trajectories of the clients with a day of care that fits the selection.

    What somebody has beside it is what stacking is about, so it stays, whatever its care form.
    """
    chosen = select_active(frame, selection).select("client_id").unique()
    return frame.join(chosen, on="client_id", how="semi")


def clip(frame: Frame, selection: Selection, rules: Rules) -> Frame:
    """Cut periods to the days of the selection, up to and including ``as_of``."""
    until = min(selection.end_day, rules.as_of + 1)
    cut = frame.with_columns(
        start=nw.max_horizontal(nw.col("start"), nw.lit(selection.first_day)),
        end=nw.min_horizontal(nw.col("end"), nw.lit(until)),
    )
    return cut.filter(nw.col("start") < nw.col("end"))


def find_stretches(periods: Frame, by: Sequence[str]) -> Frame:
    """Find the stretches of days on which the same is running, for each value of ``by``.

    Takes ``start``, ``end`` and ``weight`` (Int64), and gives ``by``, ``start``, ``end`` and
    ``running``, the sum of the weights of the periods that run; days without any are left out.
    """
    begins = periods.select(*by, nw.col("weight").alias("change"), day=nw.col("start"))
    ends = periods.select(*by, (0 - nw.col("weight")).alias("change"), day=nw.col("end"))
    order = [*by, "day", "change"]
    return (
        nw.concat([begins.select(*order), ends.select(*order)], how="vertical")
        .group_by(*by, "day")
        .agg(nw.col("change").sum())
        .with_columns(nw.col("change").cast(nw.Int64))
        .filter(nw.col("change") != 0)
        .with_columns(running=nw.col("change").cum_sum().over(*by, order_by="day"))
        .with_columns(until=nw.col("day").shift(-1).over(*by, order_by="day"))
        .filter(nw.col("running") > 0)
        .select(
            *by,
            nw.col("day").cast(nw.Int64).alias("start"),
            nw.col("until").cast(nw.Int64).alias("end"),
            nw.col("running").cast(nw.Int64),
        )
    )


def find_in_years(stretches: Frame, selection: Selection) -> Frame:
    """Cut stretches at the turn of the year: adds ``year`` and ``days``, a row for each year."""
    years = range(selection.first_year, selection.last_year + 1)
    return nw.concat([_in_year(stretches, year) for year in years], how="vertical")


def _in_year(stretches: Frame, year: int) -> Frame:
    whole = Selection(year, year)
    first = nw.max_horizontal(nw.col("start"), nw.lit(whole.first_day))
    until = nw.min_horizontal(nw.col("end"), nw.lit(whole.end_day))
    days = stretches.with_columns(year=nw.lit(year).cast(nw.Int64), days=until - first)
    return days.filter(nw.col("days") > 0).with_columns(nw.col("days").cast(nw.Int64))
