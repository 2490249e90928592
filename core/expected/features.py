"""What an expectation is made from: the characteristics and the use of care of municipalities.

A characteristic is often published later than the use of care. Then an earlier year stands for it,
the same for all municipalities. Nothing is filled in: what one municipality lacks stays missing,
and a characteristic that hardly any municipality has is left out of the model altogether.
"""

from typing import Final

import pandas as pd

from core.expected.characteristics import CHARACTERISTICS, NAMES, Characteristic
from core.expected.outcomes import AGES_OF_YOUTH, OUTCOMES, Outcome
from core.opendata.shelf import Shelf, figures_of, regions_of
from core.opendata.topics import WHOLE_YEAR

OLDEST_YEARS: Final = 4
"""A characteristic may be this many years older than the use of care, and no more."""

MOST: Final = 0.8
"""The part of the municipalities that must have a characteristic at the least."""

USE: Final = "youth_with_care"


def find_features(shelf: Shelf, year: int) -> pd.DataFrame:
    """Give every municipality with its characteristics and use of care in a year (``FEATURES``).

    What was not published is null. In order of code.
    """
    regions = regions_of(shelf, "municipality").set_index("region").sort_index()
    columns = {
        "youth_region": regions["youth_region"],
        **{name: _youth_of(shelf, year, name) for name in AGES_OF_YOUTH},
        **{one.name: _values_of(shelf, year, one)[0] for one in CHARACTERISTICS},
        **_use_of(shelf, year),
    }
    rows = pd.DataFrame(columns, index=regions.index)
    return rows.rename_axis("region").reset_index()


def find_characteristics(shelf: Shelf, year: int) -> pd.DataFrame:
    """Give for each characteristic the year of its figures, and how many municipalities have it.

    A row is a characteristic; the year is 0 when none is recent enough.
    """
    found = [(one.name, *_values_of(shelf, year, one)) for one in CHARACTERISTICS]
    return pd.DataFrame(
        [(name, used, int(values.notna().sum())) for name, values, used in found],
        columns=["characteristic", "year", "municipalities"],
    )


def known_characteristics(features: pd.DataFrame) -> tuple[str, ...]:
    """List the characteristics that most municipalities have; the model leaves out the others."""
    return tuple(name for name in NAMES if features[name].notna().mean() >= MOST)


def find_published(shelf: Shelf, year: int, outcome: Outcome, kind: str) -> "pd.Series[float]":
    """Give the young people with care of regions of a kind, as published, by code."""
    rows = figures_of(shelf, USE, kind)
    wanted = _whole_year(rows) & (rows["year"] == year) & (rows["category"] == outcome.form)
    return _by_region(rows[wanted & rows["value"].notna()])


def find_years(shelf: Shelf, outcome: Outcome) -> list[int]:
    """List the years of which the use of care is published by municipality, the latest first."""
    rows = figures_of(shelf, USE, "municipality")
    wanted = rows[_whole_year(rows) & (rows["category"] == outcome.form) & rows["value"].notna()]
    return sorted((int(year) for year in wanted["year"].unique()), reverse=True)


def find_provisional(shelf: Shelf) -> frozenset[int]:
    """List the years of which the use of care may still change."""
    rows = figures_of(shelf, USE, "municipality")
    changing = rows[_whole_year(rows) & (rows["status"] == "provisional")]
    return frozenset(int(year) for year in changing["year"].unique())


def find_counted_in(shelf: Shelf, year: int, outcome: Outcome) -> int:
    """Tell in which year the young people were counted of whom shares are made; 0 when never."""
    rows = figures_of(shelf, "population", "municipality")
    ages = rows[rows["category"] == AGES_OF_YOUTH[outcome.youth][0]]
    return _latest(ages, year)[1]


def _use_of(shelf: Shelf, year: int) -> dict[str, "pd.Series[float]"]:
    """Give for each form of care the young people of a whole year, by municipality."""
    rows = figures_of(shelf, USE, "municipality")
    rows = rows[_whole_year(rows) & (rows["year"] == year)]
    return {form: _by_region(rows[rows["category"] == form]) for form in OUTCOMES}


def _youth_of(shelf: Shelf, year: int, name: str) -> "pd.Series[float]":
    """Add up the ages of a column of young people; null when an age is not known."""
    rows = figures_of(shelf, "population", "municipality")
    found = [_latest(rows[rows["category"] == age], year)[0] for age in AGES_OF_YOUTH[name]]
    return pd.concat(found, axis=1).sum(axis=1, min_count=len(found))


def _values_of(
    shelf: Shelf, year: int, characteristic: Characteristic
) -> tuple["pd.Series[float]", int]:
    """Give a characteristic by municipality, and the year its figures are of."""
    rows = figures_of(shelf, characteristic.topic, "municipality")
    values, used = _latest(rows[rows["category"] == characteristic.category], year)
    if not characteristic.part_of:
        return values, used
    whole, _ = _latest(rows[rows["category"] == characteristic.part_of], year)
    return 100 * values / whole, used


def _latest(rows: pd.DataFrame, year: int) -> tuple["pd.Series[float]", int]:
    """Give the values by region of the latest year up to this one that has any; else nothing."""
    known = rows[rows["value"].notna() & rows["year"].between(year - OLDEST_YEARS, year)]
    used = 0 if known.empty else int(known["year"].max())
    return _by_region(known[known["year"] == used]), used


def _by_region(rows: pd.DataFrame) -> "pd.Series[float]":
    """Give the value of each region; of periods of one year the last."""
    ordered = rows.sort_values(["region", "period"]).drop_duplicates("region", keep="last")
    return ordered.set_index("region")["value"].astype(float)


def _whole_year(rows: pd.DataFrame) -> "pd.Series[bool]":
    return rows["period"].str.contains(WHOLE_YEAR)
