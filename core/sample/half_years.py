"""Beleidsinformatie jeugd of one provider: two half-years, the second telling the first anew.

A row is a trajectory with codes; care that runs comes again in the next file, with its end once
there is one. Of some begins only the month is known.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np

from core.care_forms import known_form
from core.codes import CBS_CARE_FORMS, CBS_END_REASONS, REFERRERS
from core.sample.care import END_REASONS, LABELS
from core.sample.deliveries import REFERRER_LABELS
from core.sample.draws import Ints, first_day, month_of
from core.sample.places import PLACES
from core.sample.providers import CODES
from core.sample.region import Cohort

FOLDER: Final = "beleidsinformatie"
PROVIDER: Final = "98010054"
HALF_YEARS: Final = {
    "2024-1.csv": ("2024-01", "2024-07", "20240715"),
    "2024-2.csv": ("2024-07", "2025-01", "20250115"),
}
"""The files: first month, month after the last, and the day on which the file was made."""
MONTH_ONLY: Final = 9  # of so many begins one is known by its month only

HEADINGS: Final = (
    *("Pseudoniem", "AGB-code", "Gemeentecode", "Hulpvorm", "Verwijzer", "Gestart met crisis"),
    *("Datum aanvang jeugdhulp", "Datum einde jeugdhulp", "Reden beëindiging"),
    "Datum aanmaak bestand",
)
ALSO: Final[Mapping[str, str]] = {
    "Ambulant specialistisch": "02",
    "Basis-ggz": "02",
    "Specialistische ggz": "02",
    "Persoonlijke verzorging": "04",
}
"""Care forms that are finer than those of Statistics Netherlands."""


def half_years_of(cohort: Cohort) -> dict[str, bytes]:
    """Write the files by name; semicolons, and dates as jjjjmmdd."""
    return {name: _text(cohort, *period) for name, period in HALF_YEARS.items()}


def _text(cohort: Cohort, first: str, after: str, made: str) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    begin, until = (int(first_day(np.asarray(month_of(month)))) for month in (first, after))
    writer.writerows((*cells, made) for cells in _records(cohort, begin, until))
    return text.getvalue().encode("utf-8-sig")


def _records(cohort: Cohort, begin: int, until: int) -> Iterator[tuple[str, ...]]:
    """Give the trajectories with a day of care in the half-year, as they stood at its end."""
    given, delivered = cohort.given, cohort.delivered
    start = first_day(given.first) + delivered.start_cut
    end = first_day(given.first + given.months) - delivered.end_cut
    ours = (given.provider == CODES.index(PROVIDER)) & (start < until) & (end > begin)
    for row in np.flatnonzero(ours & np.isin(given.form, FORMS)).tolist():
        ended = bool(end[row] <= until)
        reason = END_REASONS[delivered.reason[row]][:2] if ended else ""
        yield (
            cohort.clients[given.client[row]].decode(),
            PROVIDER,
            PLACES[given.place[row]].code,
            CODE_OF[LABELS[given.form[row]]],
            REFERRER_CODES.get(REFERRER_LABELS[delivered.referrer[row]], ""),
            "02",
            _day(start, row, month_only=row % MONTH_ONLY == 0),
            _day(end - 1, row) if ended else "",
            REASON_CODES.get(reason, "05") if reason else "",
        )


def _day(days: Ints, row: int, *, month_only: bool = False) -> str:
    written = str(np.datetime64(int(days[row]), "D")).replace("-", "")
    return f"{written[:6]}00" if month_only else written


def _codes() -> dict[str, str]:
    known = {code: known_form(code) for code in CBS_CARE_FORMS}
    return {**{form.label: code for code, form in known.items() if form}, **ALSO}


CODE_OF: Final = _codes()
FORMS: Final = [place for place, label in enumerate(LABELS) if label in CODE_OF]
REFERRER_CODES: Final = {label: code for code, label in REFERRERS.items()}
REASON_CODES: Final = {ours: code for code, ours in CBS_END_REASONS.items()}
