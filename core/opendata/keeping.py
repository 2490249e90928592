"""What was fetched, kept on disk: whole or not at all.

A file is written beside its place and moved there when it is complete, so that a fetch that is cut
off, stopped or too large for the disk leaves the old one standing and nothing beside it. What a
file was made from travels inside it (tables) or in a note that is written last (downloads).
"""

import errno
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

import pyarrow as pa
import pyarrow.parquet as pq

from core.errors import SourceNotUsable

NOTE: Final = b"trajectzicht"
NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS, errno.EACCES)


@dataclass(frozen=True, slots=True)
class Kept:
    """A source on disk. ``fetched`` is the ISO day, ``modified`` as published.

    ``rows`` are those of the host (cells in v3, observations in v4), ``counted`` tells whether the
    host had announced as many; of a download both say nothing.
    """

    path: Path
    source: str
    modified: str
    fetched: str
    rows: int = 0
    counted: bool = False


@contextmanager
def whole(path: Path, source: str) -> Iterator[BinaryIO]:
    """Write a file that takes its place only when all went well."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    except OSError as problem:
        raise SourceNotUsable(source, "no_room") from problem
    unfinished = Path(name)
    try:
        with os.fdopen(number, "wb") as out:
            yield out
        unfinished.replace(path)
    except OSError as problem:
        if problem.errno not in NO_ROOM:  # not of this file: whoever listens may fail as well
            raise
        raise SourceNotUsable(source, "no_room") from problem
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def figures_writer(path: Path, source: str, schema: pa.Schema) -> Iterator[pq.ParquetWriter]:
    """Write figures page by page; the file is there when the last page is."""
    with whole(path, source) as out, pq.ParquetWriter(out, schema, compression="zstd") as writer:
        yield writer


def note_of(kept: Kept) -> Mapping[bytes, bytes]:
    """Write down what a Parquet file was made from, as metadata of the file itself."""
    return {NOTE: json.dumps(asdict(kept) | {"path": ""}).encode()}


def kept_at(path: Path) -> Kept | None:
    """Read from a Parquet file what it was made from; any other file counts as none."""
    with suppress(OSError, pa.ArrowException, ValueError, TypeError, KeyError):
        note = (pq.read_metadata(path).metadata or {})[NOTE]
        return Kept(**(json.loads(note) | {"path": path}))
    return None


def rows(kept: Kept) -> Iterator[pa.RecordBatch]:
    """Give the figures of a kept table batch by batch, so that a large table never stands whole."""
    with pq.ParquetFile(kept.path) as file:
        yield from file.iter_batches()


def write_json(path: Path, source: str, stored: Mapping[str, Any]) -> None:
    """Keep a small object."""
    with whole(path, source) as out:
        out.write(json.dumps(stored, ensure_ascii=False).encode())


def read_json_at(path: Path) -> dict[str, Any]:
    """Read a small object; without one, or with a damaged one, there is nothing."""
    with suppress(OSError, ValueError):
        stored = json.loads(path.read_bytes())
        if isinstance(stored, dict):
            return stored
    return {}


def named(parts: Sequence[str]) -> str:
    """Make a file name of words that may hold anything."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def today() -> str:
    """Give the ISO day on which something is fetched, in UTC."""
    return datetime.now(UTC).date().isoformat()
