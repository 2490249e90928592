"""The fields of the rules. A change counts at once, on every page."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from core.session import choose_rules, current_rules
from core.text import rules as text
from core.trajectories.choosing import (
    with_group,
    with_kind_on_paper,
    with_number,
    with_switch,
)
from core.trajectories.rules import REGISTERED, Rules

KEY = "rule_{}"


def show_numbers(names: tuple[str, ...]) -> None:
    """Show a choice for each of some numeric rules, four side by side."""
    for column, name in zip(st.columns(4), names, strict=False):
        _remember(name, getattr(current_rules(), name))
        column.selectbox(
            text.NAMES[name],
            REGISTERED[name],
            format_func=partial(text.option, name),
            help=text.MEANINGS[name],
            key=KEY.format(name),
            on_change=_change,
            args=(name, with_number),
        )


def show_switches(names: tuple[str, ...]) -> None:
    """Show rules that are on or off."""
    for name in names:
        _remember(name, getattr(current_rules(), name))
        st.toggle(
            text.switch_label(name),
            key=KEY.format(name),
            help=text.MEANINGS[name],
            on_change=_change,
            args=(name, with_switch),
        )


def show_groups() -> None:
    """Show a switch for each group of care: on when it is left out of chains."""
    for column, (group, name) in zip(st.columns(4) * 2, text.GROUP_NAMES.items(), strict=True):
        _remember(group, group in current_rules().uncounted_groups)
        column.toggle(name, key=KEY.format(group), on_change=_change, args=(group, with_group))


def show_kinds_on_paper() -> None:
    """Show a switch for each kind of administrative step: on when it is no step."""
    kinds = text.KIND_NAMES.items()
    for column, (kind, name) in zip(st.columns(len(kinds)), kinds, strict=True):
        _remember(kind, kind in current_rules().administrative)
        column.toggle(
            name,
            key=KEY.format(kind),
            help=text.KIND_MEANINGS[kind],
            on_change=_change,
            args=(kind, with_kind_on_paper),
        )


def _remember(name: str, value: object) -> None:
    """Let a field show what the rules say, also when they were changed elsewhere."""
    st.session_state[KEY.format(name)] = value


def _change(name: str, change: Callable[[Rules, str, int], Rules]) -> None:
    choose_rules(change(current_rules(), name, st.session_state[KEY.format(name)]))
