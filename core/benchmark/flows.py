"""Trajectories of youth help that began and ended in a year, and those in force on its last day."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.benchmark.youth_shares import eras_of, yearly
from core.tables import YEAR_FLOWS

TOPICS: Final = ("started", "started_again", "ended", "ended_as_planned", "ended_early")
LAST_DAY: Final = "12-31"
IN_FORCE: Final = "trajectories_on_reference_day"
WITH_CARE: Final = "youth_on_reference_day"


def measure_flows(
    figures: Mapping[str, pd.DataFrame], region: str, breaks: pd.DataFrame
) -> pd.DataFrame:
    """Lay out what began, ended and was in force, a row a year (``YEAR_FLOWS``).

    ``figures`` holds ``OPEN_FIGURES`` of TOPICS and of the two reference days. Years in which
    nothing is published are left out; the day is the last of December.
    """
    columns = {topic: _by_year(yearly(figures[topic], ""), region) for topic in TOPICS}
    columns["in_force"] = _by_year(_on_last_day(figures[IN_FORCE], "help"), region)
    columns["youth"] = _by_year(_on_last_day(figures[WITH_CARE], "all"), region)
    table = pd.DataFrame(columns).dropna(how="all").rename_axis("year").reset_index()
    known = table[table[list(TOPICS)].notna().any(axis="columns")]
    years = known["year"].astype("int64")
    status = yearly(figures["started"], "")
    told = status[status["region"] == region].set_index("year")["status"].to_dict()
    rows = known.assign(year=years, status=years.map(told).fillna(""), era=eras_of(years, breaks))
    return rows[list(YEAR_FLOWS)].reset_index(drop=True)


def _by_year(figures: pd.DataFrame, region: str) -> "pd.Series[float]":
    rows = figures[figures["region"] == region]
    return rows.drop_duplicates("year", keep="last").set_index("year")["value"]


def _on_last_day(figures: pd.DataFrame, category: str) -> pd.DataFrame:
    last = figures["period"].str.endswith(LAST_DAY) & (figures["category"] == category)
    return figures[last]
