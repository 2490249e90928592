"""What later starts are, and the rungs that chains take: every rule as a drawn example."""

import narwhals.stable.v2 as nw
import pytest

from core.tables import LEVEL_ROUTES
from core.trajectories.cohorts import find_observed
from core.trajectories.escalation import count_level_routes, count_step_kinds
from core.trajectories.moves import count_courses
from tests.conftest import Opener, rows_of, rules_of
from tests.trajectories.observing import chained, observed

HEADING = "client_id  care_form  provider  start  last"
EDGE = "\n".join(f"edge{number}  light  A  2020-01-01  2020-01-31" for number in range(6))

KINDS = {
    "the same form at the same provider is once more": (
        """
        a  light  A  2022-01-01  2022-01-31
        a  light  A  2022-03-01  2022-03-31""",
        ["again"],
    ),
    "the same form at another provider": (
        """
        a  light  A  2022-01-01  2022-01-31
        a  light  B  2022-02-01  2022-02-28""",
        ["other_provider"],
    ),
    "another form on the same rung": (
        """
        a  light  A  2022-01-01  2022-01-31
        a  bright  B  2022-02-01  2022-02-28""",
        ["other_form"],
    ),
    "care without a rung in between is skipped": (
        """
        a  light   A  2022-01-01  2022-01-31
        a  foster  B  2022-02-01  2022-02-28
        a  light   B  2022-03-01  2022-03-31""",
        ["unranked", "other_provider"],
    ),
    "up, down and beside stay what they are": (
        """
        a  light  A  2022-01-01  2022-01-31
        a  heavy  A  2022-02-01  2022-12-31
        a  light  B  2022-06-01  2022-11-30
        a  light  A  2023-01-01  2023-01-31""",
        ["up", "beside", "down"],
    ),
}
LADDER = (("light", 2), ("bright", 2), ("medium", 3), ("heavy", 7))


@pytest.mark.parametrize("rule", KINDS)
def test_kinds(engine: Opener, rule: str) -> None:
    lines, expected = KINDS[rule]
    levelled = "\n".join(
        f"{line}  {level_of(line)}" for line in (EDGE + lines).splitlines() if line
    )
    drawing = f"{HEADING}  level\n{levelled}"
    starts = find_observed(chained(engine, drawing, rules_of(ladder=LADDER)))
    found = rows_of(count_step_kinds(starts, 1), ["step", "starts"])
    assert sorted(row["step"] for row in found for _ in range(row["starts"])) == sorted(expected)


def level_of(line: str) -> int:
    """Give the rung of the form in a drawn line."""
    return dict(LADDER).get(line.split()[1], 0)


def test_a_step_on_paper_is_no_step(engine: Opener) -> None:
    lines = """
        a  light  2022-01-01  2022-01-31
        a  light  2022-02-01  2022-02-28
        a  heavy  2022-03-01  2022-03-31"""
    on_paper = nw.when(nw.col("step") == "same").then(nw.lit("administrative"))
    told = observed(engine, lines).with_columns(step=on_paper.otherwise(nw.col("step")))
    assert rows_of(count_step_kinds(told, 1), ["step", "starts"]) == [{"step": "up", "starts": 1}]
    courses = count_courses(told, rules_of())
    assert rows_of(courses, ["course"]) == [{"course": "only_up"}]


def test_rare_kinds_are_merged(engine: Opener) -> None:
    lines = """
        a  light  2022-01-01  2022-01-31
        a  heavy  2022-02-01  2022-02-28
        b  light  2022-01-01  2022-01-31
        b  heavy  2022-02-01  2022-02-28
        c  heavy  2022-01-01  2022-01-31
        c  light  2022-02-01  2022-02-28"""
    found = rows_of(count_step_kinds(observed(engine, lines), 2), ["step", "starts"])
    assert {row["step"] for row in found} == {"rest"}


def test_routes_skip_what_has_no_rung_and_what_stands_beside(engine: Opener) -> None:
    lines = """
        a  light   2022-01-01  2022-01-31
        a  foster  2022-02-01  2022-02-28
        a  heavy   2022-03-01  2022-12-31
        a  medium  2022-05-01  2022-10-31
        b  light   2021-01-01  2021-01-31
        b  light   2022-01-01  2022-01-31
        c  foster  2022-01-01  2022-01-31
        d  light   2024-01-01  2024-01-31"""
    counted = count_level_routes(observed(engine, lines), rules_of(), 24)
    assert [tuple(row.values()) for row in rows_of(counted, list(LEVEL_ROUTES))] == [
        ("2", 2, 1),
        ("2>7", 1, 1),
    ]
