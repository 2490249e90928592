"""The headline figures, each with the rule that decides what it counts."""

import pytest

from core.tables import TRAJECTORIES
from core.trajectories.chains import find_chains
from core.trajectories.headlines import count_headlines
from core.trajectories.selection import Selection
from core.trajectories.steps import find_steps
from core.trajectories.triggers import find_triggers
from tests.conftest import Opener, drawn, rows_of, rules_of, trajectories_of

FOUR_IN_A_ROW = """
client_id  care_form  start       last
k0         light      2021-11-01  2022-01-31
k0         medium     2022-02-01  2022-02-28
k0         heavy      2022-03-01  2022-04-30
k1         light      2022-01-01  2022-03-31
k1         medium     2022-04-01  2022-06-30
k1         light      2022-07-01  2023-06-30
k1         heavy      2023-07-01  2023-12-31
k2         transport  2023-01-01  2023-12-31
k3         light      2023-05-01  -"""

HEADLINES = {
    "care in the period counts, also the forms that take no place": (
        (2023, 2023),
        {"clients": (3, 3), "trajectories": (4, 3)},
    ),
    "chains count in the year of their first start": (
        (2022, 2022),
        {"chains": (1, 1), "long_chains": (1, 1)},
    ),
    "what already ran when the data begin is no chain that began": (
        (2021, 2022),
        {"clients": (2, 2), "chains": (1, 1), "long_chains": (1, 1), "trigger_starts": (1, 1)},
    ),
    "a start counts in its own year": ((2023, 2023), {"trigger_starts": (0, 0)}),
    "the third of a chain is a start at the trigger": (
        (2022, 2023),
        {"trigger_starts": (1, 1), "chains": (2, 2)},
    ),
}


@pytest.mark.parametrize(("years", "expected"), HEADLINES.values(), ids=HEADLINES)
def test_count_headlines(
    years: tuple[int, int], expected: dict[str, tuple[int, int]], engine: Opener
) -> None:
    found = headlines(engine, Selection(*years), 3)
    assert {name: found[name] for name in expected} == expected


def test_another_trigger_counts_other_starts(engine: Opener) -> None:
    assert headlines(engine, Selection(2022, 2023), 2)["trigger_starts"] == (1, 1)
    assert headlines(engine, Selection(2022, 2022), 4)["trigger_starts"] == (0, 0)


def headlines(
    engine: Opener, selection: Selection, trigger_position: int
) -> dict[str, tuple[int, int]]:
    rules = rules_of(trigger_position=trigger_position, lookback_months=6)
    care = engine(trajectories_of(drawn(FOUR_IN_A_ROW)), TRAJECTORIES)
    chained = find_steps(find_chains(care, rules), rules)
    found = count_headlines(chained, find_triggers(chained, rules), rules, selection)
    rows = rows_of(found, ["headline", "number", "clients"])
    return {row["headline"]: (row["number"], row["clients"]) for row in rows}
