"""The small files beside the declarations: names of codes, talks, organisations, and own codes.

``names.csv`` has ``kind,code,name``; ``evaluations.csv`` has ``client_id,date`` and may have
``youth_present,conclusion,parties`` (``core.talk_codes``), also in Dutch; ``organisations.csv`` has
``code,organisation`` and may have ``from,until``, of which the last day counts; ``codes.csv`` has
``municipality,code,care_form``, with an empty municipality for all of them. Comma, semicolon or
tab, and encoded, dated and trimmed as declarations may be, so that the same client is the same.
"""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Final

import narwhals.stable.v2 as nw

from core.errors import NotReadable
from core.frames import Frame, collect
from core.reading.bare_numbers import refuse_bsn
from core.reading.choices import ReadingChoices, read_choices
from core.reading.days import day_of
from core.reading.findings import Finding, found
from core.reading.identifying import refuse_headings
from core.reading.organisations import ALWAYS, Organisation
from core.reading.small_files import lines_of, named, rows_of
from core.tables import MISSING, OPEN_END
from core.talk_codes import conclusion_of, parties_of, youth_present_of

KINDS: Final = ("provider", "municipality", "product")
NAMES: Final = ("kind", "code", "name")
TALKS: Final = ("client_id", "date")
TOLD: Final = {
    "youth_present": youth_present_of,
    "conclusion": conclusion_of,
    "parties": parties_of,
}
"""What a talk may tell beside, and how its words become codes."""

TALK_WORDS: Final = {
    **dict.fromkeys(("pseudoniem", "cliënt", "client", "jeugdige"), "client_id"),
    **dict.fromkeys(("datum", "datum gesprek"), "date"),
    "jeugdige erbij": "youth_present",
    **dict.fromkeys(("uitkomst", "conclusie"), "conclusion"),
    "partijen": "parties",
}
"""How people head the columns of a list of talks."""

AFTER_HEADINGS: Final = 2
"""The first line below the headings, as a spreadsheet counts them."""

ORGANISATIONS: Final = ("code", "organisation")
PERIOD: Final = ("from", "until")
CODES: Final = ("municipality", "code", "care_form")


def read_names(path: Path) -> dict[tuple[str, str], str]:
    """Read names by (kind, code); a later line about the same code wins.

    Raises ``MissingMeaning`` without the three headings, ``NotReadable`` for an unknown kind and
    for a file that is not there or is no text.
    """
    rows = list(rows_of(path, NAMES))
    if any(row["kind"] not in KINDS for row in rows):
        raise NotReadable(path.name, "unknown_kind")
    return {(row["kind"], row["code"]): row["name"] for row in rows}


def read_evaluations(path: Path, *, only_dates: bool = False) -> list[dict[str, str | int]]:
    """Read evaluation talks as rows of ``EVALUATIONS``.

    With ``only_dates`` what else a talk tells is left empty, for who does not need it: then no
    word of it can be wrong.

    Raises ``MissingMeaning`` without the two headings, ``NotReadable`` when a date cannot be read
    or a word is in no list: a talk that disappears would count as a talk that was not held.
    ``IdentifyingData`` for a heading that names a person, and when the clients are BSNs, both
    judged as those of declarations.
    """
    wanted = () if only_dates else tuple(TOLD)
    lines = lines_of(path) or [[]]
    refuse_headings(path.name, lines[0])
    headings = [TALK_WORDS.get(heading.casefold(), heading) for heading in lines[0]]
    rows = list(named([headings, *lines[1:]], path, TALKS, wanted))
    refuse_bsn([row["client_id"] for row in rows], path.name, TALKS[0])
    return [_told(row, path, line) for line, row in enumerate(rows, AFTER_HEADINGS)]


def read_organisations(path: Path) -> tuple[Organisation, ...]:
    """Read which codes are one organisation, ordered by code and time.

    Raises ``MissingMeaning`` without its two headings, and ``NotReadable`` for a line without a
    code or an organisation, for a date that cannot be read, and for a code that is two
    organisations on one day.
    """
    rows = list(rows_of(path, ORGANISATIONS, PERIOD))
    if not all(row["code"] and row["organisation"] for row in rows):
        raise NotReadable(path.name, "incomplete_organisations")
    listed = {_organisation(row, path) for row in rows}
    ordered = sorted(listed, key=lambda one: (one.code, one.start, one.end, one.organisation))
    if any(one.code == other.code and other.start < one.end for one, other in pairwise(ordered)):
        raise NotReadable(path.name, "overlapping_organisations")
    return tuple(ordered)


def choices_beside(mapping: Path | None, organisations: Path | None) -> ReadingChoices:
    """Read what the owner says about files in ``mapping.toml`` and ``organisations.csv``.

    Raises what ``read_choices`` and ``read_organisations`` raise.
    """
    choices = read_choices(mapping) if mapping else ReadingChoices()
    if organisations is None:
        return choices
    return replace(choices, organisations=read_organisations(organisations))


def read_codes(path: Path) -> dict[str, dict[str, str]]:
    """Read what own codes mean: municipality -> code -> care form, MISSING for all of them.

    Raises ``MissingMeaning`` without the three headings, and ``NotReadable`` for a line without a
    code or care form, and for a code with two care forms in one municipality.
    """
    codes: dict[str, dict[str, str]] = {}
    for row in rows_of(path, CODES):
        if not (row["code"] and row["care_form"]):
            raise NotReadable(path.name, "incomplete_codes")
        known = codes.setdefault(row["municipality"], {})
        if known.setdefault(row["code"], row["care_form"]) != row["care_form"]:
            raise NotReadable(path.name, "conflicting_codes")
    return codes


def write_codes(codes: Mapping[str, Mapping[str, str]]) -> bytes:
    """Write what own codes mean as ``read_codes`` reads it, with semicolons and sorted."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(CODES)
    writer.writerows(
        (municipality, code, care_form)
        for municipality, known in sorted(codes.items())
        for code, care_form in sorted(known.items())
    )
    return text.getvalue().encode("utf-8-sig")


def _organisation(row: Mapping[str, str], path: Path) -> Organisation:
    start = _day(row["from"], path) if row["from"] else ALWAYS
    end = _day(row["until"], path) + 1 if row["until"] else OPEN_END
    if end <= start:
        raise NotReadable(path.name, "overlapping_organisations")
    return Organisation(row["code"], row["organisation"], start, end)


def _told(row: Mapping[str, str], path: Path, line: int) -> dict[str, str | int]:
    try:
        return _talk(row, path)
    except NotReadable as error:
        raise replace(error, line=line) from None


def _talk(row: Mapping[str, str], path: Path) -> dict[str, str | int]:
    codes = {name: _code(row.get(name, MISSING), name, path) for name in TOLD}
    return {"client_id": row["client_id"], "date": _day(row["date"], path), **codes}


def _code(text: str, name: str, path: Path) -> str:
    code = TOLD[name](text)
    if code is None:
        raise NotReadable(path.name, f"unknown_{name}")
    return code


def _day(text: str, path: Path) -> int:
    number = day_of(text).number
    if number is None or number == OPEN_END:
        raise NotReadable(path.name, "unreadable_date")
    return number


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
