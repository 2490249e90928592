"""What goes wrong with disks and databases, told as ``StoreTrouble`` with a reason.

The words of the system are not repeated: they hold paths, addresses and sometimes a password.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import duckdb
import sqlalchemy.exc as sa

from core.errors import StoreTrouble

FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
READ_ONLY: Final = (errno.EROFS, errno.EACCES, errno.EPERM)

WORDS: Final = {
    "disk is full": "full",
    "no space left": "full",
    "file too large": "full",
    "readonly": "read_only",
    "read-only": "read_only",
    "permission denied": "read_only",
    "unable to open database file": "read_only",
    "locked": "busy",
    "malformed": "damaged",
    "not a database": "damaged",
    "disk i/o": "disk",
}
"""What databases say, in their own words."""


@contextmanager
def troubles_told() -> Iterator[None]:
    """Turn an error of the disk or the database into a ``StoreTrouble``."""
    try:
        yield
    except OSError as problem:
        raise StoreTrouble(_of_the_system(problem)) from problem
    except (sa.DBAPIError, sqlite3.Error, duckdb.IOException) as problem:
        raise StoreTrouble(_of_the_database(problem)) from problem


def _of_the_system(problem: OSError) -> str:
    if problem.errno in FULL:
        return "full"
    return "read_only" if problem.errno in READ_ONLY else "disk"


def _of_the_database(problem: Exception) -> str:
    cause = getattr(problem, "orig", None) or problem
    said = str(cause).lower()
    known = (reason for words, reason in WORDS.items() if words in said)
    return next(known, "disk" if isinstance(problem, duckdb.Error) else "unreachable")
