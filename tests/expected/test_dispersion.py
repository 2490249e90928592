"""How far municipalities differ beyond chance is found again, whichever way they do."""

import numpy as np
import pandas as pd
import pytest

from core.expected.dispersion import Dispersion
from core.expected.model import fit_expected
from core.expected.outcomes import OUTCOMES
from tests.expected.simulated import World, simulated

HELP = OUTCOMES["help"]


def found(world: World, size: float) -> float:
    """Give the times of chance that are found for a municipality of some size, over some draws."""
    fits = [fit_expected(simulated(seed, world), HELP).dispersion for seed in range(4)]
    return float(np.mean([fit.multiple + (size - 1) * fit.spread for fit in fits]))


@pytest.mark.parametrize("size", [5_000, 20_000])
def test_where_policy_differs_the_doubt_stays_in_large_municipalities(size: int) -> None:
    """On the share the spread is p (1 - p) times the variance of the logit."""
    true = 1 + (size - 1) * 0.11 * 0.89 * 0.12**2
    assert found(World(spread_of_logit=0.12), size) == pytest.approx(true, rel=0.25)


@pytest.mark.parametrize("size", [5_000, 20_000])
def test_where_variance_is_a_multiple_of_chance_it_is_so_for_every_size(size: int) -> None:
    assert found(World(spread_of_logit=0.0, multiple=8), size) == pytest.approx(8, rel=0.3)


def test_where_only_chance_decides_hardly_more_is_found() -> None:
    assert found(World(spread_of_logit=0.0), 10_000) < 1.2


def test_municipalities_never_differ_less_than_chance() -> None:
    fit = fit_expected(simulated(1, World(spread_of_logit=0.0)), HELP)
    assert fit.dispersion.multiple >= 1
    assert fit.dispersion.spread >= 0


def test_the_dispersion_of_one_young_person_is_the_multiple() -> None:
    assert Dispersion(3.0, 0.5).times_chance(pd.Series([0.0, 1.0, 3.0])).tolist() == [3.0, 3.0, 4.0]
