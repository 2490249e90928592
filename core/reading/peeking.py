"""The headings of files before they are read, to know the layout of a supplier again.

Nothing is judged and nothing is kept; a file that cannot be peeked at has no headings here, and
reading says what is wrong with it.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import duckdb

from core.errors import DataError
from core.frames import open_duckdb
from core.reading.delimited import land_delimited
from core.reading.files import ZIP, Opened, numbered, open_file
from core.reading.headings import known_headings
from core.reading.sheets import land_sheet

FIRST_BYTES: Final = 256 * 1024
"""The part of a text that holds its headings, whatever stands above them."""
MOST_BYTES: Final = 16 * 1024**2
"""A larger workbook or ZIP is not unpacked just to look at it."""


def headings_of(paths: Sequence[Path]) -> dict[str, tuple[str, ...]]:
    """Give the headings of every text and workbook, by the name that reading gives it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        opened = numbered([file for path in paths for file in _open(path, folder)])
        found = {file.name: _headings(file, folder) for file in opened}
    return {name: headings for name, headings in found.items() if headings}


def _open(path: Path, folder: Path) -> Iterator[Opened]:
    if path.stat().st_size > MOST_BYTES and _is_packed(path):
        return
    with suppress(DataError):
        yield from open_file(path, Path(tempfile.mkdtemp(dir=folder)))


def _is_packed(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(ZIP)) == ZIP


def _headings(file: Opened, folder: Path) -> tuple[str, ...]:
    with suppress(DataError, duckdb.Error):
        session = open_duckdb().session
        try:
            if file.kind == "text":
                beginning = _beginning(file, folder)
                return land_delimited(session, beginning, known_headings, folder).headings
            if file.kind == "sheet":
                return land_sheet(session, file, known_headings).headings
        finally:
            session.close()
    return ()


def _beginning(file: Opened, folder: Path) -> Opened:
    """Copy the beginning of a text, up to the end of a line."""
    with file.path.open("rb") as stream:
        content = stream.read(FIRST_BYTES)
    whole = content if len(content) < FIRST_BYTES else content[: content.rfind(b"\n") + 1]
    path = folder / "beginning"
    path.write_bytes(whole)
    return Opened(file.name, file.kind, path)
