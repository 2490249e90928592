"""C2: a disk or a database refuses, at each write in turn; the import fails, and that is all."""

import errno
import itertools
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Self

import pytest
import sqlalchemy as sa

from core.errors import StoreTrouble
from core.storage import durable
from core.storage.catalogue import Store
from tests.storage.processes import context, run_limited, started
from tests.storage.stores import brought, check_whole, delivery, reopened

ERRORS = {"full": errno.ENOSPC, "read_only": errno.EROFS, "disk": errno.EIO}
WRITES = ("INSERT", "UPDATE", "DELETE")


@dataclass
class Disk:
    """A disk that refuses one of the calls that write, and says which."""

    refused: int
    reason: str
    calls: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    hit: bool = False

    def step(self) -> None:
        """Count a call, and refuse it when it is its turn."""
        if next(self.calls) == self.refused:
            self.hit = True
            raise OSError(ERRORS[self.reason], "refused by the test")

    def before(self, write: Callable[..., Any]) -> Callable[..., Any]:
        """Put the disk before a call that writes."""

        def refusing(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as the call
            self.step()
            return write(*arguments, **named)

        return refusing

    def before_statement(self, *told: Any) -> None:  # noqa: ANN401 - as SQLAlchemy calls it
        """Refuse a statement that writes, as a database does when its disk refuses."""
        if told[2].lstrip().startswith(WRITES):
            try:
                self.step()
            except OSError as problem:
                words = {"full": "database or disk is full", "read_only": "readonly database"}
                raise sa.exc.OperationalError(
                    told[2], {}, sqlite3.OperationalError(words.get(self.reason, "disk I/O error"))
                ) from problem


class RefusingFile:
    """A file object of which each write and flush may be refused."""

    def __init__(self, file: IO[bytes], disk: Disk) -> None:
        """Stand before a file."""
        self.file, self.disk = file, disk

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def write(self, content: bytes) -> int:
        """Write half, and then all unless refused."""
        self.file.write(content[: len(content) // 2])
        self.disk.step()
        return self.file.write(content[len(content) // 2 :])

    def flush(self) -> None:
        """Flush unless refused."""
        self.disk.step()
        self.file.flush()

    def fileno(self) -> int:
        """Give the number of the file."""
        return self.file.fileno()


@contextmanager
def refusing(store: Store, disk: Disk) -> Iterator[None]:
    """Let a disk stand under everything that is written."""
    with pytest.MonkeyPatch.context() as patch:
        opened = durable.open_to_write
        patch.setattr(durable, "open_to_write", lambda path: RefusingFile(opened(path), disk))
        patch.setattr(os, "fsync", disk.before(os.fsync))
        for name in ("rename", "replace", "mkdir"):
            patch.setattr(Path, name, disk.before(getattr(Path, name)))
        sa.event.listen(store.engine, "before_cursor_execute", disk.before_statement)
        try:
            yield
        finally:
            sa.event.remove(store.engine, "before_cursor_execute", disk.before_statement)


def reason_of_failure(store: Store, file: Path) -> str:
    """Import a file and say why that fails; empty when it does not."""
    try:
        assert brought(store, file).is_new
    except StoreTrouble as problem:
        return problem.reason
    return ""


def test_c2_a_write_that_is_refused_fails_the_import_and_nothing_else(
    store: Store, tmp_path: Path
) -> None:
    kept = brought(store, delivery(tmp_path / "kept.csv")).stored
    file = delivery(tmp_path / "a.csv", seed="2")
    reasons = itertools.cycle(ERRORS)
    failed = 0
    for call in itertools.count(1):
        disk = Disk(call, next(reasons))
        with refusing(store, disk):
            reason = reason_of_failure(store, file)
        if not reason:
            break
        assert reason == disk.reason
        failed += 1
        assert check_whole(reopened(store), kept.id) == (kept,)
    assert failed > 15
    assert len(check_whole(store)) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file by its size")
@pytest.mark.parametrize("most_bytes", [0, 1_000, 12_000])
def test_c2_a_disk_that_is_full_at_any_byte_fails_the_import_and_nothing_else(
    most_bytes: int, store: Store, tmp_path: Path
) -> None:
    """The limit is that of the system: it holds for DuckDB and SQLite as well."""
    kept = brought(store, delivery(tmp_path / "kept.csv")).stored
    told = context().Queue()
    file = delivery(tmp_path / "a.csv", 3_000, "2")
    process = started(run_limited, store.places, file, most_bytes, told)
    answer = told.get(timeout=60)
    process.join(30)
    assert answer in {f"StoreTrouble(reason='{reason}')" for reason in ("full", "disk")}
    assert check_whole(reopened(store)) == (kept,)
    assert brought(store, file).is_new
