"""Reconciliation: what both sides have, and what stands at one side only."""

import pytest

from core.quality.reconciliation import (
    count_allocated,
    count_euros,
    count_reconciliation,
    count_sided,
    find_sided,
    is_two_sided,
)
from core.tables import ALLOCATIONS, DECLARATIONS, SIDE_EUROS, TRAJECTORIES
from tests.conftest import Opener, drawn, lines_of, rows_of, trajectories_of

BOTH_SIDES = """
client_id  side          provider  start       amount_cents  counterpart_cents
k1         both          A         2024-01-01  100           100
k2         both          A         2024-02-01  100           120
k2         both          A         2024-02-01  100           -
k3         municipality  A         2024-03-01  50            -
k3         provider      -         2024-03-01  70            -
k4         -             A         2024-03-01  999           -"""


def test_a_line_is_matched_different_or_alone_and_each_side_has_its_own_euros(
    engine: Opener,
) -> None:
    rows = [
        row | {"end": row["start"] + 30, "side": row["side"] or ""} for row in drawn(BOTH_SIDES)
    ]
    counted = count_reconciliation(engine(lines_of(rows), DECLARATIONS))
    names = ["outcome", "lines", "clients", "providers", "municipality_cents", "provider_cents"]
    assert [tuple(row.values()) for row in rows_of(counted, names)] == [
        ("different", 1, 1, 1, 100, 120),
        ("matched", 2, 2, 1, 200, 100),
        ("only_municipality", 1, 1, 1, 50, 0),
        ("only_provider", 1, 1, 0, 0, 70),
    ]


def test_every_provider_and_quarter_has_every_outcome(engine: Opener) -> None:
    rows = lines_of(
        drawn("""
        side          provider  start       last
        both          A         2024-01-01  2024-01-31
        municipality  A         2024-04-01  2024-04-30
        provider      B         2024-04-01  2024-04-30""")
    )
    counted = count_reconciliation(engine(rows, DECLARATIONS), ["provider", "quarter"])
    found = rows_of(counted, ["provider", "quarter", "outcome", "lines"])
    assert len(found) == 3 * 4
    assert [tuple(row.values()) for row in found if row["lines"]] == [
        ("A", 8096, "matched", 1),
        ("A", 8097, "only_municipality", 1),
        ("B", 8097, "only_provider", 1),
    ]


def test_the_euros_of_a_group_are_those_of_each_side_together(engine: Opener) -> None:
    rows = [
        row | {"end": row["start"] + 30, "side": row["side"] or ""} for row in drawn(BOTH_SIDES)
    ]
    counted = count_euros(engine(lines_of(rows), DECLARATIONS), "provider")
    assert [tuple(row.values()) for row in rows_of(counted, ["provider", *SIDE_EUROS])] == [
        ("", 1, 1, 0, 0, 70),
        ("A", 4, 3, 1, 350, 220),
    ]


def test_without_sides_every_outcome_is_zero(engine: Opener) -> None:
    rows = lines_of(drawn("start last\n2024-01-01 2024-01-31"))
    counted = count_reconciliation(engine(rows, DECLARATIONS))
    assert [row["lines"] for row in rows_of(counted, ["outcome", "lines"])] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        (["both"], True),
        (["municipality", "provider"], True),
        (["provider", ""], False),
        ([""], False),
    ],
)
def test_two_sides_are_there_when_each_delivered_a_line(
    engine: Opener, sides: list[str], *, expected: bool
) -> None:
    rows = lines_of([{"side": side, "start": 1, "end": 2} for side in sides])
    assert is_two_sided(engine(rows, DECLARATIONS)) is expected


def test_a_trajectory_belongs_to_both_when_each_side_has_a_line_of_it(engine: Opener) -> None:
    care = trajectories_of(
        drawn("""
        client_id  start       last
        k          2024-01-01  2024-03-31
        k          2024-06-01  -
        l          2024-01-01  2024-01-31
        m          2024-01-01  2024-01-31
        n          2024-01-01  2024-01-31""")
    )
    told = drawn("""
        client_id  side          start       last
        k          municipality  2024-01-01  2024-01-31
        k          provider      2024-03-01  2024-03-31
        k          provider      2024-06-01  2024-06-30
        l          both          2024-01-01  2024-01-31
        l          municipality  2024-01-01  2024-01-31
        m          municipality  2024-01-01  2024-01-31
        n          -             2024-01-01  2024-01-31""")
    lines = lines_of([row | {"side": row["side"] or ""} for row in told])
    sided = find_sided(engine(care, TRAJECTORIES), engine(lines, DECLARATIONS))
    assert rows_of(sided, ["trajectory_id", "outcome", "quarter"]) == [
        {"trajectory_id": 1, "outcome": "both", "quarter": 8096},
        {"trajectory_id": 2, "outcome": "only_provider", "quarter": 8097},
        {"trajectory_id": 3, "outcome": "both", "quarter": 8096},
        {"trajectory_id": 4, "outcome": "only_municipality", "quarter": 8096},
    ]
    counted = rows_of(count_sided(sided), ["outcome", "trajectories", "clients"])
    assert [tuple(row.values()) for row in counted] == [
        ("both", 2, 2),
        ("only_municipality", 1, 1),
        ("only_provider", 1, 1),
    ]


def test_allocations_are_declared_started_or_waiting(engine: Opener) -> None:
    plain = {"municipality": "G", "care_form": "light", "product": "p", "start": 1, "end": 2}
    plain |= {"volume": None, "unit": ""}
    rows = [
        plain | {**row, "started": bool(row["started"]), "declared": bool(row["declared"])}
        for row in drawn("""
        client_id  provider  allocation  budget_cents  started  declared
        k1         A         a           100           1        1
        k1         A         b           -             0        1
        k2         A         c           300           1        0
        k3         B         d           500           0        0""")
    ]
    counted = count_allocated(engine(rows, ALLOCATIONS), ["provider"])
    names = ["provider", "state", "allocations", "clients", "budget_cents"]
    assert [tuple(row.values()) for row in rows_of(counted, names) if row["allocations"]] == [
        ("A", "declared", 2, 1, 100),
        ("A", "started", 1, 1, 300),
        ("B", "waiting", 1, 1, 500),
    ]
    assert len(rows_of(counted, names)) == 6
