"""Reporting lag: how long it takes before the lines of a month of care have been declared.

The data say it themselves where lines carry the day of declaring. A month of care is that of the
last day of a line (of its first day where it has no end); the age of a line is the number of months
from there to the month of declaring, 0 for whatever came sooner.

Young months are not whole yet, so their lines cannot be compared with those of old ones as they
are. The factor of an age is what the months that are older than it grew in the month after: lines
up to age a + 1 over lines up to age a, each over the same months. The product of the later factors
tells which part of a month is in at an age. This is the chain ladder (T. Mack, "Distribution-free
calculation of the standard error of chain ladder reserve estimates", ASTIN Bulletin 23, 1993), with
exact fractions and no margin: it is about how far the data reach, not about what is still to come.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate
from operator import mul
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame, collect
from core.tables import LAGS, OPEN_END
from core.trajectories.calendar import MONTHS, day_number, month_of

COMPLETE: Final = Fraction(95, 100)
"""A month of care may be talked about when this part of it has been declared."""

OLDEST: Final = 24
"""Later declaring counts at this age."""

FEWEST_MONTHS: Final = 6
"""With fewer months of declaring behind them the data say nothing about their lag."""

SHOWN_AGES: Final = 12
"""How many months the picture of the lag runs."""

FEWEST_DATED: Final = Fraction(1, 2)
"""At least this part of the lines must carry a day of declaring."""


@dataclass(frozen=True, slots=True)
class Lag:
    """The lag of a data set: the last month of declaring, and the part declared by age, 0 to 1.

    ``months`` is the first age at which COMPLETE is reached: months younger than that are too fresh
    to talk about, and ``as_of`` is the last day of the latest month of care that is not. Months
    after ``last_care_month`` were not delivered, however long ago they are: a file may end earlier
    than the declaring of what stands in it.
    """

    latest_month: int  # 12 * year + month - 1
    last_care_month: int
    declared: tuple[Fraction, ...]  # by age, from 0
    months: int

    @property
    def as_of(self) -> int:
        """Give the last day of the latest month of care that is old enough."""
        latest = min(self.latest_month - self.months, self.last_care_month)
        year, place = divmod(latest + 1, MONTHS)
        return day_number(date(year, place + 1, 1) - timedelta(days=1))


def count_declared(declarations: Frame) -> Frame:
    """Count ``lines`` by ``care_month`` and ``age``, the age at most OLDEST; a triangle.

    Lines without a day of declaring are left out. Months are 12 * year + month - 1.
    """
    return (
        _with_age(declarations)
        .group_by("care_month", "age")
        .agg(lines=nw.len())
        .with_columns(lines=nw.col("lines").cast(nw.Int64))
    )


def measure_lag(declarations: Frame) -> Lag | None:
    """Measure the lag of a data set; None when it cannot be checked.

    That is when fewer than half of the lines carry a day of declaring, or when there are fewer than
    FEWEST_MONTHS months between the first month of care and the last of declaring. This computes.
    """
    rows = collect(count_declared(declarations))
    lines = int(collect(declarations.select(lines=nw.len()))["lines"].iloc[0])
    if rows.empty or rows["lines"].sum() < FEWEST_DATED * lines:
        return None
    cells = zip(rows["care_month"], rows["age"], rows["lines"], strict=True)
    triangle = {(int(month), int(age)): int(number) for month, age, number in cells}
    latest = int(collect(_latest(declarations))["month"].iloc[0])
    return lag_of(triangle, latest)


def lag_of(triangle: Mapping[tuple[int, int], int], latest_month: int) -> Lag | None:
    """Work out the lag of lines by month of care and age; None with too few months."""
    first = min((month for month, _ in triangle), default=latest_month)
    if latest_month - first < FEWEST_MONTHS:
        return None
    oldest = min(OLDEST, latest_month - first)
    within = {
        month: list(accumulate(triangle.get((month, age), 0) for age in range(oldest + 1)))
        for month in {month for month, _ in triangle}
    }
    parts = [_part(within, age, latest_month) for age in range(oldest)]
    declared = tuple(accumulate(reversed(parts), mul, initial=Fraction(1)))[::-1]
    months = next(age for age, part in enumerate(declared) if part >= COMPLETE)
    return Lag(latest_month, max(within), declared, months)


def count_lags(declarations: Frame, lag: Lag) -> Frame:
    """Count the lines declared within 0, 1, … months of care (``LAGS``), cumulated.

    Only over months of care that are old enough to know every age that is shown, so that the last
    row is the whole. Publish with ``Shape(counts=["lines"])``; the share is a row over the last.
    """
    oldest = min(len(lag.declared) - 1, SHOWN_AGES)
    old = _with_age(declarations).filter(nw.col("care_month") <= lag.latest_month - oldest)
    ages = nw.concat(
        [old.head(1).select(until=nw.lit(a).cast(nw.Int64)) for a in range(oldest + 1)]
    )
    counted = (
        old.select("client_id", age=nw.min_horizontal("age", nw.lit(oldest)))
        .group_by("client_id", "age")
        .agg(lines=nw.len())
        .join(ages, how="cross")
        .filter(nw.col("age") <= nw.col("until"))
        .group_by("until")
        .agg(lines=nw.col("lines").sum(), clients=nw.col("client_id").n_unique())
    )
    whole = [nw.col(name).cast(nw.Int64) for name in ("lines", "clients")]
    return counted.rename({"until": "age"}).with_columns(*whole).select(*LAGS)


def _part(within: Mapping[int, list[int]], age: int, latest_month: int) -> Fraction:
    """Give the part of what is in at the next age that is in at this one: one over the factor.

    Only months old enough for both count. Where nothing is in at either, the age changes nothing.
    """
    old = [lines for month, lines in within.items() if month + age + 1 <= latest_month]
    before, after = sum(lines[age] for lines in old), sum(lines[age + 1] for lines in old)
    return Fraction(before, after) if after else Fraction(1)


def _with_age(declarations: Frame) -> Frame:
    """Add ``care_month`` and ``age`` to the lines with a day of declaring and an amount.

    A line without an amount declares nothing: in beleidsinformatie the day is that of the file.
    """
    last = nw.when(nw.col("end") < OPEN_END).then(nw.col("end") - 1).otherwise(nw.col("start"))
    dated = _declared(declarations).with_columns(last_day=last)
    aged = dated.with_columns(
        care_month=month_of(nw.col("last_day")), told=month_of(nw.col("declared_on"))
    ).with_columns(age=nw.col("told") - nw.col("care_month"))
    return aged.with_columns(
        age=nw.when(nw.col("age") < 0)
        .then(nw.lit(0))
        .when(nw.col("age") > OLDEST)
        .then(nw.lit(OLDEST))
        .otherwise(nw.col("age"))
        .cast(nw.Int64)
    )


def _declared(declarations: Frame) -> Frame:
    return declarations.filter(~nw.col("declared_on").is_null() & ~nw.col("amount_cents").is_null())


def _latest(declarations: Frame) -> Frame:
    latest = _declared(declarations).select(day=nw.col("declared_on").max())
    return latest.select(month=month_of(nw.col("day")))
