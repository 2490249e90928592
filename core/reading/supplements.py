"""The two small files beside the declarations: names of codes, and evaluation talks.

``names.csv`` has ``kind,code,name``; ``evaluations.csv`` has ``client_id,date`` and may have
``youth_present,conclusion``. Comma or semicolon, UTF-8 with or without a BOM.
"""

import csv
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final

import narwhals.stable.v2 as nw

from core.errors import MissingMeaning, NotReadable
from core.frames import Frame, collect
from core.reading.findings import Finding, found
from core.reading.headings import headings_to_tell
from core.tables import MISSING
from core.trajectories.calendar import FIRST_YEAR, LAST_YEAR, day_number

KINDS: Final = ("provider", "municipality", "product")
NAMES: Final = ("kind", "code", "name")
TALKS: Final = ("client_id", "date")
DAY_FORMATS: Final = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%Y%m%d")


def read_names(path: Path) -> dict[tuple[str, str], str]:
    """Read names by (kind, code); a later line about the same code wins.

    Raises ``MissingMeaning`` without the three headings, ``NotReadable`` for an unknown kind.
    """
    rows = list(_rows(path, NAMES))
    if any(row["kind"] not in KINDS for row in rows):
        raise NotReadable(path.name, "unknown_kind")
    return {(row["kind"], row["code"]): row["name"] for row in rows}


def read_evaluations(path: Path) -> list[dict[str, str | int]]:
    """Read evaluation talks as rows of ``EVALUATIONS``.

    Raises ``MissingMeaning`` without the two headings, ``NotReadable`` when a date cannot be read:
    a talk that disappears would count as a talk that was not held.
    """
    return [
        {"client_id": row["client_id"].strip(), "date": _day(row["date"], path)}
        for row in _rows(path, TALKS)
    ]


def _rows(path: Path, needed: tuple[str, ...]) -> Iterator[dict[str, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise NotReadable(path.name, "not_text") from problem
    heading = text.partition("\n")[0]
    reader = csv.DictReader(
        text.splitlines(), delimiter=";" if heading.count(";") > heading.count(",") else ","
    )
    found = tuple(reader.fieldnames or ())
    if missing := tuple(name for name in needed if name not in found):
        raise MissingMeaning(path.name, missing, headings_to_tell(found))
    yield from ({name: row[name] or "" for name in needed} for row in reader)


def _day(text: str, path: Path) -> int:
    for form in DAY_FORMATS:
        try:
            day = datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        return _plausible(day, path)
    raise NotReadable(path.name, "unreadable_date")


def _plausible(day: date, path: Path) -> int:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotReadable(path.name, "unreadable_date")
    return day_number(day)


def find_unnamed(declarations: Frame, names: Mapping[tuple[str, str], str]) -> tuple[Finding, ...]:
    """Find the lines with a code of a kind that ``names`` has, but not that code.

    One finding at most for each kind, under the name of the kind as its file.
    """
    findings = []
    for kind in KINDS:
        codes = [code for named, code in names if named == kind]
        bare = (nw.col(kind) != MISSING) & ~nw.col(kind).is_in(codes)
        lines = int(collect(declarations.filter(bare).select(lines=nw.len()))["lines"].item())
        if codes and lines:
            findings.append(found("unnamed_code", f"names.csv ({kind})", lines))
    return tuple(findings)
