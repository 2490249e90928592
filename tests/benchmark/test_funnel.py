"""The funnel: its published formulas written out, and how often it points at nobody."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from core.benchmark.funnel import (
    RARE,
    USUAL,
    Funnel,
    draw_limits,
    exact_limit,
    fit_funnel,
    limits_of,
    place_regions,
)


def published_limit(middle: float, whole: int, tail: float) -> float:
    """Write the limit of the source out: the first number beyond the tail, interpolated."""
    chances = [stats.binom.pmf(number, whole, middle) for number in range(whole + 1)]
    reached = np.cumsum(chances)
    number = int(np.argmax(reached >= tail))
    part = (reached[number] - tail) / chances[number]
    return max((number - part) / whole, 0.0)


def published_dispersion(parts: list[float], wholes: list[float], drawn_in: float) -> float:
    """Write the dispersion of the source out: sort, replace the outer ones, square, average."""
    middle = sum(parts) / sum(wholes)
    scores = sorted(
        (part / whole - middle) / (middle * (1 - middle) / whole) ** 0.5
        for part, whole in zip(parts, wholes, strict=True)
    )
    outer = int(drawn_in * len(scores))
    low, high = scores[outer], scores[-outer - 1]
    return sum(min(max(score, low), high) ** 2 for score in scores) / len(scores)


def simulate(regions: int, seed: int, spread: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Draw persons with help in regions whose true share varies around 12%."""
    draw = np.random.default_rng(seed)
    wholes = np.round(np.exp(draw.normal(8.5, 0.8, regions)))
    shares = np.clip(draw.normal(0.12, spread, regions), 0.01, 0.5)
    return draw.binomial(wholes.astype(int), shares).astype(float), wholes


@given(st.floats(0.02, 0.6), st.integers(30, 400), st.sampled_from([0.001, 0.025, 0.975, 0.999]))
def test_exact_limits_are_those_of_the_appendix(middle: float, whole: int, tail: float) -> None:
    found = exact_limit(middle, np.array([float(whole)]), tail)[0]
    assert found == pytest.approx(published_limit(middle, whole, tail), abs=1e-9)


@given(st.integers(0, 10_000))
def test_the_dispersion_is_that_of_the_source(seed: int) -> None:
    parts, wholes = simulate(57, seed, spread=0.02)
    funnel = fit_funnel(parts, wholes)
    assert funnel is not None
    assert funnel.dispersion == pytest.approx(published_dispersion(list(parts), list(wholes), 0.1))


def test_limits_with_dispersion_are_wider_by_its_root() -> None:
    wholes = np.array([1000.0, 4000.0])
    low, high = limits_of(Funnel(0.2, 4.0, 100), wholes, USUAL)
    expected = stats.norm.ppf(0.975) * 2 * np.sqrt(0.2 * 0.8 / wholes)
    assert high - 0.2 == pytest.approx(expected)
    assert 0.2 - low == pytest.approx(expected)


def test_chance_alone_asks_no_wider_limits_and_points_at_few() -> None:
    funnels = [fit_funnel(*simulate(300, seed)) for seed in range(20)]
    assert sum(funnel is not None and funnel.is_wider for funnel in funnels) <= 1
    places = pd.concat([placed(*simulate(300, seed)) for seed in range(20)])
    assert (places == "outside").mean() == pytest.approx(1 - RARE, abs=0.002)
    assert (places != "inside").mean() == pytest.approx(1 - USUAL, abs=0.015)


def test_regions_that_truly_differ_widen_the_limits() -> None:
    parts, wholes = simulate(300, 1, spread=0.03)
    funnel = fit_funnel(parts, wholes)
    assert funnel is not None
    assert funnel.is_wider
    outside = (placed(parts, wholes) == "outside").mean()
    naive = place_regions(table(parts, wholes), Funnel(funnel.middle, 1.0, 300))["place"]
    assert outside < 0.1 < (naive == "outside").mean()


def test_one_region_far_away_hardly_widens_the_limits_and_is_seen() -> None:
    parts, wholes = simulate(100, 3)
    parts[0], wholes[0] = 400.0, 1000.0
    funnel = fit_funnel(parts, wholes)
    assert funnel is not None
    assert not funnel.is_wider
    assert placed(parts, wholes).iloc[0] == "outside"


def test_the_order_of_regions_decides_nothing() -> None:
    parts, wholes = simulate(60, 5, spread=0.02)
    turned = fit_funnel(parts[::-1], wholes[::-1])
    funnel = fit_funnel(parts, wholes)
    assert funnel is not None
    assert turned is not None
    assert turned.middle == pytest.approx(funnel.middle)
    assert turned.dispersion == pytest.approx(funnel.dispersion)


def test_with_few_regions_or_nobody_there_is_no_funnel() -> None:
    parts, wholes = simulate(19, 1)
    assert fit_funnel(parts, wholes) is None
    assert fit_funnel(np.zeros(30), np.full(30, 100.0)) is None


def test_lines_narrow_with_size_and_stay_between_nothing_and_all() -> None:
    lines = draw_limits(Funnel(0.01, 6.0, 300), 50, 50_000)
    assert lines["whole"].is_monotonic_increasing
    assert (lines["high"] - lines["low"]).is_monotonic_decreasing
    assert (
        lines[["lowest", "low", "middle", "high", "highest"]]
        .T.apply(lambda column: column.is_monotonic_increasing)
        .all()
    )
    assert lines["lowest"].min() >= 0


def table(parts: np.ndarray, wholes: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame({"region": range(len(parts)), "part": parts, "whole": wholes})


def placed(parts: np.ndarray, wholes: np.ndarray) -> "pd.Series[str]":
    funnel = fit_funnel(parts, wholes)
    assert funnel is not None
    return place_regions(table(parts, wholes), funnel)["place"]
