"""What characteristics add is what they add: exactly, and with the sign they were drawn with."""

import numpy as np
import pandas as pd
import pytest

from core.expected.characteristics import NAMES
from core.expected.contributions import find_contributions
from core.expected.outcomes import OUTCOMES
from core.expected.use import Comparison, compare_use
from core.tables import CONTRIBUTIONS
from tests.expected.simulated import TRUE, simulated

FEATURES = simulated(2)


def compared(features: pd.DataFrame) -> Comparison:
    comparison = compare_use(features, OUTCOMES["help"])
    assert comparison is not None
    return comparison


COMPARISON = compared(FEATURES)


@pytest.mark.parametrize("members", [["GM0003"], ["GM0001", "GM0041", "GM0299"]])
def test_contributions_add_up_to_the_expectation(members: list[str]) -> None:
    found = find_contributions(COMPARISON, FEATURES, members)
    use = COMPARISON.use[COMPARISON.use["region"].isin(members)]
    expected = (use["expected"] * use["youth"]).sum() / use["youth"].sum()
    assert list(found) == list(CONTRIBUTIONS)
    assert found["start"].iloc[0] + found["points"].sum() == pytest.approx(expected, abs=1e-12)


def test_who_is_average_in_all_but_one_gets_a_contribution_of_that_one_alone() -> None:
    usual = find_contributions(COMPARISON, FEATURES, ["GM0003"]).set_index("characteristic")[
        "usual"
    ]
    features = FEATURES.copy()
    features.loc[3, list(NAMES)] = usual[list(NAMES)].to_numpy()
    features.loc[3, "single_parent"] = usual["single_parent"] + 10
    found = find_contributions(compared(features), features, ["GM0003"])
    points = found.set_index("characteristic")["points"]
    assert points["single_parent"] > 0.01
    assert points.drop("single_parent").abs().max() < 0.002


def test_more_of_what_goes_with_more_care_adds_and_the_reverse_takes_away() -> None:
    for name in ("low_income_children", "social_score"):
        highest = FEATURES["region"].iloc[int(FEATURES[name].argmax())]
        points = find_contributions(COMPARISON, FEATURES, [highest])
        found = points.set_index("characteristic")["points"][name]
        assert np.sign(found) == np.sign(TRUE[name])


def test_values_are_shown_as_published_and_averages_in_the_same_unit() -> None:
    found = find_contributions(COMPARISON, FEATURES, ["GM0003"]).set_index("characteristic")
    assert found["value"]["density"] == pytest.approx(FEATURES["density"][3])
    assert 100 < found["usual"]["density"] < 5_000


def test_of_a_region_without_an_expectation_nothing_is_explained() -> None:
    assert find_contributions(COMPARISON, FEATURES, ["GM9999"]).empty
