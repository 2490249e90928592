"""The renderer as a process of its own: a chart goes in as JSON or SVG, a drawing comes out.

It is started for one drawing at a time by ``core.export.rendering``, and imports nothing of ours:
what goes wrong in it, or takes long, never stops those who are looking at a page.
"""

import json
import sys
from typing import Final

import vl_convert

SHARPNESS: Final = 2
"""Dots for each pixel, so that a picture stays sharp on paper and on a wall."""


def drawn(chart: bytes) -> bytes:
    """Draw a chart, written as Vega-Lite, as SVG; addresses in it are never asked for anything."""
    svg: str = vl_convert.vegalite_to_svg(json.loads(chart), allowed_base_urls=[])
    return svg.encode()


def dotted(svg: bytes) -> bytes:
    """Draw an SVG as PNG."""
    return bytes(vl_convert.svg_to_png(svg.decode(), scale=SHARPNESS))


if __name__ == "__main__":
    draw = {"svg": drawn, "png": dotted}[sys.argv[1]]
    sys.stdout.buffer.write(draw(sys.stdin.buffer.read()))
