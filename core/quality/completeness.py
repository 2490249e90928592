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

from collections.abc import Iterator, Mapping
from statistics import median
from typing import Final

import narwhals.stable.v2 as nw
import pandas as pd

from core.frames import Frame, collect
from core.tables import COMPLETENESS, MISSING, OPEN_END
from core.trajectories.calendar import FIRST_YEAR, LAST_YEAR, MONTHS, date_of, month_of

Years = tuple[int, int]

EVER: Final[Years] = (FIRST_YEAR, LAST_YEAR)

STATES: Final = ("before", "delivered", "partial", "missing", "after", "recent")
PARTIAL_SHARE: Final = 0.6
MONTHS_AROUND: Final = 3
FEWEST_LINES: Final = 10

Counts = dict[int, int]
"""A number by month."""


def find_delivered(declarations: Frame, supplier: str = "provider") -> Frame:
    """Count ``lines`` and ``clients`` of each ``supplier`` by first ``month`` and ``last_month``.

    ``supplier`` is the column of who delivers: provider or municipality; nameless lines are left
    out. Months are 12 * year + month - 1, those in which a line has its first and its last day.
    """
    last = nw.when(nw.col("end") < OPEN_END).then(nw.col("end") - 1).otherwise(nw.col("start"))
    spans = (
        declarations.filter(nw.col(supplier) != MISSING)
        .with_columns(supplier=nw.col(supplier), month=month_of(nw.col("start")), last_day=last)
        .with_columns(last_month=month_of(nw.col("last_day")))
        .group_by("supplier", "month", "last_month")
        .agg(lines=nw.len(), clients=nw.col("client_id").n_unique())
    )
    return spans.with_columns(
        lines=nw.col("lines").cast(nw.Int64), clients=nw.col("clients").cast(nw.Int64)
    )


def count_completeness(delivered: Frame, as_of: int, years: Years = EVER) -> pd.DataFrame:
    """Judge every month of every supplier (``COMPLETENESS``), in order of supplier and month.

    Computes what ``find_delivered`` gives: a few thousand rows at most. Months run from the first
    to the last of all suppliers; of those only the calendar ``years``, first and last, come out.
    Give it to ``protect`` with ``Shape(counts=["lines", "usual"], values=["share"])``, at shared
    levels then to ``share_again``, and show no state where ``clients`` was left out: that a small
    supplier has nothing tells something about somebody.
    ``clients`` is never too high: who has lines of several lengths in a month is counted in one.
    """
    lines, clients = _by_month(collect(delivered))
    first, last = years[0] * MONTHS, (years[1] + 1) * MONTHS
    known = [month for counts in lines.values() for month in counts]
    shown = range(max(min(known, default=0), first), min(max(known, default=-1) + 1, last))
    fresh_after = _month_number(as_of)
    clients_of = {supplier: int(median(counts.values())) for supplier, counts in clients.items()}
    rows = [
        (supplier, month, state, _share(own, usual), clients_of[supplier], own, round(usual))
        for supplier, counts in sorted(lines.items())
        for month, state, own, usual in _judged(counts, shown, fresh_after)
    ]
    return pd.DataFrame(rows, columns=[*COMPLETENESS])


def share_again(protected: pd.DataFrame) -> pd.DataFrame:
    """Divide what was protected: many exact shares of one supplier would tell its exact lines.

    A share is missing where the lines of a month, or those around it, were left out.
    """
    usual = protected["usual"].astype("Float64")
    return protected.assign(share=(protected["lines"] / usual).where(usual > 0))


def _by_month(spans: pd.DataFrame) -> tuple[dict[str, Counts], dict[str, Counts]]:
    """Count lines and clients of each supplier in each month with a day of the line."""
    lines: dict[str, Counts] = {}
    clients: dict[str, Counts] = {}
    for span in spans.to_dict("records"):
        of_lines = lines.setdefault(span["supplier"], {})
        of_clients = clients.setdefault(span["supplier"], {})
        for month in range(span["month"], span["last_month"] + 1):
            of_lines[month] = of_lines.get(month, 0) + span["lines"]
            of_clients[month] = max(of_clients.get(month, 0), span["clients"])
    return lines, clients


def _share(lines: int, usual: float) -> float | None:
    return lines / usual if usual else None


def _judged(
    lines: Mapping[int, int], months: range, fresh_after: int
) -> Iterator[tuple[int, str, int, float]]:
    """Give the state of each month, its lines, and the median of the months around."""
    for month in months:
        around = range(month - MONTHS_AROUND, month + MONTHS_AROUND + 1)
        near = [lines[m] for m in around if m in lines and m != month and m <= fresh_after]
        usual = float(median(near)) if near else 0.0
        yield month, _state(lines, month, usual, fresh_after), lines.get(month, 0), usual


def _state(lines: Mapping[int, int], month: int, usual: float, fresh_after: int) -> str:
    """Name the state of a month of a supplier."""
    begun, stopped = min(lines), max(lines)
    if month < begun:
        return "before"
    if month > fresh_after and stopped >= fresh_after:
        return "recent"
    if month > stopped:
        return "after"
    if month not in lines:
        return "missing"
    is_partial = usual >= FEWEST_LINES and lines[month] < PARTIAL_SHARE * usual
    return "partial" if is_partial else "delivered"


def _month_number(day: int) -> int:
    date = date_of(day)
    return date.year * MONTHS + date.month - 1
