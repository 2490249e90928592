"""The basics of a year: who counts in which year, and which part of the care is whose."""

from core.frames import Frame
from core.tables import DECLARATIONS, TRAJECTORIES
from core.trajectories.basics import (
    count_basics,
    count_clients_by_municipality,
    count_money,
    count_parts,
)
from core.trajectories.selection import Selection
from tests.conftest import Opener, Row, drawn, lines_of, rows_of, trajectories_of

TWO_YEARS = """
client_id  provider  sector  municipality  start       last
k1         A         ggz     Noord         2023-03-01  2024-02-29
k1         B         -       Zuid          2023-12-31  2023-12-31
k2         A         ggz     Noord         2024-01-01  -
k3         -         j&o     -             2024-05-01  2024-06-30
k4         C         j&o     Noord         2022-01-01  2022-12-31"""


def care(engine: Opener, drawing: str) -> Frame:
    rows = [row | {"sector": row.get("sector") or ""} for row in drawn(drawing)]
    return engine(trajectories_of(rows), TRAJECTORIES)


def test_a_trajectory_counts_in_every_year_in_which_it_has_a_day(engine: Opener) -> None:
    found = count_basics(care(engine, TWO_YEARS), Selection(2023, 2024))
    assert rows_of(found, ["year", "clients", "trajectories", "providers"]) == [
        {"year": 2023, "clients": 1, "trajectories": 2, "providers": 2},
        {"year": 2024, "clients": 3, "trajectories": 3, "providers": 1},
    ]


def test_a_year_without_care_has_no_row(engine: Opener) -> None:
    found = count_basics(care(engine, TWO_YEARS), Selection(2020, 2022, municipality="Noord"))
    assert rows_of(found, ["year", "clients"]) == [{"year": 2022, "clients": 1}]


def test_the_sector_of_a_product_divides_the_trajectories(engine: Opener) -> None:
    assert sides(engine, TWO_YEARS, "ggz") == {
        (2023, "inside"): (1, 1),
        (2023, "outside"): (1, 1),
        (2024, "inside"): (2, 2),
        (2024, "outside"): (1, 1),
    }


def test_care_without_a_known_sector_stands_apart(engine: Opener) -> None:
    assert sides(engine, TWO_YEARS, "unknown_sector") == {
        (2023, "inside"): (1, 1),
        (2023, "outside"): (1, 1),
        (2024, "outside"): (3, 3),
    }


SIX_PROVIDERS = "client_id  provider  start       last\n" + "\n".join(
    f"{provider}{number}  {provider}  2024-01-0{number}  2024-02-28"
    for place, provider in enumerate("FEDCBA", start=1)
    for number in range(1, place + 1)
)


def test_the_largest_five_are_found_anew_in_every_year(engine: Opener) -> None:
    lines = SIX_PROVIDERS + "\nG1  G  2023-06-01  2023-06-30"
    assert sides(engine, lines, "top_5") == {
        (2023, "inside"): (1, 1),
        (2024, "inside"): (20, 20),
        (2024, "outside"): (1, 1),
    }
    assert sides(engine, lines, "top_10") == {(2023, "inside"): (1, 1), (2024, "inside"): (21, 21)}


def test_care_without_a_provider_is_in_no_top(engine: Opener) -> None:
    assert sides(engine, TWO_YEARS, "top_5")[2024, "outside"] == (1, 1)


def test_clients_are_counted_in_each_municipality_that_pays(engine: Opener) -> None:
    found = count_clients_by_municipality(care(engine, TWO_YEARS), Selection(2023, 2024))
    assert rows_of(found, ["municipality", "clients"]) == [
        {"municipality": "Noord", "clients": 2},
        {"municipality": "Zuid", "clients": 1},
    ]


def test_the_euros_of_all_lines_say_who_is_behind_them(engine: Opener) -> None:
    """Client k has a line and takes it back; who gave the care of m is not known."""
    lines = drawn("""
        client_id  provider  start       last        amount_cents
        k          A         2024-01-01  2024-01-31  700
        k          A         2024-01-01  2024-01-31  -700
        l          B         2024-01-01  2024-01-31  200
        m          -         2024-01-01  2024-01-31  300""")
    money = count_money(engine(lines_of(lines), DECLARATIONS))
    names = ["clients", "providers", "amount_cents", "amount_person_number"]
    assert [tuple(row.values()) for row in rows_of(money, names)] == [(3, 2, 500, 2)]
    assert rows_of(count_money(engine(lines_of(lines), DECLARATIONS).head(0)), names) == []


def sides(engine: Opener, drawing: str, part: str) -> dict[tuple[int, str], tuple[int, int]]:
    """Give trajectories and clients by year and side of one part."""
    found = count_parts(care(engine, drawing), Selection(2023, 2024))
    rows: list[Row] = rows_of(found, ["part", "year", "side", "trajectories", "clients"])
    return {
        (row["year"], row["side"]): (row["trajectories"], row["clients"])
        for row in rows
        if row["part"] == part
    }
