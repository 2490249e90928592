"""Lines made at random from few values, so that nearly every rule finds something in them."""

from datetime import date
from random import Random
from typing import Any, Final

from core.tables import ALLOCATIONS, DECLARATIONS, OPEN_END, SET_ASIDE
from core.trajectories.calendar import day_number
from tests.conftest import Row
from tests.quality.drawing import ALLOCATED, whole

FIRST: Final = day_number(date(2014, 12, 1))

VALUES: Final[dict[str, tuple[Any, ...]]] = {
    "client_id": ("a" * 16, "b" * 16, "c" * 16, "d"),
    "municipality": ("0106", "106", "Assen", ""),
    "provider": ("01234567", "1234567", "Zorg", "zorg", ""),
    "care_form": ("Gezinshuis", "gezinshuis", "Ambulant regulier", "Pleegzorg", "eigen"),
    "product": ("43A03", "45A04", "YS1U"),
    "amount_cents": (None, 0, 100, 200, 1_000),
    "is_credit": (False, False, True),
    "allocation": ("", "7", "8"),
    "spell": (0, 0, 1),
    "referrer": ("", "huisarts", "02", "buur"),
    "end_reason": ("", "", "31", "20", "99"),
    "source": ("f", "g"),
    "reference": ("", "r1", "r2", "r3"),
    "previous_reference": ("", "r1", "r9"),
    "declared_on": (None, FIRST + 20, FIRST + 31, FIRST + 3_000),
    "volume": (None, 0.0, 1.0, 2.5, 100.0),
    "unit": ("", "04", "uur", "83", "bezoek"),
    "rate_cents": (None, 100, 110),
    "birth_year": (None, 1990, 2010, 2016),
    "sex": ("", "V", "M", "q"),
    "dated": (True, False),
    "counterpart_cents": (None, 100),
    "rule": ("total_row", "unreadable_date", "duplicate"),
}


def random_lines(random: Random, lines: int) -> list[Row]:
    """Make rows of ``SET_ASIDE``, numbered from 1; every eighth repeats the one before it."""
    rows: list[Row] = []
    for number in range(1, lines + 1):
        rows.append(_line(random, number) if number % 8 else rows[-1] | {"row": number})
    return rows


def random_allocations(random: Random, lines: int) -> list[Row]:
    """Make rows of ``ALLOCATIONS``."""
    rows = [ALLOCATED | row for row in random_lines(random, lines)]
    return [{name: row[name] for name in ALLOCATIONS} for row in rows]


def accepted(rows: list[Row]) -> list[Row]:
    """Give rows as ``DECLARATIONS``."""
    return [{name: row[name] for name in DECLARATIONS} for row in rows]


def _line(random: Random, number: int) -> Row:
    start = FIRST + 31 * random.randrange(6)
    end = random.choice((start + 1, start + 31, start + 45, start + 400, OPEN_END))
    chosen = {name: random.choice(values) for name, values in VALUES.items()}
    row = whole({}, number) | chosen | {"start": start, "end": end}
    return {name: row[name] for name in SET_ASIDE}
