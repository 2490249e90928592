"""A delivery becomes a data set: read, written, renamed, and visible by one transaction.

The rows are written in a folder of their own. Only when all of it is on the disk, the folder gets
its place and one row in the catalogue makes it visible, both while nobody else writes. Whatever
happens before leaves nothing that anybody sees.
"""

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from core.errors import HostileFile, NotReadable, StoreTrouble
from core.frames import kept, open_duckdb
from core.opening import Supplements, digest_of, keep_evaluations
from core.reading.choices import ReadingChoices
from core.reading.delivery import Delivery, read_files
from core.reading.supplements import find_unnamed, read_names
from core.storage.arriving import MARK, arriving, settling
from core.storage.catalogue import Store, alone, reading, writing
from core.storage.durable import move_folder, remove_folder
from core.storage.folders import LAYOUT, Contents, read_folder, write_folder
from core.storage.log import Event, append
from core.storage.noting import noting
from core.storage.places import current_actor, now
from core.storage.plain import plain
from core.storage.records import Stored, look_up, why_gone
from core.storage.schema import CENTS, COUNTS, DATA_SETS, GONE
from core.storage.troubles import troubles_told

ID_LENGTH: Final = 16
LONGEST_TITLE: Final = 120

Report = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """Files that are one delivery, how to read them, and who asks.

    ``after`` is the id of the data set of which this is the next version; ``supplier`` the key
    under which choices of this supplier are remembered. ``most_lines`` is how many may be read;
    None: any number.
    """

    paths: tuple[Path, ...]
    title: str = ""
    choices: ReadingChoices = field(default_factory=ReadingChoices)
    supplements: Supplements = field(default_factory=Supplements)
    actor: str = field(default_factory=current_actor)
    after: str = ""
    supplier: str = ""
    most_lines: int | None = None


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """The data set, whether it is new, and what reading found (with examples when it is new)."""

    stored: Stored
    is_new: bool
    delivery: Delivery


def import_files(store: Store, request: ImportRequest, report: Report) -> ImportOutcome:
    """Read files and store them as a data set; the same files and choices are there only once.

    ``report`` may raise to stop the import. Raises the errors of reading, ``NotStored`` for an
    unknown ``after`` and ``StoreTrouble``; then nothing is left behind.
    """
    identity = id_of(request)
    with noting(store, Event(request.actor, "import", identity)):
        if is_there(store, identity, request.after) and (store.places.data / identity).exists():
            with writing(store) as connection:
                return _already(store, connection, identity, request.actor)
        with troubles_told(), arriving(store.places.incoming) as folder:
            delivery = _read_into(folder, store, request, report)
            report("store_lines", 0.98)
            return _make_visible(store, folder, request, delivery)


def id_of(request: ImportRequest) -> str:
    """Name a delivery by the bytes of its files and the choices that change what is read.

    A choice at its default is left out, so that an id stays the same when more can be chosen.
    """
    extra, default = request.supplements, ReadingChoices()
    chosen = {one.name: getattr(request.choices, one.name) for one in fields(ReadingChoices)}
    told = {
        "layout": LAYOUT,
        "files": sorted(_digest(path) for path in request.paths),
        "choices": {
            name: plain(value) for name, value in chosen.items() if value != getattr(default, name)
        },
        "beside": [_digest(path) if path else "" for path in (extra.names, extra.evaluations)],
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:ID_LENGTH]


def is_there(store: Store, identity: str, after: str) -> bool:
    """Say whether a delivery is stored already; the one it comes after must be there as well."""
    with reading(store) as connection:
        if after and look_up(connection, after) is None:
            raise why_gone(connection, after)
        return look_up(connection, identity) is not None


def refuse_too_many(delivery: Delivery, title: str, most_lines: int | None) -> None:
    """Raise ``HostileFile`` for more lines than may be read."""
    read = sum(entry.lines_read for entry in delivery.ledger)
    if most_lines is not None and read > most_lines:
        raise HostileFile(title, "too_many_lines")


def _digest(path: Path) -> str:
    try:
        return digest_of(path)
    except OSError as problem:
        raise NotReadable(path.name, "not_found") from problem


def _read_into(folder: Path, store: Store, request: ImportRequest, report: Report) -> Delivery:
    """Read a delivery and write it in a folder, durably."""
    extra = request.supplements
    with arriving(store.places.spill) as scratch:
        workspace = open_duckdb(store.places.memory, scratch)
        try:
            delivery = read_files(workspace, request.paths, request.choices, report, folder)
            refuse_too_many(delivery, request.title, request.most_lines)
            names = read_names(extra.names) if extra.names else {}
            if extra.evaluations:
                keep_evaluations(workspace, extra.evaluations)
            unnamed = find_unnamed(kept(workspace, "declarations"), names)
            delivery = replace(delivery, findings=(*delivery.findings, *unnamed))
            write_folder(folder, workspace, Contents(delivery, request.choices, names))
        finally:
            workspace.session.close()
    return delivery


def _make_visible(
    store: Store, folder: Path, request: ImportRequest, delivery: Delivery
) -> ImportOutcome:
    """Give the folder its place and its row, unless somebody else was first."""
    identity = id_of(request)
    try:
        with settling(store, [identity]) as connection:
            known, target = look_up(connection, identity), store.places.data / identity
            if known and target.exists():
                return _already(store, connection, identity, request.actor)
            remove_folder(target)  # nobody knows it: what an import left that died here
            move_folder(folder, target)  # or its folder was lost, and comes back
            stored = known or _add(connection, _stored(connection, store, request, delivery))
            append(connection, Event(request.actor, "import", identity, details=_counts(stored)))
    except BaseException:
        _withdraw(store, identity)
        raise
    return ImportOutcome(stored, is_new=True, delivery=delivery)


def _stored(
    connection: sa.Connection, store: Store, request: ImportRequest, delivery: Delivery
) -> Stored:
    """Describe the data set to be."""
    identity = id_of(request)
    before = look_up(connection, request.after) if request.after else None
    at = now()
    last = date.fromisoformat(at[:10]) + timedelta(days=store.places.retention_days)
    sums = {name: sum(getattr(one, name) for one in delivery.ledger) for name in (*COUNTS, *CENTS)}
    return Stored(
        id=identity,
        title=" ".join(request.title.split())[:LONGEST_TITLE] or request.paths[0].name,
        imported_at=at,
        imported_by=request.actor,
        **sums,
        series=before.series if before else identity,
        version=_next_version(connection, before.series) if before else 1,
        supplier=request.supplier,
        expires_on=last.isoformat(),
    )


def _next_version(connection: sa.Connection, series: str) -> int:
    highest = sa.select(sa.func.max(DATA_SETS.c.version)).where(DATA_SETS.c.series == series)
    return 1 + int(connection.execute(highest).scalar_one())


def _add(connection: sa.Connection, stored: Stored) -> Stored:
    row = plain(stored)
    connection.execute(sa.delete(GONE).where(GONE.c.id == stored.id))
    connection.execute(sa.insert(DATA_SETS), row | {name: str(row[name]) for name in CENTS})
    return stored


def _already(store: Store, connection: sa.Connection, identity: str, actor: str) -> ImportOutcome:
    """Give what is there; nothing is added but a line in the log."""
    stored = look_up(connection, identity)
    if stored is None:
        raise why_gone(connection, identity)
    append(connection, Event(actor, "import", identity, "already_there"))
    delivery = read_folder(store.places.data / identity).delivery
    return ImportOutcome(stored, is_new=False, delivery=delivery)


def _counts(stored: Stored) -> dict[str, int]:
    return {name: getattr(stored, name) for name in COUNTS} | {"version": stored.version}


def _withdraw(store: Store, identity: str) -> None:
    """Take away a folder that got its place but no row; else the next opening does."""
    with suppress(StoreTrouble, OSError), alone(store) as connection:
        if look_up(connection, identity) is None:
            remove_folder(store.places.data / identity)
            (store.places.data / f"{identity}{MARK}").unlink(missing_ok=True)
