"""The part of the page Vergelijken that divides a difference from one's own declarations."""

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from core.benchmark.declared import (
    factors_declared,
    find_declared_steps,
    forms_of_every_year,
    side_of,
)
from core.charts import theme
from core.charts.waterfall import chart_waterfall
from core.datasets import first_and_last_start, first_and_last_year
from core.disclosure import Shape, is_shared, publish
from core.frames import hold
from core.opendata.shelf import area_of, name_of
from core.session import OpenVisit, Visit, remembered
from core.text import declared as text
from core.text import decomposition
from core.text.basics import whole_year
from core.trajectories.paid_years import (
    count_paid_clients,
    count_paid_forms,
    find_paid,
    first_whole_year,
    keep_forms,
    with_named_forms,
)
from core.trajectories.selection import Selection
from pages.answered import judged
from pages.labels import label_of
from pages.offered import values_of
from pages.skeleton import show_numbers, show_picture

FORMS = Shape(counts=["clients", "trajectories"], amounts=["amount_cents"])
CLIENTS = Shape(counts=["clients"])
Years = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PaidNumbers:
    """Care with amounts in every year, by form and in all, published for the level of the visit."""

    forms: pd.DataFrame
    clients: pd.DataFrame


def show_declared(visit: OpenVisit, own: Visit) -> None:
    """Divide the difference in declared euros between two years of the chosen municipality."""
    name, code = name_of(visit.shelf, visit.area), _code_of(visit, own)
    years = _choose_years(own) if code else None
    if not code:
        st.markdown(text.NOT_OURS.format(name=name))
    elif years is None:
        st.markdown(text.TOO_LITTLE)
    else:
        narrowed = judged(own, _all_whole_years(own, code))
        if narrowed is not None:
            _show_steps(narrowed, code, years, name)


def _show_steps(own: Visit, code: str, years: Years, name: str) -> None:
    numbers = remembered(own, f"paid_{code}", lambda: _counted(own))
    steps = find_declared_steps(numbers.forms, numbers.clients, years)
    if steps.empty:
        st.markdown(text.TOO_LITTLE)
        return
    before, after = (side_of(numbers.forms, numbers.clients, year) for year in years)
    heads = [str(year) for year in years]
    finding = text.finding(name, years, steps)
    st.markdown(f"**{finding}**")
    bars = decomposition.bars_of(steps, (heads[0], heads[1]))
    rows = text.rows_of_steps(steps, factors_declared(before), factors_declared(after), heads)
    label = f"{text.LABEL.format(name=name)} {label_of(own, 'money')}"
    show_picture(chart_waterfall(bars, decomposition.axis_of(steps)), finding, rows, label)
    st.markdown(f"**{text.FORMS_TITLE}**")
    order = theme.in_ladder_order(set(before["care_form"]) - {""}, own.rules.ladder)
    show_numbers(text.rows_of_forms(before, after, heads, order), text.FORMS_TITLE)
    st.caption(f"{text.ROUNDED} {text.LIMITS}" if is_shared(own.level) else text.LIMITS)


def _choose_years(own: Visit) -> Years | None:
    """Ask for two years that the data cover whole; nothing when there are no two."""
    period = range(own.selection.first_year, own.selection.last_year + 1)
    years = [year for year in _whole_years(own) if year in period]
    if len(years) < 2:
        return None
    with st.container(horizontal=True):
        start = st.selectbox(decomposition.FROM, years[:-1], key="declared_from", width=160)
        later = [year for year in years if year > start]
        end = st.selectbox(
            decomposition.TO, later, index=len(later) - 1, key="declared_to", width=160
        )
    return start, end


def _code_of(visit: OpenVisit, own: Visit) -> str:
    """Give the code with which declarations write the chosen municipality; empty when not there."""
    named = values_of(own, "municipality")
    return next((code for code in named if area_of(code) == visit.area), "")


def _whole_years(own: Visit) -> list[int]:
    """List the years that the data cover whole, whatever period was chosen."""
    first, last = first_and_last_year(own.data_set, own.rules)
    begun = first_whole_year(first_and_last_start(own.data_set)[0])
    return list(range(max(first, begun), whole_year(begun, last, own.rules) + 1))


def _all_whole_years(own: Visit, code: str) -> Selection:
    years = _whole_years(own)
    return replace(own.selection, first_year=years[0], last_year=years[-1], municipality=code)


def _counted(own: Visit) -> PaidNumbers:
    """Count all whole years at once, so that every pair of them names the same care forms."""
    years = _whole_years(own)
    paid = hold(find_paid(own.analysis.trajectories, own.selection, years, own.rules))
    alone = publish(count_paid_forms(paid), own.level, FORMS)
    merged = hold(with_named_forms(paid, forms_of_every_year(alone, years)))
    forms = publish(count_paid_forms(merged), own.level, FORMS)
    told = forms_of_every_year(forms, years)
    clients = count_paid_clients(keep_forms(merged, told))
    return PaidNumbers(
        forms=forms[forms["care_form"].isin(told)],
        clients=publish(clients, own.level, CLIENTS),
    )
