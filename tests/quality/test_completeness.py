"""Completeness: which months of a supplier are delivered, partial, missing, or none of its own."""

from datetime import date

import pandas as pd
import pytest

from core.disclosure import Shape, protect
from core.quality.completeness import count_completeness, find_delivered, share_again
from core.tables import DECLARATIONS
from core.trajectories.calendar import day_number
from tests.conftest import Opener, Row, drawn, in_duckdb, lines_of, rows_of

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


def judged(rows: list[Row], years: tuple[int, int] = (2024, 2024)) -> pd.DataFrame:
    """Judge the months of drawn lines."""
    frame = in_duckdb(lines_of(rows), DECLARATIONS)
    return count_completeness(find_delivered(frame), AS_OF, years)


def states(rows: list[Row]) -> dict[str, str]:
    """Draw the months of every supplier as letters: of a state the first, x where it is missing."""
    found = judged(rows)
    letters = found["state"].str[0].mask(found["state"] == "missing", "x")
    return dict(letters.groupby(found["supplier"]).sum())


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
def test_the_strip_of_a_supplier(lines: dict[str, int], strip: str) -> None:
    frame = {f"m{number}": 20 for number in (1, 12)}
    rows = delivered("own", **lines) + delivered("frame", **frame)
    assert states(rows)["own"] == strip


def test_a_quarter_in_one_line_is_three_months_of_delivery() -> None:
    rows: list[Row] = [
        {
            "provider": "A",
            "start": day_number(date(2024, 1, 1)),
            "end": day_number(date(2024, 4, 1)),
        }
    ]
    assert states(rows) == {"A": "ddd"}


def test_a_line_without_an_end_stands_in_its_first_month_only() -> None:
    rows = delivered("A", m1=1, m3=1)
    rows[0]["end"] = 1_000_000
    assert states(rows) == {"A": "dxd"}


def test_the_usual_number_of_clients_stands_with_every_month_for_the_gate() -> None:
    rows = delivered("A", m1=12, m2=14, m4=30) + delivered("", m1=3)
    found = judged(rows)[["month", "share", "clients"]]
    assert found.to_records(index=False).tolist() == [
        (24288, 12 / 22, 14),
        (24289, 14 / 21, 14),
        (24290, 0.0, 14),
        (24291, 30 / 13, 14),
    ]
    protected = protect(judged(delivered("A", m1=9)), "tafel", Shape(counts=(), values=["share"]))
    assert protected[["share", "clients"]].isna().all(axis=None)


def test_lines_are_counted_by_their_first_and_last_month(engine: Opener) -> None:
    rows = lines_of(
        drawn("""
        client_id  provider  municipality  start       last
        a          A         G             2024-01-01  2024-01-31
        a          A         G             2024-01-10  2024-01-20
        b          A         G             2024-01-01  2024-03-31
        c          B         -             2024-02-01  -
        c          -         H             2024-02-01  2024-02-29""")
    )
    frame = engine(rows, DECLARATIONS)
    names = ["supplier", "month", "last_month", "lines", "clients"]
    assert [tuple(row.values()) for row in rows_of(find_delivered(frame), names)] == [
        ("A", 24288, 24288, 2, 1),
        ("A", 24288, 24290, 1, 1),
        ("B", 24289, 24289, 1, 1),
    ]
    by_municipality = rows_of(find_delivered(frame, "municipality"), ["supplier", "lines"])
    assert {row["supplier"] for row in by_municipality} == {"G", "H"}


def test_only_the_years_that_are_asked_for_come_out() -> None:
    assert judged(delivered("A", m1=12), (2020, 2023)).empty


def test_at_the_table_a_share_is_of_protected_numbers_only() -> None:
    counted = judged(delivered("A", m1=21, m2=17, m3=3, m4=21))
    exact = counted.set_index("month")["share"]
    shape = Shape(counts=["lines", "usual"], values=["share"])
    told = share_again(protect(counted, "tafel", shape)).set_index("month")["share"]
    first = 2024 * 12
    assert exact[first + 1] == pytest.approx(17 / 21)
    assert told[first + 1] == pytest.approx(15 / 20)
    assert pd.isna(told[first + 2]), "three lines are few"
