"""Completeness: for every supplier and month, whether the lines of that month are there.

A line counts in every month from its first to its last day, without an end in its first only: a
declared quarter is three months of delivery. A supplier is seen between its first and its last
month with lines. Before it had not begun; after it has stopped, or its delivery did not come,
which the lines cannot tell: that is ``after``, never ``missing``.

    before      the supplier has not begun
    delivered   as many lines as usual
    partial     fewer than 60% of its own median over the three months before and the three after
    missing     no line, between months that have them
    after       no line any more
    recent      after ``as_of``, of a supplier that went on until then: too fresh to judge

Only a median of at least ten lines makes a month ``partial``: below that, chance does.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import COMPLETENESS, MISSING, OPEN_END
from core.trajectories.calendar import FIRST_YEAR, LAST_YEAR, MONTHS, date_of, month_of

Years = tuple[int, int]

EVER: Final[Years] = (FIRST_YEAR, LAST_YEAR)

STATES: Final = ("before", "delivered", "partial", "missing", "after", "recent")
PARTIAL_SHARE: Final = 0.6
MONTHS_AROUND: Final = 3
FEWEST_LINES: Final = 10


def find_delivered(declarations: Frame, supplier: str = "provider") -> Frame:
    """Count ``lines`` and ``clients`` of each ``supplier`` in each ``month`` that has any.

    ``supplier`` is the column of who delivers: provider or municipality; nameless lines are left
    out. A few thousand rows at most, to ``hold`` before they are judged.
    """
    last = nw.when(nw.col("end") < OPEN_END).then(nw.col("end") - 1).otherwise(nw.col("start"))
    spans = (
        declarations.filter(nw.col(supplier) != MISSING)
        .with_columns(supplier=nw.col(supplier), month=month_of(nw.col("start")), last_day=last)
        .with_columns(last_month=month_of(nw.col("last_day")))
        .group_by("supplier", "client_id", "month", "last_month")
        .agg(lines=nw.len())
    )
    counted = (
        nw.concat([spans, _later_months(spans, declarations)])
        .group_by("supplier", "month")
        .agg(lines=nw.col("lines").sum(), clients=nw.col("client_id").n_unique())
    )
    return counted.with_columns(
        lines=nw.col("lines").cast(nw.Int64), clients=nw.col("clients").cast(nw.Int64)
    )


def count_completeness(delivered: Frame, as_of: int, years: Years = EVER) -> Frame:
    """Judge every month of every supplier (``COMPLETENESS``, no fixed order).

    Takes what ``find_delivered`` gives, best held. Months run from the first to the last of all
    suppliers; of those only the calendar ``years``, first and last, come out. Publish with
    ``Shape(counts=(), values=["share"])``, and show no state where ``clients`` was left out: that a
    small supplier has nothing tells something about somebody.
    """
    known = _every_month(delivered)
    usual = _usual(known, _month_number(as_of))
    judged = known.join(usual, on=["supplier", "month"], how="left").with_columns(
        usual=nw.col("usual").fill_null(0.0)
    )
    first, last = years
    shown = (nw.col("month") >= first * MONTHS) & (nw.col("month") < (last + 1) * MONTHS)
    return (
        judged.with_columns(state=_state(_month_number(as_of)), share=_share())
        .filter(shown)
        .select(*COMPLETENESS)
    )


def _later_months(spans: Frame, rows: Frame) -> Frame:
    """Repeat what lasts longer than a month for every month after its first."""
    long = spans.filter(nw.col("last_month") > nw.col("month"))
    repeated = long.join(_offsets(rows), how="cross").with_columns(
        month=nw.col("month") + nw.col("offset")
    )
    later = (nw.col("offset") > 0) & (nw.col("month") <= nw.col("last_month"))
    return repeated.filter(later).drop("offset")


def _every_month(monthly: Frame) -> Frame:
    """Give every supplier every month, with what is known of the supplier as a whole.

    ``clients`` becomes its usual number: the median over the months with lines.
    """
    suppliers = monthly.group_by("supplier").agg(
        begun=nw.col("month").min(),
        stopped=nw.col("month").max(),
        clients=nw.col("clients").median().cast(nw.Int64),
    )
    ends = monthly.select(first=nw.col("month").min(), last=nw.col("month").max())
    months = ends.join(_offsets(monthly), how="cross").with_columns(
        month=nw.col("first") + nw.col("offset")
    )
    grid = suppliers.join(
        months.filter(nw.col("month") <= nw.col("last")).select("month"), how="cross"
    )
    filled = grid.join(
        monthly.select("supplier", "month", "lines"), on=["supplier", "month"], how="left"
    )
    return filled.with_columns(lines=nw.col("lines").cast(nw.Int64).fill_null(0))


def _offsets(rows: Frame) -> Frame:
    """Count 0 to 999: as many months as any data hold. Nothing when there are no rows."""
    one = rows.head(1)
    digits = nw.concat([one.select(digit=nw.lit(d).cast(nw.Int64)) for d in range(10)])
    tens = digits.with_columns(tens=nw.col("digit") * 10).select("tens")
    hundreds = digits.with_columns(hundreds=nw.col("digit") * 100).select("hundreds")
    numbers = digits.join(tens, how="cross").join(hundreds, how="cross")
    return numbers.select(offset=nw.col("digit") + nw.col("tens") + nw.col("hundreds"))


def _usual(known: Frame, fresh_after: int) -> Frame:
    """Measure the median lines of the months around, of those with lines and old enough."""
    around = known.filter((nw.col("lines") > 0) & (nw.col("month") <= fresh_after)).select(
        "supplier", near="month", near_lines="lines"
    )
    distance = nw.col("month") - nw.col("near")
    close = (distance >= -MONTHS_AROUND) & (distance <= MONTHS_AROUND) & (distance != 0)
    pairs = known.select("supplier", "month").join(around, on="supplier", how="inner")
    return (
        pairs.filter(close).group_by("supplier", "month").agg(usual=nw.col("near_lines").median())
    )


def _state(fresh_after: int) -> nw.Expr:
    few = (nw.col("usual") >= FEWEST_LINES) & (nw.col("lines") < PARTIAL_SHARE * nw.col("usual"))
    return (
        nw.when(nw.col("month") < nw.col("begun"))
        .then(nw.lit("before"))
        .when((nw.col("month") > fresh_after) & (nw.col("stopped") >= fresh_after))
        .then(nw.lit("recent"))
        .when(nw.col("month") > nw.col("stopped"))
        .then(nw.lit("after"))
        .when(nw.col("lines") == 0)
        .then(nw.lit("missing"))
        .when(few)
        .then(nw.lit("partial"))
        .otherwise(nw.lit("delivered"))
    )


def _share() -> nw.Expr:
    """Give the lines as a share of the usual number; null where there is nothing to compare."""
    return nw.when(nw.col("usual") > 0).then(nw.col("lines") / nw.col("usual"))


def _month_number(day: int) -> int:
    date = date_of(day)
    return date.year * MONTHS + date.month - 1
