"""All files of a delivery, of whatever kind, one after the other in the order they were given."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

import duckdb

from core.errors import DataError, refuse
from core.reading.choices import ReadingChoices
from core.reading.declared import holds_declarations, load_declared
from core.reading.delimited import land_delimited
from core.reading.files import Opened, numbered, open_file
from core.reading.headings import Column, known_headings
from core.reading.ijw import forget_messages, keep_allocations, read_messages
from core.reading.landed import land_raw
from core.reading.loading import Loaded, Told, load
from core.reading.parquet import land_parquet, open_parquet
from core.reading.raw import RawLines
from core.reading.sheets import land_sheet
from core.tables import MISSING

Report = Callable[[str, float], None]
LANDED: Final = 0.3
"""The part of the work on a file that is done once its lines are in."""


def load_all(
    session: duckdb.DuckDBPyConnection,
    paths: Sequence[Path],
    choices: ReadingChoices,
    report: Report,
) -> list[Loaded]:
    """Read every file into ``typed``. Problems are gathered and raised together at the end.

    Whatever had to be unpacked or written again is deleted before this returns or raises.
    """
    problems: list[DataError] = []
    loaded: dict[int, Loaded] = {}
    with tempfile.TemporaryDirectory() as name:
        opened = _open_all(paths, Path(name), problems)
        for number, file in enumerate(opened):
            report(file.name, 0.8 * number / len(opened))
            if file.kind != "message":
                with _gathering(problems):
                    told = partial(_tell_part, report, file.name, number, len(opened))
                    loaded[number] = _load_file(session, file, choices, number, told)
        with _gathering(problems):
            loaded |= _load_messages(session, opened, choices)
    refuse(problems)
    return [loaded[number] for number in sorted(loaded)]


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
    session: duckdb.DuckDBPyConnection,
    file: Opened,
    choices: ReadingChoices,
    number: int,
    told: Told,
) -> Loaded:
    def score(cells: Sequence[str]) -> int:
        chosen = sum(choices.meaning_of(file.name, cell) is not None for cell in cells)
        return known_headings(cells) + chosen

    if file.kind == "parquet":
        return _load_parquet(session, file, choices, number)
    land = land_sheet if file.kind == "sheet" else land_delimited
    landed = land(session, file, score)
    told(LANDED)
    return load(session, landed, choices, number, told)


def _load_parquet(
    session: duckdb.DuckDBPyConnection, file: Opened, choices: ReadingChoices, number: int
) -> Loaded:
    relation = open_parquet(session, file)
    if holds_declarations(relation):
        side = choices.sides.get(file.name, MISSING)
        return load_declared(session, file.name, relation, number, side)
    return load(session, land_parquet(session, file, relation), choices, number)


def _load_messages(
    session: duckdb.DuckDBPyConnection, opened: Sequence[Opened], choices: ReadingChoices
) -> dict[int, Loaded]:
    """Read messages together, because an allocation or a stop belongs to lines elsewhere.

    Makes the table ``allocations``, which is empty without messages.
    """
    messages = {number: file for number, file in enumerate(opened) if file.kind == "message"}
    try:
        raws = read_messages(session, _streams(messages.values())) if messages else ()
        loaded = {
            number: _load_message(session, raw, choices, number)
            for number, raw in zip(messages, raws, strict=True)
        }
        keep_allocations(session, choices)
    finally:
        forget_messages(session)
    return loaded


def _streams(messages: Iterable[Opened]) -> Iterator[tuple[str, BinaryIO]]:
    """Open messages one at a time: there may be more of them than files may be open."""
    for message in messages:
        with message.path.open("rb") as stream:
            yield message.name, stream


def _load_message(
    session: duckdb.DuckDBPyConnection, raw: RawLines, choices: ReadingChoices, number: int
) -> Loaded:
    if raw.lines_read:
        return load(session, land_raw(session, raw), choices, number)
    named = ("client_id", "municipality", "provider", "allocation", "referrer")
    columns = tuple(Column(place, name, name) for place, name in enumerate(named))
    return Loaded(raw.file, columns, raw.findings)
