"""Youth care and help by another law: at the same time, one after another, or alone."""

from core.frames import Frame
from core.stacking.schemes import count_schemes, find_scheme_days
from core.tables import OTHER_SCHEMES, TRAJECTORIES
from core.trajectories.selection import Selection
from tests.conftest import Opener, Row, drawn, lines_of, rows_of, rules_of, trajectories_of

# k has Wmo on one day of youth care; l has it in the same year but never on one day; m has only
# youth care; n has no youth care at all; o has Wmo that was taken back.
YOUTH = """
client_id  start       last
k          2022-01-01  2022-03-31
l          2022-01-01  2022-03-31
m          2022-01-01  2023-12-31
o          2022-01-01  2022-12-31"""

OTHERS = """
client_id  scheme           start       last        amount_cents  is_credit
k          wmo              2022-03-31  2022-06-30  100           False
l          wmo              2022-04-01  2022-06-30  100           False
l          participatiewet  2022-07-01  2022-07-31  100           False
n          wmo              2022-01-01  -           100           False
o          wmo              2022-05-01  2022-05-31  100           False
o          wmo              2022-05-01  2022-05-31  -100          True"""

YEARS = Selection(2022, 2023)


def test_schemes_at_the_same_time_and_after_another_are_apart(engine: Opener) -> None:
    counted = rows_of(schemes(engine, 1), ["year", "schemes", "how", "number"])
    assert [tuple(row.values()) for row in counted if row["year"] == 2022] == [
        (2022, "youth", "alone", 2),
        (2022, "youth+wmo", "together", 1),
        (2022, "youth+wmo+participatiewet", "apart", 1),
    ]
    assert [tuple(row.values()) for row in counted if row["year"] == 2023] == [
        (2023, "youth", "alone", 1)
    ]
    assert sum(row["number"] for row in counted if row["year"] == 0) == 4


def test_rare_sets_are_the_rest(engine: Opener) -> None:
    counted = rows_of(schemes(engine, 2), ["year", "schemes", "how", "number"])
    assert ("rest", "", 2) in {
        (row["schemes"], row["how"], row["number"]) for row in counted if row["year"] == 2022
    }


def schemes(engine: Opener, fewest: int) -> Frame:
    """Count the schemes of the drawing."""
    youth = engine(trajectories_of(drawn(YOUTH)), TRAJECTORIES)
    others = engine(scheme_lines(), OTHER_SCHEMES)
    days = find_scheme_days(youth, others, YEARS, rules_of())
    return count_schemes(days, YEARS, fewest)


def scheme_lines() -> list[Row]:
    """Complete the drawn lines of other schemes."""
    lines = lines_of(drawn(OTHERS))
    return [line | {"is_credit": line["is_credit"] == "True"} for line in lines]
