"""Expected beside actual: which municipalities may be compared, and how they are added up."""

import numpy as np
import pandas as pd
import pytest

from core.expected.model import smallest_size, usable
from core.expected.outcomes import OUTCOMES
from core.expected.use import Comparison, compare_use, standing_of, use_of_kind
from core.tables import EXPECTED_USE
from tests.expected.simulated import World, simulated

HELP = OUTCOMES["help"]
FEATURES = simulated(4)
REGIONS = pd.concat(
    [
        pd.DataFrame(
            {
                "region": FEATURES["region"],
                "kind": "municipality",
                "youth_region": FEATURES["youth_region"],
                "school_partnership": "",
                "province": "PV1",
            }
        ),
        pd.DataFrame({"region": ["NL1"], "kind": ["country"]}),
    ]
)


def compared(features: pd.DataFrame = FEATURES) -> Comparison:
    comparison = compare_use(features, HELP)
    assert comparison is not None
    return comparison


def test_municipalities_add_up_to_the_regions_they_lie_in() -> None:
    comparison = compared()
    regions = use_of_kind(comparison, REGIONS, "youth_region").set_index("region")
    own = FEATURES[FEATURES["youth_region"] == "JZ05"]
    assert set(EXPECTED_USE) == {"region", *regions}
    assert regions.loc["JZ05", "members"] == len(own)
    assert regions.loc["JZ05", "youth"] == own["under_23"].sum()
    assert regions.loc["JZ05", "actual"] == pytest.approx(own["help"].sum() / own["under_23"].sum())


def test_what_lies_in_no_region_of_a_kind_is_not_added_up() -> None:
    assert use_of_kind(compared(), REGIONS, "school_partnership").empty


def test_the_country_is_all_of_them_and_hardly_differs_from_what_is_expected() -> None:
    country = use_of_kind(compared(), REGIONS, "country").iloc[0]
    assert country["region"] == "NL1"
    assert country["members"] == len(FEATURES)
    assert abs(country["difference"]) < 0.002


def test_a_member_without_a_figure_counts_on_neither_side() -> None:
    features = FEATURES.copy()
    features.loc[5, "help"] = np.nan
    regions = use_of_kind(compared(features), REGIONS, "youth_region").set_index("region")
    own = features[(features["youth_region"] == "JZ05") & features["help"].notna()]
    assert regions.loc["JZ05", "members"] == len(own)
    assert regions.loc["JZ05", "youth"] == own["under_23"].sum()


def test_a_published_figure_of_a_region_stands_for_members_without_one() -> None:
    features = FEATURES.copy()
    features.loc[5, "help"] = np.nan
    published = pd.Series({"JZ05": 9_000.0, "JZ06": 1.0, "JZ07": np.nan})
    use = use_of_kind(compared(features), REGIONS, "youth_region", published).set_index("region")
    own = features[features["youth_region"] == "JZ05"]
    assert use.loc["JZ05", "members"] == len(own)
    assert use.loc["JZ05", "actual"] == pytest.approx(9_000 / own["under_23"].sum())
    summed = use_of_kind(compared(features), REGIONS, "youth_region").set_index("region")
    pd.testing.assert_frame_equal(use.drop(index="JZ05"), summed.drop(index="JZ05"))


def test_a_region_of_which_too_few_members_have_a_figure_has_no_difference() -> None:
    """Each of these regions has eight or nine members; three of them is too many."""
    features = FEATURES.copy()
    own = features.index[features["youth_region"] == "JZ05"]
    largest = features.loc[own, "under_23"].nlargest(3).index
    features.loc[largest, "help"] = np.nan
    assert features.loc[largest, "under_23"].sum() > 0.2 * features.loc[own, "under_23"].sum()
    use = use_of_kind(compared(features), REGIONS, "youth_region").set_index("region")
    assert np.isnan(use["difference"]["JZ05"])
    assert use["difference"].notna().sum() == len(use) - 1


def test_where_small_counts_are_hidden_only_the_larger_municipalities_are_compared() -> None:
    """Else the small ones that show a figure would all seem to have more than expected."""
    features = FEATURES.assign(help=(FEATURES["help"] / 60 / 5).round() * 5)
    features["help"] = features["help"].where(features["help"] >= 10)
    size = smallest_size(features, HELP)
    large = features["under_23"] >= size
    assert features[large]["help"].notna().mean() >= 0.95
    assert features[~large]["help"].notna().any()
    assert set(usable(features, HELP)["region"]) <= set(features[large]["region"])
    use = compared(features).use
    assert use[~large]["difference"].isna().all()
    assert use[~large]["expected"].notna().all()
    assert abs(use["difference"].mean()) < 0.0005


def test_a_rare_outcome_of_which_nothing_is_published_has_no_comparison() -> None:
    assert compare_use(FEATURES.assign(help=np.nan), HELP) is None
    assert smallest_size(FEATURES.assign(help=np.nan), HELP) == np.inf
    assert compare_use(simulated(1, World(municipalities=44)), HELP) is None


@pytest.mark.parametrize(
    ("actual", "standing"),
    [(0.10, "within"), (0.08, "within"), (0.12, "within"), (0.13, "above"), (0.07, "below")],
)
def test_standing_is_read_from_the_band(actual: float, standing: str) -> None:
    row = pd.Series({"actual": actual, "low": 0.08, "high": 0.12, "difference": actual - 0.10})
    assert standing_of(row) == standing


def test_without_a_difference_nothing_is_said() -> None:
    row = pd.Series({"actual": np.nan, "low": 0.08, "high": 0.12, "difference": np.nan})
    assert standing_of(row) == "unknown"
