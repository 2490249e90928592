"""The model finds again what made-up municipalities were drawn with."""

import numpy as np
import pandas as pd
import pytest

from core.expected.characteristics import NAMES
from core.expected.model import FEWEST, fit_expected, is_enough, predict, usable
from core.expected.outcomes import OUTCOMES
from core.tables import EXPECTATIONS
from tests.expected.simulated import CONSTANT, TRUE, simulated

HELP = OUTCOMES["help"]


def test_known_coefficients_are_found_again() -> None:
    fits = [fit_expected(simulated(seed), HELP) for seed in range(8)]
    found = pd.DataFrame([fit.coefficients for fit in fits])
    errors = pd.DataFrame([np.sqrt(np.diag(fit.covariance)) for fit in fits], columns=found.columns)
    true = pd.Series({"const": CONSTANT} | TRUE)
    distance = ((found.mean() - true) / (errors.mean() / np.sqrt(len(fits)))).abs()
    # 0.01: what lies beyond chance adds half its variance, bent by the logit, to the constant.
    assert (distance.drop("const") < 3.5).all()
    assert abs(found["const"].mean() - CONSTANT) < 0.02
    assert (((found - true) / errors).abs() < 2).drop(columns="const").to_numpy().mean() > 0.9


def test_a_municipality_with_an_unknown_figure_is_left_out_and_never_filled_in() -> None:
    features = simulated(1)
    features.loc[0, "help"] = np.nan
    features.loc[1, "benefit"] = np.nan
    features.loc[2, "under_23"] = np.nan
    left = usable(features, HELP)
    assert list(left["region"]) == list(features["region"][3:])
    assert fit_expected(features, HELP).municipalities == len(features) - 3


def test_an_expectation_needs_the_characteristics_and_not_the_outcome() -> None:
    features = simulated(1)
    fit = fit_expected(features, HELP)
    asked = features.drop(columns="help").head(3).copy()
    asked.loc[1, "density"] = np.nan
    answer = predict(fit, asked)
    assert list(answer) == list(EXPECTATIONS)
    assert list(answer["expected"].isna()) == [False, True, False]
    assert answer["expected"][0] == pytest.approx(predict(fit, features)["expected"][0])


def test_fewer_characteristics_may_be_asked_for() -> None:
    features = simulated(1)
    fit = fit_expected(features, HELP, NAMES[:2])
    assert fit.characteristics == NAMES[:2]
    assert predict(fit, features[["region", "under_23", *NAMES[:2]]])["expected"].notna().all()


def test_too_few_municipalities_give_no_model() -> None:
    features = simulated(1).head(FEWEST - 1)
    assert not is_enough(features, HELP)
    with pytest.raises(ValueError, match="too few"):
        fit_expected(features, HELP)
