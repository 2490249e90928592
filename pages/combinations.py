"""The part of the page Stapeling on which care forms are held together and which apart."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from core.charts import theme
from core.charts.stacking import chart_pairs, chart_sets
from core.disclosure import MINIMUM_PERSONS, Shape, is_shared, publish, publish_from
from core.frames import hold
from core.session import Visit, remembered
from core.stacking import depths, naming, sets
from core.text import combinations as text
from pages.labels import label_of
from pages.skeleton import show_picture

DAYS = Shape(counts=["clients", "days"])
OF_ALL = Shape(counts=["clients", "days"], whole="members")
"""A client can be in several sets and pairs: what nearly all have is told of none."""


@dataclass(frozen=True, slots=True)
class SetNumbers:
    """Sets, pairs and doubles of care forms, published for the level of the visit."""

    sets: pd.DataFrame
    pairs: pd.DataFrame
    same: pd.DataFrame

    @property
    def forms(self) -> set[str]:
        """The care forms of which something is in the pairs."""
        return {*self.pairs["first"], *self.pairs["second"]}


def numbers_of(visit: Visit) -> SetNumbers:
    """Give the published numbers, counted once."""
    return remembered(visit, "combinations", lambda: _counted(visit))


def show_combinations(visit: Visit) -> None:
    """Draw the sets that were held on one day, and the pairs that were and were not."""
    numbers, label = numbers_of(visit), label_of(visit, "duration")
    order = in_order(numbers, visit)
    st.caption(text.QUESTION)
    st.markdown(f"**{text.finding(numbers.sets)}**")
    _show_sets(visit, numbers, order)
    st.subheader(text.PAIRS_TITLE)
    exact = not is_shared(visit.level)
    cells = text.cells_of_pairs(numbers.pairs, numbers.same, order, exact=exact)
    square = chart_pairs(cells, list(map(text.form_name, order)))
    show_picture(square, text.same_finding(numbers.same), text.rows_of_pairs(numbers.pairs), label)
    st.caption(text.pairs_note(exact=exact))
    st.caption(text.same_finding(numbers.same))


def in_order(numbers: SetNumbers, visit: Visit) -> list[str]:
    """Order the care forms from light to heavy, the rest of them last."""
    named = theme.in_ladder_order(numbers.forms - {""}, visit.rules.ladder)
    return [*named, *(numbers.forms & {""})]


def _show_sets(visit: Visit, numbers: SetNumbers, order: list[str]) -> None:
    shown = text.shown_sets(numbers.sets)
    rows = text.shown_sets(numbers.sets, len(numbers.sets))
    colours = {"": theme.OTHER, **theme.form_colours(visit.rules.ladder)}
    dots = text.dots_of_sets(shown, order, colours, theme.UNRANKED_FORM)
    picture = chart_sets(text.bars_of_sets(shown, dots), dots)
    label = label_of(visit, "duration")
    show_picture(picture, text.finding(numbers.sets), text.rows_of_sets(rows), label)
    st.caption(text.SETS_NOTE)


def _counted(visit: Visit) -> SetNumbers:
    chained, selection, rules = visit.analysis.chained, visit.selection, visit.rules
    care = depths.find_weighted(chained, selection, rules)
    held = hold(sets.find_held(sets.find_named(care, MINIMUM_PERSONS)))
    members = hold(sets.find_members(held, sets.find_bits(held)))
    everyone = sets.count_everyone(members)
    frames = [sets.count_sets(members, MINIMUM_PERSONS), sets.find_names(members), everyone]
    pairs = [sets.count_pairs(members), everyone]
    doubled = depths.find_doubled(chained, selection, rules)
    return SetNumbers(
        sets=publish_from(frames, naming.name_sets_of, visit.level, OF_ALL),
        pairs=publish_from(pairs, naming.beside_everyone, visit.level, OF_ALL),
        same=publish(depths.count_same_forms(doubled), visit.level, DAYS),
    )
