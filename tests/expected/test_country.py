"""The fictitious country was drawn with a known model: it is found back from what is published."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from core.expected.calibration import measure_quality
from core.expected.characteristics import CHARACTERISTICS
from core.expected.features import find_features
from core.expected.model import fit_expected
from core.expected.outcomes import OUTCOMES
from core.expected.use import Comparison, compare_use, use_of_kind
from core.opendata.shelf import bundled_shelf, figures_of, regions_of
from core.sample.country_use import COEFFICIENTS, DISPERSION

YEAR = 2024
HELP = OUTCOMES["help"]


@cache
def features() -> pd.DataFrame:
    return find_features(bundled_shelf(), YEAR)


@cache
def compared() -> Comparison:
    comparison = compare_use(features(), HELP)
    assert comparison is not None
    return comparison


def test_the_coefficients_of_the_country_are_found_back() -> None:
    """Each within three standard errors, on the scale of one unit of the characteristic."""
    fit = fit_expected(features(), HELP)
    true = pd.Series({one.name: COEFFICIENTS.get(one.name, 0.0) for one in CHARACTERISTICS})
    found = fit.coefficients[true.index] / fit.scale
    errors = pd.Series(np.sqrt(np.diag(fit.covariance)), index=fit.coefficients.index) / fit.scale
    assert ((found - true) / errors[true.index]).abs().max() < 3
    sure = true[(found.abs() > 2 * errors[true.index])]
    assert (np.sign(sure) == np.sign(found[sure.index])).all()


def test_the_dispersion_of_the_country_is_found_back() -> None:
    """It was drawn as a multiple of chance, the same for small and large municipalities."""
    dispersion = fit_expected(features(), HELP).dispersion
    for youth in (5_000, 50_000):
        times = dispersion.multiple + (youth - 1) * dispersion.spread
        assert times == pytest.approx(DISPERSION, rel=0.35)


def test_nineteen_of_twenty_municipalities_lie_within_their_own_band() -> None:
    assert measure_quality(compared()).within == pytest.approx(0.95, abs=0.03)


def test_expected_and_actual_of_the_country_are_those_that_are_published() -> None:
    regions = regions_of(bundled_shelf())
    country = use_of_kind(compared(), regions, "country").iloc[0]
    care = figures_of(bundled_shelf(), "youth_with_care", "country")
    published = care[(care["period"] == f"{YEAR}JJ00") & (care["category"] == "help")][
        "value"
    ].sum()
    assert country["actual"] * country["youth"] == pytest.approx(published, rel=0.005)
    assert country["expected"] == pytest.approx(country["actual"], rel=0.01)
