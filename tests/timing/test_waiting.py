"""What comes next after a trajectory, and when: drawn, on every engine."""

from datetime import date

import pytest

from core.frames import Frame
from core.tables import CHAINED, DECLARATIONS
from core.timing.births import find_adult_days
from core.timing.continuing import find_continuing
from core.timing.waiting import (
    count_first_days,
    count_stands,
    count_waits,
    find_waits,
    keep_first_chains,
    keep_position,
)
from core.trajectories.calendar import day_number
from tests.conftest import Opener, drawn, lines_of, rows_of, rules_of, trajectories_of
from tests.trajectories.observing import EDGE, chained

HORIZON = rules_of(recent_days=92)
"""Seen from the end of 2024: all is known up to 30 September, and 1 October is the horizon."""

NO_BIRTHS = "client_id  start  last  birth_year\nnobody  2020-01-01  2020-01-31  -"

WAITS = {
    "the clock runs from the first day without care": (
        "k  light   2022-01-01  2022-03-31\nk  medium  2022-04-11  -",
        {(1, "next", 10)},
    ),
    "a next one that adjoins comes on day 0": (
        "k  light   2022-01-01  2022-03-31\nk  medium  2022-04-01  -",
        {(1, "next", 0)},
    ),
    "a next one that overlaps is kept, with the days it came earlier": (
        "k  light   2022-01-01  2022-03-31\nk  medium  2022-03-22  -",
        {(1, "next", -10)},
    ),
    "the next one of a later chain counts too": (
        "k  light   2022-01-01  2022-03-31\nk  medium  2023-04-01  -",
        {(1, "next", 365)},
    ),
    "without a next one everybody is followed up to the horizon": (
        "k  light  2022-01-01  2024-08-31",
        {(1, "", 30)},
    ),
    "what starts after the horizon is not known yet": (
        "k  light   2022-01-01  2024-08-31\nk  medium  2024-10-01  -",
        {(1, "", 30)},
    ),
    "care that runs has no end to wait from": ("k  light  2022-01-01  -", set()),
    "an end within the last days may still be undone": (
        "k  light  2022-01-01  2024-09-15  too_recent",
        set(),
    ),
    "every number of a chain has its own wait": (
        """k  light   2022-01-01  2022-01-31
           k  medium  2022-02-06  2022-02-28
           k  light   2022-03-11  2022-03-31
           k  heavy   2022-04-11  -""",
        {(1, "next", 5), (2, "next", 10), (3, "next", 10)},
    ),
}


def waits(engine: Opener, lines: str, births: str = NO_BIRTHS) -> Frame:
    """Draw trajectories (client, form, start, last day, status, reason) beside care at the edge."""
    heading = "client_id  care_form  start  last  status  end_reason"
    rows = [completed(line) for line in f"{EDGE}\n{lines}".splitlines()]
    adult_days = find_adult_days(engine(lines_of(drawn(births)), DECLARATIONS))
    return find_waits(chained(engine, "\n".join([heading, *rows]), HORIZON), adult_days)


def completed(line: str) -> str:
    """Give a drawn line its status, by whether it has a last day, and no reason, when left out."""
    words = line.split()
    usual = ["running" if words[3] == "-" else "ended", "-"]
    return "  ".join([*words, *usual[len(words) - 4 :]])


def counted(frame: Frame) -> set[tuple[object, ...]]:
    """Give what ``count_waits`` counted, without the numbers."""
    rows = rows_of(count_waits(frame, HORIZON), ["position", "cause", "day"])
    return {tuple(row.values()) for row in rows}


@pytest.mark.parametrize("rule", WAITS)
def test_a_wait_is_counted_as_drawn(engine: Opener, rule: str) -> None:
    lines, expected = WAITS[rule]
    assert counted(waits(engine, lines)) == expected


def test_who_is_surely_18_first_has_left(engine: Opener) -> None:
    lines = "k  light  2021-01-01  2022-11-30\nk  medium  2023-03-01  -"
    births = "client_id  start  last  birth_year\nk  2021-01-01  2022-11-30  2004"
    assert counted(waits(engine, lines, births)) == {(1, "left", 31)}  # 1 January 2023


def test_who_starts_again_before_that_day_has_not_left(engine: Opener) -> None:
    lines = "k  light  2021-01-01  2022-11-30\nk  medium  2022-12-21  -"
    births = "client_id  start  last  birth_year\nk  2021-01-01  2022-11-30  2004"
    assert counted(waits(engine, lines, births)) == {(1, "next", 20)}


@pytest.mark.parametrize("years", [("1978",), ("2004", "2006")], ids=["impossible", "two"])
def test_a_year_of_birth_that_cannot_be_says_nothing(
    engine: Opener, years: tuple[str, ...]
) -> None:
    lines = "k  light  2021-01-01  2024-08-31"
    births = "\n".join(f"k  2021-01-01  2024-08-31  {year}" for year in years)
    drawing = f"client_id  start  last  birth_year\n{births}"
    assert counted(waits(engine, lines, drawing)) == {(1, "", 30)}


def test_who_died_has_left_on_the_first_day(engine: Opener) -> None:
    lines = "k  light  2021-01-01  2022-11-30  ended  overlijden"
    assert counted(waits(engine, lines)) == {(1, "left", 0)}


def test_care_that_already_ran_when_the_data_begin_has_no_number(engine: Opener) -> None:
    assert (
        counted(waits(engine, "k  light  2020-01-15  2022-01-31\nk  light  2022-02-10  -")) == set()
    )


def test_everybody_counts_once_after_each_number(engine: Opener) -> None:
    lines = (
        "k  light  2021-01-01  2021-01-31\nk  light  2022-02-01  2022-02-28\n"
        "k  medium  2022-03-11  2024-01-31"
    )
    frame = waits(engine, lines)
    assert counted(frame) == {(1, "next", 365), (1, "next", 10), (2, "", 243)}
    assert counted(keep_first_chains(frame)) == {(1, "next", 365)}
    assert counted(keep_position(frame, 2)) == {(2, "", 243)}


def test_where_trajectories_stand(engine: Opener) -> None:
    lines = (
        "a  light  2022-01-01  2022-03-31\nb  light  2022-01-01  -\n"
        "c  light  2022-01-01  2024-11-30  too_recent\nd  light  2022-01-01  2022-06-30"
    )
    rows = rows_of(count_stands(waits(engine, lines), HORIZON), ["position", "stand", "clients"])
    assert [tuple(row.values()) for row in rows] == [
        (1, "ended", 2),
        (1, "running", 1),
        (1, "too_recent", 1),
    ]


def test_the_first_step_is_told_apart(engine: Opener) -> None:
    lines = (
        "a  light  2022-01-01  2022-03-31\na  medium  2022-03-22  -\n"
        "b  light  2022-01-01  2022-03-31\nb  medium  2022-04-01  -\n"
        "c  light  2022-01-01  2022-03-31\nc  medium  2022-04-02  -\n"
        "d  light  2022-01-01  2022-03-31"
    )
    rows = rows_of(count_first_days(waits(engine, lines), HORIZON), ["first_day", "clients"])
    assert {row["first_day"]: row["clients"] for row in rows} == dict.fromkeys(
        ("before", "on", "later", "unseen"), 1
    )


ON_PAPER = ("client_id  start  kind  last", "k  2022-01-01  next  2022-03-31")

CONTINUED = {
    "a step on paper goes on with the trajectory before it": (
        "k  2022-04-01  administrative  2022-06-30",
        (2, 1, "2022-06-30"),
    ),
    "so do several, one after the other": (
        "k  2022-04-01  administrative  2022-06-30\nk  2022-07-01  administrative  2022-07-31",
        (3, 1, "2022-07-31"),
    ),
    "one that lies far from it goes on with other care": (
        "k  2022-06-01  administrative  2022-06-30",
        (1, 1, "2022-03-31"),
    ),
    "simultaneous help is no step on paper": (
        "k  2022-04-01  parallel  2022-06-30",
        (1, 1, "2022-03-31"),
    ),
}


@pytest.mark.parametrize("rule", CONTINUED)
def test_help_ends_where_its_last_step_on_paper_ends(engine: Opener, rule: str) -> None:
    lines, (last, count, day) = CONTINUED[rule]
    rows = trajectories_of(drawn("\n".join([*ON_PAPER, lines])))
    whole = [
        row
        | {"chain": 1, "position": 1, "step": "first", "gap_days": None, "overlap_days": 0}
        | {"level": number}
        for number, row in enumerate(rows, start=1)
    ]
    found = rows_of(
        find_continuing(engine(whole, CHAINED)), ["start", "end", "level", "first_level"]
    )
    assert len(found) == count
    assert found[0]["end"] == day_number(date.fromisoformat(day)) + 1
    assert (found[0]["level"], found[0]["first_level"]) == (last, 1)
