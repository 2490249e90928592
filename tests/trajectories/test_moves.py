"""Up and down the ladder: every rule as a drawn example."""

import pytest

from core.trajectories.cohorts import find_observed
from core.trajectories.moves import (
    count_courses,
    count_moves_by_referrer,
    count_moves_within,
    count_steps_by_year,
    count_ways_to_heavy,
)
from tests.conftest import Opener, rows_of, rules_of
from tests.trajectories.observing import chained, observed

MOVES = {
    "a light beginning that goes up": (
        """
        a  light  2022-01-01  2022-01-31
        a  heavy  2022-02-01  2022-02-28""",
        [("light", 1, 1)],
    ),
    "going up beside other care counts too": (
        """
        a  light  2022-01-01  2022-12-31
        a  heavy  2022-02-01  2022-11-30""",
        [("light", 1, 1)],
    ),
    "going up after two years does not count": (
        """
        a  light  2022-01-01  2024-01-31
        a  heavy  2024-02-01  2024-02-28""",
        [("light", 0, 1)],
    ),
    "rung three is a heavier beginning": ("a  medium  2022-01-01  2022-01-31", [("heavier", 0, 1)]),
    "of two first starts on one day the heaviest says how the chain began": (
        """
        a  heavy  2022-01-01  2022-01-31
        a  light  2022-01-01  2022-01-31""",
        [("heavier", 0, 1)],
    ),
    "a first without a rung stands apart": (
        """
        a  foster  2022-01-01  2022-01-31
        a  light   2022-02-01  2022-02-28
        a  heavy   2022-03-01  2022-03-31""",
        [("unranked", 1, 1)],
    ),
    "a chain that cannot be followed for two years takes no part": (
        """
        a  light  2022-01-01  2022-01-31
        b  light  2023-01-01  2023-01-31
        b  heavy  2023-02-01  2023-02-28""",
        [("light", 0, 1)],
    ),
}


@pytest.mark.parametrize("rule", MOVES)
def test_moves(engine: Opener, rule: str) -> None:
    lines, expected = MOVES[rule]
    counted = count_moves_within(observed(engine, lines), rules_of())
    found = rows_of(counted, ["begun", "moved", "chains"])
    assert [tuple(row.values()) for row in found] == expected


def test_going_down_is_looked_for_alike(engine: Opener) -> None:
    lines = """
        a  heavy  2022-01-01  2022-01-31
        a  light  2022-02-01  2022-02-28"""
    counted = count_moves_within(observed(engine, lines), rules_of(), move="down")
    assert rows_of(counted, ["begun", "moved"]) == [{"begun": "heavier", "moved": 1}]


def test_an_uncounted_form_is_no_move(engine: Opener) -> None:
    lines = """
        a  light      2022-01-01  2022-01-31
        a  transport  2022-02-01  2022-02-28"""
    counted = count_moves_within(observed(engine, lines), rules_of(ladder=(("light", 2),)))
    assert rows_of(counted, ["moved"]) == [{"moved": 0}]


COURSES = """
    a  light   2022-01-01  2022-01-31
    b  light   2022-01-01  2022-01-31
    b  heavy   2022-02-01  2022-02-28
    c  heavy   2022-01-01  2022-01-31
    c  light   2022-02-01  2022-02-28
    d  light   2022-01-01  2022-01-31
    d  heavy   2022-02-01  2022-02-28
    d  light   2022-03-01  2022-03-31
    e  light   2022-01-01  2022-01-31
    e  light   2022-03-01  2022-03-31
    f  light   2022-01-01  2022-01-31
    f  medium  2022-02-01  2022-02-28
    f  heavy   2022-03-01  2022-03-31"""


def test_every_chain_has_one_course(engine: Opener) -> None:
    counted = rows_of(count_courses(observed(engine, COURSES), rules_of()), ["course", "chains"])
    assert {row["course"]: row["chains"] for row in counted} == {
        "single": 1,
        "only_up": 2,
        "only_down": 1,
        "up_and_down": 1,
        "level": 1,
    }


def test_heavy_care_is_reached_at_once_or_built_up_to(engine: Opener) -> None:
    counted = count_ways_to_heavy(observed(engine, COURSES), rules_of())
    assert rows_of(counted, ["is_direct", "chains"]) == [
        {"is_direct": 0, "chains": 3},
        {"is_direct": 1, "chains": 1},
    ]


def test_steps_are_counted_by_year_from_where_one_can_look_back(engine: Opener) -> None:
    lines = """
        a  light  2021-01-01  2021-01-31
        a  heavy  2021-02-01  2021-12-31
        a  light  2022-01-01  2022-01-31
        a  heavy  2022-02-01  2022-02-28
        b  light  2022-01-01  2022-01-31
        b  heavy  2022-02-01  2022-02-28"""
    counted = count_steps_by_year(observed(engine, lines), rules_of())
    found = rows_of(counted, ["year", "step", "starts", "clients"])
    assert [tuple(row.values()) for row in found] == [(2022, "down", 1, 1), (2022, "up", 2, 2)]


def test_moves_by_referrer_keep_the_undelivered_apart_and_merge_the_rare(engine: Opener) -> None:
    drawing = """
        client_id  care_form  referrer    start       last
        edge       light      huisarts    2020-01-01  2020-01-31
        a          light      huisarts    2022-01-01  2022-01-31
        a          heavy      wijkteam    2022-02-01  2022-02-28
        b          light      huisarts    2022-01-01  2022-01-31
        c          light      -           2022-01-01  2022-01-31
        d          light      jeugdarts   2022-01-01  2022-01-31
        e          light      rechter     2022-01-01  2022-01-31"""
    frame = find_observed(chained(engine, drawing))
    counted = count_moves_by_referrer(frame, rules_of(), 2)
    found = rows_of(counted, ["referrer", "is_rest", "begun", "moved", "chains"])
    assert [tuple(row.values()) for row in found] == [
        ("", 0, "light", 0, 1),
        ("", 1, "light", 0, 2),
        ("huisarts", 0, "light", 0, 1),
        ("huisarts", 0, "light", 1, 1),
    ]
