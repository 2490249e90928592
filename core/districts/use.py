"""Young people and their use of care by district, as it was published."""

from typing import Final

import numpy as np
import pandas as pd

from core.districts.latest import (
    find_nearest,
    find_year,
    read_exactly,
    read_status,
    read_values,
)
from core.intervals import wilson_interval
from core.opendata.shelf import Shelf, regions_of
from core.opendata.topics import AGES
from core.tables import DISTRICT_USE, MISSING

CARE: Final = "youth_with_care"
POPULATION: Final = "population"
YOUTH: Final = "<23"
CARE_CATEGORIES: Final = ("all", "help", MISSING)
"""What districts are published for, in order of preference: all care, help in kind, unnamed."""


def find_districts(shelf: Shelf, municipality: str) -> pd.DataFrame:
    """List the districts of a municipality: ``region`` and ``name``, in order of code."""
    rows = regions_of(shelf, "district")
    own = rows.loc[rows["municipality"] == municipality, ["region", "name"]]
    return own.sort_values("region", ignore_index=True)


def published_care(shelf: Shelf) -> str:
    """Tell which form of care this edition holds for districts; empty when it holds none."""
    districts = set(regions_of(shelf, "district")["region"])
    held = (form for form in CARE_CATEGORIES if find_year(shelf, CARE, form, districts))
    return next(held, MISSING)


def care_year(shelf: Shelf, municipality: str) -> int | None:
    """Find the newest year in which care was published for a district of a municipality, if any.

    Where it was for no district it is the newest in which it was for the municipality.
    """
    form, codes = published_care(shelf), find_districts(shelf, municipality)["region"]
    found = find_year(shelf, CARE, form, set(codes))
    return found or find_year(shelf, CARE, form, {municipality})


def measure_use(shelf: Shelf, regions: pd.DataFrame, year: int | None) -> pd.DataFrame:
    """Measure young people and their use of care in each region (``DISTRICT_USE``).

    Takes ``region`` and ``name``: the districts of a municipality, or that itself. Care is of
    the year that is asked, people of that year or of the nearest that there is. The interval is
    that of Wilson for the counts as they were published, in fives: it tells of chance, not of
    rounding.
    """
    codes = regions["region"].tolist()
    form = published_care(shelf)
    helped = read_exactly(shelf, CARE, form, codes, year)
    youth = count_youth(shelf, codes, year)
    inhabitants = read_values(shelf, POPULATION, MISSING, codes, year)
    bounds = [_interval(part, whole) for part, whole in zip(helped, youth, strict=True)]
    table = regions.assign(
        year=pd.array([year] * len(codes), dtype="Int64"),
        youth=youth.to_numpy(),
        youth_share=(youth / inhabitants.where(inhabitants > 0)).to_numpy(),
        helped=helped.to_numpy(),
        status=read_status(shelf, CARE, form, codes, year).to_numpy(),
        share=(helped / youth.where(youth > 0)).clip(upper=1.0).to_numpy(),
        low=[low for low, _ in bounds],
        high=[high for _, high in bounds],
    )
    return table[list(DISTRICT_USE)]


def count_youth(shelf: Shelf, codes: list[str], year: int | None) -> "pd.Series[float]":
    """Count persons younger than 23 in each region, by code; null where unknown.

    Without a figure of its own it is the sum of the classes of age.
    """
    whole = read_values(shelf, POPULATION, YOUTH, codes, year)
    ages = [read_values(shelf, POPULATION, age, codes, year) for age in AGES]
    summed = pd.concat(ages, axis=1).sum(axis=1, skipna=False)
    return whole.fillna(summed)


def find_counted_in(shelf: Shelf, codes: list[str], year: int | None) -> int | None:
    """Tell in which year the young people were counted that ``count_youth`` gives, if any were."""
    found = (find_nearest(shelf, POPULATION, age, codes, year) for age in (YOUTH, *AGES))
    return next((one for one in found if one is not None), None)


def _interval(part: float, whole: float) -> tuple[float, float]:
    known = not (np.isnan(part) or np.isnan(whole)) and part <= whole
    bounds = wilson_interval(round(part), round(whole)) if known else None
    return bounds or (float("nan"), float("nan"))
