"""Light and heavier beginnings, and when chains go up: every rule as a drawn example."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tables import OPENINGS, STARTED_WEIGHTS, UP_TIMES
from core.trajectories.calendar import date_of
from core.trajectories.cohorts import find_observed
from core.trajectories.openings import (
    count_openings,
    count_started_weights,
    count_too_recent,
    count_up_times,
)
from tests.conftest import Opener, in_polars, rows_of, rules_of
from tests.trajectories.observing import EDGE, chained, observed

OPENED = """
    a  light   2022-01-01  2022-01-31
    a  heavy   2022-02-01  2022-02-28
    b  medium  2022-01-01  2022-01-31
    c  heavy   2022-01-01  2022-01-31
    d  foster  2022-01-01  2022-01-31
    e  light   2023-06-01  2023-06-30"""


def test_a_chain_opens_as_heavy_as_its_first_trajectory(engine: Opener) -> None:
    rows = rows_of(count_openings(observed(engine, OPENED)), list(OPENINGS))
    assert {row["opening"]: row["chains"] for row in rows} == {
        "light": 2,
        "middle": 1,
        "heavy": 1,
        "unranked": 1,
    }


def test_every_started_trajectory_has_a_weight(engine: Opener) -> None:
    rows = rows_of(count_started_weights(observed(engine, OPENED)), list(STARTED_WEIGHTS))
    assert [tuple(row.values()) for row in rows] == [
        ("high", 2, 2),
        ("low", 3, 3),
        ("unranked", 1, 1),
    ]


def test_a_chain_that_began_less_than_two_years_ago_is_too_recent(engine: Opener) -> None:
    rows = rows_of(count_too_recent(observed(engine, OPENED), rules_of(), 24), ["begun", "chains"])
    assert rows == [{"begun": "light", "chains": 1}]


TIMES = {
    "going up is seen on the day it happens": (
        """
        a  light   2022-01-01  2022-01-31
        a  medium  2022-02-01  2022-02-28""",
        [("light", 31, "next")],
    ),
    "a chain is over on the day after its longest pause": (
        "a  light  2022-01-01  2022-01-31",
        [("light", 31 + 184 + 1, "ended")],
    ),
    "what runs is seen up to the stand": ("a  light  2024-12-01  -", [("light", 30, "")]),
    "an end that may still be followed is seen up to the stand": (
        "a  light  2024-06-01  2024-08-31",
        [("light", 213, "")],
    ),
    "care without a rung is skipped at the beginning": (
        """
        a  foster  2022-01-01  2022-01-31
        a  light   2022-02-01  2022-02-28
        a  heavy   2022-03-01  2022-03-31""",
        [("light", 28, "next")],
    ),
    "and in between: the step is judged across it": (
        """
        a  light   2022-01-01  2022-01-31
        a  foster  2022-02-01  2022-02-28
        a  heavy   2022-03-01  2022-03-31""",
        [("light", 59, "next")],
    ),
    "a chain without any rung takes no part": ("a  foster  2022-01-01  2022-01-31", []),
    "of two first starts on one day the heaviest says how it opened": (
        """
        a  light   2022-01-01  2022-01-31
        a  medium  2022-01-01  2022-01-31
        a  heavy   2022-02-01  2022-02-28""",
        [("middle", 31, "next")],
    ),
    "going down and then back up is going up": (
        """
        a  heavy   2022-01-01  2022-01-31
        a  light   2022-02-01  2022-02-28
        a  medium  2022-03-01  2022-03-31""",
        [("heavy", 59, "next")],
    ),
}


@pytest.mark.parametrize("rule", TIMES)
def test_times(engine: Opener, rule: str) -> None:
    lines, expected = TIMES[rule]
    found = rows_of(count_up_times(observed(engine, lines), rules_of()), list(UP_TIMES))
    assert [tuple(row.values())[:3] for row in found] == expected


@pytest.mark.parametrize("status", ["too_recent", "unknown_end"])
def test_care_of_which_the_end_is_not_certain_is_seen_up_to_that_end(
    engine: Opener, status: str
) -> None:
    edge = "\n".join(f"{line}  ended" for line in EDGE.splitlines())
    drawing = f"""
        client_id  care_form  start  last  status
        {edge}
        a  light  2022-01-01  2022-01-31  {status}"""
    found = rows_of(count_up_times(find_observed(chained(engine, drawing)), rules_of()), ["day"])
    assert found == [{"day": 31}]


def test_persons_are_never_counted_too_often(engine: Opener) -> None:
    lines = """
        a  light  2021-01-01  2021-01-31
        a  light  2023-01-01  2023-01-31
        b  light  2021-01-01  2021-01-31"""
    found = rows_of(count_up_times(observed(engine, lines), rules_of()), ["number", "clients"])
    assert found == [{"number": 3, "clients": 2}]


STEPS = st.lists(
    st.tuples(st.sampled_from(["light", "medium", "heavy", "foster"]), st.integers(0, 200)),
    min_size=1,
    max_size=4,
)


@given(STEPS)
@settings(max_examples=25)
def test_the_first_step_up_is_the_one_that_a_reader_would_point_at(
    steps: list[tuple[str, int]],
) -> None:
    """Month after month of care, each after a pause of some days, none of which ends the chain."""
    rungs = {"light": 2, "medium": 3, "heavy": 7, "foster": 0}
    days, drawn, day = [], [], 18_993  # 1 January 2022
    for form, pause in steps:
        day += min(pause, 180)
        days.append(day)
        drawn.append(f"a  {form}  {date_of(day)}  {date_of(day + 27)}")
        day += 28
    ranked = [(rungs[form], day) for (form, _), day in zip(steps, days, strict=True) if rungs[form]]
    ups = [
        later - ranked[0][1] for (before, _), (after, later) in pairwise(ranked) if after > before
    ]
    found = rows_of(
        count_up_times(observed(in_polars, "\n".join(drawn)), rules_of()), ["day", "cause"]
    )
    if not ranked:
        assert found == []
    elif ups:
        assert found == [{"day": ups[0], "cause": "next"}]
    else:
        assert [row["cause"] for row in found] != ["next"]
