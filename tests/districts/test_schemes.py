"""Clients with youth care and another scheme by district, on every engine."""

from pathlib import Path

import narwhals.stable.v2 as nw
import pytest

from core.districts.schemes import count_scheme_homes, find_several, find_together
from core.stacking.schemes import BITS
from core.tables import DECLARATIONS, Column, Table
from core.trajectories.selection import Selection
from tests.conftest import Opener, drawn, lines_of, rows_of
from tests.districts.drawing import figures, shelf_of

YOUTH, WMO, DEBTS = BITS["youth"], BITS["wmo"], BITS["schuldhulp"]
SCHEME_DAYS: Table = {
    "client_id": DECLARATIONS["client_id"],
    "bit": Column(nw.Int64, "Regeling", "The bit of a scheme"),
    "start": DECLARATIONS["start"],
    "end": DECLARATIONS["end"],
}
DAYS = f"""
    client_id bit     start end
    a         {YOUTH} 0     10
    a         {WMO}   9     20
    b         {YOUTH} 0     10
    b         {WMO}   10    20
    c         {YOUTH} 0     10
    d         {WMO}   0     10
    d         {DEBTS} 0     10
    e         {YOUTH} 0     10
    e         {WMO}   5     6
    e         {DEBTS} 5     6
"""


def test_together_is_at_least_one_day_of_both_and_touching_is_not(engine: Opener) -> None:
    together = find_together(engine(drawn(DAYS), SCHEME_DAYS))
    assert rows_of(together, ["client_id"]) == [{"client_id": "a"}, {"client_id": "e"}]


def test_clients_with_youth_care_are_counted_where_they_live(engine: Opener) -> None:
    lines = """
        client_id start      last       district
        a         2024-01-01 2024-01-31 noord
        b         2024-01-01 2024-01-31 noord
        c         2024-01-01 2024-01-31 zuid
        d         2024-01-01 2024-01-31 zuid
    """
    counted = count_scheme_homes(
        engine(drawn(DAYS), SCHEME_DAYS),
        engine(lines_of(drawn(lines)), DECLARATIONS),
        Selection(2024, 2024, municipality="G"),
    )
    assert rows_of(counted, ["district", "clients", "together", "other"]) == [
        {"district": "", "clients": 1, "together": 1, "other": 0},
        {"district": "noord", "clients": 2, "together": 1, "other": 1},
        {"district": "zuid", "clients": 1, "together": 0, "other": 1},
    ]


@pytest.mark.parametrize(
    ("newest", "expected"),
    [
        pytest.param([5.0, 6.0], [5.0, 6.0], id="the newest year with a figure"),
        pytest.param([None, None], [3.0, 4.0], id="a year without any figure does not count"),
    ],
)
def test_the_open_figure_of_a_municipality(
    tmp_path: Path, newest: list[float | None], expected: list[float]
) -> None:
    rows = []
    for year, values in ((2022, [3.0, 4.0]), (2023, newest)):
        for category, value in zip(("1", "2"), values, strict=True):
            rows += figures("youth_with_several", {"GM1": value}, category=category, year=year)
    found = find_several(shelf_of(tmp_path, [], rows), "GM1")
    assert found["value"].tolist() == expected
