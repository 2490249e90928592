"""Chart of hand-overs: providers in a ring, with arrows as wide as what passes."""

from collections.abc import Mapping
from typing import Any, Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.charts.ring_layout import WIDTH, bent, height_of, ring_of
from core.tables import ELSEWHERE
from core.text import general
from core.text import handovers as text

WIDEST, NARROWEST = 12.0, 1.2
LABELLED: Final = 10
"""So many of the largest arrows carry their share."""

AT: Final = 0.62
"""How far along its arrow a share stands."""

ROOM_ACROSS, ROOM_DOWN = 70.0, 17.0
"""So far apart two shares have to be, in one direction or the other, to be read."""

LARGEST, SMALLEST = 900.0, 260.0
"""Areas of circles, in square pixels."""

GROUP_COLOURS: Final = ("#1b2430", "#8d949e", "#e3e8ee", "#56616e", "#c3c8cf")
"""Tones of grey; the number in the circle tells groups apart."""

ALONG: Final = {
    axis: f"pow(1 - datum.t, 2) * datum.{axis}0 + 2 * (1 - datum.t) * datum.t * datum.{axis}1"
    f" + datum.t * datum.t * datum.{axis}2"
    for axis in ("x", "y")
}


def chart_handovers(
    arcs: pd.DataFrame,
    groups: Mapping[str, int],
    name: text.Name,
    told: tuple[str, str],
) -> alt.LayerChart:
    """Draw hand-overs (``with_shares``) between providers; who is in one group stands together.

    The wider an arrow, the more often; ``told`` is the hand-over that is written out, in the colour
    of a signal.
    """
    drawn = arcs[arcs["source"] != arcs["target"]]
    sizes = _sizes(drawn)
    last = len(groups) + 1
    ring = ring_of(
        sorted(sizes, key=lambda place: (groups.get(place, last), general.in_order(name(place))))
    )
    rows = _arrow_rows(bent(drawn, ring), name, told)
    height = height_of(len(ring))
    layers = alt.layer(*_arrows(rows, height), *_circles(ring, sizes, groups, name))
    return cast("alt.LayerChart", layers.properties(height=height))


def _sizes(arcs: pd.DataFrame) -> dict[str, int]:
    """Add up what each provider hands over and receives, of what is drawn."""
    sizes: dict[str, int] = {}
    for end in ("source", "target"):
        for place, number in zip(arcs[end], arcs["transitions"], strict=True):
            sizes[str(place)] = sizes.get(str(place), 0) + int(number)
    return sizes


def _arrow_rows(curves: pd.DataFrame, name: text.Name, told: tuple[str, str]) -> pd.DataFrame:
    records: list[dict[Any, Any]] = curves.to_dict("records")
    most = float(curves["transitions"].max()) if records else 1.0
    numbers = curves["transitions"].astype(float)
    largest = _labelled(curves.loc[numbers.nlargest(LABELLED).index])
    is_told = [(row["source"], row["target"]) == told for row in records]
    return pd.DataFrame(
        {
            "source": [text.place_name(row["source"], name) for row in records],
            "target": [text.place_name(row["target"], name) for row in records],
            "number": [general.count(row["transitions"]) for row in records],
            "share": [general.percent(row["share"]) for row in records],
            "described": [text.sentence(row, name) for row in records],
            "label": [
                general.percent(row["share"]) if place in largest else ""
                for place, row in zip(curves.index, records, strict=True)
            ],
            "width": [max(WIDEST * number / most, NARROWEST) for number in numbers],
            "colour": [theme.SIGNAL if one else theme.SAME for one in is_told],
            "told": is_told,
            **{
                axis: curves[axis].tolist()
                for axis in ("x0", "y0", "x1", "y1", "x2", "y2", "angle")
            },
        }
    ).sort_values("told", kind="stable")


def _labelled(curves: pd.DataFrame) -> set[object]:
    """Choose the arrows, in this order, of which the share stands clear of those before."""
    chosen: dict[object, tuple[float, float]] = {}
    for place, row in curves.to_dict("index").items():
        x, y = (
            (1 - AT) ** 2 * row[f"{axis}0"]
            + 2 * (1 - AT) * AT * row[f"{axis}1"]
            + AT**2 * row[f"{axis}2"]
            for axis in ("x", "y")
        )
        if all(abs(x - a) > ROOM_ACROSS or abs(y - b) > ROOM_DOWN for a, b in chosen.values()):
            chosen[place] = x, y
    return set(chosen)


def _arrows(rows: pd.DataFrame, height: float) -> list[alt.Chart]:
    pointed = alt.selection_point(
        name="handover", fields=["source", "target"], on="pointerover", clear="pointerout"
    )
    curves = alt.Chart(rows).transform_calculate(t="sequence(0, 1.0001, 0.05)")
    curves = curves.transform_flatten(["t"]).transform_calculate(**ALONG)
    lines = (
        curves.mark_line(strokeCap="butt")
        .encode(
            x=_x("x:Q"),
            y=_y("y:Q", height),
            order="t:Q",
            detail=["source:N", "target:N"],
            strokeWidth=alt.StrokeWidth("width:Q", scale=None),
            color=alt.Color("colour:N", scale=None),
            opacity=alt.when(pointed).then(alt.value(0.85)).otherwise(alt.value(0.25)),
            description="described:N",
            tooltip=[
                alt.Tooltip("source:N", title=text.FROM),
                alt.Tooltip("target:N", title=text.TO),
                alt.Tooltip("number:N", title=text.HANDOVERS),
                alt.Tooltip("share:N", title=text.OF_SENDER),
            ],
        )
        .add_params(pointed)
    )
    heads = (
        alt.Chart(rows)
        .mark_point(shape="triangle", filled=True, opacity=1, size=90)
        .encode(
            x=_x("x2:Q"),
            y=_y("y2:Q", height),
            angle=alt.Angle("angle:Q", scale=None),
            color=alt.Color("colour:N", scale=None),
        )
    )
    halfway = alt.Chart(rows).transform_calculate(t=str(AT)).transform_calculate(**ALONG)
    words = halfway.encode(x=_x("x:Q"), y=_y("y:Q", height), text="label:N")
    halo = words.mark_text(fontSize=12.5, stroke=theme.PAPER, strokeWidth=4, strokeJoin="round")
    return [lines, heads, halo, words.mark_text(fontSize=12.5, fontWeight=600)]


def _circles(
    ring: pd.DataFrame, sizes: Mapping[str, int], groups: Mapping[str, int], name: text.Name
) -> list[alt.Chart]:
    most = max(sizes.values(), default=1)
    places = ring["place"].tolist()
    fills = [_fill(place, groups) for place in places]
    rows = ring.drop(columns="place").assign(  # a code is a name: it is not sent along
        name=[text.short(text.place_name(place, name)) for place in places],
        group=[str(groups.get(place, "")) for place in places],
        area=[max(LARGEST * sizes[place] / most, SMALLEST) for place in places],
        colour=fills,
        ink=[theme.ink_on(fill) for fill in fills],
    )
    height = height_of(len(places))
    at = {"x": _x("x:Q"), "y": _y("y:Q", height)}
    base = alt.Chart(rows)
    circles = base.mark_point(
        shape="circle", filled=True, opacity=1, stroke=theme.LINE, strokeWidth=1
    ).encode(
        size=alt.Size("area:Q", scale=None),
        color=alt.Color("colour:N", scale=None),
        tooltip=[alt.Tooltip("name:N", title=text.PROVIDER)],
        **at,
    )
    numbers = base.mark_text(fontSize=11.5).encode(
        text="group:N", color=alt.Color("ink:N", scale=None), **at
    )
    beside = {"text": "name:N", **at}
    right = alt.Chart(rows[rows["side"] > 0]).mark_text(align="left", dx=20, fontSize=13)
    left = alt.Chart(rows[rows["side"] < 0]).mark_text(align="right", dx=-20, fontSize=13)
    labels = [right.encode(**beside), left.encode(**beside)]
    return [circles, numbers, *labels]


def _fill(place: str, groups: Mapping[str, int]) -> str:
    if place == ELSEWHERE or place not in groups:
        return theme.OTHER
    return GROUP_COLOURS[(groups[place] - 1) % len(GROUP_COLOURS)]


def _x(field: str) -> alt.X:
    return alt.X(field, axis=None, scale=alt.Scale(domain=[0, WIDTH], nice=False))


def _y(field: str, height: float) -> alt.Y:
    return alt.Y(field, axis=None, scale=alt.Scale(domain=[height, 0], nice=False, zero=False))
