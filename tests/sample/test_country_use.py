"""Who has help in the fictitious country: a model that can be found back from what is published."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from statsmodels.genmod.generalized_linear_model import GLMResultsWrapper

from core.opendata.shelf import bundled_shelf, figures_of
from core.sample.country_use import COEFFICIENTS, DISPERSION

YEARS = (2019, 2022, 2024)


def fitted(year: int) -> GLMResultsWrapper:
    """Fit the published figures of all municipalities but the artificial region."""
    shelf = bundled_shelf()
    columns = {"help": ("youth_with_care", "help"), "youth": ("population", "<23")}
    columns |= {name: (name, "") for name in COEFFICIENTS}
    table = pd.DataFrame({name: one(shelf, *key, year) for name, key in columns.items()})
    table = table[table.index.str[:4] != "GM98"].dropna()
    features = table[list(COEFFICIENTS)].assign(density=np.log1p(table["density"]))
    shares, youth = table["help"] / table["youth"], table["youth"]
    family = sm.families.Binomial()
    model = sm.GLM(shares, sm.add_constant(features), family=family, var_weights=youth)
    return model.fit(scale="X2")


def one(shelf: object, topic: str, category: str, year: int) -> pd.Series:
    """Give the figures of municipalities in a year by region."""
    rows = figures_of(shelf, topic, "municipality")  # type: ignore[arg-type]
    chosen = rows[(rows["category"] == category) & (rows["year"] == year)]
    return chosen.set_index("region")["value"]


@pytest.mark.parametrize("year", YEARS)
def test_coefficients_lie_within_four_standard_errors_of_what_is_found(year: int) -> None:
    result = fitted(year)
    true = pd.Series(COEFFICIENTS)
    distance = (result.params[true.index] - true) / result.bse[true.index]
    assert distance.abs().max() < 4
    assert (distance.abs() < 2).mean() >= 5 / 7


@pytest.mark.parametrize("year", YEARS)
def test_dispersion_is_found_back(year: int) -> None:
    assert fitted(year).scale == pytest.approx(DISPERSION, rel=0.25)
