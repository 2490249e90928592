"""Mistakes that tools made in the construction of trajectories, each with its right answer."""

import pytest

from core.tables import DECLARATIONS, TRAJECTORIES
from core.trajectories.building import find_trajectories
from core.trajectories.chains import find_chains
from core.trajectories.cohorts import find_observed
from core.trajectories.counting import count_variants
from core.trajectories.steps import find_steps
from tests.conftest import Opener, drawn, lines_of, rows_of, rules_of, trajectories_of

CODES = {
    "codes of one length": {"x": "A1", "y": "B2", "z": "C3"},
    "codes that begin with each other": {"x": "4", "y": "44", "z": "444"},
    "codes that look like two others": {"x": "1", "y": "2", "z": "12"},
}


@pytest.mark.parametrize("codes", CODES.values(), ids=CODES)
def test_a_form_is_its_whole_code_whatever_its_length(
    codes: dict[str, str], engine: Opener
) -> None:
    """Trap 9: what is together is decided by which forms there are, not by how they are written."""
    rows = drawn("""
        care_form  start       last
        x          2023-01-01  2023-01-31
        x          2023-02-01  2023-02-28
        y          2023-03-01  2023-04-30
        z          2023-05-01  2023-06-30
        x          2023-05-15  2023-05-31""")
    lines = lines_of([row | {"care_form": codes[str(row["care_form"])]} for row in rows])
    trajectories = find_trajectories(engine(lines, DECLARATIONS), rules_of())
    assert [row["care_form"] for row in rows_of(trajectories, ["care_form"], ["start"])] == [
        codes[form] for form in "xyzx"
    ]
    chained = find_steps(find_chains(trajectories, rules_of()), rules_of())
    route = " > ".join(codes[form] for form in "xyz")
    assert rows_of(count_variants(chained), ["variant", "chains"]) == [
        {"variant": route, "chains": 1}
    ]


def test_of_several_starts_in_one_month_only_one_is_the_first(engine: Opener) -> None:
    """Trap 17: each start has its own place, so that not all of a period are a repeat, or new."""
    rows = drawn("""
        client_id  start       last
        other      2023-01-01  2023-02-28
        third      2023-01-01  2023-02-28
        fourth     2023-01-01  2023-02-28
        k          2023-05-01  2023-05-05
        k          2023-05-01  2023-05-09
        k          2023-05-12  2023-05-15
        k          2023-05-20  2023-06-30""")
    rows.sort(key=lambda row: row["client_id"])
    trajectories = engine(trajectories_of(rows), TRAJECTORIES)
    chained = find_steps(find_chains(trajectories, rules_of()), rules_of())
    columns = ["is_first", "position", "kind", "step"]
    found = rows_of(find_observed(chained), columns, ["trajectory_id"])
    assert [tuple(row.values()) for row in found] == [
        (1, 1, "next", "first"),
        (0, 1, "same_decision", "first"),
        (0, 2, "next", "same"),
        (0, 3, "next", "same"),
    ]
