"""The part of Verwacht en werkelijk on where a region stands, and beside what lies around it."""

import streamlit as st

from core.charts.expected import chart_bars
from core.expected.use import standing_of
from core.expected.ventiles import bar_of, measure_bars, place_of
from core.opendata.shelf import name_of, regions_of
from core.text import expected as text
from core.text import expected_bars as bars_text
from pages.expected_look import Look, around, row_of, use_of
from pages.skeleton import show_numbers, show_picture


def show_position(look: Look) -> None:
    """Draw the bars with the own one marked, and lay region and country beside it."""
    row, use = row_of(look), use_of(look)
    if use is None or row is None:
        st.info(text.NO_MODEL)
        return
    own, place = bar_of(use, look.area), place_of(use, look.area)
    plural, bars = text.PLURALS[look.kind], measure_bars(use)
    if own is None or place is None:
        st.info(bars_text.NOT_PLACED.format(name=look.name, plural=plural))
        said, mark = bars_text.WITHOUT_OWN, bars_text.own_mark(look.name, row, 0).head(0)
    else:
        said = bars_text.takeaway(look.name, row, place, bars)
        mark = bars_text.own_mark(look.name, row, own)
        st.markdown(said)
    rows = bars_text.bar_rows(bars, own, row["expected"])
    note = bars_text.bars_note(len(bars), look.kind, "" if own is None else look.name)
    chart = chart_bars(rows, mark, bars_text.bars_axis(len(bars), look.kind))
    show_picture(chart, said, bars_text.bar_table(rows, look.name), note)
    show_around(look)


def show_around(look: Look) -> None:
    """Lay the use of the wider regions, the country and chosen others beside the own."""
    st.subheader(text.AROUND_TITLE)
    names = dict(regions_of(look.visit.shelf, look.kind)[["region", "name"]].to_numpy())
    chosen = st.multiselect(
        text.BESIDE[look.kind],
        [code for code in names if code != look.area],
        format_func=lambda code: str(names.get(code, code)),
        key=f"expected_beside_{look.kind}",
        max_selections=6,
        placeholder=text.NOBODY_BESIDE,
        persist_state="session",
    )
    places = [*around(look), *((code, look.kind) for code in chosen if code != look.area)]
    found = [(code, row_of(look, code, kind)) for code, kind in places]
    shown = [
        (name_of(look.visit.shelf, code), row, standing_of(row))
        for code, row in found
        if row is not None
    ]
    show_numbers(text.around_table(shown), text.AROUND_TITLE)
