"""How a cell is written where a spreadsheet reads it: texts stay texts, numbers stay numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

BEGINS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|")
"""With these a spreadsheet may take a text for a formula, also behind spaces."""

CONTROL: Final = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")
"""Signs that no workbook and no drawing may hold (XML 1.0, section 2.2)."""

NUMBER: Final = re.compile(
    r"(?P<sign>[+-]?)(?P<euro>€ )?(?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,3}|(?:19|20)\d\d)"
    r"(?:,(?P<part>\d+))?(?P<percent>%)?"
)
"""A number as ``core.text.general`` writes it: +1.234, € 1.234,56, 41% or a year.

Other digits in a row are a code or a name that was delivered, and stay text.
"""


@dataclass(frozen=True, slots=True)
class Number:
    """A cell that is a number: its value, a share as part of one, and its format in a workbook."""

    value: float
    format: str


def safe(text: str) -> str:
    """Write a text so that a spreadsheet takes it for a text: with ``'`` before a formula."""
    clean = CONTROL.sub("", text)
    risky = clean.lstrip().startswith(BEGINS_FORMULA) or clean[:1].isspace()
    return f"'{clean}" if risky else clean


def number_of(cell: str) -> Number | None:
    """Read a cell that is a number in Dutch; None for any other text, such as '<10'."""
    found = NUMBER.fullmatch(cell)
    if found is None:
        return None
    whole, part = found["whole"].replace(".", ""), found["part"] or ""
    size = float(f"{whole}.{part or 0}") / (100 if found["percent"] else 1)
    value = -size if found["sign"] == "-" else size
    return Number(int(value) if value.is_integer() else value, _format(found))


def holds_numbers(cells: Iterable[str]) -> bool:
    """Tell whether a column is one of numbers; what was left out of it stands with the others."""
    return any(number_of(cell) is not None for cell in cells)


def without_dots(cell: str) -> str:
    """Write a cell for a text file: a number without dots between thousands, a text made safe."""
    return safe(cell) if number_of(cell) is None else cell.replace(".", "")


def _format(found: re.Match[str]) -> str:
    """Give the format that shows a number as it stood on the screen."""
    is_year = len(found["whole"]) == 4
    digits = "0" if is_year or found["percent"] else "#,##0"
    part = "." + "0" * len(found["part"]) if found["part"] else ""
    before, after = ('"€ "' if found["euro"] else ""), ("%" if found["percent"] else "")
    shown = f"{before}{digits}{part}{after}"
    return f"+{shown};-{shown};{shown}" if found["sign"] == "+" else shown
