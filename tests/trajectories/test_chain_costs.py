"""What whole chains cost: every rule as a drawn example."""

from core.frames import Frame
from core.tables import CHAIN_COSTS, PRICED, around
from core.trajectories.chain_costs import (
    PARTS,
    REST,
    count_cost_parts,
    count_costs,
    count_priced,
    find_costs,
    with_longest,
    with_named_routes,
)
from core.trajectories.cohorts import find_observed
from tests.conftest import Opener, rows_of, rules_of
from tests.trajectories.observing import chained

HEADING = "client_id  care_form  provider  start  last  amount_cents  status"
EDGE = "\n".join(f"edge{n}  light  A  2020-01-01  2020-01-31  100  ended" for n in range(6))


def observed(engine: Opener, lines: str) -> Frame:
    """Chain drawn lines with a provider, an amount and a status."""
    return find_observed(chained(engine, f"{HEADING}\n{EDGE}\n{lines}"))


def costs(engine: Opener, lines: str) -> Frame:
    """Price drawn chains."""
    return find_costs(observed(engine, lines), rules_of())


CHAINS = """
    a  light   A  2022-01-01  2022-01-31  100  ended
    a  heavy   B  2022-02-01  2022-12-31  400  ended
    a  foster  C  2022-03-01  2022-10-31   50  ended
    b  light   A  2022-01-01  2022-01-31  200  ended
    c  light   A  2022-01-01  -            30  running
    d  heavy   A  2022-01-01  2022-01-31    -  ended"""


def test_a_chain_costs_all_its_trajectories_together(engine: Opener) -> None:
    rows = rows_of(count_costs(costs(engine, CHAINS), "length"), ["length", *CHAIN_COSTS])
    assert [tuple(row.values()) for row in rows] == [
        (1, 2, 1, 2, 1, 230, 30, 30, 200),
        (2, 1, 0, 1, 3, 550, 550, 550, 550),
    ]


def test_a_chain_without_all_its_amounts_stands_apart(engine: Opener) -> None:
    rows = rows_of(count_priced(observed(engine, CHAINS)), list(PRICED))
    assert [tuple(row.values()) for row in rows] == [(0, 1, 1), (1, 3, 3)]


def test_quartiles_are_the_cost_of_a_chain_at_that_place(engine: Opener) -> None:
    lines = "\n".join(
        f"k{place}  light  A  2022-01-01  2022-01-31  {100 * place}  ended" for place in range(1, 9)
    )
    row = rows_of(count_costs(costs(engine, lines), "form"), ["form", *CHAIN_COSTS])[0]
    assert (row["lower_cents"], row["middle_cents"], row["upper_cents"]) == (200, 400, 600)


YEARS = (2021, 2021, 2021, 2022, 2021, 2021, 2021, 2023)


def test_around_a_quartile_persons_count_once_on_either_side(engine: Opener) -> None:
    """Of eight chains k has the second, the fourth (the median) and the last."""
    lines = "\n".join(
        f"{client}  light  A  {year}-01-01  {year}-01-31  {100 * place}  ended"
        for place, (client, year) in enumerate(zip("akbkcdek", YEARS, strict=True), start=1)
    )
    counted = count_costs(costs(engine, lines), "form")
    sides = [*around("lower_cents"), *around("middle_cents"), *around("upper_cents")]
    assert [tuple(row.values()) for row in rows_of(counted, sides)] == [(1, 5, 3, 4, 4, 2)]


def test_the_dearest_chains_are_the_first_part(engine: Opener) -> None:
    lines = "\n".join(
        f"k{place:02}  light  A  2022-0{place % 8 + 1}-01  2022-09-30  {100 * place}  ended"
        for place in range(1, 2 * PARTS + 1)
    )
    rows = rows_of(count_cost_parts(costs(engine, lines)), ["part", "chains", "amount_cents"])
    assert [row["part"] for row in rows] == list(range(1, PARTS + 1))
    assert {row["chains"] for row in rows} == {2}
    assert rows[0]["amount_cents"] == 100 * (2 * PARTS + 2 * PARTS - 1)
    assert rows[-1]["amount_cents"] == 100 * (1 + 2)


def test_few_chains_still_fill_parts_from_the_dearest_on(engine: Opener) -> None:
    rows = rows_of(count_cost_parts(costs(engine, CHAINS)), ["part", "amount_cents"])
    assert [row["amount_cents"] for row in rows] == [550, 200, 30]
    assert rows[-1]["part"] == PARTS


LENGTHS = "\n".join(
    f"    k{length}{number}  {form}  {'ABCD'[place]}  2022-0{place + 1}-01  2022-0{place + 1}-28"
    "  100  ended"
    for length, number in [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1), (4, 1)]
    for place, form in enumerate(["light", "heavy", "light", "heavy"][:length])
)


def test_long_chains_are_one_class_from_the_first_rare_length_on(engine: Opener) -> None:
    capped = with_longest(costs(engine, LENGTHS), 2)
    rows = rows_of(count_costs(capped, "length"), ["length", "chains"])
    assert [tuple(row.values()) for row in rows] == [(1, 3), (2, 2), (3, 2)]


def test_when_all_that_are_long_are_still_few_the_length_before_joins_them(engine: Opener) -> None:
    capped = with_longest(costs(engine, LENGTHS), 3)
    rows = rows_of(count_costs(capped, "length"), ["length", "chains"])
    assert [tuple(row.values()) for row in rows] == [(1, 3), (2, 4)]


def test_routes_without_a_name_are_the_rest(engine: Opener) -> None:
    named = with_named_routes(costs(engine, LENGTHS), ["light > heavy"])
    rows = rows_of(count_costs(named, "route"), ["route", "chains"])
    assert [tuple(row.values()) for row in rows] == [(REST, 5), ("light > heavy", 2)]
    nobody = with_named_routes(costs(engine, LENGTHS), [])
    assert {row["route"] for row in rows_of(count_costs(nobody, "route"), ["route"])} == {REST}
