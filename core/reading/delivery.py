"""The door of reading: files become the table ``declarations``, or a reason why not."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from core.errors import NothingAccepted
from core.frames import Workspace
from core.reading.cbs import mark_superseded
from core.reading.choices import CBS, DECLARED, ReadingChoices
from core.reading.duplicates import mark_duplicates
from core.reading.findings import Finding, found, ordered
from core.reading.headings import Column
from core.reading.ledger import LedgerEntry, ledger_of
from core.reading.loading import Loaded
from core.reading.mapped import rows_of
from core.reading.organisations import replace_providers
from core.reading.sides import match_sides
from core.reading.sources import load_all
from core.reading.typed import EXTRA, begin_typed
from core.reading.warnings import find_in_lines

Report = Callable[[str, float], None]
"""Told what is being done (a file by name, or a key of ``core.text.progress``) and the share."""

UNMATCHED: Final = """
    SELECT product AS code, count(*) AS lines FROM typed
    WHERE rule = '' AND NOT known_form GROUP BY ALL ORDER BY lines DESC, code"""

CLIENTS_READ: Final = """
    SELECT count(DISTINCT client_id) AS clients FROM typed WHERE client_id <> '' AND rule NOT IN
        ('unreadable_text', 'wrong_field_count', 'repeated_heading', 'total_row')"""

SET_ASIDE: Final = """
    CREATE TABLE set_aside AS
    SELECT * EXCLUDE (known_form, file_number) FROM typed WHERE rule <> ''"""

REJECTED: Final = """
    CREATE VIEW rejected AS
    SELECT source AS file, row, rule FROM set_aside WHERE rule <> 'duplicate'"""

KEPT: Final = ("rejected", "declarations", "set_aside")

SCRATCH: Final = {
    "VIEW": ("named", "coded", "mapped", "landed", "declared"),
    "TABLE": (
        "landed_cells",
        "counted_cells",
        "cells",
        "days",
        "periods",
        "amounts",
        "volumes",
        "rates",
        "forms",
        "cbs_forms",
        "cbs_ends",
        "typed",
    ),
}


@dataclass(frozen=True, slots=True)
class UnmatchedCode:
    """A product code that the code table does not know, and how many accepted lines have it."""

    code: str
    lines: int


@dataclass(frozen=True, slots=True)
class FileMapping:
    """What the columns of a file were taken to mean; with examples, so for its owner only."""

    file: str
    columns: tuple[Column, ...]
    kind: str = DECLARED  # declarations, or cbs: beleidsinformatie jeugd


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a load gave, beside the table ``declarations``.

    ``clients_read`` counts the different clients among all well-formed lines. An unmatched code is
    used as the care form of its lines.
    """

    ledger: tuple[LedgerEntry, ...]
    findings: tuple[Finding, ...]
    mappings: tuple[FileMapping, ...]
    unmatched: tuple[UnmatchedCode, ...]
    clients_read: int
    referrer_delivered: bool

    @property
    def unmatched_share(self) -> float:
        """Give the share of accepted lines whose care form is an unknown code, 0 to 1."""
        accepted = sum(entry.lines_accepted for entry in self.ledger)
        return sum(code.lines for code in self.unmatched) / accepted


def _silent(step: str, share: float) -> None:
    """Report to nobody."""
    del step, share


def read_files(
    workspace: Workspace,
    paths: Sequence[Path],
    choices: ReadingChoices | None = None,
    report: Report = _silent,
) -> Delivery:
    """Read files together into the table ``declarations`` of a DuckDB workspace.

    Afterwards that table holds the accepted lines (``DECLARATIONS``, no fixed order) and the table
    ``set_aside`` all others (``SET_ASIDE``); the view ``rejected`` has the ``file``, ``row`` and
    ``rule`` of those that are no duplicates. When anything is unusable nothing is left behind, and
    the error names all problems: ``NotReadable``, ``HostileFile``, ``MissingMeaning``,
    ``IdentifyingData`` or ``NothingAccepted``, and ``UnusableInput`` when there are several.
    """
    session, chosen = workspace.session, choices or ReadingChoices()
    begin_typed(session)
    try:
        loaded = load_all(session, paths, chosen, report)
        report("check_lines", 0.85)
        mark_duplicates(session)
        mark_superseded(session, [n for n, file in enumerate(loaded) if file.kind == CBS])
        replace_providers(session, chosen.organisations)
        unlinked = match_sides(session)
        delivery = _delivered(session, loaded, unlinked)
        report("store_lines", 0.95)
        _keep_declarations(session)
    finally:
        _clear(session)
    return delivery


def _delivered(
    session: duckdb.DuckDBPyConnection, loaded: Sequence[Loaded], unlinked: Sequence[int]
) -> Delivery:
    files = tuple(file.file for file in loaded)
    ledger = ledger_of(session, files)
    if not any(entry.lines_accepted for entry in ledger):
        raise NothingAccepted(files, sum(entry.lines_read for entry in ledger))
    own = [finding for file in loaded for finding in file.findings]
    absent = [found("no_referrer", file.file, 0) for file in loaded if not file.has_referrer]
    apart = [found("sides_not_linkable", files[number], 0) for number in unlinked]
    unmatched = rows_of(session.sql(UNMATCHED))
    return Delivery(
        ledger=ledger,
        findings=ordered([*own, *absent, *apart, *find_in_lines(session, files)]),
        mappings=tuple(FileMapping(file.file, file.columns, file.kind) for file in loaded),
        unmatched=tuple(UnmatchedCode(row["code"], row["lines"]) for row in unmatched),
        clients_read=rows_of(session.sql(CLIENTS_READ))[0]["clients"],
        referrer_delivered=any(file.has_referrer for file in loaded),
    )


def _keep_declarations(session: duckdb.DuckDBPyConnection) -> None:
    """Turn ``typed`` into ``declarations``: without what was not accepted, and as it should be."""
    for name in KEPT:
        _drop(session, name)
    session.execute(SET_ASIDE)
    session.execute(REJECTED)
    session.execute("DELETE FROM typed WHERE rule <> ''")
    for name in EXTRA:
        session.execute(f'ALTER TABLE typed DROP COLUMN "{name}"')
    session.execute("ALTER TABLE typed RENAME TO declarations")


def _drop(session: duckdb.DuckDBPyConnection, name: str) -> None:
    for kind in ("VIEW", "TABLE"):
        with suppress(duckdb.CatalogException):  # what stands there is of the other kind
            session.execute(f'DROP {kind} IF EXISTS "{name}"')


def _clear(session: duckdb.DuckDBPyConnection) -> None:
    """Leave nothing of the files but the tables that were made of them."""
    for kind, names in SCRATCH.items():
        for name in names:
            session.execute(f'DROP {kind} IF EXISTS "{name}"')
