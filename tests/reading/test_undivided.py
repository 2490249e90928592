"""Own codes are counted where they are parked, and what was chosen for them is put together."""

from core.reading.undivided import LABELS, by_place, count_undivided, for_all, joined
from tests.conftest import DECLARATIONS, Opener, drawn, lines_of, rows_of

LINES = drawn("""
    client_id municipality care_form start      last
    a         Noord        EIGEN1    2024-01-01 2024-01-31
    a         Noord        EIGEN1    2024-02-01 2024-02-29
    b         Noord        EIGEN1    2024-01-01 2024-01-31
    b         Zuid         EIGEN1    2024-01-01 2024-01-31
    b         Zuid         Dyslexie  2024-01-01 2024-01-31
""")


def test_codes_are_counted_by_municipality_in_lines_and_in_persons(engine: Opener) -> None:
    counted = count_undivided(engine(lines_of(LINES), DECLARATIONS), ["EIGEN1"])
    assert rows_of(counted, ["municipality", "care_form", "lines", "clients"]) == [
        {"municipality": "Noord", "care_form": "EIGEN1", "lines": 3, "clients": 2},
        {"municipality": "Zuid", "care_form": "EIGEN1", "lines": 1, "clients": 1},
    ]


def test_a_later_choice_for_a_code_counts_and_others_stay() -> None:
    before = {"": {"X": "Dyslexie"}, "Noord": {"A": "Vervoer", "B": "Crisis"}}
    together = joined(before, {"Noord": {"A": "Dagbehandeling"}, "Zuid": {"A": "Vervoer"}})
    assert for_all(together) == {"X": "Dyslexie"}
    assert by_place(together) == {
        "Noord": {"A": "Dagbehandeling", "B": "Crisis"},
        "Zuid": {"A": "Vervoer"},
    }


def test_a_code_can_be_put_under_every_form_of_the_ladder() -> None:
    assert {"Ambulant regulier", "Dagbehandeling", "JeugdzorgPlus"} <= set(LABELS)
