"""The folder of a data set: its tables as Parquet, and beside them what reading found.

    declarations.parquet   the accepted lines
    set_aside.parquet      the lines that were rejected or doubled, with the rule
    allocations.parquet    what was allocated
    other_schemes.parquet  the accepted lines of other schemes than youth care, when there are any
    evaluations.parquet    the talks, when they were supplied
    names.json             names of codes
    delivery.json          ledger, findings, meanings of columns, unmatched codes, and the choices

Nothing in it changes after it was written.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import duckdb

from core.frames import Workspace, frame_of_rows, keep
from core.reading.choices import ReadingChoices
from core.reading.delivery import Delivery
from core.reading.keeping import REJECTED
from core.storage.durable import flush_files, write_file
from core.storage.plain import plain, restored
from core.tables import ALLOCATIONS, EVALUATIONS, OTHER_SCHEMES, SET_ASIDE

LAYOUT: Final = 2
"""Goes up when a folder looks different, or when reading means to give other lines."""

TABLES: Final = ("declarations", "set_aside", "allocations", "other_schemes", "evaluations")
ALWAYS: Final = {
    "set_aside": SET_ASIDE,
    "allocations": ALLOCATIONS,
    "other_schemes": OTHER_SCHEMES,
}
"""Tables that are there once a data set is open, without rows where a delivery had none."""

Names = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in the folder of a data set beside its tables."""

    delivery: Delivery
    choices: ReadingChoices = field(default_factory=ReadingChoices)
    names: Names = field(default_factory=dict)


def write_folder(folder: Path, workspace: Workspace, contents: Contents) -> None:
    """Write what reading did not write there itself, and flush all to the disk.

    The examples of cells, which help to judge the meaning of a column, are not written.
    """
    tables = {row[0] for row in workspace.session.execute("SHOW TABLES").fetchall()}
    for name in TABLES:
        path = folder / f"{name}.parquet"
        if name in tables and not path.exists():
            workspace.session.table(f'"{name}"').write_parquet(str(path), compression="zstd")
    named = [[*key, name] for key, name in sorted(contents.names.items())]
    write_file(folder / "names.json", _json(named))
    delivery = _without_examples(contents.delivery)
    told = {"layout": LAYOUT, "delivery": plain(delivery), "choices": plain(contents.choices)}
    write_file(folder / "delivery.json", _json(told))
    flush_files(folder)


def read_folder(folder: Path) -> Contents:
    """Read what stands beside the tables."""
    told = json.loads((folder / "delivery.json").read_bytes())
    named = json.loads((folder / "names.json").read_bytes())
    return Contents(
        restored(Delivery, told["delivery"]),
        restored(ReadingChoices, told["choices"]),
        {(kind, code): name for kind, code, name in named},
    )


def open_tables(folder: Path, workspace: Workspace) -> None:
    """Open the tables of a folder as views, so that rows are read when they are asked for.

    The view ``rejected`` is there as well, as after reading.
    """
    for name in TABLES:
        path = folder / f"{name}.parquet"
        if path.exists():
            _complete(workspace.session.read_parquet(str(path)), name).create_view(name)
        elif name in ALWAYS:
            keep(workspace, frame_of_rows(workspace, [], ALWAYS[name]), name)
    workspace.session.execute(REJECTED)


def _complete(table: duckdb.DuckDBPyRelation, name: str) -> duckdb.DuckDBPyRelation:
    """Add what talks did not tell yet when they were written, empty."""
    wanted = EVALUATIONS if name == "evaluations" else ()
    missing = [f"'' AS {column}" for column in wanted if column not in table.columns]
    return table.project(", ".join(["*", *missing]))


def _without_examples(delivery: Delivery) -> Delivery:
    mappings = tuple(
        replace(one, columns=tuple(replace(column, examples=()) for column in one.columns))
        for one in delivery.mappings
    )
    return replace(delivery, mappings=mappings)


def _json(value: Any) -> bytes:  # noqa: ANN401 - whatever is plain
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
