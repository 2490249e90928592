"""In which order a file writes the parts of a date, where digits alone do not say it.

``03-04-2024`` is 3 April in Dutch, and 4 March in a file that an English computer wrote. One date
that fits a single order settles it for the whole file; the year in front, in four digits, is never
in doubt. Only a file of which every date fits more orders has to be asked about.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeGuard

from core.reading.choices import DAY_FIRST, MONTH_FIRST, YEAR_FIRST
from core.reading.days import calendar_day, day_of
from core.reading.findings import Finding, found
from core.tables import OPEN_END

DIGITS: Final = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
"""Three parts of which the first may be anything; a date in words or run together is none."""

MOST_YEARS: Final = 15
"""A file spans fewer years than this; an order by which it spans more is not the one."""


def in_order(text: str, order: str) -> str:
    """Write the dates in a text as ``jjjj-mm-dd``, read in an order; other text stays as it is.

    Read with the day in front, nothing has to change: that is how dates are read anyway.
    """
    return text if order == DAY_FIRST else DIGITS.sub(lambda parts: _written(parts, order), text)


def possible_orders(texts: Sequence[str]) -> tuple[str, ...]:
    """List the orders in which most dates of a file can be read, among those that matter.

    Dates are read with the day in front unless somebody says otherwise, so that any other answer
    than that order alone is a question. Without a date of which the order matters it is no
    question.
    """
    written = [text for text in texts if (parts := DIGITS.search(text)) and _matters(parts)]
    short = any(len(parts.group(4)) == 2 for text in written if (parts := DIGITS.search(text)))
    orders = (DAY_FIRST, MONTH_FIRST, *([YEAR_FIRST] if short else []))
    wrong = {order: _count_wrong(written, order) for order in orders}
    fewest = min(wrong.values())
    return tuple(order for order in orders if wrong[order] == fewest) if written else (DAY_FIRST,)


def find_ambiguous(file: str, dates: Sequence[Mapping[str, Any]]) -> tuple[Finding, ...]:
    """Find the dates (``text``, and the ``lines`` they stand in) that leave the order open."""
    if possible_orders([date["text"] for date in dates]) == (DAY_FIRST,):
        return ()
    lines = sum(date["lines"] for date in dates if DIGITS.search(date["text"]))
    return (found("ambiguous_dates", file, lines),)


def _matters(parts: re.Match[str]) -> bool:
    first, _, second, third = parts.groups()
    return int(first) != int(second) or len(third) == 2


def _count_wrong(texts: Sequence[str], order: str) -> int:
    """Count the dates that cannot be read in an order: all of them when they span too long."""
    days = [day_of(in_order(text, order)) for text in texts]
    years = [calendar_day(day.number).year for day in days if _is_a_day(day.number)]
    if years and max(years) - min(years) >= MOST_YEARS:
        return len(texts)
    return sum(day.number is None for day in days)


def _is_a_day(number: int | None) -> TypeGuard[int]:
    return number is not None and number != OPEN_END


def _written(parts: re.Match[str], order: str) -> str:
    first, _, second, third = parts.groups()
    if order == MONTH_FIRST:
        return f"{_four(third)}-{first}-{second}"
    return f"{_four(first)}-{second}-{third}" if len(third) == 2 else parts.group()


def _four(year: str) -> str:
    """Write a year in four digits; of two digits those from 90 are of the past century."""
    return year if len(year) == 4 else f"{'19' if year >= '90' else '20'}{year.zfill(2)}"
