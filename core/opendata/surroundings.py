"""Circumstances of a region, as shares of two figures of the same table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.opendata.catalogue import Entry
from core.opendata.descriptions import Description
from core.opendata.readings import READINGS
from core.opendata.shaping import located, measures_of, shape
from core.opendata.topics import TOPICS
from core.opendata.words import factor_of
from core.tables import OPEN_FIGURES

CELL: Final = ["region", "period", "year", "status"]
RENEWED: Final = "renewed"
UNCHANGED: Final = "1"
"""What a table of districts writes when an area is as it was the year before."""

UNDER_15, FROM_15 = "under_15", "aged_15_to_24"
EIGHT_OF_TEN: Final = 0.8
"""Of those aged 15 to 24 the part below 23, when every year of age is as large."""


@dataclass(frozen=True, slots=True)
class Share:
    """A topic in percent: the columns above and below the line, each added up."""

    topic: str
    above: tuple[str, ...]
    below: tuple[str, ...]


HOUSEHOLD_SHARES: Final = (Share("single_parent", ("single_parents",), ("with_children",)),)
YARDSTICK_SHARES: Final = (
    Share("low_income_children", ("poor_children",), ("children",)),
    Share("benefit", ("assistance",), ("households",)),
)
NEIGHBOURHOOD_SHARES: Final = (
    Share("education_low", ("low",), ("low", "middle", "high")),
    Share("education_high", ("high",), ("low", "middle", "high")),
    Share("benefit", ("assistance",), ("households",)),
    Share("origin_outside_europe", ("born_here", "born_elsewhere"), ("inhabitants",)),
)
PLAIN: Final = {
    "income": "income_per_person",
    "low_income": "low_income_households",
    "density": "density",
}
"""Key figures of districts that are a topic as they are."""

ONLY_OF_DISTRICTS: Final = ("population", "youth_with_care", "care_share")
"""Topics that tables of their own give for municipalities."""


def shape_households(described: Description, figures: pd.DataFrame, entry: Entry) -> pd.DataFrame:
    """Read kinds of households as the share of those with children that has one parent."""
    return _long(_shares(_wide(described, figures, entry), HOUSEHOLD_SHARES), described)


def shape_yardsticks(described: Description, figures: pd.DataFrame, entry: Entry) -> pd.DataFrame:
    """Read yardsticks of the municipal fund; a share that is published goes before ours."""
    published = shape(described, figures, entry)
    wide = _wide(described, figures, entry)
    found = set(published["topic"]) & set(TOPICS)
    ours = [share for share in YARDSTICK_SHARES if share.topic not in found]
    return pd.concat(
        [published[published["topic"].isin(found)], _long(_shares(wide, ours), described)],
        ignore_index=True,
    )


def shape_neighbourhoods(
    described: Description, figures: pd.DataFrame, entry: Entry
) -> pd.DataFrame:
    """Read key figures of districts and municipalities: circumstances, people and use.

    Young people under 23 of a district are an estimate (status ``estimated``): its ages are
    published as 0 to 14 and 15 to 24.
    """
    wide = _wide(described, figures, entry)
    plain = [
        wide[[*CELL, name]].set_axis([*CELL, "value"], axis=1).assign(topic=topic)
        for name, topic in PLAIN.items()
        if name in wide
    ]
    rows = pd.concat([*plain, _shares(wide, NEIGHBOURHOOD_SHARES), _of_districts(wide)])
    municipal = ~rows["region"].str.startswith("WK")
    return _long(rows[~(municipal & rows["topic"].isin(ONLY_OF_DISTRICTS))], described)


def redrawn_districts(
    described: Description, figures: pd.DataFrame, entry: Entry
) -> frozenset[str]:
    """List the districts whose outline or code changed since the year before.

    Of these no earlier figure is about the same area. A table that does not say it lists none.
    """
    rules = measures_of(described, READINGS[entry.reading])
    keys = [key for key, rule in rules.items() if rule.topic == RENEWED]
    rows = located(described, figures[figures["measure"].isin(keys)], entry)
    told = rows["text"].fillna(UNCHANGED).astype(str).str.strip()
    return frozenset(rows.loc[told != UNCHANGED, "region"])


def _wide(described: Description, figures: pd.DataFrame, entry: Entry) -> pd.DataFrame:
    """Lay the measures of a reading side by side, a row a region and period."""
    rows = located(described, figures, entry)
    rules = measures_of(described, READINGS[entry.reading])
    factors = {one.key: factor_of(one.unit) for one in described.measures}
    measure = rows["measure"].astype(str)
    rows = rows.assign(
        name=measure.map({key: rule.topic for key, rule in rules.items()}),
        value=rows["value"] * measure.map(factors).astype("float64"),
    )
    wide = rows.pivot_table(index=CELL, columns="name", values="value", aggfunc="first")
    return wide.reset_index().rename_axis(columns=None)


def _shares(wide: pd.DataFrame, shares: Sequence[Share]) -> pd.DataFrame:
    """Give shares in percent; a part that was not published leaves a share missing."""
    listed = [
        wide[CELL].assign(
            topic=one.topic,
            value=_sum(wide, one.above) / _sum(wide, one.below).replace(0.0, float("nan")) * 100,
        )
        for one in shares
        if _has(wide, one)
    ]
    return pd.concat(listed) if listed else wide[CELL].iloc[:0].assign(topic="", value=0.0)


def _sum(wide: pd.DataFrame, names: Sequence[str]) -> "pd.Series[float]":
    present = [name for name in names if name in wide]
    return wide[present].sum(axis=1, min_count=len(present))


def _has(wide: pd.DataFrame, share: Share) -> bool:
    return share.above[0] in wide and all(name in wide for name in share.below)


def _of_districts(wide: pd.DataFrame) -> pd.DataFrame:
    """Give people and use as figures; of a table without them nothing."""
    named = {
        "inhabitants": ("population", ""),
        UNDER_15: ("population", "0-15"),
        FROM_15: ("population", "15-25"),
        "with_care": ("youth_with_care", "all"),
        "share_with_care": ("care_share", "all"),
    }
    listed = [
        wide[[*CELL, name]]
        .set_axis([*CELL, "value"], axis=1)
        .assign(topic=topic, category=category)
        for name, (topic, category) in named.items()
        if name in wide
    ]
    if {UNDER_15, FROM_15} <= set(wide):
        estimate = (wide[UNDER_15] + EIGHT_OF_TEN * wide[FROM_15]).round()
        young = wide[CELL].assign(topic="population", category="<23", value=estimate)
        listed.append(young.assign(status="estimated"))
    return pd.concat(listed) if listed else wide[CELL].iloc[:0].assign(topic="", value=0.0)


def _long(rows: pd.DataFrame, described: Description) -> pd.DataFrame:
    """Give figures the columns of ``OPEN_FIGURES``; without a category they are the whole."""
    category = rows["category"].fillna("") if "category" in rows else ""
    listed = rows.assign(category=category, source=described.table.id)
    return listed[list(OPEN_FIGURES)].reset_index(drop=True)
