"""The formats of a view: which there are, and the one door through which each is made.

The packages that write them are large and loaded only when a file is made.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Final

from core.export.card import View

SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SLIDE: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

FORMATS: Final[Mapping[str, str]] = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pptx": SLIDE,
    "xlsx": SHEET,
    "csv": "text/csv",
}
"""Each format with how a browser names it."""

PICTURES: Final = ("png", "svg")
"""Formats that exist only of a view with a picture."""

WRITERS: Final[Mapping[str, tuple[str, str]]] = {
    "png": ("core.export.pictures", "png_of"),
    "svg": ("core.export.pictures", "svg_of"),
    "pptx": ("core.export.slides", "slide_of"),
    "xlsx": ("core.export.sheets", "sheet_of"),
    "csv": ("core.export.csv_text", "csv_of_view"),
}
"""The module and the function that write each format."""


def formats_of(view: View) -> tuple[str, ...]:
    """List the formats of a view; a table without a picture has no picture to give."""
    return tuple(name for name in FORMATS if view.chart is not None or name not in PICTURES)


def make(view: View, written: str) -> bytes:
    """Make the file of a view in one of its formats."""
    module, name = WRITERS[written]
    made: bytes = getattr(import_module(module), name)(view)
    return made
