"""The calendar on day numbers: year, quarter and month of a day, alike on every engine.

Dates are a type of which every engine has its own; day numbers are not. The conversion is the
proleptic Gregorian one of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013),
in which a year begins on 1 March so that the leap day comes last.
"""

from datetime import date, timedelta
from typing import Final

import narwhals.stable.v2 as nw

EPOCH: Final = date(1970, 1, 1)

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100
"""Between these years a date of care is plausible."""

SHIFT_DAYS: Final = 719_468  # from 1 March of the year 0 to 1 January 1970
ERA_DAYS: Final = 146_097  # 400 years
MONTHS: Final = 12
MOST_DAYS: Final = 32  # more than any month has


def day_number(day: date) -> int:
    """Count the days from 1 January 1970."""
    return (day - EPOCH).days


def date_of(day: int) -> date:
    """Give the date of a day number."""
    return EPOCH + timedelta(days=day)


def _month_starts() -> tuple[int, ...]:
    years = range(FIRST_YEAR, LAST_YEAR + 2)
    return tuple(day_number(date(year, month + 1, 1)) for year in years for month in range(MONTHS))


MONTH_STARTS: Final = _month_starts()
"""The first day of every plausible month; a half-open month runs from one to another."""


def month_of(day: nw.Expr) -> nw.Expr:
    """Number the month of a day: 12 * year + month - 1. Needs days after 1 March of the year 0."""
    year, month, _ = _civil(day)
    return year * MONTHS + month - 1


def year_of(day: nw.Expr) -> nw.Expr:
    """Give the calendar year of a day."""
    return month_of(day) // MONTHS


def quarter_of(day: nw.Expr) -> nw.Expr:
    """Number the quarter of a day: 4 * year + quarter - 1."""
    return month_of(day) // 3


def in_months(day: nw.Expr) -> nw.Expr:
    """Place a day on a scale on which a month is always MOST_DAYS long.

    Two days lie at most ``n`` calendar months apart when these differ by at most n * MOST_DAYS.
    """
    year, month, month_day = _civil(day)
    return (year * MONTHS + month - 1) * MOST_DAYS + month_day


def _civil(day: nw.Expr) -> tuple[nw.Expr, nw.Expr, nw.Expr]:
    """Give year, month (1-12) and day of the month."""
    shifted = day + SHIFT_DAYS
    era = shifted // ERA_DAYS
    day_of_era = shifted - era * ERA_DAYS
    leaps = day_of_era // 1460 - day_of_era // 36_524 + day_of_era // 146_096
    year_of_era = (day_of_era - leaps) // 365
    passed = 365 * year_of_era + year_of_era // 4 - year_of_era // 100
    day_of_year = day_of_era - passed
    turned = (5 * day_of_year + 2) // 153
    month_day = day_of_year - (153 * turned + 2) // 5 + 1
    month = turned + nw.when(turned < 10).then(nw.lit(3)).otherwise(nw.lit(-9))
    new_year = nw.when(month <= 2).then(nw.lit(1)).otherwise(nw.lit(0))
    return year_of_era + era * 400 + new_year, month, month_day
