"""Young people with more than one scheme of youth care in a year.

The schemes are help in kind, help with a personal budget, protection and probation. Who has one
only is published in full, and who has three or more is often too few to publish, so that the number
with several is the sum of both where that is known, and else what one scheme leaves of all.
"""

from typing import Final

import pandas as pd

from core.benchmark.youth_shares import eras_of, yearly
from core.opendata.topics import COMBINATIONS
from core.tables import USE_SHARES

KEYS: Final = ["region", "year"]
LEAST: Final = 10
"""A smaller number is not published, so that what is left of rounded numbers is not shown."""


def measure_several(
    several: pd.DataFrame, youth: pd.DataFrame, breaks: pd.DataFrame
) -> pd.DataFrame:
    """Divide who has more than one scheme by all with youth care (``USE_SHARES``).

    ``several`` are ``OPEN_FIGURES`` by combination, ``youth`` those of persons by form.
    """
    one, two, more = (_indexed(several, category) for category in COMBINATIONS)
    whole = _indexed(youth, "all")
    table = pd.DataFrame({"one": one, "two": two, "more": more, "people": whole}).reset_index()
    number = (table["two"] + table["more"]).fillna(table["people"] - table["one"])
    number = number.where(number >= LEAST)
    status = yearly(several, COMBINATIONS[0]).set_index(KEYS)["status"].to_dict()
    told = [
        status.get((region, year), "")
        for region, year in zip(table["region"], table["year"], strict=True)
    ]
    shares = table.assign(
        number=number,
        share=(number / table["people"]).where(table["people"] > 0),
        status=told,
        era=eras_of(table["year"], breaks),
    )
    return shares[list(USE_SHARES)].sort_values(["year", "region"], ignore_index=True)


def _indexed(figures: pd.DataFrame, category: str) -> "pd.Series[float]":
    return yearly(figures, category).set_index(KEYS)["value"]
