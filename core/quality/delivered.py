"""What a delivery holds as a whole: the columns with any value, its months, and its labels.

Rules ask it what can be checked at all, and which labels are odd. Labels are few, so they are
judged once each in Python instead of on every line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from statistics import median
from typing import Any, Final

import narwhals.stable.v2 as nw

from core.frames import Frame, collect
from core.tables import DECLARATIONS, MISSING
from core.trajectories.calendar import MONTHS, date_of, day_number
from core.trajectories.freshness import as_of_of, count_starting_lines, count_whole_months

MAY_BE_ABSENT: Final = tuple(
    name for name, column in DECLARATIONS.items() if column.dtype is not nw.Boolean
)
USUAL_SHARE: Final = 10
"""A month is usual when it has a tenth of the median lines of all months."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What is known of a delivery as a whole.

    ``columns`` are those in which any line has a value. ``as_of`` is the last day of the last
    month that looks complete, ``usual_end`` the first day after the last usual month. Labels come
    with the number of their lines: ``products`` are pairs of product and care form.
    """

    columns: frozenset[str]
    as_of: int
    usual_end: int
    products: Mapping[tuple[str, str], int]
    providers: Mapping[str, int]
    units: Mapping[str, int]

    def holding(self, columns: frozenset[str]) -> "Delivered":
        """Give the same delivery with other columns in it."""
        return replace(self, columns=columns)

    @property
    def care_forms(self) -> dict[str, int]:
        """Count the lines of each care form."""
        lines: dict[str, int] = {}
        for (_, care_form), number in self.products.items():
            lines[care_form] = lines.get(care_form, 0) + number
        return lines


def find_delivered(declarations: Frame) -> Delivered:
    """Look through accepted lines once for everything rules want to know of the whole.

    Raises ``ValueError`` when there is no line at all.
    """
    starts = collect(count_starting_lines(declarations))
    by_day = dict(zip(starts["start"].tolist(), starts["lines"].tolist(), strict=True))
    months = collect(count_whole_months(declarations)).iloc[0]
    last_end = None if months.isna()["last_end"] else int(months["last_end"])
    products = _count_labels(declarations, "product", "care_form")
    return Delivered(
        columns=_filled_columns(declarations),
        as_of=as_of_of(by_day, last_end),
        usual_end=_usual_end(by_day),
        products={(product, form): lines for product, form, lines in products},
        providers=dict(_count_labels(declarations, "provider")),
        units=dict(_count_labels(declarations, "unit")),
    )


def _filled_columns(declarations: Frame) -> frozenset[str]:
    filled = {
        name: nw.when(_is_filled(name)).then(nw.lit(1)).otherwise(nw.lit(0))
        for name in MAY_BE_ABSENT
    }
    most = declarations.select(**filled).select(nw.col(name).max() for name in MAY_BE_ABSENT)
    row = collect(most).iloc[0]
    return frozenset(name for name in MAY_BE_ABSENT if row[name] == 1)


def _is_filled(name: str) -> nw.Expr:
    text = DECLARATIONS[name].dtype is nw.String
    return nw.col(name) != MISSING if text else ~nw.col(name).is_null()


def _count_labels(declarations: Frame, *names: str) -> list[tuple[Any, ...]]:
    counted = declarations.group_by(*names).agg(lines=nw.len()).sort(*names)
    return list(collect(counted).itertuples(index=False, name=None))


def _usual_end(lines_by_day: Mapping[int, int]) -> int:
    """Give the first day after the last month with a usual number of lines."""
    months: dict[int, int] = {}
    for day, lines in lines_by_day.items():
        begun = date_of(day)
        month = begun.year * MONTHS + begun.month - 1
        months[month] = months.get(month, 0) + lines
    least = median(months.values()) / USUAL_SHARE
    last = max(month for month, lines in months.items() if lines >= least)
    year, place = divmod(last + 1, MONTHS)
    return day_number(date(year, place + 1, 1))
