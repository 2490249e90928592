"""What began within six months after a talk, beside what it concluded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.tables import EVALUATIONS, TRAJECTORIES
from core.trajectories.after_talks import (
    AFTER_DAYS,
    count_after_talks,
    count_fitting,
    count_talks,
    find_talks,
)
from core.trajectories.chains import find_chains
from core.trajectories.rules import Rules
from core.trajectories.steps import find_steps
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

BEFORE = "care_form start last\nmedium 2022-01-01 2022-06-30\n"

CASES: dict[str, tuple[str, str, Row, str]] = {
    "nothing new within six months": (BEFORE, "2022-06-01", {}, "nothing"),
    "heavier help": (BEFORE + "heavy 2022-08-01 2023-01-31", "2022-06-01", {}, "up"),
    "lighter help": (BEFORE + "light 2022-08-01 2023-01-31", "2022-06-01", {}, "down"),
    "help of the same rung": (BEFORE + "medium 2022-08-01 2023-01-31", "2022-06-01", {}, "same"),
    "help that has no rung cannot be compared": (
        BEFORE + "foster 2022-08-01 2023-01-31",
        "2022-06-01",
        {},
        "other",
    ),
    "what began on the last of those days": (
        BEFORE + "heavy 2022-12-01 2023-01-31",
        "2022-06-01",
        {},
        "up",
    ),
    "a day later is too late": (
        BEFORE + "heavy 2022-12-02 2023-01-31",
        "2022-06-01",
        {},
        "nothing",
    ),
    "a start on the day itself came with it": (
        BEFORE + "heavy 2022-07-01 2023-01-31",
        "2022-07-01",
        {},
        "nothing",
    ),
    "unless a talk on the first day counts": (
        BEFORE + "heavy 2022-07-01 2023-01-31",
        "2022-07-01",
        {"evaluation_on_start_day": True},
        "up",
    ),
    "the first of several starts": (
        BEFORE + "light 2022-08-01 2022-09-30\nheavy 2022-10-10 2023-01-31",
        "2022-06-01",
        {},
        "down",
    ),
    "less than six months ago is too recent, whatever began": (
        BEFORE.replace("2022", "2024") + "heavy 2024-08-15 2024-12-31",
        "2024-08-10",
        {},
        "too_recent",
    ),
}


@pytest.mark.parametrize(("drawing", "day", "settings", "expected"), CASES.values(), ids=CASES)
def test_find_talks(drawing: str, day: str, settings: Row, expected: str, engine: Opener) -> None:
    rules = rules_of(**settings)
    chained = find_steps(
        find_chains(engine(trajectories_of(drawn(drawing)), TRAJECTORIES), rules), rules
    )
    date = drawn(f"day\n{day}")[0]["day"]
    talks = engine(talks_of([{"date": date, "conclusion": "same"}]), EVALUATIONS)
    (found,) = rows_of(find_talks(chained, talks, rules), ["conclusion", "outcome"])
    assert found == {"conclusion": "same", "outcome": expected}


def test_a_talk_belongs_to_the_latest_care_by_then_and_to_nobody_without(engine: Opener) -> None:
    drawing = """
        client_id  provider  start       last
        k          A         2022-01-01  2022-03-31
        k          B         2022-05-01  2022-09-30
        later      C         2022-05-01  2022-09-30"""
    rules = rules_of()
    chained = find_chains(engine(trajectories_of(drawn(drawing)), TRAJECTORIES), rules)
    days = drawn("client_id day\nk 2022-04-15\nk 2022-06-01\nlater 2022-04-30\nnobody 2022-06-01")
    talks = talks_of([{"client_id": row["client_id"], "date": row["day"]} for row in days])
    chained = find_steps(chained, rules)
    found = find_talks(chained, engine(talks, EVALUATIONS), rules)
    assert rows_of(found, ["client_id", "provider"]) == [
        {"client_id": "k", "provider": "A"},
        {"client_id": "k", "provider": "B"},
    ]


def test_talks_of_one_day_are_one_and_are_counted_by_what_followed(engine: Opener) -> None:
    rules = rules_of()
    chained = find_chains(engine(trajectories_of(drawn(BEFORE)), TRAJECTORIES), rules)
    day = drawn("day\n2022-06-01")[0]["day"]
    rows = talks_of([{"date": day, "conclusion": ""}, {"date": day, "conclusion": "stop"}])
    found = find_talks(find_steps(chained, rules), engine(rows, EVALUATIONS), rules)
    assert rows_of(count_after_talks(found), ["conclusion", "outcome", "talks", "clients"]) == [
        {"conclusion": "stop", "outcome": "nothing", "talks": 1, "clients": 1}
    ]
    assert rows_of(count_talks(found, "conclusion"), ["conclusion", "talks"]) == [
        {"conclusion": "stop", "talks": 1}
    ]


@given(
    starts=st.lists(st.integers(1, 200), min_size=1, max_size=6),
    talks=st.sets(st.integers(0, 900), max_size=5),
)
def test_an_outcome_is_what_the_definition_says(starts: list[int], talks: set[int]) -> None:
    """The definition again: stays of one rung and ten days, one after the other."""
    rules = rules_of(as_of=800, chain_gap_days=1_000)
    days = [sum(starts[: place + 1]) + 11 * place for place in range(len(starts))]
    rows = trajectories_of([{"start": day, "end": day + 10} for day in days])
    chained = find_steps(find_chains(in_polars(rows, TRAJECTORIES), rules), rules)
    told = in_polars(talks_of([{"date": day} for day in [-999, *sorted(talks)]]), EVALUATIONS)
    found = rows_of(find_talks(chained, told, rules), ["date", "outcome"])
    assert found == [
        {"date": day, "outcome": naively(day, days, rules)}
        for day in sorted(talks)
        if days[0] <= day
    ]


def naively(talk: int, days: list[int], rules: Rules) -> str:
    if talk + AFTER_DAYS > rules.as_of:
        return "too_recent"
    return "same" if any(talk < day <= talk + AFTER_DAYS for day in days) else "nothing"


def test_talks_about_somebody_else_do_not_fit(engine: Opener) -> None:
    care = "client_id care_form start last\nk medium 2022-01-01 2022-06-30"
    chained = engine(trajectories_of(drawn(care)), TRAJECTORIES)
    days = drawn("client_id day\nk 2022-03-01\nk 2022-04-01\nother 2022-03-01")
    talks = talks_of([{"client_id": row["client_id"], "date": row["day"]} for row in days])
    found = count_fitting(engine(talks, EVALUATIONS), chained)
    assert rows_of(found.sort("fits"), ["fits", "talks", "clients"]) == [
        {"fits": "no", "talks": 1, "clients": 1},
        {"fits": "yes", "talks": 2, "clients": 1},
    ]
