"""Young people by the ages of the law, added up from single years of age."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.opendata.catalogue import Entry
from core.opendata.descriptions import Description
from core.opendata.shaping import shape
from core.tables import OPEN_FIGURES

CLASSES: Final[Mapping[str, range]] = {
    "0-4": range(4),
    "4-12": range(4, 12),
    "12-18": range(12, 18),
    "18-23": range(18, 23),
    "<18": range(18),
    "<23": range(23),
}
"""The single years in each class of age."""

KEY: Final = ["topic", "region", "period", "year", "status", "source"]


def shape_population(described: Description, figures: pd.DataFrame, entry: Entry) -> pd.DataFrame:
    """Read inhabitants by single years as everybody and the classes of age (``OPEN_FIGURES``).

    A class of which a single year was not published is missing.
    """
    rows = shape(described, figures, entry)
    single = rows[rows["category"].str.isdecimal()]
    whole = rows[~rows["category"].str.isdecimal()]
    if single.empty:
        return whole
    wide = single.pivot(index=KEY, columns="category", values="value")  # noqa: PD010 - refuses doubles
    for year in range(23):
        wide[str(year)] = wide.get(str(year), pd.NA)
    classes = [
        wide[[str(year) for year in years]].sum(axis=1, min_count=len(years)).rename(name)
        for name, years in CLASSES.items()
    ]
    added = pd.concat(classes, axis=1).reset_index().melt(KEY, var_name="category")
    return pd.concat([whole, added[list(OPEN_FIGURES)]], ignore_index=True)
