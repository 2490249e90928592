"""The part of the page Verwijzers that lays shares beside the published ones."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from core.charts.referral_shares import chart_beside
from core.datasets import first_and_last_year
from core.disclosure import Margins, Shape, publish_table
from core.opendata.shelf import members_of, name_of
from core.referrals import beside as model
from core.referrals.starts import count_area_starts
from core.session import OpenVisit, Visit, remembered
from core.text import general, guarded
from core.text import referral_shares as text
from core.text.referrers import OTHER_REFERRERS
from core.trajectories.calendar import date_of
from core.trajectories.selection import Selection
from pages.answered import may_stand
from pages.areas import require_area
from pages.open_status import show_open_status
from pages.referrals import fewest_of, finding_of
from pages.skeleton import show_numbers, show_picture

KINDS = ("municipality", "youth_region", "province")
TRAJECTORIES = Shape(counts=["trajectories"])


def show_beside(visit: OpenVisit) -> None:
    """Draw the shares of a municipality or region, its youth region and the country."""
    choice, when = st.columns([2, 3], vertical_alignment="bottom")
    with choice:
        area = require_area(visit, KINDS)
    years = model.years_of(visit.shelf, area)
    if not years:
        st.info(text.NO_FIGURES)
        return
    provisional = model.provisional_years(visit.shelf)
    year = when.selectbox(
        text.YEAR,
        years,
        index=_usual(visit, years),
        format_func=lambda one: text.year_name(one, provisional),
        key="beside_year",
        width=200,
    )
    rows = rows_of(visit, area, year)
    said = text.finding(rows, year)
    if said != page_finding(visit):
        st.markdown(f"**{said}**")
    show_picture(chart_beside(rows), said, text.table_rows(rows), text.LABEL)
    with_own = bool(rows["place"].eq(model.OWN).any())
    if visit.own is not None and not with_own:
        st.caption(_why_not(visit, visit.own, area, year))
    with st.expander(text.DEFINITIONS):
        show_numbers(text.definition_rows(year, with_own=with_own), text.DEFINITIONS)
    show_open_status(visit, [model.TOPIC], text.NOTE)


def page_finding(visit: OpenVisit) -> str:
    """Say who refers by own declarations; by published figures where those have too few."""
    own = finding_of(visit.own) if visit.own else general.NOTHING_TO_SHOW
    return open_finding(visit) if own == general.NOTHING_TO_SHOW else own


def open_finding(visit: OpenVisit) -> str:
    """Say who refers by published figures: in the area when it has any, else in the country."""
    area = visit.area if model.years_of(visit.shelf, visit.area) else ""
    years = model.years_of(visit.shelf, area)
    if not years:
        return text.NO_FIGURES
    year = years[_usual(visit, years)]
    return text.finding(rows_of(visit, area, year), year)


def rows_of(visit: OpenVisit, area: str, year: int) -> pd.DataFrame:
    """Give what is drawn: published shares, and above them the declared ones when there are any."""
    published = model.measure_published(visit.shelf, area, year)
    declared = _declared(visit, area, year)
    both = published
    if declared is not None and declared["share"].notna().any():
        both = model.lay_beside(declared, published, OTHER_REFERRERS)
    places = model.places_of(visit.shelf, area)
    named = [
        name_of(visit.shelf, places[place]) if place in places else ""
        for place in (model.AREA, model.YOUTH_REGION, model.COUNTRY)
    ]
    return text.chart_rows(both, text.place_names(*named))


def _declared(visit: OpenVisit, area: str, year: int) -> pd.DataFrame | None:
    """Publish the declared starts of an area; None when the declarations do not cover the year."""
    own = visit.own
    if own is None or not area or not _covers(own, year):
        return None
    if not _stands(visit, own, area, year):
        return None
    codes = _codes_in(visit, area)
    counts = remembered(own, f"beside_{area}_{year}", lambda: _counted(own, codes, year))
    return model.measure_declared(counts) if len(counts) > 1 else None


def _why_not(visit: OpenVisit, own: Visit, area: str, year: int) -> str:
    if not _covers(own, year):
        return text.NO_OWN
    return text.FEW_OWN if _stands(visit, own, area, year) else guarded.NOT_BESIDE


def _codes_in(visit: OpenVisit, area: str) -> list[str]:
    return model.municipalities_in(members_of(visit.shelf, area))


def _stands(visit: OpenVisit, own: Visit, area: str, year: int) -> bool:
    """Ask the guard for the starts of an area, which the shared filters did not choose."""
    codes = _codes_in(visit, area)
    alone = codes[0] if len(codes) == 1 else ""
    return may_stand(replace(own, selection=Selection(year, year, alone)), places=codes)


def _counted(own: Visit, codes: Sequence[str], year: int) -> pd.DataFrame:
    fewest = fewest_of(own)
    counted = count_area_starts(own.analysis.chained, codes, year, OTHER_REFERRERS, fewest)
    return publish_table(counted, own.level, TRAJECTORIES, Margins(["referrer"]))


def _usual(visit: OpenVisit, years: Sequence[int]) -> int:
    """Place the newest year that is complete in the declarations too; without those the newest."""
    covered = [place for place, year in enumerate(years) if visit.own and _covers(visit.own, year)]
    return covered[0] if covered else 0


def _covers(own: Visit, year: int) -> bool:
    """Tell whether the declarations hold a whole calendar year, with something before it."""
    first, _ = first_and_last_year(own.data_set, own.rules)
    return first < year < date_of(own.rules.as_of + 1).year
