"""What reading found, as tables of text for its owner: ledger, findings, columns and codes.

``fewest`` is the number of lines below which a number is only "few": 0 where exact numbers may be
seen, more where the screen is shared.
"""

from collections.abc import Sequence
from dataclasses import fields
from typing import Final

import pandas as pd

from core.reading.delivery import Delivery, FileMapping
from core.reading.findings import Finding
from core.reading.headings import SYNONYMS, Column
from core.reading.ledger import LedgerEntry
from core.text import data as text
from core.text import general
from core.text.findings import SENTENCES

PARTS: Final = ("read", "accepted", "rejected", "duplicate")
MOST_CODES: Final = 20
MOST_SYNONYMS: Final = 6


def rows_of_ledger(ledger: Sequence[LedgerEntry]) -> pd.DataFrame:
    """Write the ledger as text, two rows a file: lines and euros.

    Lines are no persons and every one of them has to be accounted for, so the numbers are exact.
    """
    return pd.DataFrame(
        [
            dict(zip(text.LEDGER_HEADINGS, (entry.file, what, *cells), strict=True))
            for entry in ledger
            for what, cells in ((text.LINES, _lines(entry)), (text.EUROS, _euros(entry)))
        ]
    )


def summed(ledger: Sequence[LedgerEntry]) -> LedgerEntry:
    """Add the files of a ledger up."""
    names = [field.name for field in fields(LedgerEntry) if field.name != "file"]
    sums = {name: sum(getattr(entry, name) for entry in ledger) for name in names}
    return LedgerEntry(text.TOGETHER, **sums)


def rows_of_findings(findings: Sequence[Finding], fewest: int) -> pd.DataFrame:
    """Write what was found, errors first."""
    ordered = sorted(findings, key=lambda found: (found.severity, -found.rows, found.file))
    rows = [
        (
            text.SEVERITIES[found.severity],
            found.file,
            _few(found.rows, fewest) if found.rows else text.WHOLE_FILE,
            SENTENCES[found.rule].format(rows=_few(found.rows, fewest)),
        )
        for found in ordered
    ]
    return pd.DataFrame(rows, columns=list(text.FINDING_HEADINGS))


def rows_of_mapping(mappings: Sequence[FileMapping], fewest: int) -> pd.DataFrame:
    """Write what each column was taken to mean; of files with the same columns only the first."""
    alike: dict[tuple[tuple[str, str], ...], FileMapping] = {}
    for mapping in mappings:
        key = tuple((column.heading, column.meaning) for column in mapping.columns)
        alike.setdefault(key, mapping)
    rows = [
        (
            mapping.file,
            column.heading,
            text.meaning(column.meaning),
            text.CERTAIN if column.certain else text.GUESSED,
            ", ".join(examples_of(column, fewest)),
        )
        for mapping in alike.values()
        for column in mapping.columns
        if column.heading
    ]
    return pd.DataFrame(rows, columns=list(text.MAPPING_HEADINGS))


def examples_of(column: Column, fewest: int) -> tuple[str, ...]:
    """Choose the examples that may be shown: never of who it is, nor of what is not read.

    Where the screen is shared only a guess has examples, because it has to be judged.
    """
    nameless = column.meaning not in {"", "client_id"}
    return column.examples if nameless and not (fewest and column.certain) else ()


def uncertain(mappings: Sequence[FileMapping]) -> tuple[tuple[str, Column], ...]:
    """List the columns of which the meaning was guessed, each with its file."""
    return tuple(
        (mapping.file, column)
        for mapping in mappings
        for column in mapping.columns
        if not column.certain
    )


def rows_of_unmatched(delivery: Delivery, fewest: int) -> pd.DataFrame:
    """List the unknown codes with most lines, those with too few left out."""
    shown = [code for code in delivery.unmatched if code.lines >= fewest][:MOST_CODES]
    rows = [(code.code, general.number(code.lines)) for code in shown]
    return pd.DataFrame(rows, columns=list(text.CODE_HEADINGS))


def rows_of_meanings() -> pd.DataFrame:
    """List what a file may hold, whether it must, and headings that are recognised."""
    rows = [
        (
            text.meaning(name),
            text.REQUIRED.get(name, text.OPTIONAL),
            ", ".join(SYNONYMS[name].split()[:MOST_SYNONYMS]),
        )
        for name in text.ASKED
    ]
    return pd.DataFrame(rows, columns=list(text.MEANING_HEADINGS))


def _few(lines: int, fewest: int) -> str:
    return general.FEW if lines < fewest else general.number(lines)


def _lines(entry: LedgerEntry) -> list[str]:
    return [general.number(getattr(entry, f"lines_{part}")) for part in PARTS]


def _euros(entry: LedgerEntry) -> list[str]:
    return [general.euros(getattr(entry, f"cents_{part}"), 2) for part in PARTS]
