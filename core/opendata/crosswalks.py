"""One division into municipalities for all years: figures of those that merged are added up.

Only what may be added is: persons, trajectories, euros. A share, an index or a mean of several
municipalities is not known from theirs, and stays missing until the year of the reorganisation.
"""

from datetime import date
from typing import Final

import pandas as pd

from core.opendata.mergers import MERGERS, heir_of, parts_of
from core.opendata.topics import TOPICS

ADDED_UNITS: Final = ("persons", "trajectories", "euros", "households", "schools")
PER_PERSON: Final = ("income_per_person",)
"""Topics in euros that are a mean."""

KEY: Final = ("topic", "period", "year", "category", "source")
WORST: Final = ("provisional", "revised", "estimated", "definitive")


def is_additive(topic: str) -> bool:
    """Tell whether figures of two regions together are their sum."""
    return TOPICS[topic].unit in ADDED_UNITS and topic not in PER_PERSON


def unify(figures: pd.DataFrame) -> pd.DataFrame:
    """Give figures (``OPEN_FIGURES``) by the newest division into municipalities.

    Figures of codes that ended are added to their heir when every part was published; otherwise
    the heir has no figure for that period. A figure that was published about the heir's whole area
    stays. Codes of divided municipalities are left out.
    """
    ended = {merger.old for merger in MERGERS}
    touched = figures["region"].isin(ended | ({merger.new for merger in MERGERS} - ended))
    rows = figures[touched].assign(heir=lambda rows: rows["region"].map(heir_of))
    rows = rows[~rows["heir"].isin({merger.old for merger in MERGERS if not merger.whole})]
    alone = ~rows.duplicated([*KEY, "heir"], keep=False) & (rows["region"] == rows["heir"])
    merged = rows[~alone]
    listed = [figures[~touched], rows[alone], merged if merged.empty else _merged(merged)]
    whole = pd.concat([one for one in listed if not one.empty] or [figures], ignore_index=True)
    return whole[list(figures.columns)]


def _merged(rows: pd.DataFrame) -> pd.DataFrame:
    """Give a figure for each heir and period, from the figures of its parts."""
    parts = {
        moment: parts_of(moment[0], _first_day(moment[1]))
        for moment in rows[["heir", "period"]].drop_duplicates().itertuples(index=False, name=None)
    }
    moments = zip(rows["heir"], rows["period"], strict=True)
    made_of = pd.Series([parts[moment] for moment in moments], index=rows.index, dtype=object)
    parted = zip(rows["region"], made_of, strict=True)
    is_part = pd.Series([one in wanted for one, wanted in parted], index=rows.index)
    own = rows["region"] == rows["heir"]
    told = rows.assign(
        own=rows["value"].where(own),
        part=rows["value"].where(is_part),
        wanted=made_of.map(len),
        heir_is_part=[one in wanted for one, wanted in zip(rows["heir"], made_of, strict=True)],
        worst=rows["status"].map({status: place for place, status in enumerate(WORST)}),
    )
    groups = told.groupby([*KEY, "heir"], sort=False).agg(
        own=("own", "max"),
        total=("part", "sum"),
        known=("part", "count"),
        wanted=("wanted", "first"),
        heir_is_part=("heir_is_part", "first"),
        worst=("worst", "min"),
    )
    return _settled(groups.reset_index())


def _settled(groups: pd.DataFrame) -> pd.DataFrame:
    """Choose what was published about the heir's area of now, or else the sum of its parts."""
    of_now = (groups["heir_is_part"] & (groups["wanted"] == 1)) | ~groups["heir_is_part"]
    may_add = groups["topic"].map(is_additive) & (groups["known"] == groups["wanted"])
    total = groups["total"].where(may_add & (groups["wanted"] > 0))
    value = groups["own"].where(of_now).fillna(total)
    status = groups["worst"].map(dict(enumerate(WORST)))
    return groups.assign(region=groups["heir"], value=value, status=status)


def _first_day(period: str) -> date:
    """Give the first day of a period; a reference day is its own."""
    if period[4:5] == "-":
        return date.fromisoformat(period)
    return date(int(period[:4]), 7 if period.endswith("HJ02") else 1, 1)
