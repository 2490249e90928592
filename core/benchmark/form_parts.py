"""Which part of the young people with youth care had which form of it."""

from typing import Final

import pandas as pd

from core.benchmark.youth_shares import yearly
from core.opendata.topics import FORMS

TREE: Final = (
    ("help", 0),
    ("no_stay", 1),
    ("local_team", 2),
    ("ambulatory", 2),
    ("in_network", 2),
    ("day_care", 2),
    ("stay", 1),
    ("foster", 2),
    ("family", 2),
    ("other_stay", 2),
    ("secure", 2),
    ("protection", 0),
    ("supervision", 1),
    ("guardianship", 1),
    ("probation", 0),
    ("pgb", 0),
)
"""The forms as they are published, from light to heavy, and how deep each lies."""


def measure_forms(youth: pd.DataFrame, region: str, year: int) -> pd.DataFrame:
    """Divide the young people with each form by all with youth care, in one region and year.

    ``youth`` are ``OPEN_FIGURES`` of persons by form. Rows in the order of TREE: ``form``,
    ``number`` and ``part``; not published is missing. Parts add up to more than the whole, as a
    young person may have several forms.
    """
    here = youth[(youth["region"] == region) & (youth["year"] == year)]
    whole = number_of(here, region, year, FORMS[0])
    forms = [form for form, _ in TREE]
    numbers = pd.Series([number_of(here, region, year, form) for form in forms], dtype="float64")
    parts = numbers / whole if whole else numbers.where(numbers.isna())
    return pd.DataFrame({"form": forms, "number": numbers, "part": parts})


def number_of(figures: pd.DataFrame, region: str, year: int, category: str) -> float:
    """Give one published number; NaN when it is not published."""
    here = figures[(figures["region"] == region) & (figures["year"] == year)]
    found = yearly(here, category)["value"]
    return float(found.iloc[-1]) if len(found) else float("nan")


def newest_known(figures: pd.DataFrame, region: str, category: str) -> int | None:
    """Find the newest year of which a category is published for a region; None without any."""
    rows = yearly(figures[figures["region"] == region], category)
    known = rows[rows["value"].notna()]
    return int(known["year"].max()) if len(known) else None


def status_of(figures: pd.DataFrame, region: str, year: int) -> str:
    """Give the status of the figures of a region in a year; empty when there are none."""
    rows = figures[(figures["region"] == region) & (figures["year"] == year)]
    return str(rows["status"].iloc[0]) if len(rows) else ""
