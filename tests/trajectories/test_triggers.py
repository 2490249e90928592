"""Regie op drie: which starts ask for an evaluation, and whether there was one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.tables import CHAINED, EVALUATIONS, TRAJECTORIES
from core.trajectories.chains import find_chains
from core.trajectories.rules import Rules
from core.trajectories.steps import find_steps
from core.trajectories.triggers import find_triggers
from tests.conftest import (
    Opener,
    Row,
    drawn,
    in_polars,
    rows_of,
    rules_of,
    talks_of,
    trajectories_of,
)

THREE = """
    start       last
    2022-01-01  2022-03-31
    2022-04-10  2022-08-31
    2022-09-20  2023-01-31"""

FOUR = """
    start       last
    2022-01-01  2022-03-31
    2022-04-10  2022-08-31
    2022-09-20  2023-01-31
    2023-02-10  2023-06-30"""

TWO_THAT_RUNS = """
    start       last
    2024-01-01  2024-03-31
    2024-04-10  -"""


def judged(
    engine: Opener, trajectories: str, talks: list[str] | None, **settings: object
) -> list[tuple[int, str]]:
    rules = rules_of(**settings)
    frame = engine(trajectories_of(drawn(trajectories)), TRAJECTORIES)
    chained = find_steps(find_chains(frame, rules), rules)
    evaluations = None
    if talks is not None:
        days = [drawn(f"day\n{day}")[0]["day"] for day in talks]
        evaluations = engine(talks_of([{"date": day} for day in days]), EVALUATIONS)
    found = rows_of(find_triggers(chained, rules, evaluations), ["position", "status"])
    return [(row["position"], row["status"]) for row in found]


CASES = {
    "without talks nobody knows": (THREE, None, {}, [(3, "unknown")]),
    "a talk before the third and after the second start counts": (
        THREE,
        ["2022-09-01"],
        {},
        [(3, "evaluated")],
    ),
    "a talk before the second start does not": (
        THREE,
        ["2022-04-09"],
        {},
        [(3, "not_evaluated")],
    ),
    "a talk on the day of the second start does": (
        THREE,
        ["2022-04-10"],
        {"evaluation_window_days": 365},
        [(3, "evaluated")],
    ),
    "a talk on the very day of the third start does not (trap 14)": (
        THREE,
        ["2022-09-20"],
        {},
        [(3, "not_evaluated")],
    ),
    "unless that is agreed": (
        THREE,
        ["2022-09-20"],
        {"evaluation_on_start_day": True},
        [(3, "evaluated")],
    ),
    "a talk of exactly the window counts": (
        THREE,
        ["2022-08-31"],
        {"evaluation_window_days": 20},
        [(3, "evaluated")],
    ),
    "a day older does not": (
        THREE,
        ["2022-08-30"],
        {"evaluation_window_days": 20},
        [(3, "not_evaluated")],
    ),
    "one talk does not cover a later start (trap 14)": (
        FOUR,
        ["2022-09-01"],
        {},
        [(3, "evaluated"), (4, "not_evaluated")],
    ),
    "every start from the third on asks again": (
        FOUR,
        ["2022-09-01", "2023-02-01"],
        {},
        [(3, "evaluated"), (4, "evaluated")],
    ),
    "a second that runs asks for attention": (TWO_THAT_RUNS, None, {}, [(2, "attention")]),
    "and is prepared after a talk": (TWO_THAT_RUNS, ["2024-12-01"], {}, [(2, "prepared")]),
    "not by a talk before its start": (TWO_THAT_RUNS, ["2024-04-09"], {}, [(2, "attention")]),
    "not by a talk that is too old by now": (
        TWO_THAT_RUNS,
        ["2024-06-01"],
        {},
        [(2, "attention")],
    ),
    "a second that ended long ago asks for nothing": (
        "start last\n2022-01-01 2022-03-31\n2022-04-10 2022-08-31",
        None,
        {},
        [],
    ),
    "another position may be agreed": (
        THREE,
        None,
        {"trigger_position": 2},
        [(2, "unknown"), (3, "unknown")],
    ),
}


@pytest.mark.parametrize(("drawing", "talks", "settings", "expected"), CASES.values(), ids=CASES)
def test_find_triggers(
    drawing: str,
    talks: list[str] | None,
    settings: Row,
    expected: list[tuple[int, str]],
    engine: Opener,
) -> None:
    assert judged(engine, drawing, talks, **settings) == expected


def test_a_second_that_ended_just_within_reach_still_asks(engine: Opener) -> None:
    within = "start last\n2024-01-01 2024-03-31\n2024-04-10 2024-06-30"
    assert judged(engine, within, None) == [(2, "attention")]
    beyond = "start last\n2024-01-01 2024-03-31\n2024-04-10 2024-06-29"
    assert judged(engine, beyond, None) == []


def test_two_trajectories_opened_on_one_day_are_one_start(engine: Opener) -> None:
    """Trap 14: the heaviest stands for the decision."""
    drawing = """
        care_form  start       last
        light      2022-01-01  2022-03-31
        light      2022-04-10  2022-08-31
        heavy      2022-09-20  2023-01-31
        light      2022-09-20  2023-03-31"""
    assert judged(engine, drawing, None) == [(3, "unknown")]


@given(
    starts=st.lists(st.integers(0, 30), min_size=1, max_size=7),
    talks=st.lists(st.integers(0, 800), max_size=6),
    window=st.integers(0, 200),
)
def test_a_trigger_is_what_the_definition_says(
    starts: list[int], talks: list[int], window: int
) -> None:
    """The definition again: a chain of stays of ten days, talks on any day."""
    rules = rules_of(evaluation_window_days=window, as_of=2000)
    days = [sum(starts[: number + 1]) + 11 * number for number in range(len(starts))]
    rows = trajectories_of([{"start": day, "end": day + 10} for day in days])
    chained = find_steps(find_chains(in_polars(rows, TRAJECTORIES), rules), rules)
    evaluations = in_polars(talks_of([{"date": day} for day in talks]), EVALUATIONS)
    found = rows_of(find_triggers(chained, rules, evaluations), ["start", "status"])
    assert found == [
        {"start": day, "status": status_naively(day, days[number - 1], talks, rules)}
        for number, day in enumerate(days)
        if number >= 2
    ]


def status_naively(start: int, previous: int, talks: list[int], rules: Rules) -> str:
    covering = [
        talk
        for talk in talks
        if talk < start and talk >= previous and start - talk <= rules.evaluation_window_days
    ]
    return "evaluated" if covering else "not_evaluated"


def test_triggers_look_only_at_what_is_next(engine: Opener) -> None:
    rows = [
        row | {"chain": 1, "position": place, "kind": kind, "step": "up"}
        for row, place, kind in zip(
            trajectories_of(drawn(THREE)), (1, 1, 2), ("next", "parallel", "next"), strict=True
        )
    ]
    whole = [row | {"gap_days": 0, "overlap_days": 0} for row in rows]
    assert rows_of(find_triggers(engine(whole, CHAINED), rules_of(), None), ["status"]) == []
