"""Which chains are seen to begin, which were followed long enough, and how long they became."""

from datetime import date

import pytest

from core.trajectories.calendar import day_number
from core.trajectories.cohorts import (
    count_chains,
    count_lengths_by_cohort,
    count_long_chains,
    find_already_running,
    find_followed,
    find_observed,
    last_first,
)
from tests.conftest import Opener, rows_of, rules_of
from tests.trajectories.observing import chained, observed

EARLY_AND_LATER = """
    client_id  care_form  start       last
    a          light      2020-01-31  2020-12-31
    b          light      2020-02-01  2020-12-31
    c          transport  2020-01-05  2020-01-20"""


def test_care_of_the_first_month_of_the_data_is_never_a_first(engine: Opener) -> None:
    frame = chained(engine, EARLY_AND_LATER)
    assert rows_of(find_observed(frame), ["client_id"]) == [{"client_id": "b"}]
    assert rows_of(find_already_running(frame), ["client_id"]) == [{"client_id": "a"}]


def test_a_start_that_is_known_to_be_older_does_not_move_the_edge_of_the_data(
    engine: Opener,
) -> None:
    drawing = """
        client_id  start_source  start       last
        a          start         2016-05-01  2020-12-31
        b          declaration   2020-01-01  2020-01-31
        c          declaration   2020-03-01  2020-03-31"""
    frame = chained(engine, drawing)
    assert rows_of(find_observed(frame), ["client_id"]) == [{"client_id": "c"}]


@pytest.mark.parametrize(
    ("as_of", "months", "last"),
    [
        ((2024, 12, 31), 24, (2022, 12, 31)),
        ((2024, 2, 29), 12, (2023, 2, 28)),
        ((2024, 1, 15), 12, (2023, 1, 15)),
    ],
)
def test_the_last_day_that_can_be_followed_lies_whole_months_back(
    as_of: tuple[int, int, int], months: int, last: tuple[int, int, int]
) -> None:
    assert last_first(day_number(date(*as_of)), months) == day_number(date(*last))


FOLLOWED = {
    "a day too late to be followed for 24 months": ("2023-01-01", []),
    "just followed for 24 months": ("2022-12-31", ["2022-12-31"]),
}


@pytest.mark.parametrize("case", FOLLOWED)
def test_a_chain_is_followed_when_as_of_lies_late_enough(engine: Opener, case: str) -> None:
    start, kept = FOLLOWED[case]
    frame = observed(engine, f"a  light  {start}  2023-06-30")
    found = rows_of(find_followed(frame, rules_of(), 24), ["start"])
    assert len(found) == len(kept)


def test_a_start_after_the_follow_up_does_not_count(engine: Opener) -> None:
    """Exactly 12 calendar months later still does."""
    lines = """
        a  light  2021-03-15  2021-12-31
        a  heavy  2022-03-15  2022-03-31
        a  light  2022-03-16  2022-05-31"""
    frame = find_followed(observed(engine, lines), rules_of(), 12)
    assert [row["care_form"] for row in rows_of(frame, ["care_form"], ["start"])] == [
        "light",
        "heavy",
    ]


THREE_CHAINS = """
    a  light   2022-01-01  2022-01-31
    a  medium  2022-02-01  2022-02-28
    a  heavy   2022-03-01  2022-03-31
    b  light   2022-01-01  2022-01-31
    b  medium  2022-02-01  2022-02-28
    c  light   2022-01-01  2022-12-31
    c  medium  2022-03-01  2022-06-30
    c  heavy   2022-04-01  2022-05-31"""


def test_chains_and_their_persons_are_counted(engine: Opener) -> None:
    counted = rows_of(count_chains(observed(engine, THREE_CHAINS)), ["chains", "clients"])
    assert counted == [{"chains": 3, "clients": 3}]


@pytest.mark.parametrize(("count_parallel", "long"), [(False, 1), (True, 2)])
def test_help_at_the_same_time_lengthens_a_chain_only_when_it_counts(
    engine: Opener, long: int, *, count_parallel: bool
) -> None:
    rules = rules_of(count_parallel=count_parallel)
    counted = count_long_chains(observed(engine, THREE_CHAINS, rules), rules, 24, 3)
    assert rows_of(counted, ["is_long", "chains"]) == [
        {"is_long": 0, "chains": 3 - long},
        {"is_long": 1, "chains": long},
    ]


def test_cohorts_start_where_every_first_can_look_back(engine: Opener) -> None:
    lines = """
        a  light  2021-12-31  2021-12-31
        b  light  2022-01-01  2022-01-31"""
    counted = count_lengths_by_cohort(observed(engine, lines), rules_of(), 24, 1)
    assert rows_of(counted, ["cohort", "chains"]) == [{"cohort": 2022, "chains": 1}]


def test_a_cohort_counts_lengths_amounts_and_providers(engine: Opener) -> None:
    counted = count_lengths_by_cohort(observed(engine, THREE_CHAINS), rules_of(), 24, 1)
    columns = ["length", "longest", "chains", "clients", "amount_cents", "providers"]
    assert [tuple(row.values()) for row in rows_of(counted, columns)] == [
        (1, 1, 1, 1, 300, 1),
        (2, 2, 1, 1, 200, 1),
        (3, 3, 1, 1, 300, 1),
    ]


def test_the_longest_lengths_are_merged_until_they_hold_enough_chains(engine: Opener) -> None:
    counted = count_lengths_by_cohort(observed(engine, THREE_CHAINS), rules_of(), 24, 2)
    columns = ["length", "longest", "chains"]
    assert [tuple(row.values()) for row in rows_of(counted, columns)] == [(1, 1, 1), (2, 3, 2)]
