"""What reading found: ledger, findings, columns, unknown codes, and the day up to which we look."""

import streamlit as st

from core.datasets import DataSet, declarations_of
from core.disclosure import Shape, publish
from core.reading.delivery import Delivery
from core.reading.shown import (
    rows_of_findings,
    rows_of_ledger,
    rows_of_mapping,
    summed,
    uncertain,
)
from core.session import (
    choose_rules,
    current_level,
    current_rules,
    open_analysis,
    require_visit,
)
from core.text import data as text
from core.trajectories.basics import count_money
from core.trajectories.choosing import month_end_or_auto, with_as_of
from core.trajectories.rules import AUTO, start_rules
from pages.answered import may_stand, whole_of
from pages.as_of import show_as_of
from pages.correction import show_correction
from pages.skeleton import show_numbers
from pages.undivided import show_undivided
from pages.uploads import Uploads

MONEY = Shape(counts=[], amounts=["amount_cents"])


def show_delivery(data_set: DataSet, fewest: int, uploads: Uploads) -> None:
    """Show where every line went and what was found on the way.

    Below ``fewest`` lines a number is only few; 0 where exact numbers may be seen. ``uploads`` may
    still be there to be read again.
    """
    delivery, is_told = data_set.delivery, may_tell_size()
    _show_as_of(data_set, open_analysis(data_set, start_rules()).rules.as_of)
    st.subheader(text.LEDGER_TITLE)
    _show_ledger(data_set, fewest, is_told=is_told)
    st.subheader(text.FINDINGS_TITLE)
    _show_findings(delivery, fewest, is_told=is_told)
    show_undivided(data_set, fewest, uploads, is_told=is_told)
    _show_columns(delivery, fewest)


def may_tell_size() -> bool:
    """Tell whether the delivery as a whole may stand beside what was answered before."""
    return may_stand(whole_of(require_visit()))


def _show_ledger(data_set: DataSet, fewest: int, *, is_told: bool) -> None:
    """Account for every line; per file only for the owner, because files can be subtracted.

    Lines and euros of a delivery with a few persons more than one before would be theirs: those are
    left out.
    """
    ledger = data_set.delivery.ledger
    st.caption(f"{text.LEDGER_HELP} {text.LEDGER_PROTECTED if fewest else ''}")
    money = publish(count_money(declarations_of(data_set)), current_level(), MONEY)
    backed = bool(money["amount_cents"].notna().any())
    if not is_told:
        st.caption(text.LEDGER_TOO_NEAR)
    rows = rows_of_ledger([summed(ledger)], fewest, backed=backed, is_told=is_told)
    show_numbers(rows, text.LEDGER_TITLE)
    if len(ledger) > 1 and not fewest:
        with st.expander(text.PER_FILE):
            show_numbers(rows_of_ledger(ledger, fewest, backed=backed), text.PER_FILE)


def _show_findings(delivery: Delivery, fewest: int, *, is_told: bool) -> None:
    """Show what was found; of a delivery in which nothing was, that and not that all is few."""
    found = rows_of_findings(delivery.findings, fewest, is_told=is_told)
    if found.empty:
        st.markdown(text.NOTHING_FOUND)
    else:
        show_numbers(found, text.FINDINGS_TITLE)


def _show_columns(delivery: Delivery, fewest: int) -> None:
    st.subheader(text.MAPPING_TITLE)
    st.markdown(text.mapped(len(uncertain(delivery.mappings))))
    with st.expander(text.MAPPING_TABLE):
        st.caption(text.MAPPING_HELP)
        show_numbers(rows_of_mapping(delivery.mappings, fewest), text.MAPPING_TITLE)
    show_correction(delivery.mappings)


def _show_as_of(data_set: DataSet, proposed: int) -> None:
    st.subheader(text.AS_OF_TITLE)
    chosen = current_rules().as_of
    st.markdown(text.confirmed(chosen) if chosen != AUTO else text.why_as_of(proposed))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        show_as_of(data_set, proposed)
        st.button(text.CONFIRM, disabled=chosen != AUTO, on_click=_confirm, args=(proposed,))


def _confirm(proposed: int) -> None:
    choose_rules(with_as_of(current_rules(), month_end_or_auto(proposed)))
