"""The parts of the page Regie op drie: over time, by municipality, what the third was, and work."""

import pandas as pd
import streamlit as st

from core.charts.triggers import chart_forms, chart_thirds
from core.disclosure import MINIMUM_PERSONS, Shape, publish
from core.frames import Frame
from core.session import Visit
from core.text import thirds as words
from core.text import triggers as text
from core.trajectories import thirds as model
from core.trajectories.grids import merge_rare
from core.trajectories.lookback import find_trend_starts, keep_whole_years
from core.trajectories.selection import select_starts
from pages.skeleton import show_numbers, show_picture

COUNTS = Shape(counts=["thirds"])


def publish_thirds(visit: Visit, found: Frame) -> pd.DataFrame:
    """Publish how many third starts there were in each quarter, or year where those are small."""
    analysis, rules = visit.analysis, visit.rules
    selected = select_starts(analysis.chained, visit.selection)
    starts = find_trend_starts(selected, analysis.chained, rules)
    whole = keep_whole_years(starts, rules)
    statuses = model.statuses_of(has_evaluations=analysis.has_evaluations)
    quarters = model.count_thirds(found, starts.select("quarter").unique(), statuses)
    years = model.count_thirds(found, whole.select("year").unique(), statuses)
    return text.readable(
        publish(quarters, visit.level, COUNTS), publish(years, visit.level, COUNTS)
    )


def show_over_time(visit: Visit, rows: pd.DataFrame, finding: str) -> None:
    """Draw how many third starts there were, and before how many a talk was held."""
    show_picture(
        chart_thirds(rows, text.chart_title(visit.rules)), finding, text.period_table(rows)
    )
    talks = text.talk_note(visit.rules, has_evaluations=visit.analysis.has_evaluations)
    st.caption(f"{text.trend_note(visit.rules)} {talks}")


def show_by_municipality(visit: Visit, found: Frame) -> None:
    """Show third starts, and the live chains of today, by municipality."""
    analysis, selection = visit.analysis, visit.selection
    places = select_starts(analysis.chained, selection).select("municipality").unique()
    statuses = model.statuses_of(has_evaluations=analysis.has_evaluations)
    attention = model.find_attention(analysis.chained, analysis.triggers, selection)
    table = text.place_table(
        publish(model.count_thirds(found, places, statuses), visit.level, COUNTS),
        publish(model.count_attention(attention, places), visit.level, Shape(["chains"])),
        lambda code: visit.name("municipality", code),
    )
    show_numbers(table, text.TABS[1])
    st.caption(text.place_note(visit.rules))


def show_what(visit: Visit, found: Frame) -> None:
    """Show what the third was: care form, step, provider, and how long after the start before."""
    exact, level = model.find_exact(found, visit.rules), visit.level
    pause = publish(model.measure_pause(exact), level, Shape(["thirds"], values=["median_days"]))
    finding = words.exact_finding(pause, visit.rules)
    st.markdown(f"**{finding}**")
    rare = (words.OTHER, MINIMUM_PERSONS)
    forms = words.form_rows(
        publish(model.count_by(merge_rare(exact, "care_form", *rare), "care_form"), level, COUNTS)
    )
    picture, numbers = st.columns([3, 2])
    with picture:
        show_picture(
            chart_forms(forms, visit.rules.ladder),
            words.exact_title(visit.rules),
            words.form_table(forms),
        )
    with numbers:
        steps = publish(model.count_by(merge_rare(exact, "step", *rare), "step"), level, COUNTS)
        show_numbers(words.step_table(steps), words.AGAINST_BEFORE)
        sides = merge_rare(exact, "provider_change", *rare)
        changes = publish(model.count_by(sides, "provider_change"), level, COUNTS)
        show_numbers(words.provider_table(changes), words.SAME_PROVIDER)
        pauses = publish(model.count_pauses(exact), level, COUNTS)
        show_numbers(words.pause_table(pauses), words.TIME_BETWEEN)
    st.caption(words.exact_note(visit.rules))


def show_worklist(visit: Visit) -> None:
    """List the live chains one by one; only for a level that may see rows."""
    analysis = visit.analysis
    attention = model.find_attention(analysis.chained, analysis.triggers, visit.selection)
    rows = publish(model.find_worklist(attention, visit.rules), visit.level, Shape(["days"]))
    st.caption(text.WORKLIST_NOTE)
    table = text.worklist_table(rows, lambda code: visit.name("municipality", code))
    st.dataframe(table, hide_index=True, alt=text.TABS[-1])
