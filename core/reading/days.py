"""Dates as people write them, to day numbers.

Day and month always stand in the Dutch order. A file has few different dates, so each is parsed
once and joined back to its lines; that leaves room to be precise.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.tables import OPEN_END

EPOCH: Final = date(1970, 1, 1).toordinal()
FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100
EXCEL_EPOCH: Final = 25_569  # what Excel calls 1 January 1970
OPEN_YEAR: Final = 9999  # 31-12-9999 says that there is no end
FIRST_DAY: Final = date(FIRST_YEAR, 1, 1).toordinal() - EPOCH
LAST_DAY: Final = date(LAST_YEAR, 12, 31).toordinal() - EPOCH

UNREADABLE: Final = "unreadable_date"
IMPLAUSIBLE: Final = "implausible_date"

MONTHS: Final = {
    **dict.fromkeys(("jan", "januari", "january"), 1),
    **dict.fromkeys(("feb", "febr", "februari", "february"), 2),
    **dict.fromkeys(("mrt", "maa", "maart", "mar", "march"), 3),
    **dict.fromkeys(("apr", "april"), 4),
    **dict.fromkeys(("mei", "may"), 5),
    **dict.fromkeys(("jun", "juni", "june"), 6),
    **dict.fromkeys(("jul", "juli", "july"), 7),
    **dict.fromkeys(("aug", "augustus", "august"), 8),
    **dict.fromkeys(("sep", "sept", "september"), 9),
    **dict.fromkeys(("okt", "oktober", "oct", "october"), 10),
    **dict.fromkeys(("nov", "november"), 11),
    **dict.fromkeys(("dec", "december"), 12),
}

TIME_PART: Final = re.compile(r"[t ]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*(z|[+-]\d\d:?\d\d)?$")
STYLES: Final = {
    "dd-mm-jjjj": re.compile(r"(?P<day>\d{1,2})([-/. ])(?P<month>\d{1,2})\2(?P<year>\d{4})"),
    "jjjj-mm-dd": re.compile(r"(?P<year>\d{4})([-/. ])(?P<month>\d{1,2})\2(?P<day>\d{1,2})"),
    "jjjjmmdd": re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"),
    "d-m-jj": re.compile(r"(?P<day>\d{1,2})([-/.])(?P<month>\d{1,2})\2(?P<year>\d\d)"),
    "d mmm jjjj": re.compile(
        r"(?P<day>\d{1,2})[-/. ]+(?P<month>[a-z]{3,9})\.?[-/. ]+(?P<year>\d{4}|\d\d)"
    ),
}
EXCEL_STYLE: Final = "Excel"
OPEN_SERIAL: Final = "2958465"  # 31-12-9999 as Excel counts
EXCEL: Final = re.compile(r"(\d{5})([.,]\d+)?")
NO_DATE: Final = re.compile(r"|0+|00?[-/.]00?[-/.]00(00)?|0000[-/.]00[-/.]00")

MONTH_STYLES: Final = (
    re.compile(r"(?P<year>\d{4})[-/. m]*(?P<month>\d{1,2})"),
    re.compile(r"(?P<month>\d{1,2})[-/. ]+(?P<year>\d{4})"),
    re.compile(r"(?P<month>[a-z]{3,9})\.?[-/. ']*(?P<year>\d{4}|\d\d)"),
    re.compile(r"(?P<year>\d{4})[-/. ]*(?P<month>[a-z]{3,9})\.?"),
)
FROM_TO: Final = re.compile(
    r"\s*(?:\bt/m\b|\btot en met\b|\btm\b|\btot\b|\s[-\u2013\u2014]\s|;|\.\.)\s*|/(?=\d{4}-)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date that was read: its day number (OPEN_END for none), or the rule it breaks."""

    number: int | None = None
    style: str = ""  # how it was written; empty where there is no date
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A period that was read, half-open; both empty with a fault, or where nothing was written."""

    start: int | None = None
    end: int | None = None
    fault: str = ""


def day_of(text: str) -> Day:
    """Read one date, without regard to a time of day behind it.

    Nothing, zeros and 31-12-9999 are ``OPEN_END``. Five digits count days the way Excel does.
    """
    written = TIME_PART.sub("", _plain(text))
    if NO_DATE.fullmatch(written):
        return Day(OPEN_END)
    for style, pattern in STYLES.items():
        if parts := pattern.fullmatch(written):
            return _checked(parts, style)
    if serial := EXCEL.fullmatch(written):
        return _plausible(int(serial.group(1)) - EXCEL_EPOCH, EXCEL_STYLE)
    if written == OPEN_SERIAL:
        return Day(OPEN_END)
    return Day(fault=UNREADABLE)


def period_of(text: str) -> Period:
    """Read a month (``2024-01``, ``202401``, ``januari 2024``) or two dates in one cell.

    One date is the month it lies in, also as five digits, the way Excel counts days.
    """
    written = _plain(text)
    if not written:
        return Period()
    for pattern in MONTH_STYLES:
        parts = None if EXCEL.fullmatch(written) else pattern.fullmatch(written)
        if parts and (month := _month(parts["month"])):
            return _whole_month(_year(parts["year"]), month)
    return _from_to(written)


def calendar_day(number: int) -> date:
    """Give the date of a day number."""
    return date.fromordinal(number + EPOCH)


def _plain(text: str) -> str:
    """Full-width digits become digits, and every kind of space at the ends goes."""
    return unicodedata.normalize("NFKC", text).strip().strip("\u200b\ufeff").casefold()


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= FIRST_YEAR % 100 else 2000)


def _month(word: str) -> int:
    """Number a month from 1; 0 is no month."""
    number = int(word) if word.isdigit() else MONTHS.get(word, 0)
    return number if number <= 12 else 0


def _checked(parts: re.Match[str], style: str) -> Day:
    year, month, day = _year(parts["year"]), _month(parts["month"]), int(parts["day"])
    if (year, month, day) == (OPEN_YEAR, 12, 31):
        return Day(OPEN_END)
    try:
        return _plausible(date(year, month, day).toordinal() - EPOCH, style)
    except ValueError:
        return Day(fault=UNREADABLE)


def _plausible(number: int, style: str) -> Day:
    if FIRST_YEAR <= calendar_day(number).year <= LAST_YEAR:
        return Day(number, style)
    return Day(style=style, fault=IMPLAUSIBLE)


def _whole_month(year: int, month: int) -> Period:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Period(fault=IMPLAUSIBLE)
    following = date(year + month // 12, month % 12 + 1, 1)
    return Period(date(year, month, 1).toordinal() - EPOCH, following.toordinal() - EPOCH)


def _from_to(written: str) -> Period:
    days = [day_of(part) for part in FROM_TO.split(written)]
    if fault := next((day.fault for day in days if day.fault), ""):
        return Period(fault=fault)
    match [day.number for day in days]:
        case [int(only)] if only < OPEN_END:  # Excel turns "januari 2024" into its first day
            first = calendar_day(only)
            return _whole_month(first.year, first.month)
        case [int(first_day), int(last_day)] if first_day < OPEN_END:
            return Period(first_day, OPEN_END if last_day == OPEN_END else last_day + 1)
    return Period(fault=UNREADABLE)
