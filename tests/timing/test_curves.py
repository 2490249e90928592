"""Curves on a grid of months: what is looked up, and which steps are shown."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.timing.curves import GRID, measure_curves
from core.timing.incidence import CENSORED, NEXT, measure_incidence

YEAR = 365

left_on_days = st.lists(
    st.tuples(st.integers(-60, 900), st.sampled_from([NEXT, "left", CENSORED])), min_size=1
)


def counted(rows: list[tuple[int, str]]) -> pd.DataFrame:
    """Give rows as the engine counts them, all after the first trajectory."""
    return pd.DataFrame(rows, columns=["day", "cause"]).assign(position=1, number=1)


def at(curves: pd.DataFrame, cause: str, day: int) -> dict[str, object]:
    """Read a curve on a day of the grid."""
    rows = curves[(curves["cause"] == cause) & (curves["day"] == day)]
    return dict(rows[["at_risk", "incidence", "shown"]].iloc[0])


def test_the_grid_has_a_year_and_two_years() -> None:
    assert {0, YEAR, 2 * YEAR} <= set(GRID)


def test_what_overlaps_is_the_first_step() -> None:
    curves = measure_curves(counted([(-20, NEXT), (0, NEXT), (40, NEXT), (800, CENSORED)]), 1)
    assert at(curves, NEXT, 0) == {"at_risk": 4, "incidence": 0.5, "shown": 2}
    assert at(curves, NEXT, 30) == {"at_risk": 2, "incidence": 0.5, "shown": 2}
    assert at(curves, NEXT, 61) == {"at_risk": 1, "incidence": 0.75, "shown": 3}


def test_a_curve_ends_where_nobody_is_at_risk() -> None:
    curves = measure_curves(counted([(10, NEXT), (100, CENSORED)]), 1)
    assert curves["day"].max() == 91


def test_steps_wait_until_enough_have_come() -> None:
    rows = [(20, NEXT)] * 9 + [(70, NEXT)] + [(100, NEXT)] * 9 + [(900, CENSORED)] * 11
    curves = measure_curves(counted(rows), 10)
    assert [at(curves, NEXT, day)["shown"] for day in (30, 61, 91, 122, 700)] == [0, 0, 10, 10, 10]
    assert at(curves, NEXT, 91)["incidence"] == pytest.approx(10 / 30)
    assert at(curves, NEXT, 700)["incidence"] == pytest.approx(10 / 30)


def test_without_rows_there_is_no_curve() -> None:
    assert measure_curves(counted([]), 10).empty


@given(left_on_days)
def test_with_single_steps_it_is_the_incidence_of_that_day(rows: list[tuple[int, str]]) -> None:
    curves = measure_curves(counted(rows), 1)
    exact = measure_incidence(counted([(max(day, 0), cause) for day, cause in rows]))
    for row in curves.to_dict("records"):
        part = exact[(exact["cause"] == row["cause"]) & (exact["day"] <= row["day"])]
        expected = part["incidence"].iloc[-1] if len(part) else 0
        assert row["incidence"] == pytest.approx(expected)
        assert row["at_risk"] == sum(max(day, 0) >= row["day"] for day, _ in rows)


@given(left_on_days, st.integers(2, 12))
def test_shown_steps_never_stand_for_fewer(rows: list[tuple[int, str]], fewest: int) -> None:
    for _, curve in measure_curves(counted(rows), fewest).groupby("cause"):
        steps = curve["shown"].diff().fillna(curve["shown"])
        assert steps[steps > 0].min() >= fewest or not (steps > 0).any()
