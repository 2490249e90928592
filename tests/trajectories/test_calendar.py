"""The calendar on day numbers agrees with the one of Python, on every engine."""

from datetime import date, timedelta

import narwhals.stable.v2 as nw

from core.tables import Column
from core.trajectories.calendar import (
    MONTH_STARTS,
    MOST_DAYS,
    day_number,
    in_months,
    month_of,
    quarter_of,
    year_of,
)
from tests.conftest import Opener, rows_of

DAY = {"day": Column(nw.Int64, "Dag", "A day")}
FIRST, LAST = date(1990, 1, 1), date(2101, 1, 1)


def test_year_quarter_and_month_of_every_plausible_day(engine: Opener) -> None:
    days = [day_number(FIRST) + number for number in range((LAST - FIRST).days)]
    day = nw.col("day")
    frame = engine([{"day": number} for number in days], DAY).with_columns(
        year=year_of(day), quarter=quarter_of(day), month=month_of(day), spread=in_months(day)
    )
    for number, row in enumerate(rows_of(frame, ["day", "year", "quarter", "month", "spread"])):
        real = FIRST + timedelta(days=number)
        month = real.year * 12 + real.month - 1
        assert tuple(row.values()) == (
            days[number],
            real.year,
            real.year * 4 + (real.month - 1) // 3,
            month,
            month * MOST_DAYS + real.day,
        )


def test_months_begin_on_their_first_day() -> None:
    firsts = {date.fromordinal(day + date(1970, 1, 1).toordinal()) for day in MONTH_STARTS}
    assert all(day.day == 1 for day in firsts)
    assert len(firsts) == 12 * 112
