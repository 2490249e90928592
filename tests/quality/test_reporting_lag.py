"""Reporting lag: how much of a month of care is in after 0, 1, 2, … months."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from core.quality.reporting_lag import Lag, count_declared, count_lags, lag_of, measure_lag
from core.tables import DECLARATIONS
from core.trajectories.calendar import day_number
from tests.conftest import Opener, Row, drawn, in_duckdb, lines_of, rows_of

JANUARY = 2024 * 12


def test_the_age_of_a_line_is_the_months_from_its_last_day_to_declaring(engine: Opener) -> None:
    rows = lines_of(
        drawn("""
        start       last        declared_on
        2024-01-01  2024-01-31  2024-02-10
        2024-01-01  2024-03-31  2024-04-01
        2024-03-01  -           2024-03-31
        2024-03-01  2024-03-31  2024-02-01
        2020-01-01  2020-01-31  2024-02-01
        2024-03-01  2024-03-31  -""")
    )
    counted = count_declared(engine(rows, DECLARATIONS))
    assert [tuple(row.values()) for row in rows_of(counted, ["care_month", "age", "lines"])] == [
        (2020 * 12, 24, 1),
        (JANUARY, 1, 1),
        (JANUARY + 2, 0, 2),
        (JANUARY + 2, 1, 1),
    ]


def test_young_months_are_judged_by_what_older_ones_grew() -> None:
    grew = {
        (month, age): 50 if age == 0 else 45 if age == 1 else 5
        for month in range(8)
        for age in range(3)
    }
    triangle = {(month, age): lines for (month, age), lines in grew.items() if month + age <= 7}
    lag = lag_of(triangle, 7)
    assert lag is not None
    assert list(lag.declared[:3]) == [Fraction(1, 2), Fraction(95, 100), Fraction(1)]
    assert lag.months == 1


def test_as_of_is_the_last_day_of_the_latest_month_that_is_old_enough() -> None:
    lag = Lag(JANUARY + 5, JANUARY + 5, (Fraction(1, 2), Fraction(9, 10), Fraction(1)), 2)
    assert lag.as_of == day_number(date(2024, 4, 30))


def monthly(count: int, declared_after: int | None) -> list[Row]:
    """Give a line a month from January 2023, declared so many months later."""
    return [
        {
            "start": day_number(date(2023 + month // 12, month % 12 + 1, 1)),
            "end": day_number(date(2023 + month // 12, month % 12 + 1, 28)),
            "declared_on": None
            if declared_after is None
            else day_number(
                date(2023 + (month + declared_after) // 12, (month + declared_after) % 12 + 1, 15)
            ),
        }
        for month in range(count)
    ]


def test_without_enough_days_of_declaring_the_lag_is_not_checkable() -> None:
    unknown = lines_of(monthly(12, None) + monthly(11, 1))
    assert measure_lag(in_duckdb(unknown, DECLARATIONS)) is None
    short = lines_of(monthly(3, 1))
    assert measure_lag(in_duckdb(short, DECLARATIONS)) is None


def test_lines_that_always_come_a_month_late_are_whole_after_a_month(engine: Opener) -> None:
    frame = engine(lines_of(monthly(12, 1)), DECLARATIONS)
    lag = measure_lag(frame)
    assert lag is not None
    assert (lag.months, lag.as_of) == (1, day_number(date(2023, 12, 31)))
    counted = rows_of(count_lags(frame, lag), ["age", "lines", "clients"])
    assert counted[0] == {"age": 1, "lines": 1, "clients": 1}
    assert len({row["lines"] for row in counted}) == 1


def test_a_month_after_the_last_care_is_never_old_enough() -> None:
    late = lines_of([*monthly(12, 1), *monthly(12, 1), monthly(12, 5)[-1]])
    lag = measure_lag(in_duckdb(late, DECLARATIONS))
    assert lag is not None
    assert lag.latest_month - lag.months > lag.last_care_month
    assert lag.as_of == day_number(date(2023, 12, 31))


@given(
    st.lists(st.integers(min_value=1, max_value=50), min_size=2, max_size=5),
    st.integers(min_value=8, max_value=20),
)
def test_when_every_month_comes_in_alike_the_parts_are_exactly_those(
    pattern: list[int], months: int
) -> None:
    triangle = {
        (month, age): lines
        for month in range(months)
        for age, lines in enumerate(pattern)
        if month + age < months
    }
    lag = lag_of(triangle, months - 1)
    assert lag is not None
    parts = [Fraction(sum(pattern[: age + 1]), sum(pattern)) for age in range(len(pattern))]
    assert list(lag.declared[: len(pattern)]) == parts
    assert lag.months == next(age for age, part in enumerate(parts) if part >= Fraction(95, 100))
    assert list(lag.declared) == sorted(lag.declared)
