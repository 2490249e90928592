"""Every view of every page in every format, opened again; `make test` takes some of one page."""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET

import pytest
from hypothesis import settings
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation

from core.export.card import View, in_short, lines_of
from core.export.formats import formats_of, make
from core.export.pictures import FOREIGN
from core.text.cells import number_of, safe, without_dots
from core.text.taking import CARD_SHEET, NUMBERS_SHEET
from pages.taking import OFFERED
from tests.behind.walking import SCRIPTS, tabs_of
from tests.pages.visiting import SAMPLE, arrive

SOAK = settings.get_current_profile_name() == "soak"
PAGES = SCRIPTS if SOAK else ("course/stacking.py",)
PER_PART = None if SOAK else 1
"""Views of each part of a page that are made in `make test`; all of them in `make soak`."""


def views_on(script: str) -> Iterator[View]:
    """Give the views of each part of a page."""
    app = arrive(script, SAMPLE | {"gemeente": "9801"})
    tabs = [(key, label) for key, labels in tabs_of(app).items() for label in labels]
    for key, label in tabs or [("", "")]:
        if key:
            app.session_state[key] = label
            app.run()
        assert not app.exception
        if OFFERED in app.session_state:
            yield from app.session_state[OFFERED].views[:PER_PART]


@pytest.mark.parametrize("script", PAGES)
def test_a_view_survives_every_format(script: str) -> None:
    for view in views_on(script):
        made = {written: make(view, written) for written in formats_of(view)}
        _same_in_csv(view, made["csv"])
        _same_in_sheet(view, made["xlsx"])
        _same_on_slide(view, made["pptx"])
        if "svg" in made:
            _same_in_drawing(view, made["svg"])
            assert Image.open(BytesIO(made["png"])).info["Title"] == view.card.finding


def _said(view: View) -> list[str]:
    return [words for _, words in lines_of(view.card)]


def _same_in_csv(view: View, made: bytes) -> None:
    rows = list(csv.reader(StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"))[1:]
    shown = view.table.astype(str).map(without_dots).to_numpy().tolist()
    assert [row[:-2] for row in rows] == shown
    assert {row[-2] for row in rows} == {safe(in_short(view.card))}
    assert [words for words in _said(view) if words not in rows[0][-1]] == []


def _same_in_sheet(view: View, made: bytes) -> None:
    book = load_workbook(BytesIO(made))
    rows = [list(row) for row in book[NUMBERS_SHEET].iter_rows(min_row=2, values_only=True)]
    for shown, row in zip(view.table.astype(str).to_numpy().tolist(), rows, strict=True):
        for cell, value in zip(shown, row, strict=True):
            number = number_of(cell)
            assert (safe(cell) or None if number is None else number.value) == value
    words = [row[1] for row in book[CARD_SHEET].iter_rows(values_only=True)]
    assert words == [safe(said) for said in _said(view)]


def _same_on_slide(view: View, made: bytes) -> None:
    (slide,) = Presentation(BytesIO(made)).slides
    assert slide.shapes.title.text_frame.text == view.card.finding
    text = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert [words for words in _said(view) if words not in text] == []
    lowest = max(shape.top + shape.height for shape in slide.shapes)
    assert lowest <= Presentation(BytesIO(made)).slide_height


def _same_in_drawing(view: View, made: bytes) -> None:
    drawn = ET.fromstring(made)  # noqa: S314 - made by ourselves just now
    lines = [line for line in drawn if line.tag.endswith("text")]
    text = " ".join("".join(line.itertext()) for line in lines)
    assert [
        words for words in _said(view) if " ".join(words.translate(FOREIGN).split()) not in text
    ] == []
    assert all(0 < float(line.get("y", 0)) < float(drawn.get("height", 0)) for line in lines)
