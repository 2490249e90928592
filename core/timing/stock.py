"""Stock and flow: how many there were, how many came and went, and how many there are.

A trajectory is in the stock between two periods when it has care before and after that moment. It
flows in during the period of its first day, and out during that of its last. For young people the
same holds of their spans (``core.timing.spans``), so that who only changes trajectory stays in.
The stock at the end is the stock at the beginning, and who came, less who went: always exactly.

A period is a quarter (4 * year + quarter - 1) or a month (12 * year + month - 1).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import narwhals.stable.v2 as nw
import pandas as pd

from core.frames import Frame
from core.tables import OPEN_END, STOCK_FLOWS
from core.timing.spans import find_spans
from core.trajectories.calendar import MONTHS, date_of, day_number, month_of, quarter_of
from core.trajectories.rules import Rules

FLOWS: Final = ("begin", "inflow", "outflow", "end")
"""What is counted of a period, in the order in which it adds up."""

ENTERS: Final = "enters"
LEAVES: Final = "leaves"
"""When persons join and leave the stock: with the first and after the last period they begin in."""

NEVER: Final = 1_000_000
"""A period beyond every calendar."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which periods are shown: months or quarters of these calendar years (both in)."""

    first_year: int
    last_year: int
    months_each: int = 3

    def __post_init__(self) -> None:
        """Refuse periods that are neither months nor quarters."""
        if self.months_each not in {1, 3}:
            raise ValueError(f"a period has 1 or 3 months, not {self.months_each}")

    def stop(self, rules: Rules) -> int:
        """Number the first period that is not shown: it is not whole at ``as_of``, or too late."""
        day = date_of(rules.as_of + 1)
        whole = (day.year * MONTHS + day.month - 1) // self.months_each
        return min((self.last_year + 1) * MONTHS // self.months_each, whole)

    def shown(self, first_month: int, rules: Rules) -> range:
        """Number the periods that are shown: after the month in which the data begin."""
        first = self.first_year * MONTHS // self.months_each
        return range(max(first, first_month // self.months_each + 1), self.stop(rules))

    def first_day(self, period: int) -> int:
        """Give the first day of a period."""
        return day_number(date(period * self.months_each // MONTHS, self._month(period), 1))

    def _month(self, period: int) -> int:
        return period * self.months_each % MONTHS + 1

    def of(self, day: nw.Expr) -> nw.Expr:
        """Number the period of a day."""
        return month_of(day) if self.months_each == 1 else quarter_of(day)


def find_dated(trajectories: Frame) -> Frame:
    """Keep the trajectories that have days: the others tell volume and money only."""
    return trajectories.filter(nw.col("dated"))


def count_flows(rows: Frame, calendar: Calendar) -> Frame:
    """Count what happened in every period: ``period``, ``flow``, ``number`` and ``clients``.

    Takes trajectories or spans. Flows: ``inflow`` and ``outflow``, and ENTERS and LEAVES of persons
    for whom at least one row lies across the beginning of the period.
    """
    last = calendar.of(nw.col("end") - 1)
    closed = nw.col("end") < OPEN_END
    placed = rows.select(
        "client_id",
        first=calendar.of(nw.col("start")),
        last=nw.when(closed).then(last).otherwise(nw.lit(NEVER)),
    )
    lasting = placed.filter(nw.col("last") > nw.col("first"))
    across = lasting.select("client_id", start=nw.col("first") + 1, end=nw.col("last") + 1)
    standing = find_spans(across)
    parts = [
        _counted(placed, "first", "inflow"),
        _counted(placed.filter(nw.col("last") < NEVER), "last", "outflow"),
        _counted(standing, "start", ENTERS),
        _counted(standing.filter(nw.col("end") < NEVER), "end", LEAVES),
    ]
    return nw.concat(parts, how="vertical")


def count_standing(rows: Frame, day: int) -> Frame:
    """Count, in one row, the rows with care both before and from ``day``: ``number``."""
    across = rows.filter((nw.col("start") < day) & (nw.col("end") > day))
    return across.select(number=nw.len())


def measure_stock(
    counted: pd.DataFrame,
    standing: pd.DataFrame,
    edge: pd.DataFrame,
    calendar: Calendar,
    rules: Rules,
) -> pd.DataFrame:
    """Add up flows to stocks: a row per period and flow of FLOWS (``STOCK_FLOWS``).

    ``standing`` is ``count_standing`` at the end of the last period, which was counted apart from
    the flows; ``edge`` is ``find_first_month``. Raises ``ValueError`` when flows and stock do not
    add up.
    """
    first_month = edge["first_month"].dropna()
    periods = calendar.shown(int(first_month.iloc[0]), rules) if len(first_month) else range(0)
    if not periods:
        return pd.DataFrame(columns=list(STOCK_FLOWS))
    numbers, clients = (_wide(counted, name, periods) for name in ("number", "clients"))
    end = (numbers["inflow"] - numbers["outflow"]).cumsum()
    there = (clients[ENTERS] - clients[LEAVES]).cumsum()
    shown = pd.DataFrame({"period": list(periods)})
    flows = {
        "begin": (end.shift(fill_value=0), there),
        "inflow": (numbers["inflow"], clients["inflow"]),
        "outflow": (numbers["outflow"], clients["outflow"]),
        "end": (end, there.shift(-1, fill_value=0)),
    }
    parts = [
        shown.assign(
            flow=flow,
            number=number[shown["period"]].to_numpy(),
            clients=persons[shown["period"]].to_numpy(),
        )
        for flow, (number, persons) in flows.items()
    ]
    if end[periods[-1]] != standing["number"].iloc[0]:
        raise ValueError("what came and went does not add up to what is there")
    return pd.concat(parts, ignore_index=True)[list(STOCK_FLOWS)]


def _wide(counted: pd.DataFrame, column: str, periods: range) -> pd.DataFrame:
    """Lay out one count: a row per period from the first of all, a column per flow."""
    wide = counted.pivot_table(index="period", columns="flow", values=column, aggfunc="sum")
    first = min([periods.start, *counted["period"]])
    rows = wide.reindex(index=range(first, periods.stop + 1), columns=[*FLOWS[1:3], ENTERS, LEAVES])
    return rows.fillna(0).astype("int64")


def _counted(frame: Frame, period: str, flow: str) -> Frame:
    counted = frame.group_by(period).agg(number=nw.len(), clients=nw.col("client_id").n_unique())
    whole = [nw.col(name).cast(nw.Int64) for name in (period, "number", "clients")]
    named = counted.with_columns(*whole, flow=nw.lit(flow)).rename({period: "period"})
    return named.select("period", "flow", "number", "clients")
