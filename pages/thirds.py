"""The parts of the page Regie op drie; their numbers stay until another choice is made."""

import pandas as pd
import streamlit as st

from core.charts.triggers import chart_forms, chart_thirds
from core.disclosure import MINIMUM_PERSONS, Margins, Shape, publish, publish_table
from core.frames import Frame, hold
from core.session import Visit, remembered
from core.text import exceptions, general
from core.text import thirds as words
from core.text import triggers as text
from core.trajectories import thirds as model
from core.trajectories.grids import merge_rare
from core.trajectories.lookback import find_trend_starts, keep_whole_years
from core.trajectories.selection import select_starts
from pages.labels import label_of
from pages.skeleton import show_numbers, show_picture

COUNTS = Shape(counts=["thirds"])


def thirds_over_time(visit: Visit) -> pd.DataFrame:
    """Give the published third starts over time, counted once."""
    return remembered(visit, "thirds_over_time", lambda: publish_thirds(visit))


def thirds_in_all(visit: Visit) -> int | None:
    """Give the published number of all third starts, the same on every page that names it."""
    whole = remembered(visit, "thirds_in_all", lambda: _in_all(visit))
    return None if pd.isna(whole) else int(str(whole))  # type: ignore[call-overload]


def thirds_finding(visit: Visit) -> str:
    """Say how many third starts there were, and before how many a talk was held."""
    return text.finding(thirds_over_time(visit), thirds_in_all(visit), visit.rules)


def publish_thirds(visit: Visit) -> pd.DataFrame:
    """Publish third starts by the shortest period that hides nothing: quarter, year or all.

    Where even the whole period hides a part, it is one count that is not told apart by talks.
    """
    chained, rules = visit.analysis.chained, visit.rules
    starts = find_trend_starts(select_starts(chained, visit.selection), chained, rules)
    shown = _counted(visit, starts.select("quarter").unique())
    if text.is_hidden(shown):
        shown = _counted(visit, keep_whole_years(starts, rules).select("year").unique())
    if text.is_hidden(shown):
        shown = _counted(visit, starts.select("first_quarter").unique())
    if text.is_hidden(shown):
        shown = _together(visit, starts.select("first_quarter").unique())
    return text.readable(shown)


def show_over_time(visit: Visit) -> None:
    """Draw how many third starts there were, and before how many a talk was held."""
    rows = thirds_over_time(visit)
    if text.is_hidden(rows):
        st.markdown(general.NOTHING_TO_SHOW)
    else:
        title = text.chart_title(visit.rules)
        label = label_of(visit, "order", "freshness")
        table = text.period_table(rows)
        show_picture(chart_thirds(rows, title), thirds_finding(visit), table, label)
    talks = text.talk_note(visit.rules, has_evaluations=visit.analysis.has_evaluations)
    st.caption(f"{text.trend_note(visit.rules)} {talks} {exceptions.agreed(visit.rules)}")


def show_by_municipality(visit: Visit) -> None:
    """Show third starts, and the live chains of today, by municipality."""
    table = remembered(visit, "thirds_by_municipality", lambda: _by_municipality(visit))
    show_numbers(table, text.TABS["places"])
    st.caption(text.place_note(visit.rules, table))


def show_what(visit: Visit) -> None:
    """Show what the third was: care form, step, provider, and how long after the start before."""
    numbers = remembered(visit, "thirds_exactly", lambda: _exactly(visit))
    forms = words.form_rows(numbers["care_form"])
    title = words.exact_title(visit.rules)
    st.markdown(f"**{words.exact_finding(numbers['median'], visit.rules)}**")
    picture, tables = st.columns([3, 2])
    with picture:
        if len(forms) > 1:
            bars, label = chart_forms(forms, visit.rules.ladder), label_of(visit, "order")
            show_picture(bars, title, words.form_table(forms), label)
        else:
            st.caption(words.left_out(title))
    with tables:
        _show_parts(words.step_table(numbers["step"]), words.AGAINST_BEFORE)
        _show_parts(words.provider_table(numbers["provider_change"]), words.SAME_PROVIDER)
        _show_parts(words.pause_table(numbers["pause"]), words.TIME_BETWEEN)
    st.caption(words.exact_note(visit.rules))


def _show_parts(table: pd.DataFrame, heading: str) -> None:
    """Show counts of at least two kinds; of one kind a table tells nothing, or too much."""
    if len(table) > 1:
        show_numbers(table, heading)
    else:
        st.caption(words.left_out(heading))


def _by_municipality(visit: Visit) -> pd.DataFrame:
    places = select_starts(visit.analysis.chained, visit.selection).select("municipality").unique()
    live = model.count_attention(_live(visit), places)
    return text.place_table(
        _counted(visit, places),
        publish_table(live, visit.level, Shape(["chains"]), Margins(["municipality", "talk"])),
        lambda code: visit.name("municipality", code),
    )


def _counted(visit: Visit, groups: Frame) -> pd.DataFrame:
    statuses = model.statuses_of(has_evaluations=visit.analysis.has_evaluations)
    counted = model.count_thirds(_thirds(visit), groups, statuses)
    margins = Margins([*groups.collect_schema().names(), "status"])
    return publish_table(counted, visit.level, COUNTS, margins)


def _in_all(visit: Visit) -> object:
    return publish(model.count_all(_thirds(visit)), visit.level, COUNTS)["thirds"].iloc[0]


def _together(visit: Visit, groups: Frame) -> pd.DataFrame:
    merged = model.merge_statuses(_thirds(visit))
    return publish(model.count_thirds(merged, groups, model.TOGETHER), visit.level, COUNTS)


def _exactly(visit: Visit) -> dict[str, pd.DataFrame]:
    exact = hold(model.find_exact(_thirds(visit), visit.rules))
    pause = Shape(["thirds"], percentiles={"median_days": 0.5})
    return {
        "median": publish(model.measure_pause(exact), visit.level, pause),
        "pause": publish_table(
            model.count_pauses(exact), visit.level, COUNTS, Margins(["position", "pause"])
        ),
        **{name: _published(visit, exact, name) for name in model.KINDS},
    }


def _published(visit: Visit, exact: Frame, column: str) -> pd.DataFrame:
    merged = merge_rare(exact, column, words.OTHER, MINIMUM_PERSONS)
    return publish_table(model.count_by(merged, column), visit.level, COUNTS, Margins([column]))


def _thirds(visit: Visit) -> Frame:
    """Give the third starts of the trend that fit the selection (``THIRDS``)."""
    analysis = visit.analysis
    return model.select_thirds(analysis.chained, analysis.triggers, visit.rules, visit.selection)


def _live(visit: Visit) -> Frame:
    analysis = visit.analysis
    return model.find_attention(analysis.chained, analysis.triggers, visit.selection)
