"""A view as a picture: the chart as on the screen, with all of its card in words around it.

Everything is drawn here, by a renderer that asks no network. Its letters are those it brings along,
as wide as Arial, so that a drawing looks the same wherever it is opened.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

import altair as alt
import pandas as pd
from altair.utils.core import to_eager_narwhals_dataframe
from altair.utils.data import to_values
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from core.charts import theme
from core.export.card import Chart, View, footer_of, in_one_line, lines_of
from core.export.lettering import FONT, lines_that_fit
from core.export.rendering import png_from, svg_from
from core.text.cells import printable

WIDTH: Final = 1240
"""Pixels from left to right, and about those of a page on a screen."""

MARGIN: Final = 28
ROOM: Final = WIDTH - 2 * MARGIN
TITLE, UNDER_TITLE, SMALL = 21, 14, 12
"""Sizes of letters, in pixels."""

LEADING: Final = 1.35
NAMES: Final = 112
"""Room for the names of the lines under the picture."""

COLOURS: Final = (
    *("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#8a7a00", "#666666"),
)
"""Okabe and Ito's colours, as the screen has them where a chart sets none."""

INCH: Final = 144
"""Dots to an inch of paper."""

AROUND: Final = {"left": 5, "top": 5, "right": 36, "bottom": 5}
"""Pixels round a chart; at the right, where words may stick out of it, there is more."""

FOREIGN: Final = str.maketrans("\u25d4\u25c2\u2715\u2713", "\u25cb\u25c4\u00d7\u221a")
"""Signs of the screen that these letters lack, and what stands for them in the whole picture: one
such sign would change the letters of its line, or leave a hole where no others are installed."""

WIDER: Final = 1.14
"""How much wider these letters are than those on the screen: a chart is drawn so much larger."""

SIZE: Final = re.compile(r'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn chart as the text of an SVG, with its size in pixels."""

    svg: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words: where its feet stand, from the top, and how it looks."""

    words: str
    x: float
    y: float
    size: int
    colour: str = theme.INK
    bold: bool = False


def svg_of(view: View) -> bytes:
    """Draw a view with a chart as SVG; its words stay words that can be searched and read aloud."""
    drawing = draw(chart_of(view), ROOM)
    above = list(_above(view))
    top = above[-1].y + UNDER_TITLE
    below = list(_below(view, top + drawing.height + MARGIN))
    height = below[-1].y + MARGIN
    size = f'width="{WIDTH}" height="{height:.0f}" viewBox="0 0 {WIDTH} {height:.0f}"'
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}'
    return "\n".join(
        [
            f"{opening} font-family={quoteattr(FONT)}>",
            f"<title>{_bare(view.card.finding)}</title>",
            f"<desc>{_bare(in_one_line(view.card))}</desc>",
            f'<rect width="100%" height="100%" fill="{theme.PAPER}"/>',
            *map(_written, above),
            drawing.svg.replace("<svg ", f'<svg x="{MARGIN}" y="{top:.0f}" ', 1),
            *map(_written, below),
            "</svg>\n",
        ]
    ).encode()


def png_of(view: View) -> bytes:
    """Draw a view with a chart as PNG; its card also lies in the file as text, for who asks it."""
    drawn = png_from(svg_of(view).decode())
    return _with_words(drawn, [("Title", view.card.finding), *lines_of(view.card)])


def png_of_chart(view: View, width: int) -> bytes:
    """Draw only the chart of a view as PNG, for a place that has the words around it already."""
    return png_from(draw(chart_of(view), width).svg)


def chart_of(view: View) -> Chart:
    """Give the chart of a view; a table without a picture cannot be drawn."""
    if view.chart is None:
        raise ValueError("this view has no picture")
    return view.chart


def draw(chart: Chart, width: int) -> Drawing:
    """Draw a chart as wide as asked, in the proportions and the colours of the screen."""
    spec = spec_of(chart, round(width * WIDER))
    svg = svg_from(spec)
    found = SIZE.search(svg)
    if found is None:
        raise ValueError("the drawing has no size")
    wide, high = (float(size) / WIDER for size in found.groups())
    sized = f'{found[0].partition(" width=")[0]} width="{wide:.1f}" height="{high:.1f}"'
    return Drawing(svg.replace(found[0], sized, 1), wide, high)


def spec_of(chart: Chart, width: int) -> dict[str, Any]:
    """Write a chart for the renderer, its data as values in it and its letters those at hand."""
    spec: dict[str, Any] = _with_values(chart).to_dict(validate=False)
    config = spec.setdefault("config", {})
    config |= {"font": FONT, "range": {"category": list(COLOURS)} | config.get("range", {})}
    padding = spec["padding"] if isinstance(spec.get("padding"), dict) else {}
    spec |= {
        "width": width,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": AROUND | padding,
    }
    drawable: dict[str, Any] = _drawable(spec)
    return drawable


def _drawable(part: Any) -> Any:  # noqa: ANN401 - whatever stands in a chart
    """Leave out signs that no drawing can hold: the renderer breaks off at them."""
    if isinstance(part, str):
        return printable(part).translate(FOREIGN)
    if isinstance(part, dict):
        return {_drawable(name): _drawable(inside) for name, inside in part.items()}
    return [_drawable(inside) for inside in part] if isinstance(part, list) else part


def _with_values(chart: Any, around: pd.DataFrame | None = None) -> Any:  # noqa: ANN401
    """Copy a chart or a layer with its table written out, and the type of each field with it.

    The library would do both by itself, but by settings that all visitors share: a table could
    end in the picture of somebody else.
    """
    copy = chart.copy(deep=False)
    table = around
    if isinstance(copy.data, pd.DataFrame):
        table = copy.data
        copy.data = alt.InlineData(values=to_values(table)["values"])
    if table is not None and copy.encoding is not alt.Undefined:
        known = {"data": to_eager_narwhals_dataframe(table)}
        typed = copy.encoding.to_dict(validate=False, context=known)
        copy.encoding = alt.FacetedEncoding(**typed)
    if isinstance(copy, alt.LayerChart):
        copy.layer = [_with_values(layer, table) for layer in copy.layer]
    return copy


def _above(view: View) -> Iterable[Line]:
    """Write the finding, and under it the page and its question."""
    y = MARGIN + TITLE / 2
    for words in lines_that_fit(view.card.finding, ROOM, TITLE, bold=True):
        yield Line(words, MARGIN, y, TITLE, bold=True)
        y += TITLE * LEADING
    said = f"{view.card.title} · {view.card.question}"
    yield Line(said, MARGIN, y - 3, UNDER_TITLE, theme.QUIET)


def _below(view: View, top: float) -> Iterable[Line]:
    """Write the rest of the card under the picture, in small letters: a name, and what it says."""
    y = top
    for name, said in footer_of(view.card):
        yield Line(name, MARGIN, y, SMALL, theme.QUIET, bold=True)
        for words in lines_that_fit(said, ROOM - NAMES, SMALL):
            yield Line(words, MARGIN + NAMES, y, SMALL)
            y += SMALL * LEADING
        y += 3


def _written(line: Line) -> str:
    weight = ' font-weight="bold"' if line.bold else ""
    return (
        f'<text x="{line.x:.0f}" y="{line.y:.1f}" font-size="{line.size}"{weight}'
        f' fill="{line.colour}">{_bare(line.words)}</text>'
    )


def _bare(words: str) -> str:
    return escape(printable(words).translate(FOREIGN))


def _with_words(png: bytes, said: Iterable[tuple[str, str]]) -> bytes:
    """Lay words in a PNG beside its dots."""
    info = PngInfo()
    for name, words in said:
        info.add_itxt(name, words)
    written = BytesIO()
    with Image.open(BytesIO(png)) as picture:
        picture.save(written, "png", pnginfo=info, dpi=(INCH, INCH))
    return written.getvalue()
