"""States month by month since the first start, and paths up and down the ladder."""

from datetime import date

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from core.frames import collect, hold
from core.sequences.paths import count_paths, find_parts
from core.sequences.states import (
    MONTHS_SHOWN,
    NONE,
    REST,
    TOO_RECENT,
    WITHOUT_RUNG,
    count_courses,
    count_states,
    courses_of,
    find_origins,
    find_states,
    measure_entropies,
    measure_states,
)
from core.tables import PATHS, STATE_COUNTS
from core.trajectories.calendar import date_of, day_number
from core.trajectories.cohorts import find_observed, last_first
from core.trajectories.selection import Selection
from tests.conftest import LADDER, Opener, Row, drawn, in_polars, rows_of
from tests.sequences.test_matching import RULES, chained
from tests.sequences.test_returns import FIRST_MONTH

YEARS = Selection(2020, 2030)
NAMES = [f"month_{month}" for month in MONTHS_SHOWN]
LIGHT, MEDIUM, HEAVY = (WITHOUT_RUNG + level for level in (2, 3, 7))

DRAWING = """
client_id care_form start      last
z         light     2021-01-01 2021-01-31
a         light     2021-02-01 2021-07-31
a         heavy     2021-06-01 2021-10-31
a         unknown   2023-02-01 2023-04-30
b         unknown   2024-02-01 -
"""


def test_the_heaviest_help_of_the_day_and_none_and_too_recent(engine: Opener) -> None:
    """Six months after 1 February is 1 August: light care up to 31 July is over by then."""
    chains = chained(drawn(DRAWING), engine)
    states = find_states(chains, find_origins(chains, YEARS), RULES)
    found = {
        row.pop("client_id"): list(row.values()) for row in rows_of(states, ["client_id", *NAMES])
    }
    after = [NONE] * (len(NAMES) - 4)
    after[NAMES.index("month_24") - 4] = WITHOUT_RUNG
    assert found["a"] == [LIGHT, LIGHT, HEAVY, NONE, *after]
    assert found["b"] == [WITHOUT_RUNG] * 3 + [TOO_RECENT] * (len(NAMES) - 3)


def test_states_are_counted_by_month_and_courses_as_a_whole(engine: Opener) -> None:
    chains = chained(drawn(DRAWING), engine)
    states = hold(find_states(chains, find_origins(chains, YEARS), RULES))
    counted = rows_of(count_states(states), list(STATE_COUNTS))
    assert {(row["state"], row["clients"]) for row in counted if row["month"] == 0} == {
        (LIGHT, 1),
        (WITHOUT_RUNG, 1),
    }
    assert all(
        sum(row["clients"] for row in counted if row["month"] == month) == 2
        for month in MONTHS_SHOWN
    )
    ((course, clients),) = courses_of(collect(count_courses(states)))
    assert course[:3] == (LIGHT, LIGHT, HEAVY)
    assert clients == 1


stays = st.lists(
    st.tuples(st.integers(0, 900), st.integers(1, 300), st.sampled_from(["light", "heavy"])),
    min_size=1,
    max_size=4,
)


@given(stays)
def test_the_state_of_a_month_restated(given_help: list[tuple[int, int, str]]) -> None:
    rows: list[Row] = [
        {"client_id": "a", "care_form": form, "start": 18_700 + day, "end": 18_700 + day + days}
        for day, days, form in sorted(given_help)
    ]
    chains = chained(FIRST_MONTH + rows, in_polars)
    (found,) = rows_of(find_states(chains, find_origins(chains, YEARS), RULES), NAMES)
    origin = min(row["start"] for row in rows)
    levels = dict(LADDER)
    for month in MONTHS_SHOWN:
        if origin > last_first(RULES.as_of - RULES.recent_days, month):
            assert found[f"month_{month}"] == TOO_RECENT
            continue
        day = _months_later(origin, month)
        codes = [levels[row["care_form"]] + 1 for row in rows if row["start"] <= day < row["end"]]
        assert found[f"month_{month}"] == max(codes, default=NONE)


def _months_later(day: int, months: int) -> int:
    """Give the same day so many months later; of a day that is not there, the last before it.

    Care that begins later in that month is not there yet, and care that ends then still is.
    """
    first = date_of(day)
    years, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    for place in range(first.day, 0, -1):
        try:
            return day_number(date(years, month + 1, place))
        except ValueError:
            continue
    raise AssertionError(day)


def test_who_takes_part_began_in_view_in_the_chosen_years(engine: Opener) -> None:
    chains = chained(drawn(DRAWING), engine)
    origins = find_origins(chains, Selection(2022, 2024))
    assert rows_of(origins, ["client_id", "origin"]) == [
        {"client_id": "a", "origin": day_number(date(2023, 2, 1))},
        {"client_id": "b", "origin": day_number(date(2024, 2, 1))},
    ]


def test_rare_states_of_a_month_are_merged() -> None:
    counts = _counts([(0, 3, 20), (0, 4, 6), (0, 5, 2), (3, 3, 4), (3, 4, 30), (3, 0, 12)])
    merged = measure_states(counts, 10)
    assert list(merged.itertuples(index=False, name=None)) == [
        (0, REST, 28),
        (3, REST, 16),
        (3, 4, 30),
    ]


@given(st.lists(st.integers(1, 40), min_size=1, max_size=6))
def test_merging_keeps_everybody_and_shows_nobody_alone(numbers: list[int]) -> None:
    merged = measure_states(_counts([(0, state, n) for state, n in enumerate(numbers)]), 10)
    assert merged["clients"].sum() == sum(numbers)
    assert len(merged) == 1 or merged["clients"].min() >= 10


def test_entropy_leaves_out_who_began_too_recently() -> None:
    counts = _counts([(0, 2, 10), (3, 2, 5), (3, 0, 5), (3, TOO_RECENT, 7)])
    assert list(measure_entropies(counts).itertuples(index=False, name=None)) == [
        (0, 0.0, 10, 10),
        (3, 1.0, 10, 5),
    ]


def _counts(rows: list[tuple[int, int, int]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(STATE_COUNTS))


def test_paths_take_one_rung_together_and_stop_at_the_last_month(engine: Opener) -> None:
    """Medium at two providers is one part; help that runs past 36 months is cut there."""
    rows = drawn("""
client_id care_form provider start      last
z         light     A        2020-12-01 2020-12-31
a         light     A        2021-01-01 2021-03-31
a         medium    A        2021-05-01 2021-07-31
a         medium    B        2021-08-01 2021-12-31
b         light     A        2021-01-01 2021-05-31
b         medium    A        2021-07-01 -
c         heavy     A        2021-01-01 2021-05-31
d         closed    A        2021-01-01 2021-05-31
""")
    parts = hold(find_parts(find_observed(chained(rows, engine)), RULES))
    counted = rows_of(count_paths(parts, 2), list(PATHS))
    assert counted == [
        _part("2>3", 1, 2, 2, 0.0, 4.0),
        _part("2>3", 2, 3, 2, 5.0, 24.0),
        _part("rest", 1, 0, 2, 0.0, 5.0),
    ]


def _part(*cells: object) -> Row:
    path, part, level, chains, begun, until = cells
    return {
        "path": path,
        "part": part,
        "level": level,
        "chains": chains,
        "clients": chains,
        "begun_months": begun,
        "until_months": until,
    }
