"""What the data say about their own freshness and fineness."""

from datetime import date

import pytest

from core.tables import DECLARATIONS
from core.trajectories.calendar import day_number
from core.trajectories.freshness import as_of_of, count_whole_months, merge_gap_of
from tests.conftest import Opener, drawn, lines_of, rows_of

YEAR = {f"2024-{month:02}-15": 100 for month in range(1, 13)}

CASES = {
    "the latest month with nine tenths of the median of six": (
        YEAR | {"2024-11-15": 89, "2024-12-15": 20},
        "2024-10-31",
    ),
    "exactly nine tenths is enough": (YEAR | {"2024-12-15": 90}, "2024-12-31"),
    "the median, not the mean: one busy month changes nothing": (
        YEAR | {"2024-08-15": 5000, "2024-12-15": 95},
        "2024-12-31",
    ),
    "with less than six months before it, the month before the latest begin": (
        {"2024-03-01": 10, "2024-04-01": 10, "2024-05-20": 10},
        "2024-04-30",
    ),
    "with one month only, the latest date": ({"2024-05-01": 10, "2024-05-20": 3}, "2024-06-09"),
}


@pytest.mark.parametrize(("lines", "expected"), CASES.values(), ids=CASES)
def test_as_of(lines: dict[str, int], expected: str) -> None:
    by_day = {day_number(date.fromisoformat(day)): number for day, number in lines.items()}
    last_end = day_number(date(2024, 6, 10))
    assert as_of_of(by_day, last_end) == day_number(date.fromisoformat(expected))


MONTHS = """
    start       last
    2024-01-01  2024-01-31
    2024-02-01  2024-02-29
    2024-01-01  2024-03-31
    2024-04-02  2024-04-30
    2024-05-01  -"""


def test_whole_months_are_counted_among_the_periods_with_an_end(engine: Opener) -> None:
    frame = engine(lines_of(drawn(MONTHS)), DECLARATIONS)
    (found,) = rows_of(count_whole_months(frame), ["ended", "whole", "last_end"])
    assert found == {"ended": 4, "whole": 3, "last_end": day_number(date(2024, 5, 1))}


@pytest.mark.parametrize(
    ("ended", "whole", "gap"), [(10, 9, 62), (10, 8, 0), (1, 1, 62), (0, 0, 0)]
)
def test_the_gap_is_two_months_where_nine_tenths_are_months(
    ended: int, whole: int, gap: int
) -> None:
    assert merge_gap_of(ended, whole) == gap
