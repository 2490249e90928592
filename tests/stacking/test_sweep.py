"""The sweep line against counting day by day."""

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.stacking.sweep import clip, find_in_years, find_stretches
from core.tables import TRAJECTORIES, Column, Table
from core.trajectories.calendar import day_number
from core.trajectories.selection import Selection
from tests.conftest import Opener, drawn, in_polars, rows_of, rules_of, trajectories_of

WEIGHTED: Table = {
    name: TRAJECTORIES[name] for name in ("client_id", "care_form", "start", "end")
} | {"weight": Column(TRAJECTORIES["start"].dtype, "Gewicht", "What a period adds")}

NESTED = """
client_id  care_form  start       last        weight
k          light      2022-01-01  2022-01-10  1
k          heavy      2022-01-03  2022-01-05  2
k          light      2022-01-11  2022-01-12  1
l          light      2022-01-04  2022-01-04  1"""


def test_touching_periods_are_neither_gap_nor_overlap(engine: Opener) -> None:
    found = find_stretches(engine(drawn(NESTED), WEIGHTED), ["client_id"])
    days = day_number_of("2022-01-01")
    assert [
        (row["client_id"], row["start"] - days, row["end"] - days, row["running"])
        for row in rows_of(found, ["client_id", "start", "end", "running"])
    ] == [("k", 0, 2, 1), ("k", 2, 5, 3), ("k", 5, 12, 1), ("l", 3, 4, 1)]


def test_stretches_are_cut_at_the_turn_of_the_year(engine: Opener) -> None:
    rows = [{"client_id": "k", "care_form": "light", "start": 18_990, "end": 19_000, "weight": 1}]
    stretches = find_stretches(engine(rows, WEIGHTED), ["client_id"])
    found = find_in_years(stretches, Selection(2021, 2022))
    assert rows_of(found, ["year", "days"]) == [
        {"year": 2021, "days": 3},
        {"year": 2022, "days": 7},
    ]


def test_days_after_as_of_and_outside_the_period_are_left_out(engine: Opener) -> None:
    care = trajectories_of(drawn("start last\n2021-12-30 -"))
    cut = clip(engine(care, TRAJECTORIES), Selection(2022, 2024), rules_of())
    assert rows_of(cut, ["start", "end"]) == [
        {"start": day_number_of("2022-01-01"), "end": day_number_of("2025-01-01")}
    ]


PERIODS = st.lists(
    st.tuples(st.sampled_from("kl"), st.integers(0, 20), st.integers(1, 9), st.integers(1, 3)),
    max_size=12,
)


@given(periods=PERIODS)
def test_the_sum_on_every_day_is_that_of_the_periods_that_run(
    periods: list[tuple[str, int, int, int]],
) -> None:
    rows = [
        {"client_id": client, "care_form": "", "start": start, "end": start + days, "weight": add}
        for client, start, days, add in periods
    ]
    found = rows_of(
        find_stretches(in_polars(rows, WEIGHTED), ["client_id"]),
        ["client_id", "start", "end", "running"],
    )
    assert by_day(found, "running") == by_day(rows, "weight")


def by_day(rows: list[dict[str, Any]], column: str) -> Counter[tuple[str, int]]:
    """Add up a column on every day of every client."""
    days: Counter[tuple[str, int]] = Counter()
    for row in rows:
        for day in range(row["start"], row["end"]):
            days[row["client_id"], day] += row[column]
    return days


def day_number_of(text: str) -> int:
    """Number a day written as a date."""
    from datetime import date

    return day_number(date.fromisoformat(text))
