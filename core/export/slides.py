"""A view as one slide: the finding on top, the picture or a small table, and the card below it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any, Final

import pandas as pd
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from core.charts import theme
from core.export.card import View, footer_of, lines_of
from core.export.foremost import foremost, part_of
from core.export.lettering import lines_that_fit
from core.export.pictures import chart_of, draw, png_of_chart
from core.text import general
from core.text import taking as text
from core.text.cells import holds_numbers, on_paper, printable

WIDTH, HEIGHT = 13.333, 7.5
"""Inches of a slide of 16 to 9."""

MARGIN: Final = 0.5
ROOM: Final = WIDTH - 2 * MARGIN
TITLE_TOP, BODY_TOP = 0.3, 1.35
FEWEST_PIXELS, MOST_PIXELS = 1184, 1500
"""Widths of a chart before it is laid on a slide: that of a screen, or more for a high one."""

LETTER: Final = "Arial"
TITLE_SIZE, LONG_TITLE_SIZE, CELL_SIZE, SMALL = 24, 19, 11, 8.5
"""Sizes of letters, in points."""

ROW: Final = 0.31
"""Inches of a row of a table."""

MOST_COLUMNS: Final = 9
TITLE_ONLY: Final = 5
"""The layout of the empty presentation that has a title and nothing else."""


def slide_of(view: View) -> bytes:
    """Write a view as a presentation of one slide, with what to discuss in its notes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    _describe(deck.core_properties, view)
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    _write_title(slide.shapes.title, view.card.finding)
    foot = _footer(view)
    top = HEIGHT - 0.2 - _height_of(foot)
    if view.chart is None:
        _write_table(slide, view.table, top - BODY_TOP)
    else:
        _lay_picture(slide, view, top - BODY_TOP)
    _write_words(slide.shapes.add_textbox(*_box(top, HEIGHT - 0.2 - top)).text_frame, foot)
    slide.notes_slide.notes_text_frame.text = "\n".join(_notes(view))
    written = BytesIO()
    deck.save(written)
    return written.getvalue()


def _describe(properties: Any, view: View) -> None:  # noqa: ANN401 - python-pptx
    """Say in the file itself what it is, in place of what the empty presentation says."""
    made = datetime.combine(view.card.made_on, time(), UTC)
    properties.title, properties.subject = view.card.finding, view.card.title
    properties.author = properties.last_modified_by = general.APP
    properties.language, properties.created, properties.modified = "nl-NL", made, made


def _write_title(shape: Any, finding: str) -> None:  # noqa: ANN401 - python-pptx
    shape.left, shape.top, shape.width, shape.height = _box(TITLE_TOP, BODY_TOP - TITLE_TOP)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor, frame.margin_left = True, MSO_ANCHOR.MIDDLE, 0
    fits = len(lines_that_fit(finding, ROOM * 72, TITLE_SIZE, bold=True)) <= 2
    frame.text = ""
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    _run(paragraph, finding, TITLE_SIZE if fits else LONG_TITLE_SIZE, bold=True)


def _lay_picture(slide: Any, view: View, height: float) -> None:  # noqa: ANN401 - python-pptx
    """Lay the chart as large as fits, with the finding as its text for who cannot see it."""
    high = draw(chart_of(view), FEWEST_PIXELS).height
    pixels = min(max(int(high * ROOM / height), FEWEST_PIXELS), MOST_PIXELS)
    drawn = png_of_chart(view, pixels)
    with Image.open(BytesIO(drawn)) as picture:
        scale = min(ROOM / picture.width, height / picture.height)
        wide = picture.width * scale
    left = MARGIN + (ROOM - wide) / 2
    laid = slide.shapes.add_picture(BytesIO(drawn), Inches(left), Inches(BODY_TOP), Inches(wide))
    named = laid._element.nvPicPr.cNvPr  # noqa: SLF001 - there is no other way to a text for it
    named.set("descr", view.card.finding)
    named.set("name", view.card.title)


def _write_table(slide: Any, table: pd.DataFrame, height: float) -> None:  # noqa: ANN401
    """Write as many rows as fit, and say it when there are more."""
    rows = max(int(height / ROW) - 2, 1)
    shown = foremost(table, rows).iloc[:, :MOST_COLUMNS].astype(str).map(on_paper)
    frame = slide.shapes.add_table(
        len(shown) + 1, len(shown.columns), *_box(BODY_TOP, ROW * (len(shown) + 1))
    )
    for column, name in enumerate(shown.columns):
        words = [on_paper(str(name)), *shown.iloc[:, column]]
        side = PP_ALIGN.RIGHT if column and holds_numbers(words[1:]) else PP_ALIGN.LEFT
        for row, cell in enumerate(words):
            _write_cell(frame.table.cell(row, column), cell, side, heading=not row)
    for row in frame.table.rows:
        row.height = Inches(ROW)
    part = part_of(table, len(shown), MOST_COLUMNS, text.ELSEWHERE)
    if part:
        under = _box(BODY_TOP + ROW * (len(shown) + 1) + 0.05, ROW)
        _run(slide.shapes.add_textbox(*under).text_frame.paragraphs[0], part, CELL_SIZE)


def _write_cell(cell: Any, words: str, side: PP_ALIGN, *, heading: bool) -> None:  # noqa: ANN401
    cell.margin_top = cell.margin_bottom = Inches(0.02)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = _colour(theme.GRID if heading else theme.PAPER)
    cell.text_frame.paragraphs[0].alignment = side
    _run(cell.text_frame.paragraphs[0], words, CELL_SIZE, bold=heading)


def _footer(view: View) -> list[tuple[str, str]]:
    """Give the lines under the picture: which page and question, and all of the card."""
    card = view.card
    return [(card.title, card.question), *footer_of(card)]


def _height_of(lines: Iterable[tuple[str, str]]) -> float:
    """Estimate the inches that lines take."""
    broken = [lines_that_fit(f"{name}: {said}", ROOM * 72, SMALL) for name, said in lines]
    return sum(map(len, broken)) * SMALL * 1.22 / 72 + 0.1


def _write_words(frame: Any, lines: Sequence[tuple[str, str]]) -> None:  # noqa: ANN401
    frame.word_wrap = True
    frame.margin_top = frame.margin_bottom = frame.margin_left = frame.margin_right = 0
    for place, (name, said) in enumerate(lines):
        paragraph = frame.add_paragraph() if place else frame.paragraphs[0]
        _run(paragraph, f"{name}: ", SMALL, bold=True)
        _run(paragraph, said, SMALL)


def _run(paragraph: Any, words: str, size: float, *, bold: bool = False) -> None:  # noqa: ANN401
    """Write words in a letter that is on every machine, and say that they are Dutch."""
    run = paragraph.add_run()
    run.text = printable(words)
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, LETTER
    run.font.color.rgb = _colour(theme.INK)
    run._r.get_or_add_rPr().set("lang", "nl-NL")  # noqa: SLF001 - there is no other way


def _notes(view: View) -> Iterable[str]:
    """Say in the notes what the numbers are, and what to ask the people at the table."""
    yield from (f"{name}: {said}" for name, said in lines_of(view.card))
    yield ""
    yield text.TO_DISCUSS
    yield from general.QUESTIONS.values()
    yield general.DIFFERENCES


def _box(top: float, height: float) -> tuple[int, int, int, int]:
    """Give a place over the whole width: left, top, width and height."""
    return Inches(MARGIN), Inches(top), Inches(ROOM), Inches(height)


def _colour(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())
