"""The band of normal variation: limits of a p-chart, widened by how much quarters really move."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.referrals.limits import FEWEST_QUARTERS, measure_band, spread_of
from core.tables import NORMAL_BAND

FIRST = 2020 * 4


def sides(parts: Sequence[int | None], whole: int = 100) -> pd.DataFrame:
    """Give quarters with so many starts inside, of equally large wholes; None is protected."""
    rows = [
        {"quarter": FIRST + place, "side": side, "trajectories": number}
        for place, part in enumerate(parts)
        for side, number in (
            ("inside", part),
            ("outside", None if part is None else whole - part),
        )
    ]
    return pd.DataFrame(rows).astype({"trajectories": "Int64"})


def test_without_extra_movement_the_limits_are_three_standard_deviations() -> None:
    """Half of 100 with a spread of chance or less: 0.5 plus and minus three times 0.05."""
    band = measure_band(sides([50, 52, 48, 50, 51, 49, 50, 50]))
    assert list(band) == list(NORMAL_BAND)
    assert band["centre"].unique() == pytest.approx([0.5])
    assert band["low"].unique() == pytest.approx([0.35])
    assert band["high"].unique() == pytest.approx([0.65])
    assert set(band["position"]) == {"inside"}


def test_quarters_that_move_more_than_chance_widen_the_band() -> None:
    """A swing of 20 points each quarter is a moving range of 4 deviations: 4 / 1.128 as wide."""
    band = measure_band(sides([40, 60] * 4))
    assert band["high"].iloc[0] == pytest.approx(min(1.0, 0.5 + 0.15 * 4 / 1.1284), abs=0.001)


def test_one_quarter_far_off_lies_outside() -> None:
    band = measure_band(sides([30, 32, 28, 30, 31, 29, 30, 30, 31, 29, 30, 70, 30, 31, 29, 30]))
    assert band["position"].tolist().index("above") == 11
    assert band["position"].tolist().count("above") == 1
    low = measure_band(sides([60, 62, 58, 60, 61, 59, 60, 60, 61, 59, 60, 20, 60, 61, 59, 60]))
    assert low["position"].iloc[11] == "below"


def test_a_protected_quarter_has_no_share_and_does_not_help() -> None:
    band = measure_band(sides([50, 52, None, 48, 50, 51, 49, 50, 50]))
    hidden = band.iloc[2]
    assert pd.isna(hidden["share"])
    assert hidden["position"] == ""
    without = measure_band(sides([50, 52, 48, 50, 51, 49, 50, 50]))
    assert band["centre"].iloc[0] == pytest.approx(without["centre"].iloc[0])


def test_a_half_that_is_hidden_hides_the_quarter() -> None:
    counts = sides([50] * 9)
    counts.loc[1, "trajectories"] = pd.NA
    assert pd.isna(measure_band(counts)["whole"].iloc[0])


def test_with_few_quarters_there_is_no_band() -> None:
    band = measure_band(sides([50] * (FEWEST_QUARTERS - 1)))
    assert band["low"].isna().all()
    assert set(band["position"]) == {""}
    assert band["share"].notna().all()


def test_always_everybody_has_no_band() -> None:
    band = measure_band(sides([100] * 10))
    assert band["high"].isna().all()


@given(st.lists(st.integers(10, 190), min_size=8, max_size=24))
def test_the_band_is_what_its_definition_says(parts: list[int]) -> None:
    """Written out by hand, quarter by quarter."""
    band = measure_band(sides(parts, 200))
    centre = sum(parts) / (200 * len(parts))
    sigma = (centre * (1 - centre) / 200) ** 0.5
    scores = [(part / 200 - centre) / sigma for part in parts]
    steps = [abs(b - a) for a, b in pairwise(scores)]
    wide = max(1.0, sum(steps) / len(steps) / 1.1283791670955126)
    assert band["low"].iloc[0] == pytest.approx(max(0.0, centre - 3 * sigma * wide))
    assert band["high"].iloc[0] == pytest.approx(min(1.0, centre + 3 * sigma * wide))


def test_hardly_any_quarter_of_pure_chance_lies_outside() -> None:
    """Of 200 years of quarters with nothing but chance about 3 in 1,000 lie outside."""
    rng = np.random.default_rng(5)
    drawn = [rng.binomial(400, 0.3, 20).tolist() for _ in range(100)]
    bands = pd.concat([measure_band(sides(parts, 400)) for parts in drawn])
    assert bands["position"].isin(["above", "below"]).mean() < 0.01


def test_more_movement_than_chance_is_normal_here() -> None:
    """Quarters that differ by themselves would leave an ordinary p-chart one time in four."""
    rng = np.random.default_rng(6)
    chances = np.clip(rng.normal(0.3, 0.06, (100, 20)), 0.05, 0.9)
    drawn = rng.binomial(400, chances)
    bands = [measure_band(sides(parts.tolist(), 400)) for parts in drawn]
    outside = pd.concat(bands)["position"].isin(["above", "below"]).mean()
    shares = drawn / 400
    plain = 3 * np.sqrt(0.3 * 0.7 / 400)
    assert (np.abs(shares - 0.3) > plain).mean() > 0.2
    assert outside < 0.02


def test_the_spread_is_never_under_one() -> None:
    share = np.array([0.5, 0.5, 0.5])
    assert spread_of(share, 0.5, np.full(3, 0.05)) == 1.0
    assert spread_of(share[:1], 0.5, np.full(1, 0.05)) == 1.0
