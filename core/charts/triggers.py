"""Charts of Regie op drie: third starts over time, and what they were."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from core.charts.theme import (
    BESIDE,
    INK,
    LINE,
    OTHER,
    PAPER,
    QUIET,
    SAME,
    UNRANKED_FORM,
    form_colours,
    in_ladder_order,
)
from core.text import triggers as text
from core.text.thirds import OTHER as OTHER_FORMS

Ladder = Sequence[tuple[str, int]]

COLOURS = {"evaluated": QUIET, "not_evaluated": SAME, "unknown": SAME, "together": BESIDE}
CHART_HEIGHT = 300
BAR_HEIGHT = 30


def chart_thirds(rows: pd.DataFrame, title: str) -> alt.LayerChart:
    """Show third starts per period as bars, those with a talk before them in the darker tone.

    The share with a talk stands above each bar. What cannot be told apart is one bar of its own
    tone.
    """
    base = alt.Chart(rows).encode(
        x=alt.X("period:O", sort=None, title=None, axis=alt.Axis(labelAngle=0)),
    )
    bars = base.mark_bar(stroke=PAPER).encode(
        y=alt.Y("thirds:Q", title=text.AXIS, stack="zero", axis=alt.Axis(tickMinStep=5)),
        order=alt.Order("order:Q"),
        color=alt.Color("status:N", legend=None).scale(
            domain=list(COLOURS), range=list(COLOURS.values())
        ),
        tooltip=[
            alt.Tooltip("period:O", title=text.PERIOD_AXIS),
            alt.Tooltip("label:N", title=text.STATUS),
            alt.Tooltip("thirds:Q", title=text.THIRDS, format=","),
        ],
    )
    shares = base.mark_text(dy=-8, fontWeight=600, color=INK).encode(y="top:Q", text="share_label")
    names = base.mark_text(align="left", dx=2, color=INK).encode(
        x=alt.X("period:O", sort=None, bandPosition=1), y="middle:Q", text="direct_label"
    )
    return alt.LayerChart(layer=[bars, shares, names], height=CHART_HEIGHT, title=title)


def chart_forms(forms: pd.DataFrame, ladder: Ladder) -> alt.LayerChart:
    """Show what the third was: a bar a care form in ladder order, its colour that of the rung.

    Forms too rare to name are one bar; ``words`` at the end of a bar says how many and which share.
    """
    order = [*in_ladder_order(set(forms["care_form"]) - {OTHER_FORMS}, ladder), OTHER_FORMS]
    colours = form_colours(ladder) | {OTHER_FORMS: OTHER}
    base = alt.Chart(forms).encode(
        y=alt.Y("care_form:N", sort=order, title=None),
        x=alt.X("thirds:Q", title=text.THIRDS, axis=alt.Axis(tickMinStep=5)),
    )
    bars = base.mark_bar(stroke=LINE, strokeWidth=0.5).encode(
        color=alt.Color("care_form:N", legend=None).scale(
            domain=order, range=[colours.get(form, UNRANKED_FORM) for form in order]
        )
    )
    words = base.mark_text(align="left", dx=6, color=INK).encode(text="words:N")
    return alt.LayerChart(layer=[bars, words], height=alt.Step(BAR_HEIGHT))
