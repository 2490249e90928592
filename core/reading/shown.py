"""What reading found, as tables of text for its owner: ledger, findings, columns and codes.

``fewest`` is the number of lines below which a number is only "few": 0 where exact numbers may be
seen, more where the screen is shared.
"""

from collections.abc import Sequence
from dataclasses import fields
from typing import Final

import pandas as pd

from core.reading.choices import DECLARED
from core.reading.delivery import Delivery, FileMapping
from core.reading.findings import ERRORS, Finding
from core.reading.headings import SYNONYMS, Column
from core.reading.ledger import LedgerEntry
from core.text import data as text
from core.text import general
from core.text.findings import SENTENCES
from core.text.sources import KINDS

PARTS: Final = ("read", "accepted", "rejected", "duplicate")
MOST_SYNONYMS: Final = 6


def rows_of_ledger(
    ledger: Sequence[LedgerEntry], fewest: int, *, backed: bool, is_told: bool = True
) -> pd.DataFrame:
    """Write the ledger as text, two rows a file: lines and euros.

    Where the screen is shared, no part stands there by which a hidden one could be subtracted; of
    the euros only what was read, and only where ``backed`` says that they tell too much of nobody.
    Nothing of it where it is not told, because another delivery is too near.
    """
    return pd.DataFrame(
        [
            dict(zip(text.LEDGER_HEADINGS, (entry.file, what, *cells), strict=True))
            for entry in ledger
            for what, cells in (
                (text.LINES, _lines(entry, fewest) if is_told else [text.NOT_SHOWN, *NOTHING]),
                (text.EUROS, _euros(entry, fewest, backed=backed and is_told)),
            )
        ]
    )


def summed(ledger: Sequence[LedgerEntry]) -> LedgerEntry:
    """Add the files of a ledger up."""
    names = [field.name for field in fields(LedgerEntry) if field.name != "file"]
    sums = {name: sum(getattr(entry, name) for entry in ledger) for name in names}
    return LedgerEntry(text.TOGETHER, **sums)


def rows_of_findings(
    findings: Sequence[Finding], fewest: int, *, is_told: bool = True
) -> pd.DataFrame:
    """Write what was found, errors first.

    Errors add up to the lines that were rejected, which may be known: where the screen is shared
    and one of a file is few, its smallest other error is not shown either. No lines where they are
    not told, because another delivery is too near.
    """
    ordered = sorted(findings, key=lambda found: (found.severity, -found.rows, found.file))
    rows = []
    for found in ordered:
        is_second = found in _second(findings, found.file, fewest)
        is_hidden = is_second or not is_told
        lines = text.NOT_SHOWN if is_hidden else text.few(found.rows, fewest)
        told = lines if found.rows else text.WHOLE_FILE
        said = SENTENCES[found.rule].format(rows=lines)
        rows.append((text.SEVERITIES[found.severity], found.file, told, said))
    return pd.DataFrame(rows, columns=list(text.FINDING_HEADINGS))


def _second(findings: Sequence[Finding], file: str, fewest: int) -> list[Finding]:
    """Give the error of a file that has to go with the only one that is few, if there is one."""
    errors = [one for one in findings if one.file == file and one.rows and one.rule in ERRORS]
    shown = sorted((one for one in errors if one.rows >= fewest), key=lambda one: one.rows)
    return shown[:1] if len(errors) - len(shown) == 1 else []


def rows_of_mapping(mappings: Sequence[FileMapping], fewest: int) -> pd.DataFrame:
    """Write what each column was taken to mean; of files with the same columns only the first."""
    alike: dict[tuple[tuple[str, str], ...], FileMapping] = {}
    for mapping in mappings:
        key = tuple((column.heading, column.meaning) for column in mapping.columns)
        alike.setdefault(key, mapping)
    rows = [
        (
            _named(mapping),
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


def words_of_unmatched(delivery: Delivery, fewest: int) -> str:
    """Say how much of the care has an unknown code; on a shared screen no share of few lines."""
    share, lines = delivery.unmatched_share, sum(code.lines for code in delivery.unmatched)
    if 0 < lines < fewest:
        return text.unmatched_few(share)
    return text.unmatched(share, len(delivery.unmatched), 0 if fewest else 1)


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


def _named(mapping: FileMapping) -> str:
    """Name a file, with the kind of source it is where that is another than most."""
    return mapping.file if mapping.kind == DECLARED else f"{mapping.file} ({KINDS[mapping.kind]})"


def _few_lines(entry: LedgerEntry, fewest: int) -> list[str]:
    """Write the lines for a shared screen; beside a hidden part the next smallest goes too."""
    read, *parts = _numbers(entry)
    cells = [text.few(lines, fewest) for lines in parts]
    visible = [place for place, lines in enumerate(parts) if lines >= fewest]
    if visible and len(visible) < len(parts):
        cells[min(visible, key=lambda place: parts[place])] = text.NOT_SHOWN
    return [text.few(read, fewest), *cells]


def _lines(entry: LedgerEntry, fewest: int) -> list[str]:
    return _few_lines(entry, fewest) if fewest else list(map(general.number, _numbers(entry)))


def _euros(entry: LedgerEntry, fewest: int, *, backed: bool) -> list[str]:
    if not fewest:
        return [general.euros(getattr(entry, f"cents_{part}"), 2) for part in PARTS]
    return [text.round_euros(entry.cents_read) if backed else text.NOT_SHOWN, *NOTHING]


def _numbers(entry: LedgerEntry) -> list[int]:
    return [getattr(entry, f"lines_{part}") for part in PARTS]


NOTHING: Final = [text.NOT_SHOWN] * (len(PARTS) - 1)
