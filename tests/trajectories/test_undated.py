"""Lines without days of their own: they count in lines and money, never in order or pauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.tables import CHAINED, DECLARATIONS
from core.trajectories.building import find_trajectories
from core.trajectories.chains import find_chains
from core.trajectories.counting import count_start_sources
from core.trajectories.steps import find_steps
from core.trajectories.triggers import find_triggers
from tests.conftest import Opener, Row, drawn, in_polars, lines_of, rows_of, rules_of

APART = {
    "output between two months bridges nothing": (
        """
        start       last        dated
        2024-01-01  2024-01-31  yes
        2024-02-01  2024-02-29  no
        2024-03-01  2024-03-31  yes""",
        """
        start       last        lines  kind
        2024-01-01  2024-01-31  1      next
        2024-02-01  2024-02-29  1      uncounted
        2024-03-01  2024-03-31  1      next""",
    ),
    "not even within one allocation": (
        """
        start       last        dated  allocation
        2024-01-01  2024-01-31  yes    7
        2024-02-01  2024-02-29  no     7""",
        """
        start       last        lines  kind
        2024-01-01  2024-01-31  1      next
        2024-02-01  2024-02-29  1      uncounted""",
    ),
    "lines of output that touch are one trajectory": (
        """
        start       last        dated
        2024-01-01  2024-01-31  no
        2024-02-01  2024-02-29  no""",
        """
        start       last        lines  kind
        2024-01-01  2024-02-29  2      uncounted""",
    ),
    "of the same days the dated one comes first": (
        """
        start       last        dated
        2024-01-01  2024-01-31  no
        2024-01-01  2024-01-31  yes""",
        """
        start       last        lines  kind
        2024-01-01  2024-01-31  1      next
        2024-01-01  2024-01-31  1      uncounted""",
    ),
}


def marked(rows: list[Row]) -> list[Row]:
    """Read ``dated`` of drawn rows: yes or no."""
    return [row | {"dated": row["dated"] == "yes"} for row in rows]


@pytest.mark.parametrize(("lines", "expected"), APART.values(), ids=list(APART))
def test_lines_without_days_stand_apart(engine: Opener, lines: str, expected: str) -> None:
    rules = rules_of()
    declared = engine(lines_of(marked(drawn(lines))), DECLARATIONS)
    chained = find_chains(find_trajectories(declared, rules), rules)
    shown = ("start", "end", "lines", "kind")
    assert rows_of(chained, shown, ["trajectory_id"]) == drawn(expected)


def test_where_starts_come_from_is_counted_with_lines_money_and_clients(engine: Opener) -> None:
    lines = marked(
        drawn("""
        client_id  start       last        dated  start_source  amount_cents
        k1         2024-01-01  2024-01-31  yes    start         100
        k1         2024-02-01  2024-02-29  yes    declaration   100
        k1         2024-03-01  2024-03-31  no     declaration   -
        k2         2024-03-01  2024-03-31  no     declaration   250""")
    )
    counted = count_start_sources(engine(lines_of(lines), DECLARATIONS))
    assert rows_of(
        counted, ("start_source", "dated", "lines", "amount_cents", "clients")
    ) == marked(
        drawn("""
        start_source  dated  lines  amount_cents  clients
        declaration   no     2      250           2
        declaration   yes    1      100           1
        start         yes    1      100           1""")
    )


some_lines = st.lists(
    st.fixed_dictionaries(
        {
            "client_id": st.sampled_from(["k1", "k2"]),
            "care_form": st.sampled_from(["light", "heavy", "transport"]),
            "allocation": st.sampled_from(["", "7"]),
            "start": st.integers(19_700, 19_900),
            "end": st.integers(19_901, 19_990),
            "dated": st.booleans(),
        }
    ),
    min_size=1,
    max_size=12,
)


@given(lines=some_lines)
def test_whoever_leaves_out_lines_without_days_sees_the_same_chains(lines: list[Row]) -> None:
    """The naive definition: chains, steps and triggers are those of the dated lines alone."""
    every = [row for row in _chained(lines) if row["kind"] != "uncounted"]
    dated = [line for line in lines if line["dated"]]
    alone = [row for row in _chained(dated) if row["kind"] != "uncounted"]
    assert _without_number(every) == _without_number(alone)


def _chained(lines: list[Row]) -> list[Row]:
    if not lines:
        return []
    rules = rules_of(trigger_position=2)
    declared = in_polars(lines_of(lines), DECLARATIONS)
    chained = find_steps(find_chains(find_trajectories(declared, rules), rules), rules)
    triggers = rows_of(find_triggers(chained, rules, None), ("trajectory_id", "status"))
    told = {row["trajectory_id"]: row["status"] for row in triggers}
    rows = rows_of(chained, [name for name in CHAINED if name != "status"], ["trajectory_id"])
    return [row | {"trigger": told.get(row["trajectory_id"])} for row in rows]


def _without_number(rows: list[Row]) -> list[Row]:
    return [{name: row[name] for name in row if name != "trajectory_id"} for row in rows]
