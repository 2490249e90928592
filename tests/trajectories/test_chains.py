"""What a chain is: every rule as a drawn example, then the definition on any input."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.tables import OPEN_END, TRAJECTORIES
from core.trajectories.chains import find_chains
from core.trajectories.rules import Rules
from tests.conftest import (
    Opener,
    Row,
    drawn,
    in_polars,
    rows_of,
    rules_of,
    split,
    trajectories_of,
)

RESULT = ("chain", "position", "kind", "gap_days", "overlap_days")

DRAWINGS = {
    "a pause of exactly chain_gap_days continues the chain": """
        start       last        chain  position  kind  gap_days  overlap_days
        2024-01-01  2024-01-31  1      1         next  -         0
        2024-03-02  2024-03-31  1      2         next  30        0""",
    "one day more opens a new chain": """
        start       last        chain  position  kind  gap_days  overlap_days
        2024-01-01  2024-01-31  1      1         next  -         0
        2024-03-03  2024-03-31  2      1         next  -         0""",
    "touching is neither gap nor overlap (trap 5)": """
        start       last        chain  position  kind  gap_days  overlap_days
        2024-01-01  2024-01-31  1      1         next  -         0
        2024-02-01  2024-02-29  1      2         next  0         0""",
    "a warm hand-over of a month is still after each other": """
        start       last        chain  position  kind  gap_days  overlap_days
        2024-01-01  2024-05-31  1      1         next  -         0
        2024-05-01  2024-09-30  1      2         next  0         31""",
    "a day more of overlap stands beside": """
        start       last        chain  position  kind      gap_days  overlap_days
        2024-01-01  2024-05-31  1      1         next      -         0
        2024-04-30  2024-09-30  1      1         parallel  0         32""",
    "care wholly within earlier care stands beside, however short (trap 16)": """
        start       last        chain  position  kind      gap_days  overlap_days
        2024-01-01  2024-12-01  1      1         next      -         0
        2024-02-01  2024-02-10  1      1         parallel  0         10
        2024-12-10  2024-12-20  1      2         next      8         0""",
    "whatever starts while care runs stands beside it, up to as_of": """
        start       last  chain  position  kind      gap_days  overlap_days
        2024-01-01  -     1      1         next      -         0
        2024-12-22  -     1      1         parallel  0         10""",
    "starts of one day are one decision": """
        start       last        chain  position  kind           gap_days  overlap_days
        2024-01-01  2024-01-31  1      1         next           -         0
        2024-02-10  2024-06-30  1      2         next           9         0
        2024-02-10  2024-08-31  1      2         same_decision  0         142""",
    "uncounted care neither opens nor bridges a chain": """
        care_form  start       last        chain  position  kind       gap_days  overlap_days
        light      2024-01-01  2024-01-31  1      1         next       -         0
        transport  2024-02-01  2024-03-15  -      -         uncounted  -         -
        light      2024-03-20  2024-03-31  2      1         next       -         0""",
    "clients do not see each other": """
        client_id  start       last        chain  position  kind  gap_days  overlap_days
        a          2024-01-01  2024-01-31  1      1         next  -         0
        b          2024-02-01  2024-02-29  1      1         next  -         0""",
    "the clock restarts at every end: a chain may last for years": """
        start       last        chain  position  kind  gap_days  overlap_days
        2022-01-01  2022-12-31  1      1         next  -         0
        2023-01-10  2023-12-31  1      2         next  9         0
        2024-01-10  2024-06-30  1      3         next  9         0""",
}


def chained(engine: Opener, rows: list[Row], rules: Rules) -> list[Row]:
    frame = engine(trajectories_of(rows), TRAJECTORIES)
    return rows_of(find_chains(frame, rules), RESULT, ["trajectory_id"])


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)
def test_find_chains(drawing: str, engine: Opener) -> None:
    given_rows, expected = split(drawn(drawing), RESULT)
    assert chained(engine, given_rows, rules_of(chain_gap_days=30)) == expected


SETTINGS = {
    "simultaneous help takes a position where it is counted": (
        {"count_parallel": True},
        """
        start       last        kind  position
        2024-01-01  2024-12-01  next  1
        2024-02-01  2024-02-10  next  2""",
    ),
    "a start within the days of one decision is that decision": (
        {"same_decision_days": 14},
        """
        start       last        kind           position
        2024-01-01  2024-01-10  next           1
        2024-01-15  2024-02-20  same_decision  1
        2024-01-29  2024-03-20  same_decision  1
        2024-03-10  2024-05-31  next           2""",
    ),
    "switched off, every start of a day is its own": (
        {"same_decision_days": -1},
        """
        start       last        kind  position
        2024-01-01  2024-01-10  next  1
        2024-01-01  2024-01-31  next  2""",
    ),
    "the same decision looks past what stands beside": (
        {"same_decision_days": 5},
        """
        start       last        kind           position
        2024-01-01  2024-06-30  next           1
        2024-03-01  2024-04-30  parallel       1
        2024-03-03  2024-04-30  parallel       1
        2024-01-04  2024-06-20  same_decision  1""",
    ),
}


@pytest.mark.parametrize(("settings", "drawing"), SETTINGS.values(), ids=SETTINGS)
def test_settings_of_kind(settings: Row, drawing: str, engine: Opener) -> None:
    rows = sorted(drawn(drawing), key=lambda row: row["start"])
    given_rows, expected = split(rows, ("kind", "position"))
    found = chained(engine, given_rows, rules_of(**settings))
    assert [{"kind": row["kind"], "position": row["position"]} for row in found] == expected


spans = st.lists(st.tuples(st.integers(0, 80), st.integers(1, 60)), min_size=1, max_size=9)


def as_trajectories(made: list[tuple[int, int]]) -> list[Row]:
    """Number trajectories in their order; a length of 60 days runs on."""
    rows = [
        {"start": first, "end": OPEN_END if length == 60 else first + length}
        for first, length in made
    ]
    return sorted(rows, key=lambda row: (row["start"], row["end"]))


@given(
    made=spans,
    gap=st.integers(0, 20),
    parallel=st.integers(0, 20),
    same=st.integers(-1, 10),
    simultaneous=st.booleans(),
)
def test_a_chain_is_what_the_definition_says(
    made: list[tuple[int, int]],
    *,
    gap: int,
    parallel: int,
    same: int,
    simultaneous: bool,
) -> None:
    """The definition again, with sets of days and no windows."""
    rules = rules_of(
        chain_gap_days=gap,
        parallel_days=parallel,
        same_decision_days=same,
        count_parallel=simultaneous,
        as_of=120,
    )
    rows = as_trajectories(made)
    assert chained(in_polars, rows, rules) == chained_naively(rows, rules)


def chained_naively(rows: list[Row], rules: Rules) -> list[Row]:
    """Walk through the trajectories of one client one by one."""
    found: list[Row] = []
    chain: list[tuple[Row, bool]] = []  # of the chain so far: trajectory, and whether beside
    number = position = 0
    for row in rows:
        reach = max((earlier["end"] for earlier, _ in chain), default=None)
        if reach is None or row["start"] - reach > rules.chain_gap_days:
            chain, number, position, kind, beside = [], number + 1, 1, "next", False
        else:
            beside = is_beside(row, chain, rules)
            kind = kind_of(row, chain, rules, beside=beside)
            position += kind == "next"
        found.append(
            {
                "chain": number,
                "position": position,
                "kind": kind,
                "gap_days": max(0, row["start"] - reach) if chain and reach else None,
                "overlap_days": len(shared_days(row, chain, rules)),
            }
        )
        chain.append((row, beside))
    return found


def is_beside(row: Row, chain: list[tuple[Row, bool]], rules: Rules) -> bool:
    within = max(earlier["end"] for earlier, _ in chain) >= row["end"]
    shared = len(shared_days(row, chain, rules)) > rules.parallel_days
    return (within or shared) and not rules.count_parallel


def kind_of(row: Row, chain: list[tuple[Row, bool]], rules: Rules, *, beside: bool) -> str:
    anchor = max(earlier["start"] for earlier, aside in chain if not aside)
    if rules.same_decision_days >= 0 and row["start"] - anchor <= rules.same_decision_days:
        return "same_decision"
    return "parallel" if beside else "next"


def shared_days(row: Row, chain: list[tuple[Row, bool]], rules: Rules) -> set[int]:
    def days(one: Row) -> set[int]:
        return set(range(one["start"], min(one["end"], rules.as_of + 1)))

    earlier = set().union(*(days(one) for one, _ in chain)) if chain else set()
    return days(row) & earlier


@given(made=spans, gap=st.integers(0, 20))
def test_a_larger_gap_never_gives_more_chains(made: list[tuple[int, int]], gap: int) -> None:
    """Trap 4, first part."""
    rows = as_trajectories(made)
    narrow, wide = (
        max(row["chain"] for row in chained(in_polars, rows, rules_of(chain_gap_days=days)))
        for days in (gap, gap + 7)
    )
    assert wide <= narrow
