"""Figures of regions that nobody publishes, as the sum of all their municipalities.

Only what may be added is, and only when every municipality has a figure: a sum of those that have
one would be too low, and nobody could see it. A topic that is published for a kind of region is
left as it is published.
"""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.opendata.crosswalks import KEY, WORST, is_additive
from core.opendata.shaping import COUNTRY
from core.tables import OPEN_FIGURES

KINDS: Final[Mapping[str, str]] = {
    "country": "NL",
    "province": "PV",
    "youth_region": "JZ",
    "school_partnership": "SV",
}
"""Kinds of regions that municipalities make up, and how their codes begin."""


def add_parents(figures: pd.DataFrame, regions: pd.DataFrame) -> pd.DataFrame:
    """Add figures of larger regions to figures (``OPEN_FIGURES``) of municipalities."""
    places = regions[regions["kind"] == "municipality"]
    additive = [topic for topic in figures["topic"].unique() if is_additive(topic)]
    rows = figures[figures["region"].isin(places["region"]) & figures["topic"].isin(additive)]
    listed = [figures]
    for kind, beginning in KINDS.items():
        published = figures.loc[figures["region"].str.startswith(beginning), "topic"].unique()
        within = _within(places, kind)
        listed.append(_added(rows[~rows["topic"].isin(published)], within))
    return pd.concat([one for one in listed if not one.empty], ignore_index=True)


def _within(places: pd.DataFrame, kind: str) -> dict[str, str]:
    if kind == "country":
        return dict.fromkeys(places["region"], COUNTRY)
    return dict(zip(places["region"], places[kind], strict=True))


def _added(rows: pd.DataFrame, within: Mapping[str, str]) -> pd.DataFrame:
    """Add up by parent; what one of its municipalities lacks, the parent lacks too."""
    members = pd.Series(within).value_counts()
    ranked = rows.assign(
        region=rows["region"].map(within),
        rank=rows["status"].map({status: place for place, status in enumerate(WORST)}),
    )
    known = ranked[ranked["region"].fillna("") != ""]
    groups = known.groupby([*KEY, "region"], sort=False)
    added = groups.agg(value=("value", "sum"), known=("value", "count"), rank=("rank", "min"))
    listed = added.reset_index()
    complete = listed[listed["known"] == listed["region"].map(members)]
    status = complete["rank"].map(dict(enumerate(WORST)))
    return complete.assign(status=status)[list(OPEN_FIGURES)]
