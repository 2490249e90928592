"""The basics of the open data, for the start page."""

import pandas as pd
import streamlit as st

from core.charts.start import chart_basics, chart_youth
from core.disclosure import Margins, Shape, publish, publish_table
from core.opening import SAMPLE_FOLDER
from core.reading.population import read_population
from core.session import Visit, is_sample, require_visit
from core.text import basics, youth
from core.text import start as text
from core.trajectories.basics import (
    count_basics,
    count_clients_by_municipality,
    count_parts,
    in_year,
)
from pages.labels import label_of
from pages.skeleton import (
    show_both,
    show_conversation,
    show_finding,
    show_numbers,
    show_picture,
    show_status,
)


def show_basics() -> None:
    """Show how much help there is in each year of the period, and whose it is."""
    visit = require_visit()
    care, chosen, rules = visit.analysis.trajectories, visit.selection, visit.rules
    shape = Shape(counts=["trajectories"], values=["providers"])
    table = publish(count_basics(care, chosen), visit.level, shape).sort_values("year")
    sides = Shape(counts=["trajectories"], within=["year", "part"])
    margins = Margins(["year", "part", "side"], [["year", "part"]])
    parts = publish_table(count_parts(care, chosen), visit.level, sides, margins)
    year = basics.whole_year(chosen.first_year, chosen.last_year, rules)
    st.caption(text.BASICS_TITLE)
    show_finding(basics.finding(table, basics.shares_of(parts), year))
    _show_years(visit, table, parts)
    st.caption(text.SHARE_NOTE)
    if is_sample(visit.data_set):
        _show_youth(visit, year)
    show_status(visit, text.BASIS)
    show_conversation("start")


def _show_years(visit: Visit, table: pd.DataFrame, parts: pd.DataFrame) -> None:
    """Draw the help of each year above its numbers; only the numbers when all is hidden."""
    rows = basics.rows_of_basics(table, parts, visit.rules.as_of)
    bars = basics.bars_of_basics(table, visit.rules.as_of)
    if bars["number"].notna().any():
        label = label_of(visit, "freshness")
        show_both(chart_basics(bars), basics.basics_takeaway(table), rows, label)
    else:
        show_numbers(rows, text.BASICS_TITLE)


def _show_youth(visit: Visit, year: int) -> None:
    care, alone = visit.analysis.trajectories, in_year(visit.selection, year)
    population = read_population(SAMPLE_FOLDER / "population.csv")
    clients, counted = Shape(counts=["clients"]), count_clients_by_municipality(care, alone)
    places = publish_table(counted, visit.level, clients, Margins(["municipality"]))
    whole = publish(count_basics(care, alone), visit.level, clients)
    table = youth.youth_of(places, population, year, lambda code: visit.name("municipality", code))
    region = youth.region_share(whole["clients"].max(), table)
    said = youth.finding(table, region, year)
    st.subheader(said)
    label = label_of(visit, "freshness")
    show_picture(chart_youth(table, region), said, youth.rows_of_youth(table), label)
