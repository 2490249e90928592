"""Locks between processes, on files: the system lets go of them when a process dies, however."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait for the lock at a path, and hold it; two threads of one process wait as well."""
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(file, wait=True)
        yield
    finally:
        os.close(file)


@contextmanager
def holding(path: Path) -> Iterator[bool]:
    """Try to take the lock at a path, and say whether it was free."""
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    free = False
    try:
        with suppress(OSError):
            _take(file, wait=False)
            free = True
        yield free
    finally:
        os.close(file)


def _take(file: int, *, wait: bool) -> None:
    if sys.platform == "win32":
        msvcrt.locking(file, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
