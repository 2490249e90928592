"""How many trajectories run at once: shares of days, clients, and one form from two providers."""

from core.frames import Frame
from core.stacking import depths as model
from core.tables import TRAJECTORIES
from core.trajectories.chains import find_chains
from core.trajectories.selection import Selection
from core.trajectories.steps import find_steps
from tests.conftest import Opener, drawn, rows_of, rules_of, trajectories_of

# k has two at once from 3 up to and including 5 January, and all three on the 5th;
# l has one, and transport beside it, which does not count; m has only care in 2023.
DRAWING = """
client_id  provider  care_form  start       last
k          A         light      2022-01-01  2022-01-10
k          B         light      2022-01-03  2022-01-05
k          C         heavy      2022-01-05  2022-01-05
l          A         light      2022-02-01  2022-02-10
l          D         transport  2022-02-01  2022-02-10
m          A         light      2023-12-31  -"""

YEARS = Selection(2022, 2024)


def test_days_by_how_many_run_at_once(engine: Opener) -> None:
    counted = model.count_depths(depths(engine), YEARS)
    columns = ["year", "at_once", "days", "clients"]
    assert [tuple(row.values()) for row in rows_of(counted, columns)] == [
        (2022, 1, 17, 2),
        (2022, 2, 3, 1),
        (2023, 1, 1, 1),
        (2024, 1, 366, 1),
    ]


def test_days_beyond_the_first_stand_on_who_had_three_at_once(engine: Opener) -> None:
    counted = model.count_extra(depths(engine), YEARS)
    columns = ["year", "extra_days", "clients"]
    assert [tuple(row.values()) for row in rows_of(counted, columns)] == [
        (2022, 4, 1),
        (2023, 0, 0),
        (2024, 0, 0),
    ]


def test_clients_with_and_without_a_stacked_day(engine: Opener) -> None:
    counted = model.count_stacked(depths(engine), YEARS)
    assert [tuple(row.values()) for row in rows_of(counted, ["year", "is_stacked", "number"])] == [
        (2022, 0, 1),
        (2022, 1, 1),
        (2023, 0, 1),
        (2024, 0, 1),
    ]


def test_the_most_at_once_is_cumulated(engine: Opener) -> None:
    reached = rows_of(model.count_reached(depths(engine)), ["at_once", "clients"])
    assert [row["clients"] for row in reached][:4] == [3, 1, 1, 0]


def test_one_form_twice_is_from_two_providers(engine: Opener) -> None:
    doubled = model.find_doubled(chained(engine), YEARS, rules_of())
    assert rows_of(model.count_same_forms(doubled), ["care_form", "days", "clients"]) == [
        {"care_form": "light", "days": 3, "clients": 1}
    ]


def test_who_fits_a_filter_keeps_all_help(engine: Opener) -> None:
    heavy = Selection(2022, 2022, dimension="care_form", value="heavy")
    counted = model.count_depths(model.find_depths(chained(engine), heavy, rules_of()), heavy)
    assert [tuple(row.values()) for row in rows_of(counted, ["at_once", "days"])] == [
        (1, 7),
        (2, 3),
    ]


def test_uncounted_care_stacks_when_the_rules_count_it(engine: Opener) -> None:
    rules = rules_of(uncounted=())
    care = find_steps(
        find_chains(engine(trajectories_of(drawn(DRAWING)), TRAJECTORIES), rules), rules
    )
    counted = model.count_stacked(model.find_depths(care, YEARS, rules), YEARS)
    stacked = [row for row in rows_of(counted, ["year", "is_stacked", "number"]) if row["number"]]
    assert {"year": 2022, "is_stacked": 1, "number": 2} in stacked


def chained(engine: Opener) -> Frame:
    """Chain the drawing."""
    care = engine(trajectories_of(drawn(DRAWING)), TRAJECTORIES)
    return find_steps(find_chains(care, rules_of()), rules_of())


def depths(engine: Opener) -> Frame:
    """Find what runs at once in the drawing."""
    return model.find_depths(chained(engine), YEARS, rules_of())
