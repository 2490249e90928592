"""The door of reading: files become the table ``declarations``, or a reason why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from core.errors import NothingAccepted, NotReadable
from core.frames import Workspace
from core.reading.attended import Report, attend
from core.reading.cbs import mark_superseded
from core.reading.choices import CBS, DECLARED, ReadingChoices
from core.reading.duplicates import holds_repeated, mark_duplicates
from core.reading.findings import Finding, found, ordered
from core.reading.headings import Column
from core.reading.keeping import KEPT, forget, forget_files, keep_files, keep_tables
from core.reading.landed import restore_order
from core.reading.ledger import LedgerEntry, ledger_of
from core.reading.loading import Loaded
from core.reading.mapped import rows_of
from core.reading.organisations import replace_providers
from core.reading.sides import match_sides
from core.reading.sources import Given, load_all
from core.reading.typed import begin_typed, gather, is_written
from core.reading.warnings import find_in_lines

UNMATCHED: Final = """
    SELECT product AS code, count(*) AS lines FROM typed
    WHERE rule = '' AND NOT known_form GROUP BY ALL ORDER BY lines DESC, code"""

YOUTH: Final = "SELECT 1 FROM typed WHERE rule = '' AND scheme = '' LIMIT 1"

CLIENTS_READ: Final = """
    SELECT count(DISTINCT client_id) AS clients FROM typed WHERE client_id <> '' AND rule NOT IN
        ('unreadable_text', 'wrong_field_count', 'repeated_heading', 'total_row')"""

SCRATCH: Final = {
    "VIEW": (
        *("named", "coded", "mapped", "landed", "unlanded", "declared"),
        *("typed_accepted", "typed_aside", "typed_others"),
    ),
    "TABLE": (
        *("landed_cells", "first_lines", "counted_cells", "cells", "different"),
        *("days", "periods", "amounts", "volumes", "rates", "forms", "cbs_forms", "cbs_ends"),
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
    folder: Path | None = None,
) -> Delivery:
    """Read files together into the tables ``declarations`` and ``set_aside`` of a DuckDB workspace.

    They hold the accepted lines (``DECLARATIONS``, no fixed order) and those that were not
    (``SET_ASIDE``); ``other_schemes`` the accepted lines of other schemes, where there are any; the
    view ``rejected`` has the ``file``, ``row`` and ``rule`` of those that are no duplicates,
    and ``allocations`` what messages told of them. With a folder they are written there as Parquet
    (allocations when there are any) and the workspace has views of them.

    Whoever is told the progress may raise to stop. When that happens, or anything is unusable,
    nothing is left behind; the error names all problems: ``NotReadable``, ``HostileFile``,
    ``MissingMeaning``, ``IdentifyingData`` or ``NothingAccepted``, and ``UnusableInput`` when there
    are several.
    """
    session = workspace.session
    given = Given(tuple(paths), choices or ReadingChoices(), folder)
    try:
        if report is _silent:
            return _read(session, given, report)
        return attend(session, report, lambda tell: _read(session, given, tell))
    except BaseException:
        if folder is not None:
            forget(session, KEPT)
            forget_files(folder)
        raise
    finally:
        _clear(session)


def _read(session: duckdb.DuckDBPyConnection, given: Given, report: Report) -> Delivery:
    begin_typed(session)
    loaded = load_all(session, given, report)
    report("check_lines", 0.85)
    written, unlinked = _compare(session, loaded, given)
    delivery = _delivered(session, loaded, unlinked)
    report("store_lines", 0.95)
    if given.folder is None:
        keep_tables(session)
    else:
        keep_files(session, given.folder, written=written)
    return delivery


def _compare(
    session: duckdb.DuckDBPyConnection, loaded: Sequence[Loaded], given: Given
) -> tuple[bool, tuple[int, ...]]:
    """Compare the lines with each other; says whether those in files could stay as they were.

    Also gives the numbers of the files that cannot be linked to the other side.
    """
    coded = [number for number, file in enumerate(loaded) if file.kind == CBS]
    if is_written(session):
        if not (coded or given.choices.organisations or holds_repeated(session)):
            return True, ()
        gather(session)
    mark_duplicates(session)
    mark_superseded(session, coded)
    replace_providers(session, given.choices.organisations)
    return False, match_sides(session)


def _delivered(
    session: duckdb.DuckDBPyConnection, loaded: Sequence[Loaded], unlinked: Sequence[int]
) -> Delivery:
    files = tuple(file.file for file in loaded)
    ledger = ledger_of(session, files)
    if not any(entry.lines_accepted for entry in ledger):
        raise NothingAccepted(files, sum(entry.lines_read for entry in ledger))
    if not rows_of(session.sql(YOUTH)):
        raise NotReadable(files[0], "only_other_schemes")
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


def _clear(session: duckdb.DuckDBPyConnection) -> None:
    """Leave nothing of the files but the tables that were made of them."""
    restore_order(session)
    for kind, names in SCRATCH.items():
        for name in names:
            session.execute(f'DROP {kind} IF EXISTS "{name}"')
    forget(session, ("typed",))
