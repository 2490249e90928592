"""Expectations come true in parts: what is expected of a tenth is about what is seen there."""

import pandas as pd
import pytest

from core.expected.calibration import PARTS, measure_calibration, measure_quality
from core.expected.outcomes import OUTCOMES
from core.expected.use import Comparison, compare_use
from core.tables import EXPECTED_PARTS
from tests.expected.simulated import World, simulated


def compared(seed: int, world: World | None = None) -> Comparison:
    comparison = compare_use(simulated(seed, world), OUTCOMES["help"])
    assert comparison is not None
    return comparison


def test_what_is_expected_of_a_tenth_is_seen_there() -> None:
    parts = measure_calibration(compared(1))
    assert list(parts) == list(EXPECTED_PARTS)
    assert set(parts["members"]) == {34}
    assert len(parts) == PARTS
    assert parts["expected"].is_monotonic_increasing
    assert parts["actual"].between(parts["low"], parts["high"]).sum() >= PARTS - 1
    assert (parts["actual"] - parts["expected"]).abs().max() < 0.012


def test_a_tenth_is_the_sum_of_its_municipalities() -> None:
    use = pd.DataFrame(
        {
            "region": [f"GM{place:02d}" for place in range(20)],
            "youth_region": "",
            "youth": 1_000.0,
            "expected": [0.05 + place / 1_000 for place in range(20)],
            "logit_error": 0.01,
            "dispersion": 1.0,
            "spread": 0.0,
            "actual": 0.06,
        }
    )
    comparison = Comparison(
        OUTCOMES["help"], {}, use.assign(difference=use["actual"] - use["expected"]), 0.0
    )
    parts = measure_calibration(comparison)
    assert set(parts["members"]) == {2}
    assert parts["expected"].iloc[0] == pytest.approx(0.0505)
    assert parts["actual"].iloc[9] == pytest.approx(0.06)


def test_the_more_municipalities_differ_beyond_the_characteristics_the_less_is_explained() -> None:
    little, much = (
        measure_quality(compared(3, World(spread_of_logit=spread))) for spread in (0.03, 0.4)
    )
    assert little.explained > 0.8
    assert much.explained < 0.4
    assert little.typical < much.typical
    assert little.within == pytest.approx(0.95, abs=0.04)
