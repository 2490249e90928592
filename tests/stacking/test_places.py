"""Where selected help stands: first, after or beside other help, and what came before and after."""

import pytest

from core.frames import Frame
from core.stacking.places import count_neighbours, count_places, find_places
from core.stacking.selections import find_born, mark
from core.tables import DECLARATIONS, TRAJECTORIES
from core.trajectories.chains import find_chains
from core.trajectories.selection import Selection
from core.trajectories.steps import find_steps
from tests.conftest import Opener, drawn, lines_of, rows_of, rules_of, trajectories_of

# Every drawing begins in January 2022 with somebody else's care, so that the data begin there.
FIRST = """
client_id  care_form  start       last
z          light      2022-01-01  2022-01-31
z          light      2022-02-01  2022-02-28
"""

PLACES = {
    "nothing before it is first": ("k transport 2023-01-01 2023-01-31", ("first", "", "")),
    "care that ran out within the pause came before": (
        "k light 2022-06-01 2022-12-31\nk transport 2023-02-01 2023-02-28",
        ("after", "light", ""),
    ),
    "care that ran out longer ago did not": (
        "k light 2022-03-01 2022-03-31\nk transport 2023-02-01 2023-02-28",
        ("first", "", ""),
    ),
    "care that runs on stands beside": (
        "k light 2022-06-01 -\nk transport 2023-02-01 2023-02-28",
        ("beside", "light", ""),
    ),
    "a long one that runs counts for beside, the latest start is named": (
        "k heavy 2022-06-01 -\nk light 2022-07-01 2022-07-31\nk transport 2023-02-01 2023-02-28",
        ("beside", "light", ""),
    ),
    "care of the same day is neither before nor after": (
        "k heavy 2023-02-01 2023-02-28\nk transport 2023-02-01 2023-02-28",
        ("first", "", ""),
    ),
    "what begins later within the pause came after": (
        "k transport 2023-02-01 2023-02-28\nk heavy 2023-03-15 2023-03-31",
        ("first", "", "heavy"),
    ),
    "what begins later than the pause did not": (
        "k transport 2023-02-01 2023-02-28\nk heavy 2023-12-15 2023-12-31",
        ("first", "", ""),
    ),
    "of the first month nobody knows what was before": (
        "k transport 2022-01-05 2022-02-28",
        ("unknown", "", ""),
    ),
}


@pytest.mark.parametrize(("drawing", "expected"), PLACES.values(), ids=PLACES)
def test_find_places(drawing: str, expected: tuple[str, str, str], engine: Opener) -> None:
    found = rows_of(placed(engine, drawing), ["place", "before", "after"])
    assert [tuple(row.values()) for row in found] == [expected]


def test_places_and_neighbours_are_counted_by_starts_and_clients(engine: Opener) -> None:
    drawing = (
        "k light 2022-06-01 2022-12-31\nk transport 2023-01-01 2023-01-31\n"
        "l light 2022-06-01 2022-12-31\nl transport 2023-01-01 2023-01-31\n"
        "m transport 2023-01-01 2023-01-31\nm heavy 2023-02-01 2023-02-28"
    )
    found = placed(engine, drawing)
    assert rows_of(count_places(found), ["place", "trajectories", "clients"]) == [
        {"place": "after", "trajectories": 2, "clients": 2},
        {"place": "first", "trajectories": 1, "clients": 1},
    ]
    columns = ["side", "kind", "care_form", "clients"]
    assert [tuple(row.values()) for row in rows_of(count_neighbours(found, 1), columns)] == [
        ("after", "form", "heavy", 1),
        ("after", "none", "", 2),
        ("before", "form", "light", 2),
        ("before", "none", "", 1),
    ]
    rare = rows_of(count_neighbours(found, 2), columns)
    assert {row["kind"] for row in rare} >= {"rest"}


def placed(engine: Opener, drawing: str) -> Frame:
    """Find the places of the transport in a drawing."""
    rules = rules_of()
    rows = sorted(
        drawn(FIRST + drawing), key=lambda row: (str(row["client_id"]), int(str(row["start"])))
    )
    care = engine(trajectories_of(rows), TRAJECTORIES)
    chained = find_steps(find_chains(care, rules), rules)
    born = find_born(engine(lines_of(drawn("start last\n2022-01-01 -")), DECLARATIONS))
    marked = mark(chained, "transport", ("transport",), born)
    return find_places(marked, Selection(2022, 2024), rules)
