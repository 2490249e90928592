"""Editions on disk: a folder named by the day, whole or not there, in Parquet for anybody.

An edition is written beside its place and takes it in one move. Whoever reads an older one goes on
reading it.
"""

import errno
import json
import re
import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from core.errors import SourceNotUsable, StoreTrouble
from core.opendata.shelf import (
    ABSENT_FILE,
    BREAKS_FILE,
    FIGURES_FILE,
    REGIONS_FILE,
    SOURCES_FILE,
    Shelf,
    bundled_shelf,
)
from core.storage.places import places_of

FOLDER: Final = "opendata"
CACHE: Final = "fetched"
EDITION: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
READABLE: Final = 0o755
UNFINISHED: Final = ".part-"
LEFT_SECONDS: Final = 24 * 60 * 60
ATTEMPTS: Final = 5
"""How often an edition is put in its place when another of the same day comes between."""

TAKEN: Final = (errno.EEXIST, errno.ENOTEMPTY)


@dataclass(frozen=True, slots=True)
class Contents:
    """What an edition holds: five tables of the vocabulary, and outlines by kind of region."""

    figures: pd.DataFrame
    sources: pd.DataFrame
    regions: pd.DataFrame
    breaks: pd.DataFrame
    absent: pd.DataFrame
    shapes: Mapping[str, Mapping[str, Any]]


def folder_of(home: Path) -> Path:
    """Give the folder of all editions, in the folder of the app on this machine."""
    return home / FOLDER


def choose_shelf(chosen: str, *, beside_sample: bool) -> Shelf:
    """Give the edition that was chosen by its name, if it is on this machine.

    Otherwise the invented country beside the sample region, and the newest edition beside anything
    else, as far as one was fetched.
    """
    known = known_shelves()
    named = next((shelf for shelf in known if shelf.edition == chosen), None)
    return named or (bundled_shelf() if beside_sample else known[0])


def known_shelves() -> tuple[Shelf, ...]:
    """List the editions on this machine, the newest first, and the invented one last."""
    try:
        fetched = list_editions(folder_of(places_of().home))
    except StoreTrouble:  # where nothing can be kept, nothing was fetched
        fetched = ()
    return (*fetched, bundled_shelf())


def list_editions(folder: Path) -> tuple[Shelf, ...]:
    """List the whole editions in a folder, the newest first."""
    if not folder.is_dir():
        return ()
    named = (path for path in folder.iterdir() if EDITION.fullmatch(path.name))
    whole = (path for path in named if (path / FIGURES_FILE).is_file())
    return tuple(Shelf(path.name, path) for path in sorted(whole, reverse=True))


def write_edition(folder: Path, name: str, contents: Contents) -> Shelf:
    """Write an edition; one of the same day makes way when the new one is whole.

    Raises ``SourceNotUsable`` when the disk is full or may not be written; what was there stays.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clean(folder)
        _write_whole(folder, name, contents)
    except OSError as problem:
        raise SourceNotUsable(name, "no_room") from problem
    return Shelf(name, folder / name)


def _write_whole(folder: Path, name: str, contents: Contents) -> None:
    """Write an edition beside its place, and put it there when it is complete."""
    unfinished = Path(tempfile.mkdtemp(dir=folder, prefix=UNFINISHED))
    try:
        _write(unfinished, contents)
        unfinished.chmod(READABLE)
        _take_place(unfinished, folder / name)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _clean(folder: Path) -> None:
    """Remove what was left by somebody who was stopped long ago."""
    for path in folder.glob(f"{UNFINISHED}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > LEFT_SECONDS:
                shutil.rmtree(path, ignore_errors=True)


def _take_place(unfinished: Path, place: Path) -> None:
    """Put an edition in its place; the one that stood there comes back when that fails."""
    for _ in range(ATTEMPTS):
        former = place.with_name(f".old-{uuid4().hex}")
        with suppress(FileNotFoundError):
            place.rename(former)
        try:
            unfinished.rename(place)
        except OSError as problem:
            with suppress(OSError):  # another has taken the place: that one is whole as well
                former.rename(place)
            if problem.errno not in TAKEN:
                raise
        else:
            unfinished = place
        shutil.rmtree(former, ignore_errors=True)
        if unfinished == place:
            return
    raise StoreTrouble("busy")


def _write(folder: Path, contents: Contents) -> None:
    _write_by_topic(folder / FIGURES_FILE, contents.figures)
    tables = {
        SOURCES_FILE: contents.sources,
        REGIONS_FILE: contents.regions,
        BREAKS_FILE: contents.breaks,
        ABSENT_FILE: contents.absent,
    }
    for name, table in tables.items():
        table.to_parquet(folder / name, index=False)
    for kind, shapes in contents.shapes.items():
        text = json.dumps(shapes, ensure_ascii=False, separators=(",", ":"))
        (folder / f"shapes_{kind}.json").write_text(text, encoding="utf-8")


def _write_by_topic(path: Path, figures: pd.DataFrame) -> None:
    """Write a group of rows for each topic, so that one topic is read without the others."""
    schema = pa.Schema.from_pandas(figures, preserve_index=False)
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for _, rows in figures.groupby("topic", sort=True):
            writer.write_table(pa.Table.from_pandas(rows, schema, preserve_index=False))
