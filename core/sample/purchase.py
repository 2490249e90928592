"""What the artificial region agreed on its purchase, and what its providers told about waiting.

Two small files beside the declarations: ``percelen.csv`` and ``wachttijden.csv``, as
``core.reading.lots`` and ``core.reading.waiting_times`` read them. All of it is invented.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from core.sample.care import HELPS, STAY_LVB
from core.sample.lines import PRICE_RISE
from core.sample.places import YEARS
from core.sample.providers import PROVIDERS

LOTS: Final[dict[str, tuple[str, ...]]] = {
    "Lokaal team": ("45B10",),
    "Ambulant": ("45A04", "45B16", "45A05", "40A04", "45A75"),
    "Ggz": ("51A01", "52A00", "45A06"),
    "Dagbehandeling en logeren": ("41A04", "44A09"),
    "Gezinsvormen": ("43A09", "43A10"),
    "Verblijf": ("43A07", STAY_LVB[2], "43A12", "43A58", "46A03"),
    "Dyslexie": ("EED01",),
    "Vervoer": ("42A03",),
}
"""Parts of the purchase with their products; youth protection is bought in another way."""

CEILINGS: Final[dict[str, int]] = {
    "Lokaal team": 420_000,
    "Ambulant": 7_000_000,
    "Ggz": 12_200_000,
    "Dagbehandeling en logeren": 5_000_000,
    "Gezinsvormen": 8_700_000,
    "Verblijf": 21_500_000,
    "Dyslexie": 240_000,
}
"""Euros that a lot might cost in 2020; transport has no ceiling."""

CEILING_RISE: Final = 0.04

LOT_HEADINGS: Final = ("product", "perceel", "tarief", "plafond", "jaar")
WAITING_HEADINGS: Final = ("aanbieder", "hulpvorm", "soort", "wachtdagen", "peildatum")
REFERENCE_DAY: Final = date(2024, 10, 1)
UNTOLD: Final = 7
"""One in so many waiting times is not made public."""

WEEKS: Final = {"Specialistische ggz": 14, "Basis-ggz": 8, "Residentieel verblijf": 9}
USUAL_WEEKS: Final = 4
WAITED_FOR: Final = frozenset(help_.label for help_ in HELPS if help_.begins > 0)


def write_purchase(folder: Path) -> None:
    """Write both files in a folder."""
    (folder / "percelen.csv").write_bytes(_written(LOT_HEADINGS, _lots()))
    (folder / "wachttijden.csv").write_bytes(_written(WAITING_HEADINGS, _waits()))


def _lots() -> Iterable[Sequence[str]]:
    plain = {help_.product: help_.rate_cents for help_ in HELPS}
    plain[STAY_LVB[2]] = plain["43A07"]
    for year in YEARS:
        rise, more = 1 + PRICE_RISE * (year - 2020), 1 + CEILING_RISE * (year - 2020)
        for lot, products in LOTS.items():
            ceiling = f"{CEILINGS[lot] * more:.2f}" if lot in CEILINGS else ""
            for product in products:
                rate = f"{round(plain[product] * rise, -1) / 100:.2f}"
                yield product, lot, _dutch(rate), _dutch(ceiling), str(year)


def _waits() -> Iterable[Sequence[str]]:
    """Give each provider and form an intake and a start, spread by the place in the list."""
    number = 0
    for provider in PROVIDERS:
        for label in (form for form in provider.gives if form in WAITED_FOR):
            weeks = WEEKS.get(label, USUAL_WEEKS)
            for kind, part in (("intake", 0.6), ("start", 1.0)):
                number += 1
                days = round(7 * weeks * part * (0.6 + number * 37 % 100 / 100))
                told = "-" if number % UNTOLD == 0 else str(days)
                yield provider.code, label, kind, told, f"{REFERENCE_DAY:%d-%m-%Y}"


def _dutch(number: str) -> str:
    return number.replace(".", ",")


def _written(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
