"""The flow from first to fourth trajectory, and the routes chains take."""

import pytest

from core.trajectories.cohorts import find_observed
from core.trajectories.flow import count_flows, count_routes
from tests.conftest import Opener, rows_of
from tests.trajectories.observing import chained, observed

FLOWS = {
    "a chain of two goes from form to form and then stops": (
        """
        a  light  2022-01-01  2022-01-31
        a  heavy  2022-02-01  2022-02-28""",
        [(1, "light", "heavy", "form"), (2, "heavy", "", "ended")],
    ),
    "a chain of five leaves the picture after the fourth": (
        """
        a  light   2022-01-01  2022-01-31
        a  medium  2022-02-01  2022-02-28
        a  light   2022-03-01  2022-03-31
        a  medium  2022-04-01  2022-04-30
        a  heavy   2022-05-01  2022-05-31""",
        [
            (1, "light", "medium", "form"),
            (2, "medium", "light", "form"),
            (3, "light", "medium", "form"),
        ],
    ),
}


@pytest.mark.parametrize("rule", FLOWS)
def test_flows(engine: Opener, rule: str) -> None:
    lines, expected = FLOWS[rule]
    columns = ["column", "source", "target", "target_kind"]
    found = rows_of(count_flows(observed(engine, lines), 1), columns)
    assert [tuple(row.values()) for row in found] == expected


STANDS = {
    "everything stopped": (("ended", "ended"), "ended"),
    "help beside it still runs": (("ended", "running"), "running"),
    "one end is too recent": (("too_recent", "ended"), "too_recent"),
    "one end is unknown": (("ended", "unknown_end"), "unknown_end"),
}


@pytest.mark.parametrize("rule", STANDS)
def test_the_end_of_a_chain_says_how_all_of_it_stands(engine: Opener, rule: str) -> None:
    (first, beside), stand = STANDS[rule]
    drawing = f"""
        client_id  status    start       last
        edge       ended     2020-01-01  2020-01-31
        a          {first}   2022-01-01  2022-12-31
        a          {beside}  2022-03-01  2022-06-30"""
    frame = find_observed(chained(engine, drawing))
    assert rows_of(count_flows(frame, 1), ["target_kind", "chains"]) == [
        {"target_kind": stand, "chains": 1}
    ]


def test_rare_places_and_streams_go_to_the_rest_and_nobody_is_lost(engine: Opener) -> None:
    lines = """
        a  light   2022-01-01  2022-01-31
        b  light   2022-01-01  2022-01-31
        c  light   2022-01-01  2022-01-31
        c  heavy   2022-02-01  2022-02-28
        d  closed  2022-01-01  2022-01-31"""
    columns = ["column", "source_kind", "source", "target_kind", "chains"]
    found = rows_of(count_flows(observed(engine, lines), 2), columns)
    assert [tuple(row.values()) for row in found] == [
        (1, "form", "light", "ended", 2),
        (1, "form", "light", "rest", 1),
        (1, "rest", "", "rest", 1),
        (2, "rest", "", "rest", 1),
    ]


def test_frequent_routes_are_named_and_the_others_counted(engine: Opener) -> None:
    lines = """
        a  light   2022-01-01  2022-01-31
        a  heavy   2022-02-01  2022-02-28
        b  light   2022-01-01  2022-01-31
        b  heavy   2022-02-01  2022-02-28
        c  light   2022-01-01  2022-01-31
        c  light   2023-01-01  2023-01-31
        d  heavy   2022-01-01  2022-01-31
        e  medium  2022-01-01  2022-01-31"""
    columns = ["rank", "route", "routes", "chains", "clients"]
    found = rows_of(count_routes(observed(engine, lines), 2, 2), columns)
    assert [tuple(row.values()) for row in found] == [
        (0, "", 3, 4, 3),
        (1, "light > heavy", 1, 2, 2),
    ]
