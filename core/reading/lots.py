"""What was agreed on products, from a small file: the lot, the rate and the ceiling of a year.

``product;perceel;tarief;plafond;jaar``. The ceiling is that of the whole lot: it may stand on one
of its lines or on all. Rate and ceiling may be empty.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from core.errors import NotReadable
from core.reading.amounts import amount_of
from core.reading.days import FIRST_YEAR, LAST_YEAR
from core.reading.identifying import refuse_headings
from core.reading.small_files import MOST_TOLD, lines_of, named

Row = dict[str, str | int | None]

HEADINGS: Final = ("product", "perceel", "jaar")
WANTED: Final = ("tarief", "plafond")
ORDER: Final = ("product", "perceel", "tarief", "plafond", "jaar")
WORDS: Final = {"productcode": "product", "lot": "perceel", "budgetplafond": "plafond"}
"""Other ways in which people head the columns."""

YEAR: Final = re.compile(r"[0-9]{4}")

EXAMPLE: Final = (
    ("45A05", "Ambulant", "96,00", "2500000,00", "2024"),
    ("45A04", "Ambulant", "81,00", "", "2024"),
)
"""Lines of the template, invented."""


def read_lots(path: Path) -> list[Row]:
    """Read what was agreed as rows of ``LOTS``, every product once a year.

    Raises ``MissingMeaning`` without the headings, ``IdentifyingData`` for one that names a person,
    ``HostileFile`` for too many lines, and ``NotReadable`` for a line without product, lot or year,
    for an amount or year that cannot be read, and for two lots, rates or ceilings where there can
    be one.
    """
    lines = lines_of(path, MOST_TOLD) or [[]]
    refuse_headings(path.name, lines[0])
    headings = [WORDS.get(heading.casefold(), heading.casefold()) for heading in lines[0]]
    rows = [_row(cells, path) for cells in named([headings, *lines[1:]], path, HEADINGS, WANTED)]
    ceilings = _ceilings(rows, path)
    known: dict[tuple[object, object], Row] = {}
    for row in rows:
        whole = row | {"ceiling_cents": ceilings.get((row["lot"], row["year"]))}
        if known.setdefault((row["product"], row["year"]), whole) != whole:
            raise NotReadable(path.name, "conflicting_lots")
    return list(known.values())


def _ceilings(rows: Sequence[Row], path: Path) -> dict[tuple[object, object], int | str | None]:
    """Find the ceiling of every lot and year that has one."""
    ceilings: dict[tuple[object, object], int | str | None] = {}
    for row in rows:
        place, cents = (row["lot"], row["year"]), row["ceiling_cents"]
        if cents is not None and ceilings.setdefault(place, cents) != cents:
            raise NotReadable(path.name, "conflicting_ceilings")
    return ceilings


def _row(cells: Mapping[str, str], path: Path) -> Row:
    if not (cells["product"] and cells["perceel"] and cells["jaar"]):
        raise NotReadable(path.name, "incomplete_lots")
    return {
        "product": cells["product"],
        "year": _year(cells["jaar"], path),
        "lot": cells["perceel"],
        "agreed_cents": _cents(cells["tarief"], path),
        "ceiling_cents": _cents(cells["plafond"], path),
    }


def _year(text: str, path: Path) -> int:
    if not YEAR.fullmatch(text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise NotReadable(path.name, "unreadable_lot_year")
    return int(text)


def _cents(text: str, path: Path) -> int | None:
    amount = amount_of(text)
    if amount.fault or (amount.cents is not None and amount.cents < 0):
        raise NotReadable(path.name, "unreadable_lot_amount")
    return amount.cents
