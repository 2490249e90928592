"""Chart of the shares of referrers at one place, beside the youth region and the country."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts.theme import INK, OWN, PAPER, QUIET, SAME
from core.text import referral_shares as text
from core.text.referrers import REFERRER

ROW: Final = 34
ROOM_FOR_WORDS: Final = 1.25
GAP: Final = 11
NAMED: Final = "place_name:N"

LOOKS: Final = {
    "own": ("diamond", OWN, OWN),
    "area": ("diamond", PAPER, OWN),
    "youth_region": ("circle", PAPER, QUIET),
    "country": ("circle", INK, INK),
}
"""Of each place the shape, the fill and the edge; what is one's own is an orange diamond."""


def chart_beside(rows: pd.DataFrame) -> alt.LayerChart:
    """Show for each referrer, in the fixed order, its share at every place on one line.

    Words at the end of the line say the own share and that of the country. What names no referrer
    stands apart. A share that is not known has no mark.
    """
    drawn = rows.dropna(subset=["share"]).astype({"share": float})
    names = rows.drop_duplicates("place").set_index("place")["place_name"].to_dict()
    looks = {place: LOOKS[place] for place in LOOKS if place in names}
    labels = _with_gap(rows)
    y = alt.Y("label:N", sort=labels, title=None, axis=alt.Axis(domain=False, labelLimit=300))
    y = y.scale(domain=labels)
    scale = alt.Scale(domain=[0, _farthest(drawn) * ROOM_FOR_WORDS], nice=False)
    axis = alt.Axis(format="%", tickCount=6)
    x = alt.X("share:Q", title=text.SHARE_AXIS, axis=axis, scale=scale)
    domain = [names[place] for place in looks]
    shapes, fills, edges = (list(look) for look in zip(*looks.values(), strict=True))
    legend = alt.Legend(title=None, orient="top", columns=4, labelLimit=320)
    base = alt.Chart(drawn).encode(y=y, x=x)
    spans = drawn.groupby("label", sort=False)["share"].agg(["min", "max"]).reset_index()
    spread = (
        alt.Chart(spans)
        .mark_rule(color=SAME, strokeWidth=2)
        .encode(y=y, x=alt.X("min:Q", title=text.SHARE_AXIS, axis=axis, scale=scale), x2="max:Q")
    )
    marks = base.mark_point(size=110, opacity=1, strokeWidth=2, filled=True).encode(
        shape=alt.Shape(NAMED, sort=None, scale=_scale(domain, shapes), legend=legend),
        fill=alt.Fill(NAMED, sort=None, scale=_scale(domain, fills), legend=legend),
        stroke=alt.Stroke(NAMED, sort=None, scale=_scale(domain, edges), legend=legend),
        tooltip=[
            alt.Tooltip("label:N", title=REFERRER),
            alt.Tooltip("place_name:N", title=text.PLACE),
            alt.Tooltip("share:Q", title=text.SHARE, format=".1%"),
        ],
    )
    said = rows[rows["words"] != ""].astype({"end": float})
    words = (
        alt.Chart(said)
        .mark_text(align="left", dx=GAP, color=INK)
        .encode(
            y=y, x=alt.X("end:Q", title=text.SHARE_AXIS, axis=axis, scale=scale), text="words:N"
        )
    )
    return alt.LayerChart(layer=[spread, marks, words], height=alt.Step(ROW))


def _with_gap(rows: pd.DataFrame) -> list[str]:
    """List the labels with an empty line before those that name no referrer."""
    apart = rows["is_apart"].astype(bool)
    parts = [part["label"].drop_duplicates().tolist() for part in (rows[~apart], rows[apart])]
    return [*parts[0], " ", *parts[1]] if all(parts) else [*parts[0], *parts[1]]


def _scale(domain: list[str], looks: list[str]) -> alt.Scale:
    return alt.Scale(domain=domain, range=looks)


def _farthest(drawn: pd.DataFrame) -> float:
    return float(drawn["share"].max()) if len(drawn) else 1.0
