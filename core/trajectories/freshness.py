"""What the data themselves say about their freshness and fineness: ``as_of`` and the merge gap."""

from collections.abc import Mapping
from datetime import date, timedelta
from statistics import median
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import OPEN_END
from core.trajectories.calendar import MONTH_STARTS, MONTHS, date_of, day_number

MONTHLY_GAP_DAYS: Final = 62
"""Declared months say nothing about a silent July and August."""

MONTHLY_SHARE: Final = 0.9
COMPLETE_SHARE: Final = 0.9
MONTHS_BEFORE: Final = 6


def count_starting_lines(declarations: Frame) -> Frame:
    """Count ``lines`` by the day on which they ``start``."""
    return declarations.group_by("start").agg(lines=nw.len())


def count_whole_months(declarations: Frame) -> Frame:
    """Count, in one row, the periods with an end (``ended``) and those of whole months.

    ``last_end`` is the latest end in the data (null without one).
    """
    ended = nw.col("end") < OPEN_END
    whole = nw.col("start").is_in(MONTH_STARTS) & nw.col("end").is_in(MONTH_STARTS)
    flags = declarations.with_columns(
        ended=nw.when(ended).then(nw.lit(1)).otherwise(nw.lit(0)),
        whole=nw.when(ended & whole).then(nw.lit(1)).otherwise(nw.lit(0)),
        closed_end=nw.when(ended).then(nw.col("end")),
    )
    return flags.select(
        ended=nw.col("ended").sum(),
        whole=nw.col("whole").sum(),
        last_end=nw.col("closed_end").max(),
    )


def merge_gap_of(ended: int, whole: int) -> int:
    """Choose the merge gap: MONTHLY_GAP_DAYS where at least 90% of the periods are months."""
    return MONTHLY_GAP_DAYS if ended and whole >= MONTHLY_SHARE * ended else 0


def as_of_of(lines_by_day: Mapping[int, int], last_end: int | None) -> int:
    """Choose ``as_of``: the last day of the latest month that looks complete.

    Complete is at least 90% of the median lines of the six months before it. Where no month has
    six months of data before it: the month before the latest begin; and where nothing begins in or
    before that one, the latest date of all.
    """
    months = _lines_by_month(lines_by_day)
    first, last = min(months), max(months)
    for month in range(last, first + MONTHS_BEFORE - 1, -1):
        before = [months.get(month - back, 0) for back in range(1, MONTHS_BEFORE + 1)]
        if month in months and months[month] >= COMPLETE_SHARE * median(before):
            return _last_day_of(month)
    if first < last:
        return _last_day_of(last - 1)
    return max(*lines_by_day, (last_end or 0) - 1)


def _lines_by_month(lines_by_day: Mapping[int, int]) -> dict[int, int]:
    months: dict[int, int] = {}
    for day, lines in lines_by_day.items():
        begun = date_of(day)
        month = begun.year * MONTHS + begun.month - 1
        months[month] = months.get(month, 0) + lines
    return months


def _last_day_of(month: int) -> int:
    year, place = divmod(month + 1, MONTHS)
    return day_number(date(year, place + 1, 1) - timedelta(days=1))
