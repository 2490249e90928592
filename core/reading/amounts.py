"""Amounts as people write them, to whole cents.

Only what can be read exactly is read: ``1e3``, three decimals or a stray letter is no amount.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

USUAL: Final = re.compile(r"-?\d{1,11},\d\d")  # as nearly every amount is written
THOUSANDS: Final = re.compile(r"\d{1,3}(\.\d{3})+(,\d{1,2})?")
ENGLISH: Final = re.compile(r"\d{1,3}(,\d{3})+\.\d{1,2}")
PLAIN: Final = re.compile(r"(\d*[.,]\d{1,2}|\d+)")
AMBIGUOUS: Final = re.compile(r"\d{1,3}\.\d{3}")
WHOLE: Final = re.compile(r"\d+")
VOLUME: Final = re.compile(r"\d+|\d*[.,]\d{1,4}|\d{1,3}(\.\d{3})+(,\d{1,4})?", re.ASCII)
NO_CENTS: Final = re.compile(r",-{1,2}$")  # € 5,-
SPARE: Final = re.compile(r"€|\beur(o)?\b|\s")
MINUS_SIGNS: Final = str.maketrans("−–", "--")  # noqa: RUF001 - the signs that people type
LONGEST: Final = 20  # signs, before anything is worked out
MOST_CENTS: Final = 10**13 - 1  # more than any budget; a million of them is still a whole number


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that was read: cents, signed as written; None with a fault or for an empty cell."""

    cents: int | None = None
    style: str = ""  # comma, ambiguous, whole, or empty for any other
    fault: str = ""


UNREADABLE: Final = Amount(fault="unreadable_amount")


def amount_of(text: str, *, in_cents: bool = False) -> Amount:
    """Read one amount: ``1.234,56``, ``1234.56``, ``€ 5,-``, ``-5,00``, ``5,00-``, ``(5,00)``.

    A dot before exactly three digits separates thousands; alone (``1.234``) the style says that
    this is ambiguous. With ``in_cents`` the text is a whole number of cents. More than thirteen
    digits of cents is no amount.
    """
    if USUAL.fullmatch(text) and text.isascii() and not in_cents:
        return Amount(int(text.replace(",", "")), "comma")
    sign, body = _sign_of(_plain(text))
    if not body:
        return Amount() if not text.strip() else UNREADABLE
    if len(body) > LONGEST:
        return UNREADABLE
    if in_cents:
        return _bounded(sign * int(body), "whole") if WHOLE.fullmatch(body) else UNREADABLE
    digits = _decimal(body)
    return _bounded(sign * _cents(digits), _style(body)) if digits else UNREADABLE


def volume_of(text: str) -> float | None:
    """Read a volume of care: a number with a decimal comma or dot; None when it is none.

    A dot before exactly three digits separates thousands, unless only a zero stands before it.
    """
    sign, body = _sign_of(_plain(text))
    if len(body) > LONGEST or not VOLUME.fullmatch(body):
        return None
    thousands = THOUSANDS.fullmatch(body) and not body.startswith("0")
    return sign * float((body.replace(".", "") if thousands else body).replace(",", "."))


def _bounded(cents: int, style: str) -> Amount:
    """Take no amount of more than ``MOST_CENTS``: it is a number of something else."""
    return Amount(cents, style) if abs(cents) <= MOST_CENTS else UNREADABLE


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().translate(MINUS_SIGNS)
    return NO_CENTS.sub("", SPARE.sub("", plain))


def _sign_of(text: str) -> tuple[int, str]:
    """Take the sign off: in front, behind, or brackets around. Two signs are none we know."""
    if text.startswith("(") and text.endswith(")"):
        return -1, text[1:-1]
    if text.startswith("-"):
        return -1, text[1:]
    if text.endswith("-"):
        return -1, text[:-1]
    return 1, text.removeprefix("+")


def _decimal(body: str) -> str:
    """Write an amount with a dot before the decimals and no other sign; empty if it is none."""
    if THOUSANDS.fullmatch(body):
        return body.replace(".", "").replace(",", ".")
    if ENGLISH.fullmatch(body):
        return body.replace(",", "")
    return body.replace(",", ".") if PLAIN.fullmatch(body) else ""


def _cents(digits: str) -> int:
    euros, _, decimals = digits.partition(".")
    return int(euros or "0") * 100 + int(decimals.ljust(2, "0"))


def _style(body: str) -> str:
    if re.search(r",\d{2}$", body):
        return "comma"
    if AMBIGUOUS.fullmatch(body):
        return "ambiguous"
    return "whole" if WHOLE.fullmatch(body) else ""
