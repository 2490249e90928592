"""The two small files beside the declarations: names of codes, and evaluation talks.

``names.csv`` has ``kind,code,name``; ``evaluations.csv`` has ``client_id,date`` and may have
``youth_present,conclusion``. Comma, semicolon or tab, and encoded, dated and trimmed as
declarations may be, so that the same client is the same here.
"""

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import narwhals.stable.v2 as nw

from core.errors import MissingMeaning, NotReadable
from core.frames import Frame, collect
from core.reading.days import day_of
from core.reading.encodings import look_at
from core.reading.findings import Finding, found
from core.reading.headings import headings_to_tell
from core.tables import MISSING, OPEN_END

KINDS: Final = ("provider", "municipality", "product")
NAMES: Final = ("kind", "code", "name")
TALKS: Final = ("client_id", "date")
DELIMITERS: Final = ",;\t"
WHITE: Final = " \t\n\r\u00a0\u2007\u202f\u200b\ufeff"


def read_names(path: Path) -> dict[tuple[str, str], str]:
    """Read names by (kind, code); a later line about the same code wins.

    Raises ``MissingMeaning`` without the three headings, ``NotReadable`` for an unknown kind and
    for a file that is not there or is no text.
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
        {"client_id": row["client_id"], "date": _day(row["date"], path)}
        for row in _rows(path, TALKS)
    ]


def _rows(path: Path, needed: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Give the needed cells of every filled line; cells that a line lacks are MISSING."""
    headings, *lines = _lines(path) or [[]]
    if missing := tuple(name for name in needed if name not in headings):
        raise MissingMeaning(path.name, missing, headings_to_tell(headings))
    places = {name: headings.index(name) for name in needed}
    for cells in lines:
        yield {name: [*cells, *[MISSING] * place][place] for name, place in places.items()}


def _lines(path: Path) -> list[list[str]]:
    """Read the cells of the lines that are not empty, whatever the encoding and the delimiter."""
    try:
        writing = look_at(path, path.name)
        text = path.read_text(encoding=writing.encoding)
    except OSError:
        raise NotReadable(path.name, "not_found") from None
    except UnicodeError:
        raise NotReadable(path.name, "not_text") from None
    if "\0" in text:
        raise NotReadable(path.name, "not_text")
    delimiter = max(DELIMITERS, key=text.partition("\n")[0].count)
    try:
        lines = [
            [_clean(cell) for cell in cells]
            for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        ]
    except csv.Error:
        raise NotReadable(path.name, "not_text") from None
    return [cells for cells in lines if any(cells)]


def _clean(cell: str) -> str:
    """Write a cell as the labels of declarations are: trimmed, each letter one way."""
    return unicodedata.normalize("NFC", cell.strip(WHITE))


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
