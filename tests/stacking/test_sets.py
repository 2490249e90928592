"""Sets of care forms that are held at the same time, whatever the order or their names."""

from collections import defaultdict
from itertools import combinations
from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from core.disclosure import Shape, protect
from core.frames import Frame, collect
from core.stacking import naming, sets
from core.tables import SET_SEPARATOR, TRAJECTORIES
from tests.conftest import Opener, Row, drawn, in_polars, rows_of

PERIODS = {name: TRAJECTORIES[name] for name in ("client_id", "care_form", "start", "end")}

# a+b is one form by its name; k holds it and c on 3 January. The order in which k and l began
# a and b differs; the set is the same.
DRAWING = """
client_id  care_form  start       last
k          a          2022-01-01  2022-01-04
k          b          2022-01-03  2022-01-06
l          b          2022-01-01  2022-01-02
l          a          2022-01-02  2022-01-05
m          a+b        2022-01-01  2022-01-03
m          a          2022-01-05  2022-01-05"""


def test_a_set_is_decided_by_its_forms_and_not_by_order_or_length_of_a_name(
    engine: Opener,
) -> None:
    held = sets.find_held(sets.find_named(engine(drawn(DRAWING), PERIODS), 1))
    assert counted_sets(held) == {
        ("a",): (3, 2 + 3 + 1),
        ("b",): (2, 2 + 1),
        ("a", "b"): (2, 2 + 1),
        ("a+b",): (1, 3),
    }


def test_pairs_at_the_same_time_and_never_on_one_day_are_apart(engine: Opener) -> None:
    held = sets.find_held(sets.find_named(engine(drawn(DRAWING), PERIODS), 1))
    assert pairs_of(held) == {
        ("a", "b", "together"): (2, 3),
        ("a", "a+b", "apart"): (1, 0),
    }


def test_one_form_from_two_providers_is_one_form_in_a_set(engine: Opener) -> None:
    twice = drawn(DRAWING) + drawn("client_id care_form start last\nk a 2022-01-02 2022-01-03")
    held = sets.find_held(sets.find_named(engine(twice, PERIODS), 1))
    assert counted_sets(held)["a", "b"] == (2, 3)


def test_rare_forms_and_rare_sets_are_the_rest(engine: Opener) -> None:
    held = sets.find_held(sets.find_named(engine(drawn(DRAWING), PERIODS), 2))
    forms = {row["care_form"] for row in rows_of(held, ["care_form"])}
    assert "a+b" not in forms
    found = collect(sets.count_sets(sets.find_members(held, sets.find_bits(held)), 3))
    assert 0 in set(found["bits"])


def test_more_forms_than_there_is_room_for_are_the_rest() -> None:
    rows = [
        {"client_id": f"k{number}", "care_form": f"form{number:02}", "start": 1, "end": 5}
        for number in range(sets.MOST_FORMS + 5)
    ]
    named = sets.find_named(in_polars(rows, PERIODS), 1)
    forms = {row["care_form"] for row in rows_of(named, ["care_form"])}
    assert len(forms) == sets.MOST_FORMS + 1
    assert "" in forms


CARE = st.lists(
    st.tuples(
        st.sampled_from("klm"), st.sampled_from("abcd"), st.integers(0, 12), st.integers(1, 6)
    ),
    min_size=1,
    max_size=14,
)


@given(care=CARE)
def test_sets_and_pairs_are_those_of_looking_at_every_day(
    care: list[tuple[str, str, int, int]],
) -> None:
    rows = [
        {"client_id": client, "care_form": form, "start": start, "end": start + days}
        for client, form, start, days in care
    ]
    held = sets.find_held(sets.find_named(in_polars(rows, PERIODS), 1))
    days = held_by_day(rows)
    assert counted_sets(held) == naive_sets(days)
    assert pairs_of(held) == naive_pairs(rows, days)


def counted_sets(held: Frame) -> dict[tuple[str, ...], tuple[int, int]]:
    """Count clients and days of every set, by name."""
    members = sets.find_members(held, sets.find_bits(held))
    counted = sets.count_sets(members, 1)
    named = naming.name_sets(collect(counted), collect(sets.find_names(members)))
    return {
        tuple(row["forms"].split(SET_SEPARATOR)): (row["clients"], row["days"])
        for row in named.to_dict("records")
    }


def pairs_of(held: Frame) -> dict[tuple[str, str, str], tuple[int, int]]:
    """Count clients and days of every pair, by forms and how."""
    members = sets.find_members(held, sets.find_bits(held))
    found = rows_of(sets.count_pairs(members), ["first", "second", "how", "clients", "days"])
    return {(r["first"], r["second"], r["how"]): (r["clients"], r["days"]) for r in found}


def held_by_day(rows: list[Row]) -> dict[tuple[str, int], set[str]]:
    """List the forms of every client on every day."""
    days: dict[tuple[str, int], set[str]] = defaultdict(set)
    for row in rows:
        for day in range(row["start"], row["end"]):
            days[row["client_id"], day].add(row["care_form"])
    return days


def naive_sets(days: dict[tuple[str, int], set[str]]) -> dict[Any, tuple[int, int]]:
    """Count sets by looking at every day."""
    clients: dict[tuple[str, ...], set[str]] = defaultdict(set)
    numbers: dict[tuple[str, ...], int] = defaultdict(int)
    for (client, _), forms in days.items():
        clients[tuple(sorted(forms))].add(client)
        numbers[tuple(sorted(forms))] += 1
    return {forms: (len(clients[forms]), numbers[forms]) for forms in numbers}


def naive_pairs(
    rows: list[Row], days: dict[tuple[str, int], set[str]]
) -> dict[tuple[str, str, str], tuple[int, int]]:
    """Count pairs by looking at every day of every client."""
    found: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for client in {row["client_id"] for row in rows}:
        forms = {row["care_form"] for row in rows if row["client_id"] == client}
        for first, second in combinations(sorted(forms), 2):
            both = sum({first, second} <= held for (who, _), held in days.items() if who == client)
            found[first, second, "together" if both else "apart"].append(both)
    return {pair: (len(numbers), sum(numbers)) for pair, numbers in found.items()}


def test_what_all_clients_have_is_seen_beside_all_of_them() -> None:
    pairs = pd.DataFrame({"first": ["a", "a"], "second": ["b", "c"], "clients": [14, 12]})
    laid = naming.beside_everyone(pairs.assign(days=100), pd.DataFrame({"members": [14]}))
    shape = Shape(counts=["clients", "days"], whole="members")
    assert protect(laid, "tafel", shape)["clients"].isna().all()
