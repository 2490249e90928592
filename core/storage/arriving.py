"""Folders that are not a data set yet: where an import works, and what a dead one left behind.

Each folder in ``incoming`` has a lock beside it that lives as long as its process, and each folder
that gets its place in ``data`` has a mark beside it until its row is there. Whoever opens the store
removes the folders without a living lock, those with a mark and no row, and those that were deleted
from the catalogue. Imports that run are never touched, nor is a folder without a mark: a catalogue
that knows nothing of it may be another one than that of this folder.
"""

import atexit
import secrets
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from core.storage.catalogue import Store, alone, record, writing
from core.storage.durable import remove_folder, write_file
from core.storage.locking import holding, locked
from core.storage.log import Event
from core.storage.schema import DATA_SETS, GONE

LOCK: Final = ".lock"
CLEANING: Final = "clean.lock"
MARK: Final = ".new"


@contextmanager
def arriving(place: Path) -> Iterator[Path]:
    """Give an empty folder in a place, as ``incoming``; what stays in it is removed at the end."""
    folder = place / secrets.token_hex(8)
    lock = folder.with_suffix(LOCK)
    with _guarded(place, lock):
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            with suppress(OSError):  # the next opening tries again
                remove_folder(folder)


@contextmanager
def settling(store: Store, identities: Iterable[str]) -> Iterator[sa.Connection]:
    """Change the catalogue as ``writing`` does; folders in ``data`` are marked until it is done.

    The marks are written while nobody else writes: two imports of the same file have one mark, and
    whoever cleans would take it away from the one that still waits.
    """
    marks = [store.places.data / f"{identity}{MARK}" for identity in identities]
    with writing(store) as connection:
        for mark in marks:
            write_file(mark, b"")
        yield connection
    for mark in marks:
        mark.unlink(missing_ok=True)


@cache
def room(place: Path) -> Path:
    """Give this process a folder in a place to work in, for as long as it lives."""
    stay = ExitStack()
    atexit.register(stay.close)
    return stay.enter_context(arriving(place))


def clean_leftovers(store: Store, actor: str) -> int:
    """Remove what imports that died left behind, note it in the log, and count the folders.

    What somebody counted with is removed as well, but that is no import and not counted.
    """
    places = store.places
    _clean(places.spill)
    removed = _clean(places.incoming)
    with alone(store) as connection:
        known = set(connection.execute(sa.select(DATA_SETS.c.id)).scalars())
        gone = set(connection.execute(sa.select(GONE.c.id)).scalars())
        marks = sorted(places.data.glob(f"*{MARK}"))
        for identity in sorted({*gone, *(mark.stem for mark in marks)} - known):
            removed += (places.data / identity).exists()
            remove_folder(places.data / identity)
        for mark in marks:
            mark.unlink(missing_ok=True)
    if removed:
        record(store, Event(actor, "clean", details={"folders": removed}))
    return removed


@contextmanager
def _guarded(place: Path, lock: Path) -> Iterator[None]:
    """Hold the lock of a folder; it is taken while nobody cleans."""
    with ExitStack() as held:
        held.callback(lock.unlink, missing_ok=True)
        with locked(place / CLEANING):
            held.enter_context(holding(lock))
        yield


def _clean(place: Path) -> int:
    """Remove the folders in a place that nobody works in."""
    removed = 0
    with locked(place / CLEANING):
        for folder in sorted(path for path in place.iterdir() if path.is_dir()):
            lock = folder.with_suffix(LOCK)
            with holding(lock) as free:
                if free:
                    remove_folder(folder)
                    lock.unlink(missing_ok=True)
                    removed += 1
    return removed
