"""New and repeated use, in both readings of Statistics Netherlands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.frames import Frame
from core.tables import TRAJECTORIES
from core.timing.renewed import (
    count_renewals,
    count_returns,
    find_exits,
    find_help,
    find_openings,
    with_edge,
)
from core.trajectories.calendar import day_number
from tests.conftest import Opener, Row, drawn, in_polars, rows_of, rules_of, trajectories_of
from tests.trajectories.observing import EDGE

SEEN = rules_of(recent_days=92, uncounted=("Vervoer", "Dyslexie"))
EARLIEST = day_number(date(2015, 1, 1))


def care(engine: Opener, lines: str) -> Frame:
    """Draw trajectories (client, form, start, last day) in data that begin in January 2015."""
    edge = EDGE.replace("2020-", "2015-")
    rows = drawn(f"client_id  care_form  start  last\n{edge}\n{lines}")
    running = [row | {"status": "running"} if row["end"] > 30_000 else row for row in rows]
    frame = engine(trajectories_of(running), TRAJECTORIES)
    return with_edge(find_openings(find_help(frame, SEEN)), frame)


def uses(frame: Frame, year: int, depth: int = 5) -> dict[str, tuple[int, int]]:
    """Give of one year the starts and clients of every use."""
    rows = rows_of(count_renewals(frame, frame, depth), ["year", "use", "starts", "clients"])
    return {row["use"]: (row["starts"], row["clients"]) for row in rows if row["year"] == year}


BACK = {
    "no help before is new": ("k  light  2023-03-01  -", {"new": (1, 1)}),
    "help within five years before the year is repeated": (
        "k  light  2018-01-01  2018-01-31\nk  light  2023-03-01  -",
        {"renewed": (1, 1)},
    ),
    "help longer ago is new": (
        "k  light  2017-11-01  2017-12-31\nk  light  2023-03-01  -",
        {"new": (1, 1)},
    ),
    "what adjoins is no new use": (
        "k  light  2022-01-01  2023-02-28\nk  medium  2023-03-01  -",
        {"continued": (1, 1)},
    ),
    "one day between is enough": (
        "k  light  2022-01-01  2023-02-28\nk  medium  2023-03-02  -",
        {"renewed": (1, 1)},
    ),
    "of several starts in one year every one is repeated": (
        """k  light   2021-01-01  2021-01-31
           k  light   2023-03-01  2023-03-31
           k  medium  2023-03-01  2023-06-30
           k  heavy   2023-09-01  -""",
        {"renewed": (3, 1)},
    ),
    "a second start in the year in which one is new does not make it repeated": (
        "k  light  2023-03-01  2023-03-31\nk  light  2023-09-01  -",
        {"new": (2, 1)},
    ),
    "help that takes no place in a chain is help": (
        "k  Dyslexie  2022-01-01  2022-01-31\nk  light  2023-03-01  -",
        {"renewed": (1, 1)},
    ),
    "transport is no help by itself": (
        "k  Vervoer  2022-01-01  2022-01-31\nk  light  2023-03-01  -",
        {"new": (1, 1)},
    ),
}


@pytest.mark.parametrize("rule", BACK)
def test_looking_back_is_as_drawn(engine: Opener, rule: str) -> None:
    lines, expected = BACK[rule]
    assert uses(care(engine, lines), 2023) == expected


def test_it_looks_back_no_further_than_the_data_go(engine: Opener) -> None:
    frame = care(
        engine, "k  light  2015-03-01  -\nj  light  2017-03-01  -\ni  light  2016-02-01  -"
    )
    rows = rows_of(count_renewals(frame, frame, 5), ["year", "depth"])
    assert [tuple(row.values()) for row in rows] == [(2016, 1), (2017, 2)]


def returned(frame: Frame, months: int = 12) -> list[tuple[object, ...]]:
    rows = rows_of(count_returns(find_exits(frame), SEEN, months), ["year", "returned", "clients"])
    return [tuple(row.values()) for row in rows if row["year"] > 2015]


FORWARD = {
    "help again within a year": (
        "k  light  2021-01-01  2021-03-31\nk  light  2022-04-01  -",
        [(2021, "yes", 1)],
    ),
    "help again after more than a year": (
        "k  light  2021-01-01  2021-03-31\nk  light  2022-04-02  -",
        [(2021, "no", 1)],
    ),
    "what adjoins is no ending": ("k  light  2021-01-01  2021-03-31\nk  light  2021-04-01  -", []),
    "all help has to have ended": (
        "k  light  2021-01-01  2021-03-31\nk  medium  2021-02-01  2022-01-31",
        [(2022, "no", 1)],
    ),
    "who cannot be followed for a year is left out": ("k  light  2021-01-01  2023-10-01", []),
    "a last day in December belongs to its own year": (
        "k  light  2021-01-01  2021-12-31",
        [(2021, "no", 1)],
    ),
}


@pytest.mark.parametrize("rule", FORWARD)
def test_looking_forward_is_as_drawn(engine: Opener, rule: str) -> None:
    lines, expected = FORWARD[rule]
    assert returned(care(engine, lines)) == expected


stays = st.lists(
    st.tuples(st.sampled_from("ab"), st.integers(400, 3300), st.integers(1, 500)), min_size=1
)


@given(stays)
def test_looking_back_restated(rows: list[tuple[str, int, int]]) -> None:
    drawn_rows: list[Row] = [
        {"client_id": client, "start": EARLIEST + begin, "end": EARLIEST + begin + length}
        for client, begin, length in rows
    ]
    edge = drawn(
        "client_id  start  last\n" + "\n".join(f"e{n}  2015-01-01  2015-01-31" for n in range(99))
    )
    frame = in_polars(trajectories_of([*edge, *drawn_rows]), TRAJECTORIES)
    helped = with_edge(find_openings(frame), frame)
    counted = count_renewals(helped, helped, 5)
    for row in rows_of(counted, ["year", "depth", "use", "clients"]):
        same = [
            who
            for who in "ab"
            if restated(drawn_rows, who, row["year"], row["depth"]) == row["use"]
        ]
        assert row["clients"] == len(same)


def restated(rows: list[Row], client: str, year: int, depth: int) -> str:
    """Say what use a client makes of help in a year, by looking at every day."""
    own = [row for row in rows if row["client_id"] == client]
    covered = {day for row in own for day in range(row["start"], row["end"])}
    first, after = day_number(date(year, 1, 1)), day_number(date(year + 1, 1, 1))
    starts = [row["start"] for row in own if first <= row["start"] < after]
    if not starts:
        return ""
    if all(start - 1 in covered for start in starts):
        return "continued"
    back = day_number(date(year - depth, 1, 1))
    return "renewed" if any(back <= day < first for day in covered) else "new"
