"""Waiting times that providers told, from a small file: one line a provider, care form and kind.

``aanbieder;hulpvorm;soort;wachtdagen;peildatum``. What is not a whole number of days, such as a
dash or "op aanvraag", is not made public: it stays a line without days, so that it can be counted.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from core.errors import NotReadable
from core.reading.bare_numbers import WHOLE_BSN, refuse_bsn
from core.reading.days import day_of
from core.reading.identifying import refuse_headings
from core.reading.small_files import MOST_TOLD, lines_of, named
from core.tables import OPEN_END

Row = dict[str, str | int | None]

PROVIDER, FORM = "aanbieder", "hulpvorm"
HEADINGS: Final = (PROVIDER, FORM, "soort", "wachtdagen", "peildatum")
WORDS: Final = {"agb": "aanbieder", "agb-code": "aanbieder", "dagen": "wachtdagen"}
"""Other ways in which people head the columns."""

INTAKE, START = "intake", "start"
KINDS: Final = {
    **dict.fromkeys(("intake", "aanmelding tot intake", "kennismaking", "eerste gesprek"), INTAKE),
    **dict.fromkeys(("start", "start hulp", "start behandeling", "behandeling"), START),
}
DAYS: Final = re.compile(r"[0-9]{1,4}")

EXAMPLE: Final = (
    ("98010017", "Specialistische ggz", INTAKE, "42", "01-10-2024"),
    ("98010017", "Specialistische ggz", START, "–", "01-10-2024"),  # noqa: RUF001 - as people type
)
"""Lines of the template, invented: a dash is what is not made public."""


def read_waiting_times(path: Path) -> list[Row]:
    """Read waiting times as rows of ``WAITING_TIMES``; the newest of each provider, form and kind.

    Raises ``MissingMeaning`` without the headings, ``IdentifyingData`` for one that names a person
    and for providers or forms that are BSNs, ``HostileFile`` for too many lines, and
    ``NotReadable`` for a line without a provider, form or day, or of another kind.
    """
    lines = lines_of(path, MOST_TOLD) or [[]]
    refuse_headings(path.name, lines[0])
    headings = [WORDS.get(heading.casefold(), heading.casefold()) for heading in lines[0]]
    told = list(named([headings, *lines[1:]], path, HEADINGS, ()))
    for heading in (PROVIDER, FORM):
        refuse_bsn([cells[heading] for cells in told], path.name, heading, WHOLE_BSN)
    rows = [_row(cells, path) for cells in told]
    rows.sort(key=lambda row: int(str(row["reference_day"])))
    newest = {(row["provider"], row["care_form"], row["kind"]): row for row in rows}
    return list(newest.values())


def _row(cells: Mapping[str, str], path: Path) -> Row:
    if not (cells["aanbieder"] and cells["hulpvorm"] and cells["peildatum"]):
        raise NotReadable(path.name, "incomplete_waiting")
    kind = KINDS.get(cells["soort"].casefold())
    if kind is None:
        raise NotReadable(path.name, "unknown_waiting_kind")
    day = day_of(cells["peildatum"]).number
    if day is None or day == OPEN_END:
        raise NotReadable(path.name, "unreadable_date")
    days = cells["wachtdagen"]
    return {
        "provider": cells["aanbieder"],
        "care_form": cells["hulpvorm"],
        "kind": kind,
        "days": int(days) if DAYS.fullmatch(days) else None,
        "reference_day": day,
    }
