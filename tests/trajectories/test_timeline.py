"""The timeline of one chain: its care, uncounted care during it, and talks; nobody else's."""

from core.frames import Frame
from core.tables import EVALUATIONS, TRAJECTORIES
from core.trajectories.calendar import date_of
from core.trajectories.chains import find_chains
from core.trajectories.selection import Selection
from core.trajectories.steps import find_steps
from core.trajectories.timeline import (
    find_longest_chains,
    find_timeline,
    find_timeline_talks,
)
from tests.conftest import Opener, drawn, rows_of, rules_of, trajectories_of

# k has one chain in 2021 and one in 2023 and 2024 with transport during it; l has another one.
DRAWING = """
client_id  provider  care_form  start       last
k          A         light      2021-01-01  2021-03-31
k          A         transport  2021-06-01  2021-06-30
k          A         light      2023-01-01  2023-06-30
k          B         transport  2023-06-01  2023-12-31
k          B         heavy      2023-07-01  -
l          A         light      2023-01-01  2023-12-31"""

TALKS = """
client_id  date
k          2021-02-01
k          2022-12-01
k          2023-06-15
l          2023-06-15"""

SECOND_OF_K = 5


def test_a_chain_is_found_by_any_of_its_trajectories(engine: Opener) -> None:
    rows = rows_of(
        find_timeline(chained(engine), SECOND_OF_K, rules_of()),
        ["start", "care_form", "provider", "kind", "position"],
    )
    assert [tuple(row.values())[1:] for row in rows] == [
        ("light", "A", "next", 1),
        ("transport", "B", "uncounted", 0),
        ("heavy", "B", "next", 2),
    ]


def test_nothing_lies_after_as_of(engine: Opener) -> None:
    rules = rules_of()
    rows = rows_of(find_timeline(chained(engine), SECOND_OF_K, rules), ["end"])
    assert max(row["end"] for row in rows) == rules.as_of + 1


def test_uncounted_care_opens_no_timeline(engine: Opener) -> None:
    assert rows_of(find_timeline(chained(engine), 2, rules_of()), ["start"]) == []


def test_talks_are_those_of_the_client_that_could_count(engine: Opener) -> None:
    talks = engine(drawn(TALKS), {name: EVALUATIONS[name] for name in ("client_id", "date")})
    found = find_timeline_talks(chained(engine), talks, SECOND_OF_K, rules_of())
    days = [date_of(row["date"]).isoformat() for row in rows_of(found, ["date"])]
    assert days == ["2022-12-01", "2023-06-15"]


def test_the_list_points_at_chains_without_saying_whose(engine: Opener) -> None:
    listed = find_longest_chains(chained(engine), Selection(2023, 2023))
    assert "client_id" not in listed.collect_schema().names()
    columns = ["trajectory_id", "length", "trajectories", "care_form"]
    assert [tuple(row.values()) for row in rows_of(listed, columns)] == [
        (3, 2, 2, "light"),
        (6, 1, 1, "light"),
    ]


def chained(engine: Opener) -> Frame:
    """Chain the drawing."""
    care = engine(trajectories_of(drawn(DRAWING)), TRAJECTORIES)
    return find_steps(find_chains(care, rules_of()), rules_of())
