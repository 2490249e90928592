"""Schools as partners: a partnership of schools as an area, and help and education in one.

Declarations do not tell who goes to which school; no referrer in the national list is a school.
"""

import re
from collections.abc import Mapping
from typing import Final

import narwhals.stable.v2 as nw
import pandas as pd

from core.frames import Frame
from core.opendata.shelf import Shelf, figures_of, members_of, name_of
from core.tables import ARRANGEMENTS, PARTNERSHIP_MEMBERS, PARTNERSHIP_PUPILS
from core.trajectories.calendar import year_of
from core.trajectories.selection import Selection

SPECIAL: Final = ("special_primary", "special")
OF_AGE: Final = ("primary", *SPECIAL)
"""Kinds of schools for ages 4 up to 12; special education has older pupils too."""

ARRANGEMENT: Final = (
    r"(?i)(\boza\b|onderwijs[ -]*(jeugd)?zorg|onderwijs[ -]*jeugdhulp|(jeugd)?zorg[ -]*onderwijs"
    r"|jeugdhulp (op|in|binnen) (de )?school|hulp in (het )?(speciaal )?onderwijs)"
)
"""How an own product or care form says that it is help and education in one, on every engine."""


def measure_pupils(shelf: Shelf, partnership: str) -> pd.DataFrame:
    """Count the pupils of a partnership and of the country by year (``PARTNERSHIP_PUPILS``).

    Only years of which every kind of school was published: without one of them a share of special
    education would be wrong.
    """
    rows = figures_of(shelf, "pupils", "school_partnership")
    rows = rows[rows["category"].isin(OF_AGE)]
    kinds = rows.dropna(subset=["value"]).groupby("year")["category"].nunique()
    rows = rows[rows["year"].isin(kinds.index[kinds == len(OF_AGE)])]
    places = {"area": rows[rows["region"] == partnership], "country": rows}
    counted = [_pupils(part).assign(place=place) for place, part in places.items()]
    return pd.concat(counted, ignore_index=True)[list(PARTNERSHIP_PUPILS)]


def measure_schools(shelf: Shelf, partnership: str) -> pd.DataFrame:
    """Give schools and pupils of a partnership in its newest year: columns kind, schools, pupils.

    What was not published is missing.
    """
    counts = {}
    for topic in ("schools", "pupils"):
        rows = figures_of(shelf, topic)
        own = rows[rows["region"] == partnership]
        newest = own[own["year"] == own["year"].max()]
        counts[topic] = newest.set_index("category")["value"]
    return pd.DataFrame(counts).rename_axis("kind").reset_index()


def measure_members(shelf: Shelf, partnership: str, year: int) -> pd.DataFrame:
    """Give the municipalities of a partnership with their young people (``PARTNERSHIP_MEMBERS``).

    In order of name, so that nobody is ranked.
    """
    members = list(members_of(shelf, partnership))
    youth = _by_region(shelf, "population", "<23", year).reindex(members)
    with_care = _by_region(shelf, "youth_with_care", "all", year).reindex(members)
    table = pd.DataFrame(
        {
            "region": members,
            "name": [name_of(shelf, code) for code in members],
            "youth": youth.to_numpy(),
            "with_care": with_care.to_numpy(),
        }
    )
    shared = table.assign(share=table["with_care"] / table["youth"])
    return shared[list(PARTNERSHIP_MEMBERS)].sort_values("name", ignore_index=True)


def newest_year(shelf: Shelf) -> int | None:
    """Give the newest year with both young people and those with care; None when there is none."""
    years = [
        set(_whole_years(figures_of(shelf, topic, "municipality"))["year"])
        for topic in ("population", "youth_with_care")
    ]
    return max(years[0] & years[1], default=None)


def arrangement_codes(names: Mapping[tuple[str, str], str]) -> list[str]:
    """List the product codes whose own name says that help and education are one."""
    return sorted(
        code for (kind, code), name in names.items() if kind == "product" and is_arrangement(name)
    )


def is_arrangement(name: str) -> bool:
    """Tell whether a name of a product or a care form says that help and education are one."""
    return re.search(ARRANGEMENT, name) is not None


def count_arrangements(declarations: Frame, products: list[str], selection: Selection) -> Frame:
    """Count clients with arrangements of education and care by calendar year (``ARRANGEMENTS``).

    A line counts by the name of its care form or by its product, in the year in which its period
    begins. Of the selection only its years and its municipality narrow what is counted.
    """
    chosen = nw.col("care_form").str.contains(ARRANGEMENT) | nw.col("product").is_in(products)
    begun = (nw.col("start") >= selection.first_day) & (nw.col("start") < selection.end_day)
    lines = declarations.filter(chosen & begun & ~nw.col("is_credit"))
    if selection.municipality:
        lines = lines.filter(nw.col("municipality") == selection.municipality)
    counted = (
        lines.with_columns(year=year_of(nw.col("start")))
        .group_by("year")
        .agg(clients=nw.col("client_id").n_unique(), providers=nw.col("provider").n_unique())
    )
    return counted.with_columns(nw.col("clients", "providers").cast(nw.Int64)).select(*ARRANGEMENTS)


def _pupils(rows: pd.DataFrame) -> pd.DataFrame:
    whole = rows.groupby("year")["value"].sum(min_count=1)
    special = rows[rows["category"].isin(SPECIAL)].groupby("year")["value"].sum(min_count=1)
    table = pd.DataFrame({"pupils": whole, "special": special}).rename_axis("year").reset_index()
    return table.assign(share=table["special"] / table["pupils"])


def _by_region(shelf: Shelf, topic: str, category: str, year: int) -> "pd.Series[float]":
    rows = _whole_years(figures_of(shelf, topic, "municipality"))
    chosen = rows[(rows["category"] == category) & (rows["year"] == year)]
    return chosen.set_index("region")["value"]


def _whole_years(rows: pd.DataFrame) -> pd.DataFrame:
    """Leave out half-years, that stand beside their year."""
    return rows[rows["period"].str.contains("JJ")]
