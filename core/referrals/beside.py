"""Who refers, beside what is published: one municipality or region, its youth region, the country.

Two counts of the same thing that are not the same count: open data hold all help in kind, also what
is paid as a task and never declared. They are laid beside each other, never subtracted.
"""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from core.codes import REFERRERS
from core.opendata.shelf import Shelf, figures_of, regions_of
from core.referrers import IN_ORDER, UNKNOWN_REFERRER
from core.tables import MISSING, REFERRERS_BESIDE

OWN: Final = "own"
AREA: Final = "area"
YOUTH_REGION: Final = "youth_region"
COUNTRY: Final = "country"
PLACES: Final = (OWN, AREA, YOUTH_REGION, COUNTRY)
"""Where a share is from, in the order in which they are shown."""

TOPIC: Final = "started"
ROWS: Final = (*IN_ORDER, UNKNOWN_REFERRER)
"""The published referrers, in the order of the national list, unknown last."""


def places_of(shelf: Shelf, area: str) -> dict[str, str]:
    """Give the code of each published place of an area; a wider place that is the same is left out.

    Without an area there is only the country.
    """
    regions = regions_of(shelf)
    country = str(regions.loc[regions["kind"] == COUNTRY, "region"].iloc[0])
    within = regions.loc[regions["region"] == area, "youth_region"]
    wider = str(within.iloc[0]) if len(within) else MISSING
    places = {AREA: area, YOUTH_REGION: wider, COUNTRY: country}
    seen: dict[str, str] = {}
    for place, code in places.items():
        if code and code not in seen.values():
            seen[place] = code
    return seen


def years_of(shelf: Shelf, area: str) -> list[int]:
    """List the years of which an area, or without one the country, has a published whole."""
    codes = list(places_of(shelf, area).values())
    rows = figures_of(shelf, TOPIC)
    whole = rows[(rows["region"] == codes[0]) & (rows["category"] == MISSING)]
    known = whole[whole["value"].notna() & whole["period"].str.contains("JJ")]
    return sorted(known["year"].unique().tolist(), reverse=True)


def provisional_years(shelf: Shelf) -> set[int]:
    """List the years whose figures may still change."""
    rows = figures_of(shelf, TOPIC)
    return set(rows.loc[rows["status"] != "definitive", "year"])


def measure_published(shelf: Shelf, area: str, year: int) -> pd.DataFrame:
    """Give the published shares of a year (``REFERRERS_BESIDE``), the parts of each place together.

    A count that was not published has no share: it is under ten, or unknown.
    """
    rows = figures_of(shelf, TOPIC)
    rows = rows[(rows["year"] == year) & rows["period"].str.contains("JJ")]
    value = rows.set_index(["region", "category"])["value"]
    codes = {label: code for code, label in REFERRERS.items()}
    listed = [
        {
            "place": place,
            "referrer": label,
            "trajectories": value.get((region, codes[label])),
            "whole": value.get((region, MISSING)),
        }
        for place, region in places_of(shelf, area).items()
        for label in ROWS
    ]
    return _shared(pd.DataFrame(listed))


def measure_declared(counts: pd.DataFrame) -> pd.DataFrame:
    """Give the shares of protected counts by ``referrer`` as the rows of the place OWN.

    Not delivered and unknown are one answer here, as they are in the published tables. As soon as a
    count is hidden there is no whole, and no share.
    """
    labels = counts["referrer"].replace(MISSING, UNKNOWN_REFERRER)
    numbers = counts["trajectories"].astype("Float64").groupby(labels, sort=False)
    parts = numbers.agg(_sum_when_known).reset_index()
    whole = parts["trajectories"].sum(skipna=False)
    return _shared(parts.assign(place=OWN, whole=whole))


def lay_beside(declared: pd.DataFrame, published: pd.DataFrame, other: str) -> pd.DataFrame:
    """Put declared rows above published ones with the same referrers in both.

    Where ``other`` took the place of referrers with few persons, those are added up in the
    published rows as well. Without declared rows the published ones stay as they are.
    """
    named = set(declared["referrer"])
    if other not in named:
        return pd.concat([declared, published], ignore_index=True)
    kept = published["referrer"].where(published["referrer"].isin(named), other)
    groups = published.assign(referrer=kept).groupby(["place", "referrer"], sort=False)
    merged = groups[["trajectories", "share"]].agg(_sum_when_known)
    return pd.concat([declared, merged.reset_index()[list(REFERRERS_BESIDE)]], ignore_index=True)


def measure_published_early(shelf: Shelf, region: str, year: int) -> "pd.Series[float]":
    """Give the published share of ended trajectories that ended early, by label of the referrer.

    A referrer of which either count was not published is left out.
    """
    early, ended = (_counted(shelf, topic, region, year) for topic in ("ended_early", "ended"))
    shares = (early / ended).dropna()
    return shares[shares.index.isin(list(REFERRERS))].rename(index=dict(REFERRERS))


def _counted(shelf: Shelf, topic: str, region: str, year: int) -> "pd.Series[float]":
    rows = figures_of(shelf, topic)
    whole = rows["period"].str.contains("JJ") & (rows["year"] == year)
    return rows[whole & (rows["region"] == region)].set_index("category")["value"]


def _sum_when_known(cells: "pd.Series[float]") -> float | None:
    """Add up, when nothing is left out."""
    return None if cells.isna().any() else float(cells.sum())


def _shared(rows: pd.DataFrame) -> pd.DataFrame:
    counts = rows["trajectories"].astype("Float64")
    whole = rows["whole"].astype("Float64")
    shares = (counts / whole).where(whole > 0)
    return rows.assign(trajectories=counts, share=shares)[list(REFERRERS_BESIDE)]


def municipalities_in(members: Sequence[str]) -> list[str]:
    """Write the municipalities of open data as declarations write them: GM9801 is 9801."""
    return [code.removeprefix("GM") for code in members]
