"""An edition that lacks topics: nothing is known then, and nothing breaks."""

from pathlib import Path

import pandas as pd
import pytest

from core.benchmark.characteristics import characteristics_of, years_of_characteristics
from core.benchmark.peers import peers_of
from core.benchmark.shares import places_of
from core.benchmark.spending import (
    Way,
    budget_of,
    find_lines,
    index_to_first,
    measure_spread,
    own_and_group,
    spending_of,
)
from core.benchmark.volumes import add_volumes, years_to_compare
from core.opendata.shelf import BREAKS_FILE, Shelf, bundled_shelf
from core.tables import TREND_BREAKS
from tests.benchmark.drawing import made_up, shelf_of


@pytest.fixture(params=["some", "none"])
def shelf(tmp_path: Path, request: pytest.FixtureRequest) -> Shelf:
    drawn, where = made_up(30)
    pd.DataFrame(columns=list(TREND_BREAKS)).to_parquet(tmp_path / BREAKS_FILE)
    return shelf_of(tmp_path, drawn if request.param == "some" else drawn.iloc[:0], where)


@pytest.mark.parametrize("per_youth", [True, False])
@pytest.mark.parametrize("real", [True, False])
def test_without_spending_there_is_no_index(shelf: Shelf, *, per_youth: bool, real: bool) -> None:
    index = index_to_first(spending_of(shelf, Way("all", per_youth, real)))
    assert index.empty
    spread = measure_spread(index, ["GM0001"])
    assert spread.empty
    breaks = pd.DataFrame(columns=list(TREND_BREAKS))
    assert find_lines(index, {"own": "GM0001"}, spread, breaks).empty
    assert own_and_group(shelf, Way(), "GM0001", ["GM0002"])[:2] == (None, None)
    assert budget_of(shelf, "GM0001").empty


def test_without_counts_nothing_is_divided_and_no_funnel_drawn(shelf: Shelf) -> None:
    assert years_to_compare(shelf, "GM0001") == []
    assert add_volumes(shelf, 2024, ["GM0001"]) is None
    assert places_of(shelf, "GM0001") == {}


def test_who_has_no_characteristics_has_peers_that_fit(shelf: Shelf) -> None:
    characteristics = characteristics_of(shelf)
    assert len(characteristics) == 30
    assert set(characteristics["growth_class"]) <= {"", "stable", "growth"}
    assert len(peers_of(shelf, "GM0001", "buren.alle")) == 29
    assert set(years_of_characteristics(shelf)) >= {"population", "social_score"}


def test_the_country_that_comes_with_the_app_has_every_characteristic() -> None:
    characteristics = characteristics_of(bundled_shelf())
    assert characteristics["social_score"].notna().all()
    assert len(peers_of(bundled_shelf(), "GM9801", "")) == 10
