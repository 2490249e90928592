"""How long trajectories last, with what still runs counted for as long as it is seen."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.frames import Frame
from core.tables import DURATIONS, TRAJECTORIES
from core.timing.durations import (
    count_durations,
    count_started,
    find_started,
    measure_durations,
)
from core.timing.incidence import CENSORED, NEXT, measure_incidence
from tests.conftest import Opener, drawn, rows_of, rules_of, trajectories_of
from tests.trajectories.observing import EDGE

SEEN = rules_of(recent_days=92)
"""Everything is known up to 1 October 2024."""

lasted = st.lists(st.tuples(st.integers(1, 30), st.booleans()), min_size=1, max_size=40)


def started(engine: Opener, lines: str) -> Frame:
    """Draw trajectories (client, form, start, last day, status) that start in view, or not."""
    edge = [f"{line}  ended" for line in EDGE.splitlines()]
    drawing = "\n".join(["client_id  care_form  start  last  status", *edge, lines])
    return find_started(engine(trajectories_of(drawn(drawing)), TRAJECTORIES), SEEN)


CASES = {
    "an end that is known": ("k  light  2022-01-01  2022-01-31  ended", [(31, 1, 1)]),
    "what runs lasted at least until the horizon": (
        "k  light  2024-09-01  -  running",
        [(30, 0, 1)],
    ),
    "what ended too recently is not known to have ended": (
        "k  light  2024-09-01  2024-10-31  too_recent",
        [(30, 0, 1)],
    ),
    "of a silent one the last declared day is known only": (
        "k  light  2022-01-01  2022-01-31  unknown_end",
        [(31, 0, 1)],
    ),
    "what starts after the horizon was not seen": ("k  light  2024-10-01  -  running", []),
    "what ran when the data begin has no start": ("k  light  2020-01-31  2022-01-31  ended", []),
}


@pytest.mark.parametrize("rule", CASES)
def test_a_duration_is_counted_as_drawn(engine: Opener, rule: str) -> None:
    lines, expected = CASES[rule]
    rows = rows_of(count_durations(started(engine, lines), SEEN), ["days", "ended", "number"])
    assert [tuple(row.values()) for row in rows] == expected


def test_what_runs_and_what_fell_silent_is_counted(engine: Opener) -> None:
    lines = (
        "a  light  2022-01-01  2022-01-31  ended\na  light  2023-01-01  -  running\n"
        "b  light  2022-01-01  2022-01-31  unknown_end"
    )
    [row] = rows_of(count_started(started(engine, lines)), ["trajectories", "clients", "running"])
    assert row == {"trajectories": 3, "clients": 2, "running": 1}


def measured(rows: list[tuple[int, bool]]) -> dict[str, float]:
    """Measure one care form."""
    counted = pd.DataFrame(rows, columns=["days", "ended"]).astype(int).assign(number=1)
    form = {name: [1] for name in ("trajectories", "clients", "running", "silent")}
    forms = pd.DataFrame({"care_form": ["light"]} | form)
    [row] = measure_durations(counted.assign(care_form="light"), forms).to_dict("records")
    assert set(row) == set(DURATIONS)
    return {str(name): float(row[name]) for name in ("quarter_days", "median_days")}


def test_a_median_that_is_not_reached_is_missing() -> None:
    found = measured([(10, True), (40, False), (40, False)])
    assert found["quarter_days"] == 10
    assert math.isnan(found["median_days"])


@given(lasted)
def test_the_median_is_the_first_day_by_which_half_ended(
    rows: list[tuple[int, bool]],
) -> None:
    times = [(days, NEXT if ended else CENSORED) for days, ended in rows]
    curve = measure_incidence(pd.DataFrame(times, columns=["day", "cause"]).assign(number=1))
    ended = curve[curve["free"] <= 0.5 + 1e-9]["day"]
    expected = float(ended.min()) if len(ended) else math.nan
    assert measured(rows)["median_days"] == pytest.approx(expected, nan_ok=True)


def test_of_an_even_number_half_ended_with_the_half() -> None:
    rows = [(day, True) for day in (10, 20, 30, 40)]
    assert measured(rows) == {"quarter_days": 10, "median_days": 20}
    # Of ten a tenth part goes each time, which no binary fraction holds.
    assert measured([(day, True) for day in range(1, 11)])["median_days"] == 5
