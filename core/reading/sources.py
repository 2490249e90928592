"""All files of a delivery, of whatever kind, one after the other in the order they were given."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

import duckdb

from core.errors import DataError, refuse
from core.reading.attended import Report
from core.reading.choices import ReadingChoices
from core.reading.declared import holds_declarations, load_declared
from core.reading.delimited import land_delimited
from core.reading.files import Opened, numbered, open_file
from core.reading.headings import known_headings
from core.reading.ijw import (
    forget_messages,
    keep_allocations,
    load_messages,
    read_messages,
)
from core.reading.keeping import parquet
from core.reading.loading import Loaded, load
from core.reading.parquet import land_parquet, open_parquet
from core.reading.repeated import repeated_files
from core.reading.sheets import land_sheet
from core.reading.typed import Into, stand_on
from core.reading.written import Parts, open_parts
from core.tables import MISSING

LANDED: Final = 0.2
"""The part of the work on a file that is done once it was looked at."""


PARTS: Final = {"accepted": "declarations", "aside": "set_aside", "others": "other_schemes"}
"""The file of a delivery that each part of the lines is written to."""


@dataclass(frozen=True, slots=True)
class Given:
    """What reading was asked: the files, what was chosen about them, and a folder for the lines."""

    paths: tuple[Path, ...]
    choices: ReadingChoices
    folder: Path | None = None


def load_all(session: duckdb.DuckDBPyConnection, given: Given, report: Report) -> list[Loaded]:
    """Read every file into ``typed``. Problems are gathered and raised together at the end.

    ``typed`` becomes a view of the files in the folder where a single file could be written there
    at once. Whatever had to be unpacked or written again is deleted before this returns or raises.
    """
    problems: list[DataError] = []
    loaded: dict[int, Loaded] = {}
    with tempfile.TemporaryDirectory() as name:
        opened = _open_all(given.paths, Path(name), problems)
        sides = [given.choices.sides.get(file.name, MISSING) for file in opened]
        again = repeated_files([file.path for file in opened], sides)
        with _parts(session, opened, given.folder) as parts:
            for number, file in enumerate(opened):
                report(file.name, 0.8 * number / len(opened))
                if file.kind != "message":
                    told = partial(_tell_part, report, file.name, number, len(opened))
                    with _gathering(problems):
                        into = Into(number, parts, number in again, told)
                        loaded[number] = _load_file(session, file, given.choices, into)
            with _gathering(problems):
                loaded |= _load_messages(session, opened, given.choices)
            refuse(problems)
    return [loaded[number] for number in sorted(loaded)]


@contextmanager
def _parts(
    session: duckdb.DuckDBPyConnection, opened: Sequence[Opened], folder: Path | None
) -> Iterator[Parts | None]:
    """Open files for the lines, where they may become the files of the delivery as they are."""
    if folder is None or len(opened) != 1 or opened[0].kind == "message":
        yield None
        return
    paths = {part: parquet(folder, name) for part, name in PARTS.items()}
    with open_parts(paths) as parts:
        yield parts
    stand_on(session, paths)


@contextmanager
def _gathering(problems: list[DataError]) -> Iterator[None]:
    """Write a problem down and go on, so that the owner hears of all of them at once."""
    try:
        yield
    except DataError as problem:
        problems.append(problem)


def _open_all(paths: Sequence[Path], folder: Path, problems: list[DataError]) -> tuple[Opened, ...]:
    opened: list[Opened] = []
    for place, path in enumerate(paths):
        unpacked = folder / str(place)
        unpacked.mkdir()
        with _gathering(problems):
            opened += open_file(path, unpacked)
    return numbered(opened)


def _tell_part(report: Report, file: str, number: int, files: int, part: float) -> None:
    """Tell which part of a file is done, 0 to 1, among all files."""
    report(file, 0.8 * (number + part) / files)


def _load_file(
    session: duckdb.DuckDBPyConnection, file: Opened, choices: ReadingChoices, into: Into
) -> Loaded:
    def score(cells: Sequence[str]) -> int:
        chosen = sum(choices.meaning_of(file.name, cell) is not None for cell in cells)
        return known_headings(cells) + chosen

    if file.kind == "parquet":
        return _load_parquet(session, file, choices, into)
    with tempfile.TemporaryDirectory() as folder:
        if file.kind == "sheet":
            landed = land_sheet(session, file, score)
        else:
            landed = land_delimited(session, file, score, Path(folder))
        into.told(LANDED)
        return load(session, landed, choices, into)


def _load_parquet(
    session: duckdb.DuckDBPyConnection, file: Opened, choices: ReadingChoices, into: Into
) -> Loaded:
    relation = open_parquet(session, file)
    if holds_declarations(relation):
        side = choices.sides.get(file.name, MISSING)
        return load_declared(session, file.name, relation, into, side)
    return load(session, land_parquet(session, file, relation), choices, into)


def _load_messages(
    session: duckdb.DuckDBPyConnection, opened: Sequence[Opened], choices: ReadingChoices
) -> dict[int, Loaded]:
    """Read messages together, because an allocation or a stop belongs to lines elsewhere.

    Makes the table ``allocations``, which is empty without messages.
    """
    messages = {number: file for number, file in enumerate(opened) if file.kind == "message"}
    try:
        raws = read_messages(session, _streams(messages.values())) if messages else ()
        loaded = load_messages(session, dict(zip(messages, raws, strict=True)), choices)
        keep_allocations(session, choices)
    finally:
        forget_messages(session)
    return loaded


def _streams(messages: Iterable[Opened]) -> Iterator[tuple[str, BinaryIO]]:
    """Open messages one at a time: there may be more of them than files may be open."""
    for message in messages:
        with message.path.open("rb") as stream:
            yield message.name, stream
