"""The part of Aanbieders on waiting: what providers told, and what can be measured."""

import pandas as pd
import streamlit as st

from core.charts.provider_waiting import chart_waiting_list
from core.charts.theme import in_ladder_order
from core.datasets import allocations_of
from core.disclosure import Margins, Shape, may_name_providers, publish, publish_table
from core.frames import Frame, hold
from core.providers import allocated as model
from core.providers.active import without
from core.providers.waiting_list import KEYS, measure_waiting
from core.reading import waiting_times
from core.session import Visit, remembered
from core.text import provider_waiting as text
from core.trajectories.selection import select_starts
from pages.provider_files import Row, SmallFile, supplied_rows
from pages.provider_names import labels_of
from pages.skeleton import show_numbers, show_picture

WAITS = Shape(counts=["starts"], percentiles={"median_days": 0.5})
LIST = SmallFile(
    name="wachttijden.csv",
    title=text.UPLOAD,
    about=text.UPLOAD_HELP,
    lines=(waiting_times.HEADINGS, *waiting_times.EXAMPLE),
    read=waiting_times.read_waiting_times,
)


def show_provider_waiting(visit: Visit) -> None:
    """Show the list that was supplied, or ask for it, and below it what the data say."""
    st.caption(text.QUESTION)
    rows = supplied_rows(visit, LIST)
    if rows:
        _show_list(visit, rows)
    _show_measured(visit)


def _show_list(visit: Visit, supplied: tuple[Row, ...]) -> None:
    rows = pd.DataFrame([dict(row) for row in supplied])
    forms = in_ladder_order(rows["care_form"], visit.rules.ladder)
    by_days = rows.sort_values("days", kind="stable")  # by code a number would be a name
    labels = labels_of(visit, by_days["provider"].unique())
    finding = text.finding(measure_waiting(rows, ["kind"]), rows)
    st.subheader(finding)
    dots = text.dots_of(rows, labels, forms)
    table = text.form_table(measure_waiting(rows, KEYS), forms)
    show_picture(chart_waiting_list(dots), finding, table, text.LISTED_NOTE)
    with st.expander(text.EVERY_LINE):
        show_numbers(text.line_table(rows, labels, forms), text.LISTED_TITLE)


def _show_measured(visit: Visit) -> None:
    waits = remembered(visit, "allocation_waits", lambda: _waits(visit))
    counted = model.count_all_waits(waits)
    everybody = remembered(visit, "all_waits", lambda: publish(counted, visit.level, WAITS))
    st.subheader(text.MEASURED_TITLE)
    st.markdown(text.measured_finding(everybody))
    if not may_name_providers(visit.level):
        return
    by_provider = model.count_allocation_waits(waits)
    margins = Margins(["provider"])
    providers = remembered(
        visit,
        "provider_waits",
        lambda: publish_table(by_provider, visit.level, WAITS, margins),
    )
    table = text.measured_table(providers, labels_of(visit, providers["provider"]))
    if not table.empty:
        show_numbers(table, text.MEASURED_TITLE)
        st.caption(text.MEASURED_NOTE)


def _waits(visit: Visit) -> Frame:
    chosen = without(visit.selection, "provider", "referrer")
    return hold(select_starts(model.find_allocation_waits(*allocations_of(visit.data_set)), chosen))
