"""Completeness: which months of a supplier are delivered, partial, missing, or none of its own."""

from datetime import date

import pytest

from core.frames import Frame, hold
from core.quality.completeness import count_completeness, find_delivered
from core.tables import DECLARATIONS
from core.trajectories.calendar import day_number
from tests.conftest import Opener, Row, in_duckdb, lines_of, rows_of

AS_OF = day_number(date(2024, 8, 31))


def delivered(provider: str, **lines: int) -> list[Row]:
    """Give as many lines a month of 2024 as said, each of a client of its own."""
    months = {f"m{number}": date(2024, number, 1) for number in range(1, 13)}
    return [
        {
            "client_id": f"k{number}",
            "provider": provider,
            "start": day_number(months[month]),
            "end": day_number(months[month]) + 28,
        }
        for month, count in lines.items()
        for number in range(count)
    ]


def judged(engine: Opener, rows: list[Row], years: tuple[int, int] = (2024, 2024)) -> Frame:
    """Judge the months of drawn lines."""
    delivery = hold(find_delivered(engine(lines_of(rows), DECLARATIONS)))
    return count_completeness(delivery, AS_OF, years)


def states(engine: Opener, rows: list[Row]) -> dict[str, str]:
    """Draw the months of every supplier as letters: of a state the first, x where it is missing."""
    found = judged(engine, rows)
    strips: dict[str, str] = {}
    for row in rows_of(found, ["supplier", "month", "state"]):
        letter = "x" if row["state"] == "missing" else row["state"][0]
        strips[row["supplier"]] = strips.get(row["supplier"], "") + letter
    return strips


@pytest.mark.parametrize(
    ("lines", "strip"),
    [
        pytest.param({"m1": 20, "m2": 20, "m3": 20}, "dddaaaaaaaaa", id="stopped is not missing"),
        pytest.param({"m6": 20, "m7": 20}, "bbbbbddaaaaa", id="not begun is not missing"),
        pytest.param({"m1": 20, "m4": 20}, "dxxdaaaaaaaa", id="a hole inside is missing"),
        pytest.param(
            {"m1": 20, "m2": 11, "m3": 20, "m4": 12, "m5": 20},
            "dpddd" + "aaaaaaa",
            id="below 60% of the months around is partial, and 60% itself is not",
        ),
        pytest.param({"m1": 9, "m2": 2, "m3": 9}, "dddaaaaaaaaa", id="of few lines chance decides"),
        pytest.param(
            {"m6": 20, "m7": 20, "m8": 20, "m9": 3}, "bbbbbdddrrrr", id="after as_of is too fresh"
        ),
    ],
)
def test_the_strip_of_a_supplier(engine: Opener, lines: dict[str, int], strip: str) -> None:
    frame = {f"m{number}": 20 for number in (1, 12)}
    rows = delivered("own", **lines) + delivered("frame", **frame)
    assert states(engine, rows)["own"] == strip


def test_a_quarter_in_one_line_is_three_months_of_delivery(engine: Opener) -> None:
    rows: list[Row] = [
        {
            "provider": "A",
            "start": day_number(date(2024, 1, 1)),
            "end": day_number(date(2024, 4, 1)),
        }
    ]
    assert states(engine, rows) == {"A": "ddd"}


def test_a_line_without_an_end_stands_in_its_first_month_only() -> None:
    rows = delivered("A", m1=1, m3=1)
    rows[0]["end"] = 1_000_000
    assert states(in_duckdb, rows) == {"A": "dxd"}


def test_the_usual_number_of_clients_stands_with_every_month_for_the_gate() -> None:
    rows = delivered("A", m1=12, m2=14, m4=30) + delivered("", m1=3)
    found = judged(in_duckdb, rows)
    assert [tuple(row.values()) for row in rows_of(found, ["month", "share", "clients"])] == [
        (24288, 12 / 22, 14),
        (24289, 14 / 21, 14),
        (24290, 0.0, 14),
        (24291, 30 / 13, 14),
    ]


def test_only_the_years_that_are_asked_for_come_out() -> None:
    assert not rows_of(judged(in_duckdb, delivered("A", m1=12), (2020, 2023)), ["month"])
