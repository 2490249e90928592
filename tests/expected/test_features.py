"""Features are read from the shelf as published: nothing is filled in, and years are told."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from core.expected.characteristics import NAMES
from core.expected.features import (
    find_characteristics,
    find_counted_in,
    find_features,
    find_provisional,
    find_years,
    known_characteristics,
)
from core.expected.outcomes import OUTCOMES
from core.opendata.shelf import FIGURES_FILE, REGIONS_FILE, Shelf

HELP = OUTCOMES["help"]
POPULATION = (("<23", 400.0), ("<18", 300.0), ("12-18", 100.0), ("18-23", 90.0))


def figure(topic: str, region: str, value: float | None, **other: object) -> dict[str, object]:
    plain = {"period": "2024JJ00", "year": 2024, "category": "", "status": "definitive"}
    return {"topic": topic, "region": region, "value": value, "source": "T1"} | plain | other


def drawn(folder: Path, figures: list[dict[str, object]]) -> Shelf:
    regions = [
        {"region": region, "name": region, "kind": "municipality", "youth_region": "JZ1"}
        for region in ("GM2", "GM1", "GM3")
    ]
    pd.DataFrame(figures).to_parquet(folder / FIGURES_FILE)
    pd.DataFrame(regions).to_parquet(folder / REGIONS_FILE)
    return Shelf("drawn", folder)


def test_a_municipality_is_a_row_and_what_was_not_published_is_missing(tmp_path: Path) -> None:
    shelf = drawn(
        tmp_path,
        [
            *(figure("population", "GM1", size, category=age) for age, size in POPULATION),
            figure("youth_with_care", "GM1", 40.0, category="help"),
            figure("youth_with_care", "GM2", None, category="help"),
            figure("density", "GM1", 800.0),
        ],
    )
    features = find_features(shelf, 2024).set_index("region")
    assert list(features.index) == ["GM1", "GM2", "GM3"]
    own = features.loc["GM1"]
    assert (own["under_23"], own["under_18"], own["aged_12_to_22"]) == (400, 300, 190)
    assert (own["help"], own["density"], own["aged_12_to_17"]) == (40, 800, 25)
    assert features.loc["GM2", ["help", "density", "under_23"]].isna().all()
    assert features["benefit"].isna().all()


def test_a_characteristic_may_be_older_but_is_of_one_year_for_all(tmp_path: Path) -> None:
    shelf = drawn(
        tmp_path,
        [
            figure("benefit", "GM1", 3.0, year=2022, period="2022JJ00"),
            figure("benefit", "GM2", 4.0, year=2022, period="2022JJ00"),
            figure("benefit", "GM1", 9.0, year=2021, period="2021JJ00"),
            figure("benefit", "GM3", 9.0, year=2021, period="2021JJ00"),
            figure("benefit", "GM1", 9.0, year=2025, period="2025JJ00"),
            figure("single_parent", "GM1", 9.0, year=2019, period="2019JJ00"),
        ],
    )
    features = find_features(shelf, 2024).set_index("region")
    assert list(features["benefit"].fillna(-1)) == [3, 4, -1]
    used = find_characteristics(shelf, 2024).set_index("characteristic")
    assert tuple(used.loc["benefit"]) == (2022, 2)
    assert tuple(used.loc["single_parent"]) == (0, 0)


def test_half_years_and_other_years_are_no_part_of_a_year(tmp_path: Path) -> None:
    shelf = drawn(
        tmp_path,
        [
            figure("youth_with_care", "GM1", 40.0, category="help"),
            figure("youth_with_care", "GM1", 30.0, category="help", period="2024HJ01"),
            figure("youth_with_care", "GM1", 35.0, category="help", period="2023JJ00", year=2023),
            figure("youth_with_care", "GM1", 5.0, category="stay", status="provisional"),
            figure("youth_with_care", "GM2", None, category="help", period="2022JJ00", year=2022),
        ],
    )
    assert find_features(shelf, 2024).set_index("region").loc["GM1", "help"] == 40
    assert find_years(shelf, HELP) == [2024, 2023]
    assert find_provisional(shelf) == {2024}


@pytest.mark.parametrize(("known", "kept"), [(8, True), (7, False)])
def test_a_characteristic_that_too_few_have_is_left_out(known: int, *, kept: bool) -> None:
    values = pd.DataFrame(1.0, index=range(10), columns=list(NAMES))
    values.loc[known:, "benefit"] = np.nan
    assert ("benefit" in known_characteristics(values)) == kept


def test_the_year_in_which_young_people_were_counted_is_told(tmp_path: Path) -> None:
    shelf = drawn(
        tmp_path,
        [
            figure("population", "GM1", 400.0, category="<23", year=2023, period="2023JJ00"),
            figure("population", "GM1", 390.0, category="<23", year=2022, period="2022JJ00"),
        ],
    )
    assert [find_counted_in(shelf, year, HELP) for year in (2024, 2022, 2021)] == [2023, 2022, 0]
