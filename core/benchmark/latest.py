"""The newest figure of every region: what a topic says now."""

import pandas as pd

from core.opendata.topics import WHOLE_YEAR

PROVISIONAL = "provisional"

ENOUGH = 0.5
"""A year counts when at least this part of the regions that were ever published have a figure."""


def years_of(figures: pd.DataFrame, category: str) -> pd.DataFrame:
    """Give the yearly figures of one category: a row a region, a column a year.

    Half years are left out. What was not published is missing, and stays so.
    """
    yearly = figures["period"].str.contains(WHOLE_YEAR) & (figures["category"] == category)
    return figures[yearly].pivot_table(
        index="region", columns="year", values="value", aggfunc="last", dropna=False
    )


def columns_of(table: pd.DataFrame) -> list[int]:
    """List the years of a table with a column a year, in order."""
    return sorted(map(int, table.columns))


def latest_year(figures: pd.DataFrame, category: str) -> int | None:
    """Find the newest year of which enough was published; None when there is none."""
    years = years_of(figures, category).dropna(how="all")
    shares = years.notna().mean()
    enough = shares[shares >= ENOUGH].index
    return int(max(enough)) if len(enough) else None


def is_provisional(figures: pd.DataFrame, year: int) -> bool:
    """Tell whether any figure of a year may still change."""
    return bool((figures.loc[figures["year"] == year, "status"] == PROVISIONAL).any())


def latest_values(figures: pd.DataFrame, category: str = "") -> "pd.Series[float]":
    """Give the figure of every region in the newest year; no rows when nothing was published."""
    year = latest_year(figures, category)
    if year is None:
        return pd.Series(dtype="float64", name="value")
    return years_of(figures, category)[year].rename("value")
