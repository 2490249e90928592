"""Paper: the parts of which a Dutch document of A4 is made, for Word and for who listens to it.

Everything is black on white, headings are styles, the first row of a table is repeated on every
sheet, and a picture carries its text alternative, so that the document reads without colour and
without eyes. All text is written literally; signs that XML cannot hold are left out.
"""

import io
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final

import docx
import docx.image.image
import pandas as pd
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell, _Row

from core.text.cells import on_paper, printable

LANGUAGE: Final = "nl-NL"
FONT: Final = "Arial"  # on every machine, or as wide as its stand-in
A4_CM: Final = (21.0, 29.7)
MARGIN_CM: Final = 1.5
POINTS_PER_CM: Final = 72 / 2.54
WIDTH: Final = (A4_CM[0] - 2 * MARGIN_CM) * POINTS_PER_CM
"""Points between the margins of a sheet that stands upright."""

WIDTH_ON_SIDE: Final = (A4_CM[1] - 2 * MARGIN_CM) * POINTS_PER_CM
"""The same of a sheet that lies on its side."""

BLACK: Final = RGBColor(0, 0, 0)
SIZES: Final = {
    "Normal": 9,
    "Title": 15,
    "Heading 1": 12,
    "Heading 2": 9.5,
    "Caption": 8,
    "List Bullet": 9,
}
"""Points of each style in use."""

UNSTRESSED: Final = ("Normal", "Caption", "List Bullet")
SPACE_BELOW: Final = 3
SPACES: Final = {
    "Normal": 3,
    "Title": 3,
    "Heading 1": 3,
    "Heading 2": 8,
    "Caption": 2,
    "List Bullet": 3,
}
"""Points above and below a paragraph of each style."""

EMPHASIS: Final = re.compile(r"\*\*|\\(?=[\[\]*_$<>])")
LAST_HOUR: Final = time(12)


def begin_document(title: str, made_on: date, *, wide: bool = False) -> Document:
    """Begin a document of A4 in Dutch; ``wide`` lays the sheet on its side."""
    document = docx.Document()
    section = document.sections[0]
    width, height = A4_CM[::-1] if wide else A4_CM
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin = section.right_margin = Cm(MARGIN_CM)
    section.top_margin = section.bottom_margin = Cm(MARGIN_CM)
    section.header_distance = section.footer_distance = Cm(MARGIN_CM / 2)
    told = document.core_properties
    told.title, told.language, told.author = literal(title), LANGUAGE, ""
    told.comments = ""
    told.created = told.modified = datetime.combine(made_on, LAST_HOUR)
    for name, points in SIZES.items():
        _set_style(document, name, points)
    return document


def literal(words: object) -> str:
    """Write words as they are read: without signs of markup, nor any that XML cannot hold."""
    return printable(EMPHASIS.sub("", str(words)))


def write_words(document: Document, words: str, style: str = "Normal") -> None:
    """Write a paragraph, or a heading when that is its style."""
    document.add_paragraph(literal(words), style=style)


def write_footer(document: Document, words: str) -> None:
    """Write small words at the foot of every sheet."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.text, foot.style = literal(words), document.styles["Caption"]


def write_labelled(document: Document, label: str, words: str) -> None:
    """Write a small paragraph that begins with a label in bold."""
    paragraph = document.add_paragraph(style="Caption")
    paragraph.add_run(f"{literal(label)}: ").bold = True
    paragraph.add_run(literal(words))


def write_picture(document: Document, picture: bytes, alternative: str, height: float) -> None:
    """Put a picture on the sheet, some points high, with its text alternative."""
    run = document.add_paragraph().add_run()
    drawn = run.add_picture(io.BytesIO(picture), height=Pt(height))
    drawn._inline.docPr.set("descr", literal(alternative))  # noqa: SLF001 - no public name


def write_table(
    document: Document, table: pd.DataFrame, title: str, widths: Sequence[float]
) -> Table:
    """Write a table of text; its first row repeats on every sheet and no row is torn in two.

    ``widths`` are points, a number for each column.
    """
    drawn = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    drawn.autofit = False
    _describe(drawn, title)
    _fill(drawn.rows[0], [on_paper(str(name)) for name in table.columns], bold=True)
    _mark(drawn.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001 - no public name
    for cells in table.itertuples(index=False):
        _fill(drawn.add_row(), [on_paper(str(cell)) for cell in cells])
    for column, points in zip(drawn.columns, widths, strict=True):
        for cell in (column, *column.cells):
            cell.width = Pt(points)
    return drawn


def write_boxes(document: Document, boxes: Sequence[tuple[str, str]], height: float) -> None:
    """Write questions two by two, each with what was answered and room of some points to write."""
    drawn = document.add_table(rows=(len(boxes) + 1) // 2, cols=2, style="Table Grid")
    drawn.autofit = False
    for row in drawn.rows:
        row.height = Pt(height)
        _mark(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 - no public name
    cells = [cell for row in drawn.rows for cell in row.cells]
    for cell, (question, answer) in zip(cells, boxes, strict=False):
        cell.width = Pt(WIDTH / 2)
        _write_cell(cell, question, bold=True)
        if answer:
            cell.add_paragraph(literal(answer), style="Normal")


def bytes_of(document: Document) -> bytes:
    """Give the document as a file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _set_style(document: Document, name: str, points: float) -> None:
    style = document.styles[name]
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(points), BLACK
    style.font.italic, style.font.bold = False, name not in UNSTRESSED
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for part in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(part), None)
    fonts.set(qn("w:eastAsia"), FONT)
    layout = style.paragraph_format
    above = max(0, SPACES[name] - SPACE_BELOW)
    layout.space_before, layout.space_after = Pt(above), Pt(SPACES[name] - above)
    layout.line_spacing = 1.0
    if name == "Title":
        _without_rule(style.element)
    if name == "Normal":
        _speak_dutch(document)


def _without_rule(element: BaseOxmlElement) -> None:
    """Take the coloured line under a title away."""
    layout = element.get_or_add_pPr()
    for rule in layout.findall(qn("w:pBdr")):
        layout.remove(rule)


def _speak_dutch(document: Document) -> None:
    """Say in which language the words are, so that they are spelled and spoken so."""
    for language in document.styles.element.iter(qn("w:lang")):
        for part in ("w:val", "w:eastAsia"):
            language.set(qn(part), LANGUAGE)


def _fill(row: _Row, cells: Sequence[str], *, bold: bool = False) -> None:
    _mark(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 - no public name
    for cell, words in zip(row.cells, cells, strict=True):
        _write_cell(cell, words, bold=bold)


def _write_cell(cell: _Cell, words: str, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Caption"
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.add_run(literal(words)).bold = bold


def _describe(table: Table, title: str) -> None:
    """Say what a table is about to who cannot see it."""
    told = OxmlElement("w:tblCaption")
    told.set(qn("w:val"), literal(title))
    table._tbl.tblPr.append(told)  # noqa: SLF001 - no public name


def _mark(properties: BaseOxmlElement, name: str) -> None:
    properties.append(OxmlElement(name))


def size_of(picture: bytes) -> tuple[int, int]:
    """Give the width and the height of a picture, in its own pixels."""
    image = docx.image.image.Image.from_blob(picture)
    return image.px_width, image.px_height
