"""What happens to a cell when a table is pseudonymised, by the treatment of its column."""

import re
from datetime import date, datetime, timedelta
from typing import Final

from core.codes import REFERRERS
from core.reading.pseudonyms.keys import client_pseudonym, number_digest
from core.reading.pseudonyms.traces import holds_trace, is_amount, is_day
from core.reading.pseudonyms.treatments import Treatment
from core.tables import MISSING

Value = object
"""A cell: text, number, date, or None where there is none."""

UNREADABLE: Final = "?"
"""What stands where a date or amount cannot be read, so that the line is refused and counted."""

LONGEST: Final = {Treatment.CODE: 40, Treatment.KEEP: 200}
"""The longest text, in characters, that is still a code or a name and not a story."""

READABLE: Final = {Treatment.DAY: is_day, Treatment.AMOUNT: is_amount}

REFERRER_WORDS: Final = """
    gemeente gemeentelijke toegang huisarts jeugdarts gecertificeerde instelling gi medisch
    specialist zelfverwijzer zelf geen verwijzer onbekend rechter officier van justitie
    functionaris jji of en rechtbank wijkteam team poh praktijkondersteuner ggz jgz school
    consultatiebureau verloskundige"""
"""Words in the name of a kind of referrer; any other word may be somebody's name."""


def treated(value: Value, treatment: Treatment, key: bytes) -> Value:
    """Treat one cell. Kept cells stay as they are, of whatever type; others become text.

    A kept cell with a trace of a person comes out empty, and a text that is no date or amount
    where one belongs as a question mark: an empty end would say that the care goes on.
    """
    match treatment:
        case Treatment.CLIENT:
            return client_pseudonym(key, text_of(value))
        case Treatment.NUMBER:
            return number_digest(key, text_of(value))
        case Treatment.YEAR:
            return year_of(value)
        case Treatment.REFERRER:
            return kind_of_referrer(text_of(value))
    return _kept(value, treatment)


def _kept(value: Value, treatment: Treatment) -> Value:
    if isinstance(value, str) and treatment in READABLE:
        return value if READABLE[treatment](value) else UNREADABLE
    is_too_long = isinstance(value, str) and is_story(value, treatment)
    return MISSING if is_too_long or is_trace(value) else value


def is_trace(value: Value) -> bool:
    """Say whether a cell that would be kept holds what leads to a person."""
    if isinstance(value, date) or (isinstance(value, float) and not value.is_integer()):
        return False  # neither a day nor decimals are the number of anyone
    return holds_trace(text_of(value))


def is_story(text: str, treatment: Treatment) -> bool:
    """Say whether a text is too long, or has too many lines, for what it should be."""
    return len(text) > LONGEST[treatment] or "\n" in text.strip()


def text_of(value: Value) -> str:
    """Write a cell as text, as people see it: no ``.0`` behind a whole number."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return MISSING if value is None else str(value).strip()


YEAR: Final = re.compile(r"(?:19|20)\d\d")
SHORT_YEAR: Final = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](\d\d)")
SERIAL: Final = re.compile(r"\d{5}")
EXCEL_ZERO: Final = date(1899, 12, 30)
YOUNGEST_CENTURY: Final = 50  # a year of two digits below this is in the twenties


def year_of(value: Value) -> str:
    """Reduce a date of birth, in any notation, to its year; MISSING when there is none in it."""
    if isinstance(value, date | datetime):
        return str(value.year)
    text = text_of(value)
    if SERIAL.fullmatch(text):
        return str((EXCEL_ZERO + timedelta(days=int(text))).year)
    if short := SHORT_YEAR.fullmatch(text):
        return f"{20 if int(short.group(1)) < YOUNGEST_CENTURY else 19}{short.group(1)}"
    found = YEAR.search(text) if not re.fullmatch(r"\d{8}", text) else _of_eight_digits(text)
    return found.group() if found else MISSING


def _of_eight_digits(text: str) -> re.Match[str] | None:
    return YEAR.match(text) or YEAR.fullmatch(text, 4)


def kind_of_referrer(text: str) -> str:
    """Keep the kind of a referrer, and nothing that may be a name or a number of one."""
    words = re.findall(r"\w+", text.casefold())
    known = {*REFERRER_WORDS.split(), *REFERRERS}
    is_kind = known.issuperset(words)
    return text if is_kind else MISSING
