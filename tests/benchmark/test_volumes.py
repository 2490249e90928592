"""What spending is a product of, of regions together, in years that were counted alike."""

from pathlib import Path

import pandas as pd
import pytest

from core.benchmark.volumes import (
    add_volumes,
    price_level,
    provisional_among,
    years_to_compare,
)
from core.opendata.shelf import BREAKS_FILE, Shelf
from core.text import decomposition
from tests.benchmark.drawing import figures, regions, shelf_of

YEARS = (2021, 2022, 2023)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    drawn = [
        figures([("spending", code, year, 5_000_000.0) for code in "AB" for year in YEARS], "all"),
        figures([("population", code, year, 2_000.0) for code in "AB" for year in YEARS], "<23"),
        figures([("youth_with_care", code, year, 200.0) for code in "AB" for year in YEARS], "all"),
        figures(
            [("care_trajectories", "A", year, 300.0) for year in YEARS]
            + [("care_trajectories", "B", 2023, None)],
            "all",
        ),
        figures([("consumer_prices", "NL01", 2023, 120.0)]),
    ]
    breaks = pd.DataFrame(
        {"topic": ["youth_with_care", "spending"], "year": [2022, 2023], "reason": ["x", "y"]}
    )
    breaks.to_parquet(tmp_path / BREAKS_FILE)
    return shelf_of(tmp_path, pd.concat(drawn), regions([{"region": "A"}, {"region": "B"}]))


def test_only_regions_with_all_four_numbers_are_added_up(shelf: Shelf) -> None:
    both = add_volumes(shelf, 2023, ["B", "A"])
    assert both is not None
    assert (both.regions, both.euros) == (1, 5_000_000)
    assert add_volumes(shelf, 2023, ["B"]) is None
    assert add_volumes(shelf, 1999, ["A"]) is None


def test_factors_multiply_to_spending_and_per_young_person(shelf: Shelf) -> None:
    own = add_volumes(shelf, 2023, ["A"])
    assert own is not None
    assert own.factors == pytest.approx(
        {"youth": 2000, "use": 0.1, "intensity": 1.5, "price": 5_000_000 / 300}
    )
    assert list(own.per_youth) == ["use", "intensity", "price"]
    assert own.in_prices(1.2)["price"] == pytest.approx(own.factors["price"] / 1.2)


def test_only_a_break_in_counting_people_parts_the_years(shelf: Shelf) -> None:
    assert years_to_compare(shelf, "A") == [2022, 2023]
    assert years_to_compare(shelf, "B") == []


def test_a_year_is_provisional_when_one_of_the_numbers_is(tmp_path: Path) -> None:
    rows = figures([("spending", "A", year, 1.0) for year in YEARS], "all")
    still = figures([("care_trajectories", "A", 2023, 1.0)], "all").assign(status="provisional")
    drawn = shelf_of(tmp_path, pd.concat([rows, still]), regions([{"region": "A"}]))
    assert provisional_among(drawn, [2022, 2023]) == [2023]
    assert decomposition.provisional([2022, 2023]).startswith("Cijfers over 2022 en 2023 zijn")
    assert decomposition.provisional([]) == ""


def test_a_price_that_was_not_published_is_none(shelf: Shelf) -> None:
    assert price_level(shelf, 2023) == 120
    assert price_level(shelf, 2022) is None
