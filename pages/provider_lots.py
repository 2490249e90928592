"""The part of Aanbieders on the purchase: what was declared of each lot, beside its ceiling."""

import pandas as pd
import streamlit as st

from core.charts.provider_lots import chart_lots
from core.datasets import lines_beside
from core.disclosure import Grid, Margins, Shape, publish_parts, publish_table
from core.frames import hold
from core.providers import lots as model
from core.reading import lots as reading
from core.session import Visit, remembered
from core.tables import LOTS
from core.text import provider_lots as text
from core.trajectories.periods import before_as_of
from pages.labels import label_of
from pages.provider_files import Row, SmallFile, supplied_rows
from pages.skeleton import show_picture

USE = Shape(
    counts=["lines"],
    values=["providers"],
    amounts=["amount_cents"],
)
WITHIN = ["lot", "year"]
FILE = SmallFile(
    name="percelen.csv",
    title=text.UPLOAD,
    about=text.UPLOAD_HELP,
    lines=(reading.ORDER, *reading.EXAMPLE),
    read=reading.read_lots,
)


def show_lots(visit: Visit) -> None:
    """Ask for what was agreed, and show how much of each ceiling was used."""
    st.caption(text.QUESTION)
    supplied = supplied_rows(visit, FILE)
    if not supplied:
        return
    rows = remembered(visit, f"lots_{hash(str(supplied))}", lambda: _used(visit, supplied))
    if rows.empty:
        st.markdown(text.NOTHING)
        return
    years = text.years_of(rows)
    year = st.segmented_control(text.YEAR, years, default=years[-1], key="lots_year")
    chosen = rows[rows["year"] == (year or years[-1])]
    finding = text.finding(chosen, int(chosen["year"].iloc[0]), visit.rules.as_of)
    st.subheader(finding)
    table = text.table_of(rows, visit.rules.as_of)
    show_picture(chart_lots(chosen), finding, table, label_of(visit, "money", "freshness"))
    st.caption(text.NOTE)


def _used(visit: Visit, supplied: tuple[Row, ...]) -> pd.DataFrame:
    """Publish what was declared of each lot: every year divides the same declared euros."""
    declarations, lots = lines_beside(visit.data_set, supplied, LOTS)
    lines = hold(model.find_lot_lines(before_as_of(declarations, visit.rules), lots))
    use = publish_table(
        model.count_lot_use(lines), visit.level, USE, Margins(["lot", "year"], [["year"]])
    )
    rates = publish_parts(
        model.count_lot_rates(lines),
        visit.level,
        "lines",
        Grid({"rate": model.RATES}, within=WITHIN),
        WITHIN,
    )
    ceilings = {
        (str(row["lot"]), int(str(row["year"]))): int(str(row["ceiling_cents"]))
        for row in supplied
        if row["ceiling_cents"] is not None
    }
    at_rate = rates[rates["rate"] == model.AGREED]
    if use.empty:
        return use
    return text.used_rows(use, ceilings, at_rate)
