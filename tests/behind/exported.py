"""What is taken along, opened again: every text and every number in a file of each format.

Files of Office are archives: all parts are read, those that nobody sees in a window too. Of a
picture in dots only the words that travel in it can be read; the drawing it is made of is looked
through instead, as SVG.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

import pandas as pd
from openpyxl import load_workbook
from PIL import Image

from tests.behind.payload import Sent

CELLS: Final = re.compile(r"xl/(worksheets|sharedStrings)")
"""Parts of a workbook that hold its cells by their place in a list: those are read as cells."""

DRAWN_BY: Final = (
    *("transform", "d", "style", "viewBox", "points", "class", "fill", "stroke"),
    "stroke-dasharray",
)
"""Attributes of a drawing that only say how it is drawn."""

PLACED: Final = re.compile(r"[\d.,;:%\s+-]*|[\d.]+(px|pt|in|cm|mm)?")
"""Attributes that only say where something stands, or how large it is."""


def read_back(made: bytes, written: str) -> Sent:
    """Open a file of a format and give all that is in it."""
    drawn = dict.fromkeys(("svg", "graphml", "xes"), _of_drawing)
    readers = {"csv": _of_csv, "xlsx": _of_workbook, "png": _of_dots} | drawn
    return Sent(list(readers.get(written, _of_archive)(made)), [], list(_tables(made, written)))


def _of_csv(made: bytes) -> Iterator[str]:
    yield made.decode("utf-8-sig")


def _of_workbook(made: bytes) -> Iterator[str]:
    for sheet in load_workbook(io.BytesIO(made)).worksheets:
        yield sheet.title
        for row in sheet.iter_rows(values_only=True):
            yield from (str(cell) for cell in row if cell is not None)
    yield from _of_archive(made, apart_from=CELLS)


def _of_drawing(made: bytes) -> Iterator[str]:
    yield from _of_xml(made)


def _of_dots(made: bytes) -> Iterator[str]:
    yield from (str(words) for words in Image.open(io.BytesIO(made)).info.values())


def _of_archive(made: bytes, apart_from: re.Pattern[str] | None = None) -> Iterator[str]:
    """Read every part: the words of what is XML, and what is within a picture or an archive."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        for name in archive.namelist():
            if apart_from and apart_from.match(name):
                continue
            yield from _of_part(name, archive.read(name))


def _of_part(name: str, content: bytes) -> Iterator[str]:
    yield name.rpartition("/")[2] if not re.search(r"\d", name) else ""
    if name.endswith((".xml", ".rels", ".svg")):
        yield from _of_xml(content)
    elif name.endswith(".png"):
        yield from _of_dots(content)
    elif name.endswith((".xlsx", ".docx", ".pptx")):
        yield from _of_archive(content)


def _of_xml(content: bytes) -> Iterator[str]:
    """Give the words between the tags, and those attributes that hold words."""
    for element in ET.fromstring(content).iter():  # noqa: S314 - made by ourselves just now
        yield from (words for words in (element.text, element.tail) if words and words.strip())
        said = {name: words for name, words in element.attrib.items() if name not in DRAWN_BY}
        yield from (words for words in said.values() if _is_said(words))


def _is_said(words: str) -> bool:
    """Tell words from places, names and addresses of formats."""
    return " " in words.strip() and not PLACED.fullmatch(words)


def _tables(made: bytes, written: str) -> Iterator[pd.DataFrame]:
    """Give the table of a file that is one, as text cells."""
    if written == "csv":
        yield pd.read_csv(io.BytesIO(made), sep=";", dtype=str, keep_default_na=False)
