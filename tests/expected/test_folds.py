"""No municipality takes part in what is expected of it."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.expected.characteristics import NAMES
from core.expected.folds import FOLDS, can_be_folded, find_folds, fit_folds, predict_folds
from core.expected.outcomes import OUTCOMES
from tests.expected.simulated import simulated

HELP = OUTCOMES["help"]
FEATURES = simulated(5)


def expected_of(features: pd.DataFrame) -> "pd.Series[float]":
    return predict_folds(features, fit_folds(features, HELP, NAMES))["expected"]


BEFORE = expected_of(FEATURES)


@settings(max_examples=3)
@given(place=st.integers(0, len(FEATURES) - 1), share=st.floats(0.0, 0.9))
def test_another_own_figure_leaves_the_own_expectation_as_it_was(place: int, share: float) -> None:
    other = FEATURES.copy()
    other.loc[place, "help"] = 5 * round(share * other["under_23"][place] / 5)
    after = expected_of(other)
    assert after[place] == pytest.approx(BEFORE[place], abs=1e-12)
    neighbours = other["youth_region"] == other["youth_region"][place]
    assert np.allclose(after[neighbours], BEFORE[neighbours], atol=1e-12)
    changed = other["help"][place] != FEATURES["help"][place]
    assert (after != BEFORE).any() == changed


def test_a_municipality_without_a_figure_is_expected_all_the_same() -> None:
    other = FEATURES.copy()
    other.loc[7, "help"] = np.nan
    assert expected_of(other)[7] == pytest.approx(BEFORE[7])


def test_a_youth_region_is_never_divided() -> None:
    folds = find_folds(FEATURES)
    assert sorted(folds.unique()) == list(range(FOLDS))
    assert len(folds.to_frame("fold").assign(of=FEATURES["youth_region"]).drop_duplicates()) == 40


def test_the_division_does_not_hang_on_the_order_of_the_rows() -> None:
    shuffled = FEATURES.sample(frac=1, random_state=1)
    pd.testing.assert_series_equal(find_folds(shuffled).sort_index(), find_folds(FEATURES))


def test_without_youth_regions_each_municipality_is_divided_by_itself() -> None:
    folds = find_folds(FEATURES.assign(youth_region=""))
    assert folds.value_counts().between(len(FEATURES) // FOLDS, len(FEATURES) // FOLDS + 1).all()


def test_too_few_municipalities_are_not_folded() -> None:
    assert can_be_folded(FEATURES, HELP, NAMES, 40)
    assert not can_be_folded(FEATURES.head(40), HELP, NAMES, 40)
    assert not can_be_folded(FEATURES.head(5), HELP, NAMES, 1)
