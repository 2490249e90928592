"""What a step is: every rule as a drawn example, then the definition on any input."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.tables import TRAJECTORIES
from core.trajectories.chains import find_chains
from core.trajectories.rules import Rules
from core.trajectories.steps import RUNS_ON_DAYS, find_steps
from tests.conftest import (
    LADDER,
    Opener,
    Row,
    drawn,
    in_polars,
    rows_of,
    rules_of,
    split,
    trajectories_of,
)

DRAWINGS = {
    "heavier than what ended is up, lighter is down, alike is the same": """
        care_form  start       last        step
        light      2023-01-01  2023-03-31  first
        heavy      2023-04-01  2023-06-30  up
        medium     2023-07-01  2023-09-30  down
        medium     2023-10-01  2023-12-31  same""",
    "an unranked form between two ranked ones is looked across (trap 15)": """
        care_form  start       last        step
        light      2023-01-01  2023-03-31  first
        foster     2023-04-01  2023-06-30  unranked
        medium     2023-07-01  2023-09-30  up""",
    "after only unranked care nothing can be said": """
        care_form  start       last        step
        foster     2023-01-01  2023-03-31  first
        light      2023-04-01  2023-06-30  unranked""",
    "lighter help beside heavy care that runs on is beside": """
        care_form  start       last        step
        heavy      2023-01-01  2023-12-31  first
        light      2023-03-01  2023-05-31  beside""",
    "heavy care beside light help is up, whatever runs on": """
        care_form  start       last        step
        light      2023-01-01  2023-12-31  first
        heavy      2023-03-01  2023-05-31  up""",
    "a hand-over of 31 days does not run on": """
        care_form  start       last        step
        heavy      2023-01-01  2023-05-31  first
        light      2023-05-01  2023-09-30  down""",
    "a day more does": """
        care_form  start       last        step
        heavy      2023-01-01  2023-05-31  first
        light      2023-04-30  2023-09-30  beside""",
    "starts of one day do not see each other": """
        care_form  start       last        step
        heavy      2023-01-01  2023-05-31  first
        light      2023-01-01  2023-03-31  first
        medium     2023-07-01  2023-09-30  down""",
    "with nothing in force, the highest of what ended last counts": """
        care_form  start       last        step
        closed     2023-01-01  2023-02-28  first
        medium     2023-03-01  2023-04-30  down
        light      2023-03-02  2023-04-30  beside
        light      2023-06-01  2023-06-30  down""",
    "care that ended the day before is in force on that day": """
        care_form  start       last        step
        heavy      2023-01-01  2023-03-31  first
        light      2023-02-01  2023-06-30  beside
        medium     2023-04-01  2023-06-30  down""",
    "uncounted care takes no step": """
        care_form  start       last        step
        light      2023-01-01  2023-03-31  first
        transport  2023-04-01  2023-06-30  -
        heavy      2023-07-01  2023-09-30  up""",
    "another chain is not looked at": """
        care_form  start       last        step
        heavy      2020-01-01  2020-03-31  first
        light      2023-04-01  2023-06-30  first""",
    "unranked care that runs on makes an equal step beside": """
        care_form  start       last        step
        foster     2023-01-01  2023-12-31  first
        light      2023-01-02  2023-03-31  unranked
        light      2023-04-01  2023-06-30  beside""",
}


def stepped(engine: Opener, rows: list[Row], rules: Rules) -> list[str | None]:
    frame = engine(trajectories_of(rows), TRAJECTORIES)
    found = rows_of(find_steps(find_chains(frame, rules), rules), ["step"], ["trajectory_id"])
    return [row["step"] for row in found]


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)
def test_find_steps(drawing: str, engine: Opener) -> None:
    given_rows, expected = split(drawn(drawing), ["step"])
    assert stepped(engine, given_rows, rules_of()) == [row["step"] for row in expected]


made_care = st.lists(
    st.tuples(
        st.integers(0, 120),
        st.integers(1, 90),
        st.sampled_from([label for label, _ in LADDER] + ["foster"]),
    ),
    min_size=1,
    max_size=8,
)


@given(made=made_care)
def test_a_step_is_what_the_definition_says(made: list[tuple[int, int, str]]) -> None:
    """The definition again, start by start; one long chain."""
    levels = dict(LADDER)
    rows = [
        {"start": first, "end": first + length, "care_form": form} for first, length, form in made
    ]
    rows.sort(key=lambda row: (row["start"], -levels.get(str(row["care_form"]), 0), row["end"]))
    rules = rules_of(chain_gap_days=1000)
    assert stepped(in_polars, rows, rules) == [step_naively(row, rows, levels) for row in rows]


def step_naively(row: Row, rows: list[Row], levels: dict[str, int]) -> str:
    earlier = [one for one in rows if one["start"] < row["start"]]
    if not earlier:
        return "first"
    ranked = [one for one in earlier if one["care_form"] in levels]
    if row["care_form"] not in levels or not ranked:
        return "unranked"
    in_force = [one for one in ranked if one["end"] >= row["start"]]
    last_end = max(one["end"] for one in ranked)
    counted = in_force or [one for one in ranked if one["end"] == last_end]
    before = max(levels[one["care_form"]] for one in counted)
    runs_on = [one for one in earlier if one["end"] - row["start"] > RUNS_ON_DAYS]
    after = max(levels[row["care_form"]], *(levels.get(one["care_form"], 0) for one in runs_on), 0)
    if after == before:
        return "beside" if runs_on else "same"
    return "up" if after > before else "down"
