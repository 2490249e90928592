"""Steps on paper: how many starts of each kind are left out, and on request what each changes."""

import pandas as pd
import streamlit as st

from core.disclosure import Shape, publish
from core.readings import READINGS
from core.sensitivity import find_kind_variants
from core.session import Visit, is_remembered, remembered
from core.text import administrative as text
from core.trajectories.administrative import count_kinds_on_paper
from pages.answered import may_stand, whole_of
from pages.sensitivity import read_variants, rows_of
from pages.skeleton import show_numbers

EFFECTS = "kinds_on_paper"


def show_on_paper(visit: Visit) -> None:
    """Show the starts that are left out by kind, and offer the effect of each.

    Nothing where the delivery as a whole, of which they are, may not be told.
    """
    if not may_stand(whole_of(visit)):
        return
    with st.expander(text.EFFECT_TITLE, key="on_paper_box"):
        kinds = remembered(visit, "counts_on_paper", lambda: _counted(visit))
        show_numbers(text.rows_of_kinds(kinds, visit.rules.administrative), text.TITLE)
        if is_remembered(visit, EFFECTS) or _is_asked():
            _show_effects(visit)


def _is_asked() -> bool:
    st.caption(text.EFFECT_HELP)
    return st.button(text.EFFECT_BUTTON, key="measure_kinds")


def _show_effects(visit: Visit) -> None:
    readings = remembered(visit, EFFECTS, lambda: read_variants(visit, find_kind_variants))
    effects = {headline: rows_of(readings, headline) for headline in READINGS}
    show_numbers(text.rows_of_effects(effects, visit.rules.administrative), text.EFFECT_TITLE)


def _counted(visit: Visit) -> pd.DataFrame:
    on_paper = visit.analysis.on_paper
    if on_paper is None:
        return pd.DataFrame(columns=["reason", "steps"])
    counted = count_kinds_on_paper(visit.analysis.chained, on_paper)
    return publish(counted, visit.level, Shape(counts=["steps"]))
