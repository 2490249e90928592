"""Excel files of nothing but text, written cell by cell, as a program that exports writes them."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.fuzz.readers import with_worksheet


def sheet_of(rows: Sequence[Sequence[str]]) -> bytes:
    """Make an Excel file; rows are numbered, and every cell is a text whatever it looks like."""
    cells = '<c t="inlineStr"><is><t>{}</t></is></c>'
    lines = ["".join(cells.format(escape(cell)) for cell in row) for row in rows]
    body = "".join(f'<row r="{place}">{line}</row>' for place, line in enumerate(lines, start=1))
    return with_worksheet(f"<worksheet><sheetData>{body}</sheetData></worksheet>".encode())
