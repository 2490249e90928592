"""The fields of the ladder: the rung of each care form in the data."""

from functools import partial

import streamlit as st

from core.disclosure import Shape, publish
from core.session import Visit, choose_rules, current_rules
from core.text import rules as text
from core.trajectories.choosing import RUNGS, default_rung, is_left_out, rung_of, with_rung
from core.trajectories.selection import count_options
from pages.offered import values_of

KEY = "rung_of_{}"
MOST_FORMS = 40


def show_ladder(visit: Visit) -> None:
    """Show a choice of rung for each care form that counts, lightest first."""
    for column, form in zip(st.columns(4) * MOST_FORMS, forms_to_place(visit), strict=False):
        st.session_state[KEY.format(form)] = rung_of(current_rules(), form)
        column.selectbox(
            visit.name("product", form),
            RUNGS,
            format_func=partial(text.rung, default=default_rung(form)),
            key=KEY.format(form),
            on_change=_change,
            args=(form,),
        )


def forms_to_place(visit: Visit) -> list[str]:
    """List the largest care forms that count, of persons enough to be named, in ladder order."""
    counted = count_options(visit.analysis.trajectories, "care_form")
    table = publish(counted, visit.level, Shape(counts=["clients"])).fillna({"clients": 0})
    named = table[table["care_form"].isin(list(values_of(visit, "care_form")))]
    largest = named.nlargest(MOST_FORMS, "clients")["care_form"]
    counting = [form for form in largest if not is_left_out(current_rules(), form)]
    return sorted(counting, key=lambda form: (rung_of(current_rules(), form) or len(RUNGS), form))


def _change(form: str) -> None:
    choose_rules(with_rung(current_rules(), form, st.session_state[KEY.format(form)]))
