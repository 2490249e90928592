"""Chart of the districts of a municipality as a map: which part of the young people has care."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

import altair as alt

from core.charts import theme
from core.text import district_map as words
from core.text import districts as text

MOST_NAMED: Final = 16
"""With more districts than this their names would lie over each other; the table has them all."""

HEIGHT: Final = 460


def chart_map(
    outlines: Sequence[Mapping[str, Any]],
    rows: Mapping[str, Mapping[str, Any]],
    middles: Mapping[str, tuple[float, float]],
) -> alt.LayerChart:
    """Draw flat outlines, darker for a larger share; of what is not published white and dashed.

    ``rows`` (``words.map_rows``) say by code what each district shows, ``middles`` where it is
    written. The page width decides the scale.
    """
    told = [{**one, **rows[one["properties"]["region"]]} for one in outlines]
    known = [one for one in told if one["share"] is not None]
    hidden = [one for one in told if one["share"] is None]
    names = [
        dict(rows[region]) | {"x": x, "y": y}
        for region, (x, y) in sorted(middles.items())
        if len(middles) <= MOST_NAMED
    ]
    layers = [_coloured(known, words.map_steps(rows))] if known else []
    layers += [_dashed(hidden)] if hidden else []
    layers += [_written(names)] if names else []
    drawn = alt.layer(*layers).project(type="identity", reflectY=True)
    return cast("alt.LayerChart", drawn.properties(height=HEIGHT))


def _coloured(features: Sequence[Mapping[str, Any]], steps: Sequence[float]) -> alt.Chart:
    scale = alt.Scale(type="threshold", domain=list(steps), range=list(theme.AMOUNT))
    legend = alt.Legend(title=words.MAP_TITLE, format=".1%", orient="top-left", offset=0)
    shapes = alt.Chart(alt.InlineData(list(features)))
    return shapes.mark_geoshape(stroke=theme.LINE, strokeWidth=1.2).encode(
        color=alt.Color("share:Q", scale=scale, legend=legend), tooltip=_tooltip()
    )


def _dashed(features: Sequence[Mapping[str, Any]]) -> alt.Chart:
    dash = list(theme.HIDDEN_DASH)
    shapes = alt.Chart(alt.InlineData(list(features)))
    return shapes.mark_geoshape(
        fill=theme.HIDDEN, stroke=theme.LINE, strokeDash=dash, strokeWidth=1.2
    ).encode(tooltip=_tooltip())


def _written(names: Sequence[Mapping[str, Any]]) -> alt.Chart:
    """Write the name and the share of each district in its middle."""
    base = alt.Chart(alt.InlineData(list(names))).encode(
        longitude="x:Q", latitude="y:Q", text="label:N"
    )
    return base.mark_text(lineBreak=words.LINE_BREAK, fontSize=14, color=theme.INK)


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=text.DISTRICT),
        alt.Tooltip("margin:N", title=text.SHARE),
        alt.Tooltip("youth:N", title=text.YOUTH),
    ]
