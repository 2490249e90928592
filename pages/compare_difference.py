"""The part of the page Vergelijken that divides a difference in volume, intensity and price."""

import pandas as pd
import streamlit as st

from core.benchmark.decomposition import find_steps
from core.benchmark.peers import peers_of
from core.benchmark.volumes import (
    add_volumes,
    price_level,
    provisional_among,
    years_to_compare,
)
from core.charts.waterfall import chart_waterfall
from core.opendata.shelf import name_of
from core.session import OpenVisit
from core.text import declared
from core.text import decomposition as text
from pages.compare_declared import show_declared
from pages.open_status import show_open_status
from pages.skeleton import show_picture

TOPICS = ("spending", "population", "youth_with_care", "care_trajectories", "consumer_prices")
Factors = dict[str, float]


def show_difference(visit: OpenVisit) -> None:
    """Divide a difference between years, or from the group, over what it is a product of."""
    st.caption(text.QUESTION)
    way = st.segmented_control(
        text.CHOOSE,
        [text.YEARS, text.GROUP, *([text.OWN] if visit.own else [])],
        default=text.YEARS,
        required=True,
        key="difference_way",
        persist_state="session",
    )
    is_own = way == text.OWN and visit.own is not None
    if way == text.OWN and visit.own:
        show_declared(visit, visit.own)
    elif way == text.GROUP:
        _show_group(visit)
    else:
        _show_years(visit)
    with st.expander(text.METHOD_TITLE):
        st.markdown(declared.METHOD if is_own else text.METHOD)
    if not is_own:  # those tables say nothing of one's own declarations
        show_open_status(visit, TOPICS, text.LIMITS)


def _show_years(visit: OpenVisit) -> None:
    chosen = _choose_years(years_to_compare(visit.shelf, visit.area))
    sides = [_of_year(visit, year) for year in chosen]
    if len(sides) < 2 or not all(sides):
        st.markdown(text.CANNOT.format(name=name_of(visit.shelf, visit.area)))
        return
    steps = find_steps(sides[0], sides[1])
    finding = text.year_finding(name_of(visit.shelf, visit.area), (chosen[0], chosen[1]), steps)
    heads = (str(chosen[0]), str(chosen[1]))
    rows = text.rows_of_steps(steps, sides[0], sides[1], heads)
    _show_steps(steps, rows, finding, text.LABEL_YEARS)
    _show_provisional(visit, chosen)
    st.caption(text.COMPARABLE)


def _show_group(visit: OpenVisit) -> None:
    years, name = years_to_compare(visit.shelf, visit.area), name_of(visit.shelf, visit.area)
    peers = peers_of(visit.shelf, visit.area, visit.peers)
    own = add_volumes(visit.shelf, years[-1], [visit.area]) if years else None
    group = add_volumes(visit.shelf, years[-1], peers) if years else None
    if own is None or group is None:
        st.markdown(text.CANNOT.format(name=name))
        return
    steps = find_steps(group.per_youth, own.per_youth)
    heads = (text.THEIRS, text.OURS)
    rows = text.rows_of_steps(steps, group.per_youth, own.per_youth, heads)
    label = text.LABEL_GROUP.format(year=years[-1], counted=group.regions, number=len(peers))
    _show_steps(steps, rows, text.group_finding(name, years[-1], steps), label)
    _show_provisional(visit, years[-1:])


def _show_steps(steps: pd.DataFrame, rows: pd.DataFrame, finding: str, label: str) -> None:
    st.markdown(f"**{finding}**")
    heads = (str(rows.columns[1]), str(rows.columns[2]))
    picture = chart_waterfall(text.bars_of(steps, heads), text.axis_of(steps))
    show_picture(picture, finding, rows, label)


def _show_provisional(visit: OpenVisit, years: list[int]) -> None:
    told = text.provisional(provisional_among(visit.shelf, years))
    if told:
        st.caption(told)


def _choose_years(years: list[int]) -> list[int]:
    """Ask for two years that were counted alike; at first the oldest and the newest of those."""
    if len(years) < 2:
        return []
    with st.container(horizontal=True):
        first = st.selectbox(text.FROM, years[:-1], key="difference_from", width=160)
        later = [year for year in years if year > first]
        last = st.selectbox(text.TO, later, index=len(later) - 1, key="difference_to", width=160)
    return [first, last]


def _of_year(visit: OpenVisit, year: int) -> Factors:
    volumes = add_volumes(visit.shelf, year, [visit.area])
    level = price_level(visit.shelf, year)
    if volumes is None:
        return {}
    return volumes.factors if level is None else volumes.in_prices(level)
