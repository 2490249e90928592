"""The part of the page Verwijzers on what became of help: ended early, and what chains cost."""

import pandas as pd
import streamlit as st

from core.charts.referral_outcomes import chart_early
from core.disclosure import Margins, Shape, publish_table
from core.frames import hold
from core.opendata.publications import sources_behind
from core.referrals import outcomes as model
from core.referrals.beside import COUNTRY, measure_published_early, places_of, years_of
from core.session import Visit, current_shelf, observed_chains, remembered
from core.text import opendata
from core.text import referral_outcomes as text
from core.text.referrers import OTHER_REFERRERS
from core.trajectories.chain_costs import count_costs
from core.trajectories.grids import merge_rare
from pages.labels import label_of
from pages.referrals import fewest_of
from pages.skeleton import show_limit, show_numbers, show_picture

ENDED = Shape(counts=["trajectories"], within=["referrer"])
COSTS = Shape(counts=["chains", "running"], typical=["middle_cents", "upper_cents"])


def show_outcomes(visit: Visit) -> None:
    """Draw by referrer how much help ended early, and write what the chains cost."""
    year, published = _published(visit.selection.last_year)
    counts = remembered(visit, "early_endings", lambda: _endings(visit))
    rows = text.early_rows(counts, published)
    st.subheader(text.EARLY_TITLE)
    said = text.early_finding(rows)
    st.markdown(f"**{said}**")
    if rows["share"].notna().any():
        table = text.early_table(rows, year)
        show_picture(chart_early(rows), said, table, label_of(visit, "referrer"))
        sources = sources_behind(current_shelf(), ("ended_early", "ended"))
        st.caption(f"{text.early_note(year)} {opendata.under(sources)}")
    _show_costs(visit)


def _show_costs(visit: Visit) -> None:
    st.subheader(text.COSTS_TITLE)
    costs = remembered(visit, "referred_costs", lambda: _costs(visit))
    if costs["middle_cents"].isna().all():
        st.markdown(text.NO_COSTS)
        return
    found = text.cost_finding(costs)
    st.markdown(f"**{found}**")
    show_numbers(text.cost_table(costs), found)
    st.caption(label_of(visit, "money"))
    show_limit(text.COSTS_NOTE)


def _endings(visit: Visit) -> pd.DataFrame:
    found = model.find_endings(visit.analysis.chained, visit.selection, visit.rules)
    counted = model.count_endings(hold(found), OTHER_REFERRERS, fewest_of(visit))
    return publish_table(counted, visit.level, ENDED, Margins(["referrer", "ending"]))


def _costs(visit: Visit) -> pd.DataFrame:
    costs = hold(model.find_referred_costs(observed_chains(visit), visit.rules))
    merged = merge_rare(costs, "sent_by", OTHER_REFERRERS, fewest_of(visit))
    counted = count_costs(merged, "sent_by").select(
        "sent_by", *COSTS.counts, "clients", "providers", *COSTS.typical, *COSTS.deciding
    )
    return publish_table(counted, visit.level, COSTS, Margins(["sent_by"]))


def _published(until: int) -> tuple[int, "pd.Series[float]"]:
    """Give the newest published year up to the end of the period, and the country in it."""
    shelf = current_shelf()
    years = years_of(shelf, "")
    year = max((one for one in years if one <= until), default=min(years, default=until))
    return year, measure_published_early(shelf, places_of(shelf, "")[COUNTRY], year)
