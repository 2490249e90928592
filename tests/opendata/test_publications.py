from datetime import date
from pathlib import Path

import pytest

from core.opendata.publications import fetched_on, find_newer, next_publication, sources_behind
from core.text import opendata as text
from tests.opendata.drawn import edition


@pytest.mark.parametrize(
    ("fetched", "today", "newer"),
    [
        pytest.param("2025-05-01", "2025-10-30", None, id="between two publications"),
        pytest.param("2025-05-01", "2025-10-31", "2025-10-31", id="on the day it is out"),
        pytest.param("2025-05-01", "2027-01-01", "2025-10-31", id="the first one missed"),
        pytest.param("2025-04-30", "2025-05-01", None, id="fetched on the day itself"),
        pytest.param("2025-11-01", "2026-04-30", "2026-04-30", id="over the turn of the year"),
    ],
)
def test_a_newer_publication_is_told(fetched: str, today: str, newer: str | None) -> None:
    found = find_newer(date.fromisoformat(fetched), date.fromisoformat(today))
    assert found == (date.fromisoformat(newer) if newer else None)


def test_the_next_publication_is_in_april_or_october() -> None:
    assert next_publication(date(2026, 11, 22)) == date(2027, 4, 30)
    assert next_publication(date(2026, 5, 1)) == date(2026, 10, 31)


def test_only_tables_behind_the_topics_are_named(tmp_path: Path) -> None:
    shelf = edition(
        tmp_path,
        [
            {"year": 2022, "source": "T1"},
            {"year": 2023, "source": "T1", "status": "provisional"},
            {"topic": "spending", "source": "T2"},
        ],
        [{"source": "T1"}, {"source": "T2"}],
    )
    [row] = sources_behind(shelf, ["youth_with_care"]).to_dict("records")
    assert (row["source"], row["first_year"], row["last_year"]) == ("T1", 2022, 2023)
    assert row["provisional_from"] == 2023
    assert text.under(sources_behind(shelf, ["pupils"])) == text.NO_SOURCE


def test_the_line_names_three_tables_and_counts_the_others(tmp_path: Path) -> None:
    ids = [f"T{number}" for number in range(5)]
    shelf = edition(tmp_path, [{"source": one} for one in ids], [{"source": one} for one in ids])
    line = text.under(sources_behind(shelf, ["youth_with_care"]))
    assert "T2" in line
    assert "T3" not in line
    assert "en nog 2 tabellen" in line
    assert "CC BY 4.0" in line
    assert "02-05-2024" in line


def test_the_oldest_copy_counts(tmp_path: Path) -> None:
    shelf = edition(
        tmp_path,
        [{"source": "T1"}, {"source": "T2"}],
        [{"source": "T1", "fetched": "2025-05-02"}, {"source": "T2"}],
    )
    assert fetched_on(sources_behind(shelf, ["youth_with_care"])) == date(2024, 5, 2)
