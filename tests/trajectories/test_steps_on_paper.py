"""The place of a step on paper in its chain: it is no step, and its care is still there."""

from datetime import date

import pytest

from core.tables import ON_PAPER, OPEN_END, TRAJECTORIES
from core.trajectories.administrative import carry_on
from core.trajectories.calendar import day_number
from core.trajectories.chains import find_chains
from core.trajectories.rules import ADMINISTRATIVE
from core.trajectories.steps import find_steps
from core.trajectories.triggers import find_triggers
from tests.conftest import Opener, drawn, rows_of, rules_of, trajectories_of

ALL = rules_of(administrative=ADMINISTRATIVE)

LISTED = {
    "it keeps the position that was reached, and later starts see its care": """
        care_form  start       last        paper  chain  position  kind            step
        light      2023-01-01  2023-03-31  -      1      1         next            first
        light      2023-04-01  2023-09-30  1      1      1         administrative  administrative
        heavy      2023-10-01  2023-12-31  -      1      2         next            up""",
    "a change of rung on paper is no step, and the next is seen against the new rung": """
        care_form  start       last        paper  chain  position  kind            step
        light      2023-01-01  2023-03-31  -      1      1         next            first
        medium     2023-04-01  2023-09-30  1      1      1         administrative  administrative
        medium     2023-10-01  2023-12-31  -      1      2         next            same""",
    "the one that opens a chain is the first of it": """
        care_form  start       last        paper  chain  position  kind  step
        light      2020-01-01  2020-03-31  -      1      1         next  first
        light      2023-04-01  2023-09-30  1      2      1         next  first""",
    "nothing is the same decision as what was none": """
        care_form  start       last        paper  chain  position  kind            step
        light      2023-01-01  2023-03-31  -      1      1         next            first
        heavy      2023-04-01  2023-04-20  1      1      1         administrative  administrative
        light      2023-04-01  2023-12-31  -      1      2         next            same""",
}


@pytest.mark.parametrize("drawing", LISTED.values(), ids=LISTED)
def test_a_step_on_paper_in_its_chain(drawing: str, engine: Opener) -> None:
    results = ("chain", "position", "kind", "step")
    rows = drawn(drawing)
    paper = [
        {"trajectory_id": number, "reason": "reorganisation"}
        for number, row in enumerate(rows, start=1)
        if row["paper"]
    ]
    given_rows = [{n: cell for n, cell in row.items() if n not in results} for row in rows]
    trajectories = engine(trajectories_of(given_rows), TRAJECTORIES)
    linked = find_chains(trajectories, ALL, engine(paper, ON_PAPER))
    wanted = [{name: row[name] for name in results} for row in rows]
    assert rows_of(find_steps(linked, ALL), results, ["trajectory_id"]) == wanted


def test_care_that_goes_on_on_paper_keeps_a_chain_alive_for_the_next_talk(engine: Opener) -> None:
    """Second in a row, ended two years ago, and yet running: at another provider."""
    rows = drawn("""
        care_form  start       last
        light      2021-01-01  2021-12-31
        medium     2022-01-01  2022-06-30
        medium     2022-07-01  -""")
    trajectories = engine(trajectories_of(rows), TRAJECTORIES)
    paper = engine([{"trajectory_id": 3, "reason": "reorganisation"}], ON_PAPER)
    chained = find_steps(find_chains(trajectories, ALL, paper), ALL)
    listed = rows_of(find_triggers(chained, ALL), ["trajectory_id", "position", "status"])
    assert listed == [{"trajectory_id": 2, "position": 2, "status": "attention"}]
    carried = rows_of(carry_on(chained), ["trajectory_id", "end"])
    ended = day_number(date(2022, 1, 1))
    assert [row["end"] for row in carried] == [ended, OPEN_END]
