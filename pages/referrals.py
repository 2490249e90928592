"""The numbers of the page Verwijzers; they stay until another choice is made."""

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from core.charts.referrers import chart_first_forms, chart_followed, chart_shares
from core.charts.theme import in_ladder_order
from core.complements import drop_alone
from core.disclosure import MINIMUM_PERSONS, Margins, Shape, is_shared, publish_table
from core.frames import Frame, hold
from core.session import OpenVisit, Visit, remembered
from core.text import follow_up, general
from core.text import referrers as text
from core.trajectories import referrals as model
from core.trajectories.grids import merge_rare
from pages.labels import label_of
from pages.skeleton import show_picture, show_status

TRAJECTORIES = Shape(counts=["trajectories"])
FIRSTS = Shape(counts=["chains"], within=["referrer"])
FOLLOWED = Shape(counts=["chains"], within=["referrer", "months", "position"])
BY_YEAR = Shape(counts=["trajectories"], within=["year"])
ASKED = ["months", "position"]
REACHED = Margins(["referrer", *ASKED, "reached"], [["referrer", *ASKED], [*ASKED, "reached"]])
"""Each question is asked of the same chains: those of a referrer, and all that reached it."""


def finding_of(visit: Visit) -> str:
    """Say who refers; when one referrer was chosen, how many starts there were."""
    delivered = who_refers(visit)["delivered"]
    if visit.selection.dimension == "referrer":
        return text.chosen_finding(delivered, visit.years)
    return text.finding(delivered, visit.years)


def show_who(visit: Visit) -> None:
    """Draw the share of each referrer over the years."""
    finding = finding_of(visit)
    rows = text.trend_rows(who_refers(visit)["by_year"])
    if rows["share"].notna().any() and visit.selection.dimension != "referrer":
        label = label_of(visit, "referrer", "freshness")
        show_picture(chart_shares(rows), finding, text.trend_table(rows), label)
        st.caption(text.who_note(merged=is_shared(visit.level)))
    else:
        st.markdown(_nothing(visit))


def show_where(visit: Visit) -> None:
    """Draw with which care forms the chains of each referrer begin."""
    forms = first_forms(visit)
    if forms["chains"].isna().all():
        st.markdown(general.NOTHING_TO_SHOW)
        return
    cells = text.form_rows(forms, in_ladder_order(forms["care_form"], visit.rules.ladder))
    said = text.form_finding(cells)
    st.markdown(f"**{said}**")
    label = label_of(visit, "referrer")
    show_picture(chart_first_forms(cells), said, text.form_table(cells), label)
    st.caption(text.where_note(merged=is_shared(visit.level)))


def show_next(visit: Visit) -> None:
    """Draw how often a second and a third trajectory followed."""
    results = follow_up.follow_rows(what_follows(visit))
    seen = follow_up.follow_finding(results, visit.rules)
    st.markdown(f"**{seen}**")
    if results[["share_12", "share_24"]].notna().any(axis=None):
        label = label_of(visit, "referrer", "order")
        show_picture(chart_followed(results), seen, follow_up.follow_table(results), label)
        st.caption(follow_up.FOLLOW_NOTE)


def with_own(show: Callable[[Visit], None], basis: str) -> Callable[[OpenVisit], None]:
    """Make a part about declarations of the page: without any it points to the data."""

    def part(visit: OpenVisit) -> None:
        if visit.own is None:
            st.info(general.NO_DATA_YET)
            st.page_link("prepare/start.py", label=general.GO_TO_START)
            st.page_link("prepare/data.py", label=general.GO_TO_DATA)
            return
        show(visit.own)
        show_status(visit.own, basis)

    return part


def _nothing(visit: Visit) -> str:
    chosen = visit.selection.dimension == "referrer"
    return text.ONE_REFERRER if chosen else general.NOTHING_TO_SHOW


def who_refers(visit: Visit) -> Mapping[str, pd.DataFrame]:
    """Publish the starts of each referrer: ``delivered`` in the whole period, ``by_year``."""
    return remembered(visit, "who_refers", lambda: _who(visit))


def first_forms(visit: Visit) -> pd.DataFrame:
    """Publish the first care forms of the chains of each referrer."""
    return remembered(visit, "first_forms", lambda: _forms(visit))


def what_follows(visit: Visit) -> pd.DataFrame:
    """Publish how often a second and a third trajectory followed, by referrer."""
    return remembered(visit, "what_follows", lambda: _followed(visit))


def fewest_of(visit: Visit) -> int:
    """Give how many persons are counted apart: at a level that is not shared, each of them."""
    return MINIMUM_PERSONS if is_shared(visit.level) else 1


def _who(visit: Visit) -> Mapping[str, pd.DataFrame]:
    referrals = hold(model.find_referrals(visit.analysis.chained, visit.selection))
    rare = (text.OTHER_REFERRERS, fewest_of(visit))
    delivered = model.count_delivered(merge_rare(referrals, "referrer", *rare))
    by_year = model.count_referrals(referrals, *rare)
    whole = publish_table(delivered, visit.level, TRAJECTORIES, Margins(["referrer"]))
    chosen = visit.selection.dimension == "referrer"
    years = publish_table(by_year, visit.level, BY_YEAR, Margins(["year", "referrer"]))
    return {
        "delivered": whole if chosen else _several(visit, whole),
        "by_year": _several(visit, years, "year"),
    }


def _several(visit: Visit, counts: pd.DataFrame, *within: str) -> pd.DataFrame:
    """Withhold, at shared levels, the groups of which everybody has the same answer."""
    return drop_alone(counts, within) if is_shared(visit.level) else counts


def _forms(visit: Visit) -> pd.DataFrame:
    counted = model.count_first_forms(_firsts(visit), text.OTHER_FORMS, fewest_of(visit))
    forms = publish_table(counted, visit.level, FIRSTS, Margins(["referrer", "care_form"]))
    return _several(visit, forms, "referrer")


def _followed(visit: Visit) -> pd.DataFrame:
    counted = model.count_followed(_firsts(visit), visit.rules)
    return publish_table(counted, visit.level, FOLLOWED, REACHED)


def _firsts(visit: Visit) -> Frame:
    chained, selection = visit.analysis.chained, visit.selection
    held = remembered(
        visit, "firsts", lambda: hold(model.find_first_trajectories(chained, selection))
    )
    return merge_rare(held, "referrer", text.OTHER_REFERRERS, fewest_of(visit))
