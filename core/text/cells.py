"""How a cell is written where a spreadsheet reads it: texts stay texts, numbers stay numbers."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

BEGINS_FORMULA: Final = frozenset("=+-@|")
"""With these a spreadsheet may take a text for a formula, also when they are written wide."""

MINUS: Final = "\u2212"
"""The minus of a printed text, which no program reads as one."""

UNSEEN: Final = ("C", "Z", "M")
"""Kinds of signs that nobody sees at the beginning of a text: control and formatting signs, those
without width or with any, spaces, and marks that belong to a sign before them."""

CONTROL: Final = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")
"""Signs that no workbook and no drawing may hold (XML 1.0, section 2.2)."""

NUMBER: Final = re.compile(
    r"(?P<sign>[+\u2212-]?)(?P<euro>€ )?(?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,3}|(?:19|20)\d\d)"
    r"(?:,(?P<part>\d+))?(?P<percent>%)?"
)
"""A number as ``core.text.general`` writes it: +1.234, € 1.234,56, 41% or a year.

Other digits in a row are a code or a name that was delivered, and stay text.
"""

QUANTITY: Final = re.compile(r"[+-]?(€ )?\d[\d.,]*%?( [a-z]+)*( [+-]?(€ )?\d[\d.,]*%?( [a-z]+)*)?")
"""A number with words behind it, or two of them: it holds no sign that works anything out."""


@dataclass(frozen=True, slots=True)
class Number:
    """A cell that is a number: its value, a share as part of one, and its format in a workbook."""

    value: float
    format: str


def safe(text: str) -> str:
    """Write a text so that a spreadsheet takes it for a text: with ``'`` before a formula."""
    clean = printable(text)
    risky = _first_seen(clean) in BEGINS_FORMULA or _is_unseen(clean[:1])
    return f"'{clean}" if risky else clean


def printable(text: str) -> str:
    """Leave out the signs that no file may hold."""
    return CONTROL.sub("", text)


def on_paper(cell: str) -> str:
    """Write a cell for a table on paper or a slide, from where people copy it to a spreadsheet.

    A number with a unit, such as ``-6 procentpunt``, is of our own making and stays as it was.
    """
    return printable(cell) if QUANTITY.fullmatch(cell) else safe(cell)


def number_of(cell: str) -> Number | None:
    """Read a cell that is a number in Dutch; None for any other text, such as '<10'."""
    found = NUMBER.fullmatch(cell)
    if found is None:
        return None
    whole, part = found["whole"].replace(".", ""), found["part"] or ""
    size = float(f"{whole}.{part or 0}") / (100 if found["percent"] else 1)
    value = -size if found["sign"] in ("-", MINUS) else size
    return Number(int(value) if value.is_integer() else value, _format(found))


def holds_numbers(cells: Iterable[str]) -> bool:
    """Tell whether a column is one of numbers; what was left out of it stands with the others."""
    return any(number_of(cell) is not None for cell in cells)


def without_dots(cell: str) -> str:
    """Write a cell for a text file: a number without dots between thousands, a text made safe."""
    return safe(cell) if number_of(cell) is None else cell.replace(".", "").replace(MINUS, "-")


def _first_seen(text: str) -> str:
    """Give the first sign that is seen, in its usual width; nothing when there is none."""
    seen = next((sign for sign in text if not _is_unseen(sign)), "")
    return unicodedata.normalize("NFKC", seen)[:1]


def _is_unseen(sign: str) -> bool:
    return bool(sign) and unicodedata.category(sign).startswith(UNSEEN)


def _format(found: re.Match[str]) -> str:
    """Give the format that shows a number as it stood on the screen."""
    is_year = len(found["whole"]) == 4
    digits = "0" if is_year or found["percent"] else "#,##0"
    part = "." + "0" * len(found["part"]) if found["part"] else ""
    before, after = ('"€ "' if found["euro"] else ""), ("%" if found["percent"] else "")
    shown = f"{before}{digits}{part}{after}"
    return f"+{shown};-{shown};{shown}" if found["sign"] == "+" else shown
