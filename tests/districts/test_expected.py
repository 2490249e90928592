"""What is expected of districts: known chances, margins that hold, and words only when sure."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.districts.expected import (
    DistrictModel,
    find_district_dispersion,
    find_district_features,
    fit_districts,
    measure_expected,
    verdict_of,
)
from core.expected.dispersion import Dispersion
from core.opendata.shelf import Shelf
from tests.districts.drawing import figures, shelf_of

Row = dict[str, Any]
MUNICIPALITIES = [f"GM{number:04}" for number in range(80)]
DISTRICTS = {
    f"WK{number:04}{place:02}": f"GM{number:04}" for number in range(80) for place in (1, 2, 3)
}
SLOPE, CONSTANT, SPREAD = 0.10, -2.6, 0.004


def chance(benefit: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """Give the chance of care that the invented places have."""
    return 1 / (1 + np.exp(-CONSTANT - SLOPE * benefit))


def drawn_shares(rng: np.random.Generator, expected: "np.ndarray[Any, Any]", spread: float) -> Any:  # noqa: ANN401
    """Draw chances round the expected ones, with a correlation within places."""
    mass = 1 / spread - 1
    return rng.beta(expected * mass, (1 - expected) * mass)


def invented(folder: Path, spread: float = SPREAD) -> Shelf:
    """Invent municipalities and districts of which the chances are known."""
    rng = np.random.default_rng(5)
    regions: list[Row] = [
        {"region": code, "name": code, "kind": "municipality", "youth_region": f"JZ{at % 12}"}
        for at, code in enumerate(MUNICIPALITIES)
    ]
    regions += [
        {"region": code, "name": code, "kind": "district", "municipality": own}
        for code, own in DISTRICTS.items()
    ]
    rows: list[Row] = []
    for codes, smallest, largest in ((MUNICIPALITIES, 3000, 40_000), (list(DISTRICTS), 300, 4000)):
        youth = rng.integers(smallest, largest, len(codes))
        benefit = np.round(rng.uniform(0, 10, len(codes)), 1)
        helped = rng.binomial(youth, drawn_shares(rng, chance(benefit), spread))
        for topic, values in (
            ("population", youth),
            ("benefit", benefit),
            ("youth_with_care", helped),
        ):
            category = {"population": "<23", "youth_with_care": "all"}.get(topic, "")
            rows += figures(
                topic, dict(zip(codes, values.tolist(), strict=True)), category=category
            )
    return shelf_of(folder, regions, rows)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Invent a country once."""
    return invented(tmp_path_factory.mktemp("country"))


@pytest.fixture(scope="module")
def model(shelf: Shelf) -> DistrictModel:
    """Fit what to expect of its districts once, without the first municipality."""
    fitted = fit_districts(shelf, "all", 2024, "GM0000")
    assert fitted is not None
    return fitted


def alone(codes: list[str]) -> pd.DataFrame:
    """Give each district a cluster of its own."""
    return pd.DataFrame({"region": codes, "cluster": codes, "cluster_youth": 0})


def judged(model: DistrictModel, shelf: Shelf) -> pd.DataFrame:
    """Judge every district of the country on its own, by code."""
    features = find_district_features(shelf, "all", 2024)
    return measure_expected(model, features, alone(features["region"].tolist()))


def test_with_few_districts_the_model_is_one_of_the_other_municipalities(
    model: DistrictModel,
) -> None:
    assert model.fitted_on == "municipalities"
    assert model.expected.municipalities == len(MUNICIPALITIES) - 1
    assert model.expected.characteristics == ("benefit",)


def test_with_enough_districts_the_model_is_one_of_the_other_districts(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.districts.expected.ENOUGH_DISTRICTS", 200)
    fitted = fit_districts(shelf, "all", 2024, "GM0000")
    assert fitted is not None
    assert fitted.fitted_on == "districts"
    assert fitted.expected.municipalities == len(DISTRICTS) - 3


def test_the_known_chances_are_found_back(model: DistrictModel, shelf: Shelf) -> None:
    features = find_district_features(shelf, "all", 2024)
    known = chance(features["benefit"].to_numpy())
    found = judged(model, shelf)["expected"].to_numpy()
    assert np.abs(found - known).max() < 0.02


def test_the_dispersion_of_the_districts_is_found_back(model: DistrictModel) -> None:
    assert model.dispersion.times_chance(pd.Series([2000.0])).item() == pytest.approx(
        1 + 1999 * SPREAD, rel=0.35
    )


def test_margins_hold_for_ninety_five_of_a_hundred_districts(
    model: DistrictModel, shelf: Shelf
) -> None:
    within = (judged(model, shelf)["verdict"] == "within").mean()
    assert 0.91 <= within <= 0.99


def test_the_own_municipality_decides_nothing_about_itself(
    model: DistrictModel, tmp_path: Path
) -> None:
    """Whatever the districts of a municipality do, what is expected of them stays the same."""
    other = invented(tmp_path)
    table = pd.read_parquet(other.folder / "figures.parquet")
    own = table["region"].str.startswith(("WK0000", "GM0000")) & (
        table["topic"] == "youth_with_care"
    )
    table["value"] = table["value"].mask(own, 5.0)
    table.to_parquet(other.folder / "figures.parquet")
    again = fit_districts(other, "all", 2024, "GM0000")
    assert again is not None
    pd.testing.assert_series_equal(again.expected.coefficients, model.expected.coefficients)
    assert again.dispersion == model.dispersion
    assert judged(again, other)["verdict"].tolist()[:3] == ["low"] * 3


def test_small_districts_have_wide_margins(model: DistrictModel, shelf: Shelf) -> None:
    places = judged(model, shelf)
    widths: pd.Series[float] = (places["high"] - places["low"]) / np.sqrt(
        places["expected"] * (1 - places["expected"])
    )
    order = places["youth"].sort_values().index
    assert widths[order[:20]].mean() > 1.25 * widths[order[-20:]].mean()


def test_without_characteristics_nothing_is_expected(tmp_path: Path) -> None:
    regions = [{"region": "GM1", "name": "x", "kind": "municipality"}]
    assert fit_districts(shelf_of(tmp_path, regions, []), "all", 2024, "GM1") is None


@pytest.mark.parametrize(
    ("helped", "actual", "verdict"),
    [
        pytest.param([100.0, 100.0], (0.10, 0.10), "within", id="both published"),
        pytest.param([None, 100.0], (0.05, 0.0545), "low", id="nobody or nine do not matter"),
        pytest.param([None, 158.0], (0.079, 0.0835), "within", id="nine would reach the margin"),
        pytest.param([400.0, None], (0.20, 0.2045), "high", id="high even when nobody is hidden"),
    ],
)
def test_what_was_not_published_is_nobody_to_nine(
    model: DistrictModel, helped: list[float | None], actual: tuple[float, float], verdict: str
) -> None:
    """Two districts of 1,000 in one cluster, of which some was not published."""
    benefit = (np.log(0.11 / 0.89) - CONSTANT) / SLOPE
    features = pd.DataFrame(
        {"region": ["a", "b"], "under_23": 1000.0, "benefit": benefit, "all": helped}
    ).astype({"all": float})
    clusters = pd.DataFrame({"region": ["a", "b"], "cluster": "a", "cluster_youth": 2000})
    sure = replace(model, dispersion=Dispersion(5.0, 0.0))
    place = measure_expected(sure, features, clusters).iloc[0]
    assert (place["actual_low"], place["actual_high"]) == pytest.approx(actual)
    assert place["verdict"] == verdict


@pytest.mark.parametrize(
    "lacking",
    [
        pytest.param({"benefit": float("nan")}, id="no characteristic"),
        pytest.param({"under_23": float("nan")}, id="no young people"),
        pytest.param({"all": float("nan")}, id="nothing published"),
    ],
)
def test_without_a_figure_there_is_nothing_to_say(
    model: DistrictModel, lacking: dict[str, float]
) -> None:
    row = {"region": "a", "under_23": 1000.0, "benefit": 5.0, "all": 100.0} | lacking
    place = measure_expected(model, pd.DataFrame([row]), alone(["a"])).iloc[0]
    assert place["verdict"] == "unknown"


def test_when_nothing_was_published_districts_are_as_far_apart_as_chance() -> None:
    predicted = pd.DataFrame({"youth": [100.0], "expected": [0.1]})
    assert find_district_dispersion(predicted, pd.Series([float("nan")])) == Dispersion()


SHARES = st.floats(0, 1)


@given(margin=st.tuples(SHARES, SHARES).map(sorted), actual=st.tuples(SHARES, SHARES).map(sorted))
def test_only_what_lies_wholly_outside_is_unusual(margin: list[float], actual: list[float]) -> None:
    low, high = margin
    first, last = actual
    verdict = verdict_of((low, high), (first, last))
    apart = {"high": first > high, "low": last < low, "within": last >= low and first <= high}
    assert apart[verdict]
    assert sum(apart.values()) == 1
