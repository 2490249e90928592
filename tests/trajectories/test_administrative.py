"""What counts as a step on paper: every rule as a drawn example, then the definition again."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.tables import DECLARATIONS, ON_PAPER, TRAJECTORIES
from core.trajectories.administrative import FEWEST, find_administrative, find_births
from core.trajectories.calendar import day_number
from core.trajectories.rules import ADMINISTRATIVE, Rules
from tests.conftest import (
    Opener,
    Row,
    drawn,
    in_polars,
    lines_of,
    rows_of,
    rules_of,
    trajectories_of,
)

ALL = rules_of(administrative=ADMINISTRATIVE)

CROWDS = {
    "ten who go on in the same form elsewhere on one day are a reorganisation": (
        "reorganisation",
        """
        provider  care_form  start       last
        A         light      2023-01-01  2023-06-30
        B         light      2023-07-01  2023-12-31""",
    ),
    "another form at the same provider is another code, whatever the rung": (
        "code_change",
        """
        provider  care_form  start       last
        A         light      2023-01-01  2023-06-30
        A         medium     2023-07-01  2023-12-31""",
    ),
    "on 1 January it is a contract year": (
        "contract_year",
        """
        provider  care_form  start       last
        A         light      2023-01-01  2023-12-31
        A         medium     2024-01-01  2024-12-31""",
    ),
    "a week between is without a gap": (
        "reorganisation",
        """
        provider  care_form  start       last
        A         light      2023-01-01  2023-06-30
        B         light      2023-07-08  2023-12-31""",
    ),
    "eight days between are a gap": (
        None,
        """
        provider  care_form  start       last
        A         light      2023-01-01  2023-06-30
        B         light      2023-07-09  2023-12-31""",
    ),
    "a week of overlap is without a gap, too": (
        "reorganisation",
        """
        provider  care_form  start       last
        A         light      2023-01-01  2023-07-07
        B         light      2023-07-01  2023-12-31""",
    ),
    "a month of overlap is a hand-over between people": (
        None,
        """
        provider  care_form  start       last
        A         light      2023-01-01  2023-07-31
        B         light      2023-07-01  2023-12-31""",
    ),
    "another form elsewhere may be other help": (
        None,
        """
        provider  care_form  start       last
        A         light      2023-01-01  2023-06-30
        B         medium     2023-07-01  2023-12-31""",
    ),
    "a restart of the same care is no change of anything": (
        None,
        """
        provider  care_form  start       last
        A         light      2023-01-01  2023-06-30
        A         light      2023-07-05  2023-12-31""",
    ),
    "care that does not count takes no part": (
        None,
        """
        provider  care_form  start       last
        A         transport  2023-01-01  2023-06-30
        B         transport  2023-07-01  2023-12-31""",
    ),
}


def crowd(drawing: str, clients: Iterable[object]) -> list[Row]:
    """Let each of some clients have the care of a drawing."""
    return [row | {"client_id": f"k{client}"} for client in clients for row in drawn(drawing)]


def found(
    engine: Opener, rows: list[Row], rules: Rules = ALL, births: list[Row] | None = None
) -> list[tuple[int, str]]:
    trajectories = engine(trajectories_of(rows), TRAJECTORIES)
    born = find_births(engine(lines_of(births or [{"start": 0, "end": 1}]), DECLARATIONS))
    listed = rows_of(find_administrative(trajectories, born, rules), list(ON_PAPER))
    return [(row["trajectory_id"], row["reason"]) for row in listed]


@pytest.mark.parametrize(("reason", "drawing"), CROWDS.values(), ids=CROWDS)
def test_what_ten_clients_do_on_one_day(reason: str | None, drawing: str, engine: Opener) -> None:
    later = [2 * number for number in range(1, FEWEST + 1)]
    wanted = [(number, reason) for number in later] if reason else []
    assert found(engine, crowd(drawing, range(FEWEST))) == wanted


MOVE = CROWDS["ten who go on in the same form elsewhere on one day are a reorganisation"][1]
STAY = """
    provider  care_form  start       last
    A         light      2023-01-01  2023-12-31"""


def test_nine_clients_are_too_few(engine: Opener) -> None:
    assert found(engine, crowd(MOVE, range(FEWEST - 1))) == []


def test_half_of_those_in_care_are_enough_and_one_less_is_not(engine: Opener) -> None:
    """Ten go; with ten who stay they are half, with eleven they are not."""
    gone = crowd(MOVE, range(FEWEST))
    half = [*gone, *crowd(STAY, range(100, 100 + FEWEST))]
    assert len(found(engine, half)) == FEWEST
    assert found(engine, [*half, *crowd(STAY, [999])]) == []


def test_who_went_the_same_way_within_a_month_belongs_to_them(engine: Opener) -> None:
    late = """
        provider  care_form  start       last
        A         light      2023-01-01  2023-06-10
        B         light      2023-07-25  2023-12-31"""
    too_late = late.replace("2023-07-25", "2023-08-02")
    rows = [*crowd(MOVE, range(FEWEST)), *crowd(late, ["late"]), *crowd(too_late, ["too_late"])]
    listed = [number for number, _ in found(engine, rows)]
    assert listed == [*range(2, 2 * FEWEST + 1, 2), 2 * FEWEST + 2]
    assert found(engine, crowd(late, ["late"])) == []


TAKEOVERS = {
    "on 1 January 2022 another municipality takes over": ("G", "H light 2022-01-01", True),
    "on another day it is a move": ("G", "H light 2022-01-02", False),
    "the same municipality took nothing over": ("G", "G light 2022-01-01", False),
    "a municipality that was not delivered says nothing": ("-", "H light 2022-01-01", False),
    "a heavier form is other help": ("G", "H heavy 2022-01-01", False),
}


@pytest.mark.parametrize(("before", "after", "taken"), TAKEOVERS.values(), ids=TAKEOVERS)
def test_a_takeover(before: str, after: str, *, taken: bool, engine: Opener) -> None:
    rows = drawn(f"""
        municipality care_form start provider last
        {before} light 2021-01-01 A 2021-12-31
        {after} B 2022-12-31""")
    assert found(engine, rows) == ([(2, "takeover")] if taken else [])


EIGHTEEN = {
    "in the year of the eighteenth birthday a provider changes": ("B", "light", 2005, True),
    "or a code of the same rung": ("A", "alike", 2005, True),
    "a year later it is a step": ("B", "light", 2004, False),
    "both at once may be other help": ("B", "alike", 2005, False),
    "another rung is other help": ("A", "heavy", 2005, False),
    "two years of birth are none": ("B", "light", None, False),
}


@pytest.mark.parametrize(("provider", "form", "born", "grown"), EIGHTEEN.values(), ids=EIGHTEEN)
def test_turning_18(
    provider: str, form: str, born: int | None, *, grown: bool, engine: Opener
) -> None:
    rows = drawn(f"""
        provider    care_form  start       last
        A           light      2023-01-01  2023-06-30
        {provider}  {form}     2023-07-01  2023-12-31""")
    rows = [row | {"level": 7 if row["care_form"] == "heavy" else 2} for row in rows]
    line = {"start": 0, "end": 1, "birth_year": born or 2005}
    births = [line, line | {"birth_year": line["birth_year"] + (born is None)}]
    assert found(engine, rows, births=births) == ([(2, "turning_18")] if grown else [])


def test_only_the_kinds_in_the_rules_are_listed(engine: Opener) -> None:
    rows = crowd(MOVE, range(FEWEST))
    assert found(engine, rows, rules_of(administrative=("code_change",))) == []
    assert len(found(engine, rows, rules_of(administrative=("reorganisation",)))) == FEWEST


moves = st.lists(
    st.tuples(st.integers(0, 2), st.integers(-9, 9), st.integers(0, 1)), min_size=8, max_size=30
)


@given(moves)
def test_a_day_of_many_is_what_the_definition_says(made: list[tuple[int, int, int]]) -> None:
    """Care at A, then at B: each with its own start and pause, or staying where they are."""
    day = day_number(date(2023, 7, 1))
    rows: list[Row] = []
    for number, (late, pause, stays) in enumerate(made):
        start = day + late
        end = start - pause
        here = {"client_id": f"{number:02}", "provider": "A", "start": day - 200}
        rows.append(here | {"end": day + 200 if stays else end})
        rows += [] if stays else [{**here, "provider": "B", "start": start, "end": start + 50}]
    listed = {number for number, _ in found(in_polars, rows)}
    assert listed == listed_naively(rows)


def listed_naively(rows: list[Row]) -> set[int]:
    moved = [
        (number, before, after)
        for number, (before, after) in enumerate(pairwise(rows), start=2)
        if before["client_id"] == after["client_id"]
    ]
    days = {
        after["start"]
        for _, _, after in moved
        if is_day_of_many(after["start"], [(b, a) for _, b, a in moved], rows)
    }
    return {
        number
        for number, before, after in moved
        for day in days
        if 0 <= after["start"] - day <= 31 and -31 <= before["end"] - day <= 7
        if -7 <= after["start"] - before["end"] <= 62
    }


def is_day_of_many(day: int, moved: list[tuple[Row, Row]], rows: list[Row]) -> bool:
    gone = [1 for before, after in moved if after["start"] == day and abs(day - before["end"]) <= 7]
    present = [row for row in rows if row["provider"] == "A" and row["end"] >= day - 7]
    return len(gone) >= 10 and 2 * len(gone) >= len(present)
