"""What followed the first trajectory within a year."""

import pytest

from core.trajectories.followups import SOURCE_SIZE, count_followups
from tests.conftest import Opener, rows_of, rules_of
from tests.trajectories.observing import observed

FOLLOWUPS = {
    "the next form": (
        """
        a  light  2022-01-01  2022-01-31
        a  heavy  2022-02-01  2022-02-28""",
        ("heavy", "form"),
    ),
    "a next one after a year comes too late": (
        """
        a  light  2022-01-01  2022-10-31
        a  heavy  2023-02-01  2023-02-28""",
        ("", "ended"),
    ),
    "care that goes on past the year": ("a  light  2022-01-01  2023-01-31", ("", "running")),
    "care that goes on to the very day does not": (
        "a  light  2022-01-01  2022-12-31",
        ("", "ended"),
    ),
    "help beside it that goes on": (
        """
        a  light  2022-01-01  2022-12-31
        a  light  2022-03-01  2023-06-30""",
        ("light", "form"),
    ),
}


@pytest.mark.parametrize("rule", FOLLOWUPS)
def test_followups(engine: Opener, rule: str) -> None:
    lines, expected = FOLLOWUPS[rule]
    rules = rules_of(count_parallel=True)
    counted = count_followups(observed(engine, lines, rules), rules, 12, 0)
    found = rows_of(counted, ["source", "target", "target_kind", "chains"])
    assert [tuple(row.values()) for row in found] == [("light", *expected, 1)]


def test_rare_first_forms_and_followups_go_to_the_rest(engine: Opener) -> None:
    many = "\n".join(
        f"c{number}  light  2022-01-01  2022-01-31" for number in range(2 * SOURCE_SIZE)
    )
    lines = f"""
        {many}
        x  heavy   2022-01-01  2022-01-31
        c0  heavy  2022-02-01  2022-02-28
        c1  medium  2022-02-01  2022-02-28"""
    counted = count_followups(observed(engine, lines), rules_of(), 12, 2)
    columns = ["source", "source_kind", "target_kind", "chains"]
    assert [tuple(row.values()) for row in rows_of(counted, columns)] == [
        ("", "rest", "rest", 1),
        ("light", "form", "ended", 2 * SOURCE_SIZE - 2),
        ("light", "form", "rest", 2),
    ]
