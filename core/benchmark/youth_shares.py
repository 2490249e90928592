"""Shares of young people with a form of youth care: published numbers on who live there.

Every share has its own base, as Statistics Netherlands uses them: help is for all younger than 23,
a protection measure for minors, and probation for those of 12 to 22. Both numbers were rounded
before they were published, so that a share of few is less sure than its interval says.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.intervals import wilson_interval
from core.opendata.topics import AGES, WHOLE_YEAR
from core.tables import USE_SHARES

YOUTH: Final = ("<23",)
MINORS: Final = ("<18",)
OFFENDERS: Final = ("12-18", "18-23")

BASES: Final[Mapping[str, Sequence[str]]] = {
    "protection": MINORS,
    "supervision": MINORS,
    "guardianship": MINORS,
    "probation": OFFENDERS,
    **{age: (age,) for age in AGES},
}
"""The ages, as categories of the topic population, that a form is a share of; else YOUTH.

An age class is a share of itself.
"""

NOTED: Final = ("residence",)
"""Changes that move young people between municipalities, and few: told, but the years compare."""


def measure_shares(
    counts: pd.DataFrame, people: pd.DataFrame, form: str, breaks: pd.DataFrame
) -> pd.DataFrame:
    """Divide the yearly counts of one category by their base (``USE_SHARES``), in order of year.

    ``counts`` and ``people`` are ``OPEN_FIGURES``; ``breaks`` are ``TREND_BREAKS`` of the topic.
    Where either is not published the share is missing.
    """
    rows = yearly(counts, form).rename(columns={"value": "number"})
    joined = rows.merge(base_of(people, form), how="left", on=["region", "year"])
    joined["share"] = (joined["number"] / joined["people"]).where(joined["people"] > 0)
    shares = joined.assign(era=eras_of(joined["year"], breaks))
    return shares[list(USE_SHARES)].sort_values(["year", "region"], ignore_index=True)


def base_of(people: pd.DataFrame, form: str) -> pd.DataFrame:
    """Count who can have a form: ``region``, ``year``, ``people``; missing when a part is."""
    ages = BASES.get(form, YOUTH)
    parts = [yearly(people, age).set_index(["region", "year"])["value"] for age in ages]
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    return total.rename("people").reset_index()


def yearly(figures: pd.DataFrame, category: str) -> pd.DataFrame:
    """Keep the figures of whole years of one category; half years and days are left out."""
    whole = figures["period"].str.contains(WHOLE_YEAR) & (figures["category"] == category)
    return figures.loc[whole].reset_index(drop=True)


def eras_of(years: "pd.Series[int]", breaks: pd.DataFrame) -> "pd.Series[int]":
    """Number the stretches of years that compare: those between two breaks have one number."""
    firsts = set(breaks.loc[~breaks["reason"].isin(NOTED), "year"])
    return years.map(lambda year: sum(first <= year for first in firsts)).astype("int64")


def newest_year(shares: pd.DataFrame, region: str) -> int | None:
    """Find the newest year in which a region has a share; None when it never has."""
    known = shares[(shares["region"] == region) & shares["share"].notna()]
    return int(known["year"].max()) if len(known) else None


def with_intervals(shares: pd.DataFrame) -> pd.DataFrame:
    """Add ``low`` and ``high``: how sure a share is by chance alone (Wilson, 95%)."""
    bounds = [
        wilson_interval(min(round(number), round(people)), round(people))
        if pd.notna(number) and pd.notna(people)
        else None
        for number, people in zip(shares["number"], shares["people"], strict=True)
    ]
    lows = [bound[0] if bound else None for bound in bounds]
    highs = [bound[1] if bound else None for bound in bounds]
    return shares.assign(
        low=pd.Series(lows, index=shares.index, dtype="float64"),
        high=pd.Series(highs, index=shares.index, dtype="float64"),
    )
