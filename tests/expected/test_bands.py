"""The band covers what it says it covers, for small and large, for one and for many together."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom

from core.expected.bands import measure_bands, measure_correlation, sum_expectations
from core.expected.outcomes import OUTCOMES
from core.expected.use import Comparison, compare_use, sum_use
from tests.expected.simulated import World, simulated

POLICY = World(spread_of_logit=0.12)
CHANCE = World(spread_of_logit=0.0, multiple=8)
TOGETHER = World(spread_of_logit=0.08, spread_of_region=0.09)


def compared(seed: int, world: World, form: str = "help") -> Comparison:
    comparison = compare_use(simulated(seed, world, form), OUTCOMES[form])
    assert comparison is not None
    return comparison


def covered(use: pd.DataFrame) -> "pd.Series[bool]":
    return use["actual"].between(use["low"], use["high"])


@pytest.mark.parametrize("world", [POLICY, CHANCE], ids=["policy differs", "a multiple of chance"])
def test_nineteen_of_twenty_lie_within_their_band_whatever_their_size(world: World) -> None:
    uses = [compared(seed, world).use for seed in range(3)]
    inside = pd.concat([covered(use) for use in uses])
    is_large = pd.concat([use["youth"] > use["youth"].median() for use in uses])
    assert inside.mean() == pytest.approx(0.95, abs=0.025)
    assert inside[is_large].mean() == pytest.approx(0.95, abs=0.035)
    assert inside[~is_large].mean() == pytest.approx(0.95, abs=0.035)


def test_a_region_that_buys_together_has_a_band_that_counts_with_it() -> None:
    found = [compared(seed, TOGETHER) for seed in range(3)]
    sums = [sum_use(one, one.use.set_index("region")["youth_region"]) for one in found]
    inside = pd.concat([covered(one) for one in sums])
    assert inside.mean() == pytest.approx(0.95, abs=0.05)
    alone = [
        sum_use(Comparison(one.outcome, one.models, one.use, 0.0), groups_of(one)) for one in found
    ]
    assert pd.concat([covered(one) for one in alone]).mean() < inside.mean() - 0.1


def groups_of(comparison: Comparison) -> "pd.Series[str]":
    return comparison.use.set_index("region")["youth_region"]


def test_the_correlation_within_a_region_is_found_again() -> None:
    true = 0.09**2 / (0.08**2 + 0.09**2)
    found = [compared(seed, TOGETHER).correlation for seed in range(3)]
    assert np.mean(found) == pytest.approx(true, abs=0.12)
    assert compared(1, POLICY).correlation < 0.1


def expectations(**columns: float) -> pd.DataFrame:
    plain = {"youth": 10_000.0, "expected": 0.1, "logit_error": 0.0, "dispersion": 1.0}
    return pd.DataFrame([{"region": "GM1", **plain, "spread": 0.0, **columns}])


def test_with_chance_alone_the_band_is_that_of_the_binomial() -> None:
    band = measure_bands(expectations()).iloc[0]
    low, high = binom.ppf([0.025, 0.975], 10_000, 0.1) / 10_000
    assert band["low"] == pytest.approx(low, abs=0.0003)
    assert band["high"] == pytest.approx(high, abs=0.0003)


@pytest.mark.parametrize(
    "wider",
    [{"dispersion": 4.0}, {"spread": 0.001}, {"logit_error": 0.05}],
    ids=str,
)
def test_each_doubt_makes_the_band_wider(wider: dict[str, float]) -> None:
    plain, wide = (measure_bands(expectations(**one)).iloc[0] for one in ({}, wider))
    assert wide["low"] < plain["low"] < plain["high"] < wide["high"]


@pytest.mark.parametrize("share", [0.0005, 0.5, 0.9995])
def test_a_band_stays_between_none_and_all(share: float) -> None:
    band = measure_bands(expectations(expected=share, youth=300.0, dispersion=3.0)).iloc[0]
    assert 0 <= band["low"] < band["high"] <= 1


def test_where_nothing_is_expected_there_is_no_band() -> None:
    rows = pd.concat([expectations(), expectations(expected=np.nan).assign(region="GM2")])
    assert list(measure_bands(rows)["low"].isna()) == [False, True]


def test_an_area_expects_the_sum_of_its_municipalities() -> None:
    members = pd.concat(
        [expectations(youth=1_000.0, expected=0.2), expectations(youth=3_000.0, expected=0.1)]
    ).assign(group="A", bought_by="J")
    area = sum_expectations(members, 0.0).iloc[0]
    assert (area["members"], area["youth"]) == (2, 4_000)
    assert area["expected"] == pytest.approx((200 + 300) / 4_000)


def test_wholly_together_is_wider_than_each_alone() -> None:
    members = pd.concat([expectations(spread=0.002)] * 4).assign(group="A", bought_by="J")
    alone, half, together = (sum_expectations(members, r).iloc[0] for r in (0.0, 0.5, 1.0))
    widths = [one["high"] - one["low"] for one in (alone, half, together)]
    assert widths[0] < widths[1] < widths[2]
    assert widths[2] == pytest.approx(2 * widths[0], rel=0.02)
    apart = sum_expectations(members.assign(bought_by=list("JKLM")), 1.0).iloc[0]
    assert apart["high"] - apart["low"] == pytest.approx(widths[0])


def test_without_youth_regions_no_correlation_is_assumed() -> None:
    use = compared(1, POLICY).use.assign(youth_region="")
    assert measure_correlation(use) == 0


@pytest.mark.parametrize("together", [2, 4])
def test_a_few_pairs_tell_no_correlation(together: int) -> None:
    """With one pair the estimate would even be no number, and so would every band of a region."""
    use = compared(1, POLICY).use.head(60)
    alone = use["region"].where(use.index >= together, "one")
    assert measure_correlation(use.assign(youth_region=alone)) == 0
