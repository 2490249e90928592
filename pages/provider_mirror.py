"""The part of Aanbieders that lays one provider beside others, which are never named."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from core.charts.provider_mirror import chart_mirror
from core.disclosure import (
    Grid,
    Shape,
    may_name_providers,
    publish,
    publish_from,
    publish_parts,
)
from core.frames import Frame, hold
from core.providers import mirror as model
from core.providers.active import count_help_of, without_provider
from core.providers.peers import Mirror, mirror_part, mirror_value
from core.quality.labels import WEAK
from core.session import Visit, remembered
from core.text import durations, general
from core.text import provider_mirror as text
from core.text import providers as page
from core.trajectories.selection import select_starts
from pages.labels import label_of
from pages.labels import labels_of as marks_of
from pages.provider_coverage import concentration
from pages.provider_landscape import active_care
from pages.skeleton import show_picture

CARE = Shape(counts=["trajectories"])
LASTING = Shape(counts=["trajectories"], percentiles={"median_days": 0.5})
WITHIN = ["provider"]
PARTS = {text.FIRST: 1, text.SECOND: 2, text.THIRD: model.LAST_POSITION}

Basis = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Alike:
    """The published numbers of every provider that gives the same help."""

    positions: pd.DataFrame
    ends: pd.DataFrame
    followers: pd.DataFrame
    returns: pd.DataFrame
    lasting: pd.DataFrame


def show_mirror(visit: Visit) -> None:
    """Ask for a provider and for the help that is compared, and draw both beside others."""
    st.caption(text.QUESTION)
    if not may_name_providers(visit.level):
        st.markdown(text.NOT_HERE)
        return
    left, right = st.columns(2, gap="large")
    with left:
        provider = _ask_provider(visit)
    with right:
        basis = _ask_basis(visit, provider) if provider else None
    if not provider or basis is None:
        st.markdown(text.NO_HELP if provider else text.NO_PROVIDERS)
        return
    name = visit.name("provider", provider)
    shares, days = _mirrors(_alike(visit, basis), provider)
    if _is_weak(visit):
        st.markdown(durations.REFUSED)
        days = {}
    _show_shares(visit, name, text.basis_label(basis), shares)
    _show_days(visit, name, text.basis_label(basis), days)
    _show_notes(name, {**shares, **days})


def _ask_provider(visit: Visit) -> str:
    """Ask for a provider with enough persons; at first the one of the filter, or the largest."""
    largest = page.largest_of(concentration(visit))["provider"].tolist()
    names = {code: visit.name("provider", code) for code in largest}
    if not names:
        return ""
    key, chosen = "mirror_provider", visit.selection
    if st.session_state.get(key) not in names:
        wanted = chosen.value if chosen.dimension == "provider" else ""
        st.session_state[key] = wanted if wanted in names else next(iter(names))
    codes = sorted(names, key=lambda code: general.in_order(names[code]))
    return (
        st.selectbox(text.PROVIDER, codes, format_func=lambda code: names.get(code, code), key=key)
        or ""
    )


def _ask_basis(visit: Visit, provider: str) -> Basis | None:
    """Ask which help is compared: at first what this provider gives most; then its sectors."""
    options = [
        (basis, value)
        for basis in model.BASES
        for value in _given(visit, provider, basis)
        if text.is_known((basis, value))
    ]
    if not options:
        return None
    return st.selectbox(
        text.BASIS, options, format_func=text.basis_label, key=f"mirror_basis_{provider}"
    )


def _given(visit: Visit, provider: str, basis: str) -> list[str]:
    counted = publish(count_help_of(active_care(visit), provider, basis), visit.level, CARE)
    shown = counted.dropna(subset=["trajectories"])
    ordered = shown.sort_values(["trajectories", basis], ascending=[False, True])
    return [str(value) for value in ordered[basis]]


def _alike(visit: Visit, basis: Basis) -> Alike:
    return remembered(visit, f"mirror_{basis[0]}_{basis[1]}", lambda: _published(visit, basis))


def _published(visit: Visit, basis: Basis) -> Alike:
    level, rules = visit.level, visit.rules
    helped = model.find_alike(_help(visit), *basis)
    lasting = model.find_alike(_lasting(visit), *basis)

    def parts(counted: Frame, count: str, column: str, values: tuple[object, ...]) -> pd.DataFrame:
        return publish_parts(counted, level, count, Grid({column: values}, within=WITHIN), WITHIN)

    ends = model.count_early_ends(helped)
    followers = model.count_followers(helped, rules)
    positions = model.count_provider_positions(helped)
    counted = list(model.count_lasting(lasting, rules))
    return Alike(
        positions=parts(positions, "starts", "position", model.POSITIONS),
        ends=parts(ends, "ended", "early", model.YES_OR_NO),
        followers=parts(followers, "ended", "follower", model.FOLLOWERS),
        returns=parts(model.count_followed(helped, rules), "ended", "followed", model.YES_OR_NO),
        lasting=publish_from(counted, model.measure_lasting, level, LASTING),
    )


def _help(visit: Visit) -> Frame:
    """Hold the help that began in the period, of all providers."""
    chosen = without_provider(visit.selection)
    return remembered(
        visit,
        "mirror_help",
        lambda: hold(select_starts(model.find_help(visit.analysis.chained), chosen)),
    )


def _lasting(visit: Visit) -> Frame:
    chosen, care = without_provider(visit.selection), visit.analysis.trajectories
    return remembered(
        visit,
        "mirror_lasting",
        lambda: hold(select_starts(model.find_lasting(care, visit.rules), chosen)),
    )


def _mirrors(alike: Alike, own: str) -> tuple[dict[str, Mirror], dict[str, Mirror]]:
    """Mirror the shares and, apart because it is in days, the duration."""
    positions, ends, followers = alike.positions, alike.ends, alike.followers
    shares = {
        measure: mirror_part(positions[positions["position"] == place], "starts", own)
        for measure, place in PARTS.items()
    }
    shares[text.EARLY] = mirror_part(ends[ends["early"] == "yes"], "ended", own)
    returns = alike.returns
    shares[text.ANY] = mirror_part(returns[returns["followed"] == "yes"], "ended", own)
    for measure in (text.SAME, text.OTHER):
        shares[measure] = mirror_part(followers[followers["follower"] == measure], "ended", own)
    return shares, {text.DAYS: mirror_value(alike.lasting, "median_days", own)}


def _show_shares(visit: Visit, name: str, help_given: str, shares: Mapping[str, Mirror]) -> None:
    finding = text.finding(name, shares, help_given)
    st.markdown(f"**{finding}**")
    picture = chart_mirror(text.own_rows(shares), text.other_rows(shares), in_days=False)
    show_picture(picture, finding, text.table_of(shares), label_of(visit, "order"))


def _show_days(visit: Visit, name: str, help_given: str, days: Mapping[str, Mirror]) -> None:
    """Say and draw how long help lasts, where the data can tell."""
    if not days:
        return
    said = text.days_finding(name, days[text.DAYS], help_given)
    st.markdown(f"**{said}**")
    picture = chart_mirror(text.own_rows(days), text.other_rows(days), in_days=True)
    show_picture(picture, said, text.table_of(days), label_of(visit, "duration"))


def _show_notes(name: str, mirrors: Mapping[str, Mirror]) -> None:
    """Say how to read both pictures, and what to ask about them."""
    if not any(mirror.middle for mirror in mirrors.values()):
        st.markdown(text.TOO_FEW_OTHERS)
    st.caption(f"{text.LEGEND} {text.NOTE}")
    _show_questions(name, mirrors)


def _is_weak(visit: Visit) -> bool:
    """Tell whether the data do not say well enough when help ended."""
    return bool(marks_of(visit).set_index("topic")["mark"]["duration"] == WEAK)


def _show_questions(name: str, mirrors: Mapping[str, Mirror]) -> None:
    """Ask about what lies outside the middle half, or whether people know that nothing does."""
    asked = text.questions(name, mirrors)
    if not any(mirror.own is not None and mirror.middle for mirror in mirrors.values()):
        return
    for question in asked or [text.none_outside(name)]:
        st.markdown(f"- {question}")
