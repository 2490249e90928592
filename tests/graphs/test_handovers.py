"""What a hand-over is: within a chain, to another known provider, never just administrative."""

from itertools import pairwise

import narwhals.stable.v2 as nw
from hypothesis import given
from hypothesis import strategies as st

from core.frames import Frame
from core.graphs.handovers import (
    count_provider_steps,
    find_handovers,
    find_steps,
    join_senders,
)
from core.graphs.pairs import count_overlaps, count_pairs
from core.tables import CHAINED, ELSEWHERE, MISSING
from core.trajectories.cohorts import find_observed
from tests.conftest import Opener, in_polars, rows_of
from tests.trajectories.observing import EDGE, chained

HEADING = "client_id care_form start last provider"
EDGES = "\n".join(f"{line} A" for line in EDGE.splitlines())

MORE_EDGES = "\n".join(f"e{number} light 2020-01-01 2020-01-31 A" for number in range(20))
"""The data begin in the first month that is not much emptier than the others."""

COURSES = """
    a  light   2022-01-01  2022-01-31  A
    a  medium  2022-02-10  2022-03-31  B
    a  heavy   2022-03-22  2022-08-31  B
    a  light   2022-09-01  2022-09-30  A
    a  light   2024-06-01  2024-06-30  C
    b  light   2022-01-01  2022-01-31  A
    b  medium  2022-01-22  2022-03-31  B
    c  light   2022-01-01  2022-01-31  A
    c  medium  2022-02-01  2022-03-31  -
"""
"""a stays with B once, goes back to A, and begins a new chain with C; c goes nobody knows where."""


def steps_of(engine: Opener, lines: str) -> Frame:
    return find_steps(find_observed(chained(engine, f"{HEADING}\n{EDGES}\n{lines}")))


def test_a_handover_is_a_step_to_another_provider_in_the_chain(engine: Opener) -> None:
    handovers = find_handovers(steps_of(engine, COURSES), 1)
    found = rows_of(count_pairs(handovers), ["source", "target", "transitions", "median_gap_days"])
    assert found == [
        {"source": "A", "target": "B", "transitions": 2, "median_gap_days": 4.5},
        {"source": "B", "target": "A", "transitions": 1, "median_gap_days": 0.0},
    ]
    overlaps = count_overlaps(handovers)
    assert rows_of(overlaps, ["source", "overlapping", "median_overlap_days"]) == [
        {"source": "A", "overlapping": 1, "median_overlap_days": 10.0},
        {"source": "B", "overlapping": 0, "median_overlap_days": None},
    ]


def test_each_step_is_with_the_same_provider_another_or_nobody_knows(engine: Opener) -> None:
    counted = count_provider_steps(steps_of(engine, COURSES))
    assert rows_of(counted, ["position", "provider_change", "starts", "clients"]) == [
        {"position": 2, "provider_change": "other", "starts": 2, "clients": 2},
        {"position": 2, "provider_change": "unknown", "starts": 1, "clients": 1},
        {"position": 3, "provider_change": "same", "starts": 1, "clients": 1},
        {"position": 4, "provider_change": "other", "starts": 1, "clients": 1},
    ]


def test_who_receives_is_seen_over_all_senders(engine: Opener) -> None:
    received = count_pairs(join_senders(find_handovers(steps_of(engine, COURSES), 1)))
    assert rows_of(received, ["source", "target", "transitions"]) == [
        {"source": MISSING, "target": "A", "transitions": 1},
        {"source": MISSING, "target": "B", "transitions": 2},
    ]


def test_an_administrative_step_is_no_handover_but_moves_the_sender(engine: Opener) -> None:
    """A reorganises into B; a then goes on with C: B hands over, and A does not."""
    lines = """
        a  light  2022-01-01  2022-01-31  A
        a  light  2022-02-01  2022-03-31  B
        a  heavy  2022-04-01  2022-08-31  C"""
    frame = chained(in_polars, f"{HEADING}\n{EDGES}\n{lines}")
    rows = rows_of(frame, list(CHAINED), ["trajectory_id"])
    for row in rows:
        if row["client_id"] == "a" and row["provider"] == "B":
            row |= {"kind": "administrative", "position": 1}
        elif row["client_id"] == "a" and row["provider"] == "C":
            row |= {"position": 2}
    steps = find_steps(find_observed(engine(rows, CHAINED)))
    found = rows_of(find_handovers(steps, 1), ["source", "target"])
    assert found == [{"source": "B", "target": "C"}]


def test_small_providers_are_merged_before_anything_is_counted(engine: Opener) -> None:
    """S and T have six clients and do not reach eleven: from one to the other has no name left."""
    lines = "\n".join(
        f"{client} light 2022-01-01 2022-01-31 {first}\n"
        f"{client} light 2022-03-01 2022-03-31 {second}"
        for number, first, second in ((16, "A", "B"), (6, "S", "T"))
        for client in (f"{first}{place}" for place in range(number))
    )
    found = count_pairs(find_handovers(steps_of(engine, f"{lines}\n{MORE_EDGES}"), 3))
    assert rows_of(found, ["source", "target", "transitions"]) == [
        {"source": ELSEWHERE, "target": ELSEWHERE, "transitions": 6},
        {"source": "A", "target": "B", "transitions": 16},
    ]


courses = st.lists(st.sampled_from("ABC"), min_size=1, max_size=6)


@given(st.lists(courses, min_size=1, max_size=8))
def test_handovers_are_the_changes_of_neighbours(chains: list[str]) -> None:
    """Restated naively; the form changes every time, so that trajectories never merge."""
    lines = "\n".join(
        f"c{number} f{month} 2022-{month:02}-01 2022-{month:02}-20 {provider}"
        for number, chain in enumerate(chains)
        for month, provider in enumerate(chain, start=1)
    )
    steps = steps_of(in_polars, lines).filter(nw.col("provider_change") == "other")
    found = [(row["source"], row["target"]) for row in rows_of(steps, ["source", "target"])]
    naive = [pair for chain in chains for pair in pairwise(chain) if pair[0] != pair[1]]
    assert sorted(found) == sorted(naive)
