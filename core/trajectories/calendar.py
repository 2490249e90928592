"""The calendar on day numbers: year, quarter and month of a day, alike on every engine.

Dates are a type of which every engine has its own; day numbers are not. The conversion is that of
Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), in which a year begins on
1 March so that the leap day comes last, made short for 1968 up to 2101, where only 2100 breaks the
rule of a leap day every four years. Short matters: SQL engines write an expression out in full
wherever it is used.
"""

from datetime import date, timedelta
from typing import Final

import narwhals.stable.v2 as nw

EPOCH: Final = date(1970, 1, 1)

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100
"""Between these years a date of care is plausible."""

MARCH_1968: Final = -671
"""The day on which the count of years begins, 1 March 1968."""

MARCH_2100: Final = 47_541
"""The day that is a leap day too early by the rule of four years, 1 March 2100."""

FOUR_YEARS: Final = 1_461
"""Days in four years with their leap day."""

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
    """Number the month of a day: 12 * year + month - 1."""
    years, day_of_year = _since_march(day)
    return years * MONTHS + _months(day_of_year) + (1968 * MONTHS + 2)


def year_of(day: nw.Expr) -> nw.Expr:
    """Give the calendar year of a day."""
    return _divided(month_of(day), MONTHS)


def year_start(year: nw.Expr) -> nw.Expr:
    """Give the first day of a calendar year, from 1969 up to 2100."""
    return (year - 1970) * 365 + _divided(year - 1969, 4)


def quarter_of(day: nw.Expr) -> nw.Expr:
    """Number the quarter of a day: 4 * year + quarter - 1."""
    return _divided(month_of(day), 3)


def in_months(day: nw.Expr) -> nw.Expr:
    """Place a day on a scale on which a month is always MOST_DAYS long.

    Two days lie at most ``n`` calendar months apart when these differ by at most n * MOST_DAYS.
    """
    _, day_of_year = _since_march(day)
    before = _divided(_months(day_of_year) * 153 + 2, 5)
    return month_of(day) * MOST_DAYS + day_of_year - before + 1


def _since_march(day: nw.Expr) -> tuple[nw.Expr, nw.Expr]:
    """Give the years since 1 March 1968, and the day within a year that begins on 1 March."""
    late = nw.when(day >= MARCH_2100).then(nw.lit(1)).otherwise(nw.lit(0))
    days = day - MARCH_1968 + late
    years = _divided(days * 4 + 3, FOUR_YEARS)
    return years, days - _divided(years * FOUR_YEARS, 4)


def _months(day_of_year: nw.Expr) -> nw.Expr:
    """Give the months since March: five of them always have 153 days together."""
    return _divided(day_of_year * 5 + 2, 153)


def _divided(number: nw.Expr, by: int) -> nw.Expr:
    """Divide whole numbers and drop the remainder.

    ``//`` repeats its operands nine times on SQL engines, and nested it explodes. Half a unit is
    added so that an exact multiple never falls just below itself.
    """
    return ((number + 0.5) * (1 / by)).floor().cast(nw.Int64)
