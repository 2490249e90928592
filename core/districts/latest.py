"""The figures of some regions in one year, read from the shelf as a series by code."""

from collections.abc import Collection

import pandas as pd

from core.opendata.shelf import Shelf, figures_of
from core.opendata.topics import WHOLE_YEAR
from core.tables import MISSING


def find_year(shelf: Shelf, topic: str, category: str, codes: Collection[str]) -> int | None:
    """Find the newest year in which a figure of any of some regions was published, if any."""
    rows = yearly(shelf, topic, category, codes).dropna(subset=["value"])
    return None if rows.empty else int(rows["year"].max())


def read_values(
    shelf: Shelf, topic: str, category: str, codes: Collection[str], year: int | None
) -> "pd.Series[float]":
    """Read the figure of each region, in the order of ``codes``; null where none was published.

    Of the year that is asked, or else of the newest before it, or else of the first after it;
    without a year of the newest.
    """
    rows = yearly(shelf, topic, category, codes)
    chosen = _nearest(rows, year)
    found = rows[rows["year"] == chosen].drop_duplicates("region", keep="last")
    values = found.set_index("region")["value"].astype(float)
    return values.reindex(list(codes))


def read_exactly(
    shelf: Shelf, topic: str, category: str, codes: Collection[str], year: int | None
) -> "pd.Series[float]":
    """Read the figures as ``read_values`` does, but of no other year than one that is asked."""
    values = read_values(shelf, topic, category, codes, year)
    other = year is not None and find_nearest(shelf, topic, category, codes, year) != year
    return values.mask(values.notna()) if other else values


def find_nearest(
    shelf: Shelf, topic: str, category: str, codes: Collection[str], year: int | None
) -> int | None:
    """Tell of which year the figures are that ``read_values`` reads; None without any."""
    known = yearly(shelf, topic, category, codes).dropna(subset=["value"])
    return None if known.empty else _nearest(known, year)


def read_status(
    shelf: Shelf, topic: str, category: str, codes: Collection[str], year: int | None
) -> "pd.Series[str]":
    """Read how sure the figure of each region in a year is, in the order of ``codes``.

    Empty where that year has none.
    """
    rows = yearly(shelf, topic, category, codes)
    found = rows[rows["year"] == year].drop_duplicates("region", keep="last")
    return found.set_index("region")["status"].reindex(list(codes)).fillna(MISSING)


def yearly(shelf: Shelf, topic: str, category: str, codes: Collection[str]) -> pd.DataFrame:
    """Read the rows of one category of a topic (``OPEN_FIGURES``) that are of whole years."""
    rows = figures_of(shelf, topic)
    whole = rows["period"].str.contains(WHOLE_YEAR) & (rows["category"] == category)
    return rows[whole & rows["region"].isin(list(codes))]


def _nearest(rows: pd.DataFrame, year: int | None) -> int | None:
    """Give the newest year with a figure up to the one that is asked, or the first after it."""
    years = sorted(int(one) for one in rows.dropna(subset=["value"])["year"].unique())
    before = [one for one in years if year is None or one <= year]
    return max(before, default=min(years, default=year))
