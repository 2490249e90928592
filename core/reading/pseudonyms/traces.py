"""Traces of a person in a cell that would be kept: numbers, addresses, and text out of place.

A cell is judged here and not a column, as nothing may pass: of all codes of nine digits one in
eleven is taken for a BSN by chance, and is lost. A name without more cannot be told from another.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from core.reading.amounts import amount_of
from core.reading.cells import PATTERNS, is_iban
from core.reading.days import day_of

PARTLY_KNOWN: Final = re.compile(r"(?:19|20)\d\d(?:00|0[1-9]|1[0-2])00")
"""A date of which the day, or the month too, is not known: beleidsinformatie jeugd has these."""

NUMBER: Final = re.compile(r"(?<!\d)(?:\d{9}|\d{2,4}([. -])\d{2,3}\1\d{2,3})(?!\d)")
WEIGHTS: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)

# Small letters behind a year are as often a word ("2023 en later"), unless they are all there is.
POSTCODE: Final = re.compile(
    r"(?<!\w)[1-9]\d{3}(?: ?[A-Z]{2}|[a-z]{2})(?!\w)|(?:^|, ?)[1-9]\d{3} ?[A-Za-z]{2}(?=$|,)"
)
EMAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\W\d_]{2,}")
PHONE: Final = re.compile(PATTERNS["phone"] + r"|(?<!\d)06[1-9]\d{7}(?!\d)")
IBAN: Final = re.compile(
    r"(?<!\w)(?:NL\d\d ?[A-Z]{4} ?\d{4} ?\d{4} ?\d\d|(?:BE|DE)\d{14,20})(?!\w)", re.ASCII
)
DIFFERENT_TEXTS: Final = 2**16  # kept in memory with their answer: few cells are new


@lru_cache(DIFFERENT_TEXTS)
def holds_trace(text: str) -> bool:
    """Say whether a text holds a BSN, postcode, e-mail address, phone or account number."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return (
        any(passes_eleven(found.group()) for found in NUMBER.finditer(plain))
        or any(is_iban(found.group()) for found in IBAN.finditer(plain.upper()))
        or any(pattern.search(plain) for pattern in (POSTCODE, EMAIL, PHONE))
    )


def passes_eleven(number: str) -> bool:
    """Say whether the nine digits in a number are those of a possible BSN."""
    digits = [int(sign) for sign in number if sign.isdecimal()]
    if len(digits) != len(WEIGHTS) or not any(digits):
        return False
    return sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11 == 0


@lru_cache(DIFFERENT_TEXTS)
def is_day(text: str) -> bool:
    """Say whether a text is a date, or nothing, as it will be read; also of a part unknown."""
    return bool(PARTLY_KNOWN.fullmatch(text.strip())) or not day_of(text).fault


@lru_cache(DIFFERENT_TEXTS)
def is_amount(text: str) -> bool:
    """Say whether a text is an amount, or nothing; a BSN of whole euros is none."""
    amount = amount_of(text)
    euros, cents = divmod(abs(amount.cents or 0), 100)
    return not amount.fault and not (cents == 0 and passes_eleven(f"{euros:09}") and euros >= 10**8)
