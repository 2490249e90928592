"""Expectations of groups beside what was seen: exact where the world does not change."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.calibration import calibration_curve

from core.sequences.calibration import measure_calibration
from core.tables import CALIBRATED, NEXT_STEPS

SHARES = {"a": 0.1, "b": 0.3, "c": 0.5, "d": 0.7, "e": 0.9}
NONE = pd.DataFrame(columns=list(NEXT_STEPS))


def world(shares: dict[str, float], years: range, size: int = 200) -> pd.DataFrame:
    """Give counted steps: every form in every year, with that share that goes on."""
    rows = [
        (1, form, 0, "", year, reached, round(size * part), round(size * part))
        for (form, share), year in product(shares.items(), years)
        for reached, part in ((1, share), (0, 1 - share))
        if round(size * part)
    ]
    return pd.DataFrame(rows, columns=list(NEXT_STEPS))


def test_what_does_not_change_comes_true() -> None:
    found = measure_calibration(world(SHARES, range(2019, 2024)), 1, 10)
    seen = found["reached"] / (found["reached"] + found["unreached"])
    assert len(found) == len(SHARES)
    assert seen.to_numpy() == pytest.approx(list(SHARES.values()))
    assert found["expected"].to_numpy() == pytest.approx(list(SHARES.values()), abs=0.01)


def test_it_learns_only_from_the_years_before() -> None:
    """In the later years all goes the other way round; nothing of it is expected."""
    other = dict(zip(SHARES, reversed(SHARES.values()), strict=True))
    steps = pd.concat([world(SHARES, range(2019, 2022)), world(other, range(2022, 2024))])
    found = measure_calibration(steps, 1, 10)
    assert set(found["until_year"]) == {2022}
    seen = found["reached"] / (found["reached"] + found["unreached"])
    assert (np.sign(np.diff(found["expected"])) == -np.sign(np.diff(seen))).all()


def test_it_agrees_with_the_curve_of_scikit_learn() -> None:
    """One form a part: each point is the share seen and the mean expected of its own chains."""
    steps = world(SHARES, range(2019, 2024))
    found = measure_calibration(steps, 1, 10)
    later = steps[steps["year"] >= found["until_year"].iloc[0]]
    expected = dict(zip(SHARES, found["expected"], strict=True))
    answers = np.repeat(later["reached"], later["chains"])
    chances = np.repeat(later["care_form"].map(expected), later["chains"])
    seen, mean = calibration_curve(answers, chances, n_bins=5)
    assert (found["reached"] / (found["reached"] + found["unreached"])).to_numpy() == (
        pytest.approx(seen)
    )
    assert found["expected"].to_numpy() == pytest.approx(mean)


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param(NONE, id="nobody"),
        pytest.param(world(SHARES, range(2019, 2020)), id="one year only"),
        pytest.param(world({"a": 0.0}, range(2019, 2022)), id="nobody ever went on"),
        pytest.param(world(SHARES, range(2019, 2022)).assign(position=2), id="another position"),
    ],
)
def test_without_anything_to_learn_nothing_is_expected(steps: pd.DataFrame) -> None:
    found = measure_calibration(steps, 1, 10)
    assert found.empty
    assert found.columns.tolist() == list(CALIBRATED)


@settings(max_examples=15)
@given(st.lists(st.integers(1, 60), min_size=5, max_size=5), st.integers(5, 40))
def test_parts_hold_all_later_chains_and_none_is_small(sizes: list[int], fewest: int) -> None:
    steps = pd.concat(
        [
            world({form: SHARES[form]}, range(2019, 2024), size)
            for form, size in zip(SHARES, sizes, strict=True)
        ]
    )
    found = measure_calibration(steps, 1, fewest)
    if found.empty:
        return
    later = steps[steps["year"] >= found["until_year"].iloc[0]]
    assert found["reached"].sum() == later[later["reached"] == 1]["chains"].sum()
    assert found["unreached"].sum() == later[later["reached"] == 0]["chains"].sum()
    assert (found["clients"] >= fewest).all() or len(found) == 1
    assert found["expected"].is_monotonic_increasing
