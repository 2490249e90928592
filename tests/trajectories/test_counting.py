"""Counting chains: lengths, transitions and routes, and what must add up."""

from hypothesis import given
from hypothesis import strategies as st

from core.frames import Frame
from core.tables import TRAJECTORIES
from core.trajectories.chains import find_chains
from core.trajectories.counting import (
    count_chain_lengths,
    count_transitions,
    count_variants,
)
from core.trajectories.steps import find_steps
from tests.conftest import Opener, Row, drawn, in_polars, rows_of, rules_of, trajectories_of

CLIENTS = """
    client_id  care_form  start       last
    a          light      2022-01-01  2022-03-31
    a          medium     2022-03-20  2022-08-31
    a          heavy      2022-09-20  2023-01-31
    b          light      2022-01-01  2022-03-31
    b          medium     2022-04-11  2022-08-31
    b          light      2022-05-01  2022-06-30
    c          light      2022-01-01  2022-03-31
    c          light      2023-06-01  2023-06-30"""


def chained_from(engine: Opener, rows: list[Row]) -> Frame:
    rules = rules_of()
    chains = find_chains(engine(trajectories_of(rows), TRAJECTORIES), rules)
    return find_steps(chains, rules)


def test_lengths_count_what_is_next(engine: Opener) -> None:
    found = rows_of(
        count_chain_lengths(chained_from(engine, drawn(CLIENTS))), ["length", "chains", "clients"]
    )
    assert [tuple(row.values()) for row in found] == [(1, 2, 1), (2, 1, 1), (3, 1, 1)]


def test_transitions_follow_each_other_in_a_chain(engine: Opener) -> None:
    columns = [
        "source",
        "target",
        "transitions",
        "clients",
        "median_gap_days",
        "overlapping",
    ]
    found = rows_of(count_transitions(chained_from(engine, drawn(CLIENTS))), columns)
    assert [tuple(row.values()) for row in found] == [
        ("light", "medium", 2, 2, 5.0, 1),
        ("medium", "heavy", 1, 1, 19.0, 0),
    ]


def test_routes_are_the_forms_in_order(engine: Opener) -> None:
    found = rows_of(
        count_variants(chained_from(engine, drawn(CLIENTS))),
        ["variant", "length", "chains", "clients"],
    )
    assert [tuple(row.values()) for row in found] == [
        ("light", 1, 2, 1),
        ("light > medium", 2, 1, 1),
        ("light > medium > heavy", 3, 1, 1),
    ]


stays = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.integers(0, 900),
        st.integers(1, 60),
        st.sampled_from(["light", "medium", "heavy", "10"]),
    ),
    min_size=1,
    max_size=12,
)


@given(made=stays)
def test_arcs_lengths_and_routes_add_up(made: list[tuple[str, int, int, str]]) -> None:
    """Trap 11: arcs are trajectories minus chains. Trap 9: a form is a form, however written."""
    rows = [
        {"client_id": client, "start": first, "end": first + days, "care_form": form}
        for client, first, days, form in sorted(made)
    ]
    chained = chained_from(in_polars, rows)
    following = [row for row in rows_of(chained, ["kind", "position"]) if row["kind"] == "next"]
    lengths = rows_of(count_chain_lengths(chained), ["length", "chains"])
    routes = rows_of(count_variants(chained), ["length", "chains"])
    arcs = rows_of(count_transitions(chained), ["transitions"])
    chains = sum(row["chains"] for row in lengths)
    assert sum(row["length"] * row["chains"] for row in lengths) == len(following)
    assert sum(row["transitions"] for row in arcs) == len(following) - chains
    assert chains == sum(row["position"] == 1 for row in following)
    assert sum(row["chains"] for row in routes) == chains
