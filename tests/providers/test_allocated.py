"""How long help took to begin: from the first day allocated to the first day that was told."""

from core.frames import Frame
from core.providers.allocated import (
    EVERYBODY,
    count_all_waits,
    count_allocation_waits,
    find_allocation_waits,
)
from core.tables import ALLOCATION_WAITS, ALLOCATIONS, DECLARATIONS
from tests.conftest import Opener, Row, drawn, lines_of, rows_of

PLAIN: Row = {
    "municipality": "G",
    "provider": "A",
    "care_form": "light",
    "product": "light",
    "end": 30_000,
    "volume": None,
    "unit": "",
    "budget_cents": None,
    "started": True,
    "declared": True,
}

ALLOCATED = """
    client_id  allocation  provider  start
    a          n1          A         2022-01-01
    b          n2          A         2022-01-01
    c          n3          A         2022-02-01
    d          n4          B         2022-01-01
    e          n5          B         2022-01-01
    f          -           B         2022-01-01
"""
DECLARED = """
    client_id  allocation  start       last        start_source
    a          n1          2022-01-11  2022-01-31  start
    a          n1          2022-02-01  2022-02-28  start
    b          n2          2022-01-31  2022-02-28  start
    c          n3          2022-01-01  2022-03-31  start
    d          n4          2022-03-01  2022-03-31  declaration
    f          -           2022-03-01  2022-03-31  start
"""
"""c began before its allocation; of d only the month is told; e never began; f has no number."""


def waits(engine: Opener) -> Frame:
    allocated = [PLAIN | row | {"allocation": row["allocation"] or ""} for row in drawn(ALLOCATED)]
    lines = engine(lines_of(drawn(DECLARED)), DECLARATIONS)
    return find_allocation_waits(lines, engine(allocated, ALLOCATIONS))


def test_days_run_from_the_allocation_to_the_first_day_told(engine: Opener) -> None:
    found = rows_of(waits(engine), ["client_id", "days"])
    assert [tuple(row.values()) for row in found] == [("a", 10), ("b", 30), ("c", 0)]


def test_the_middle_of_each_provider_and_of_all(engine: Opener) -> None:
    found = rows_of(count_allocation_waits(waits(engine)), list(ALLOCATION_WAITS))
    assert [tuple(row.values()) for row in found] == [("A", 3, 3, 10.0)]
    everybody = rows_of(count_all_waits(waits(engine)), list(ALLOCATION_WAITS))
    assert [tuple(row.values()) for row in everybody] == [(EVERYBODY, 3, 3, 10.0)]
