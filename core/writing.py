"""From result to files: every table as CSV or Parquet, beside what was read and by which rules.

UTF-8, comma, LF, a header, ISO dates, empty is missing. Rows stand in order of their key columns,
text by code point, so that two runs over the same lines give the same bytes. ``end`` is the last
day of care here, as people write it.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

import narwhals.stable.v2 as nw
import pandas as pd

from core import __version__
from core.analysis import Analysis, count_attrition
from core.disclosure import Shape, protect
from core.frames import Frame, collect, open_duckdb, write_rows
from core.reading.delivery import Delivery
from core.tables import (
    ATTRITION,
    CHAIN_LENGTHS,
    CHAINED,
    FINDINGS,
    OPEN_END,
    TRAJECTORIES,
    TRANSITIONS,
    TRIGGERS,
    UNRANKED,
    VARIANTS,
    Table,
)
from core.text.findings import sentence
from core.trajectories.calendar import date_of
from core.trajectories.counting import count_chain_lengths, count_transitions, count_variants
from core.trajectories.rules import Rules

FORMATS: Final = ("csv", "parquet")

MODEL_ONLY: Final = ("crisis", "sector", "dated")
"""Columns of trajectories that the files do not have."""

PLACES: Final = tuple(name for name in CHAINED if name not in TRAJECTORIES)

DAY: Final = "(DATE '1970-01-01' + \"{name}\"::INTEGER)"
LAST_DAY: Final = (
    f'CASE WHEN "end" < {OPEN_END} THEN (DATE \'1970-01-01\' + ("end" - 1)::INTEGER) END'
)
WHOLE: Final = (
    'CASE WHEN "{name}" = trunc("{name}") THEN "{name}"::BIGINT::VARCHAR ELSE "{name}"::VARCHAR END'
)
"""A statistic as text: 40 rather than 40.0, and 40.5 where it falls between two days."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file: its columns in order, its sort keys, and whether its rows are single trajectories.

    ``counts`` are protected when the file is meant for the table, ``medians`` are percentiles, and
    ``within`` names the group that rows divide. Rows that are a ``route`` leave out those of few:
    that somebody took it is written in its name.
    """

    columns: tuple[str, ...]
    keys: tuple[str, ...]
    rows_of_clients: bool = False
    counts: tuple[str, ...] = ()
    medians: tuple[str, ...] = ()
    within: tuple[str, ...] | None = None
    route: bool = False


OUTPUTS: Final[Mapping[str, Output]] = {
    "trajectories": Output(
        tuple(name for name in TRAJECTORIES if name not in MODEL_ONLY),
        ("trajectory_id",),
        rows_of_clients=True,
    ),
    "chained": Output(
        ("trajectory_id", "client_id", *PLACES), ("trajectory_id",), rows_of_clients=True
    ),
    "chain_lengths": Output(
        tuple(CHAIN_LENGTHS), ("length",), counts=("chains", "clients"), within=()
    ),
    "transitions": Output(
        tuple(TRANSITIONS),
        ("source", "target"),
        counts=("transitions", "clients", "overlapping"),
        medians=("median_gap_days",),
        within=("source",),
        route=True,
    ),
    "variants": Output(
        tuple(VARIANTS), ("variant",), counts=("chains", "clients"), within=(), route=True
    ),
    "triggers": Output(
        tuple(TRIGGERS), ("client_id", "chain", "trajectory_id"), rows_of_clients=True
    ),
}
"""The tables of the model, by the name of their file."""

TABLES: Final[Mapping[str, Callable[[Analysis], Frame]]] = {
    "trajectories": lambda analysis: analysis.trajectories,
    "chained": lambda analysis: analysis.chained,
    "chain_lengths": lambda analysis: count_chain_lengths(analysis.chained),
    "transitions": lambda analysis: count_transitions(analysis.chained),
    "variants": lambda analysis: count_variants(analysis.chained),
    "triggers": lambda analysis: analysis.triggers,
}


@dataclass(frozen=True, slots=True)
class Destination:
    """Where files go and how: folder, format, whether they are for the table, and a scratch."""

    folder: Path
    format: str
    for_table: bool
    scratch: Path


def write_results(to: Destination, analysis: Analysis, delivery: Delivery) -> None:
    """Write every file of an analysis. Files for the table hold no row of a single trajectory.

    What an earlier analysis left in the folder goes first: a folder that may be shared never holds
    rows that may not.
    """
    to.folder.mkdir(parents=True, exist_ok=True)
    for name in (*OUTPUTS, "attrition", "findings"):
        for form in FORMATS:
            (to.folder / f"{name}.{form}").unlink(missing_ok=True)
    for name, output in OUTPUTS.items():
        if not (to.for_table and output.rows_of_clients):
            _write_model_table(to, name, TABLES[name](analysis))
    attrition = [_attrition_of_reading(delivery), *count_attrition(analysis)]
    _write_small(to, "attrition", attrition, Output(tuple(ATTRITION), ("place",)))
    _write_findings(to, delivery)
    ledger = [_ledger_entry(to, asdict(entry)) for entry in delivery.ledger]
    _write_json(to.folder / "ledger.json", ledger)
    _write_json(to.folder / "rules.json", written_rules(analysis.rules))


def written_rules(rules: Rules) -> dict[str, Any]:
    """Write settled rules, and the version of the app that counted by them."""
    settings = {field.name: getattr(rules, field.name) for field in fields(rules)}
    settings |= {
        "as_of": date_of(rules.as_of).isoformat(),
        "ladder": dict(rules.ladder),
        "uncounted": list(rules.uncounted),
        "uncounted_groups": list(rules.uncounted_groups),
        "repairs": list(rules.repairs),
    }
    return {"app_version": __version__} | settings


def _write_model_table(to: Destination, name: str, frame: Frame) -> None:
    output = OUTPUTS[name]
    if to.for_table:
        medians = dict.fromkeys(output.medians, 0.5)
        shape = Shape(counts=output.counts, percentiles=medians, within=output.within)
        _write_frame(to, name, output, _protected(frame, shape, output))
    else:
        _write_frame(to, name, output, frame)


def _protected(frame: Frame, shape: Shape, output: Output) -> Frame:
    shown = protect(collect(frame), "tafel", shape)[list(output.columns)]
    return _frame_of_table(shown.dropna(subset=["clients"]) if output.route else shown)


def _frame_of_table(table: pd.DataFrame) -> Frame:
    workspace = open_duckdb()
    return nw.from_native(workspace.session.from_df(table))


def _write_frame(to: Destination, name: str, output: Output, frame: Frame) -> None:
    columns = {column: _as_written(column, output, to.format) for column in output.columns}
    path = to.folder / f"{name}.{to.format}"
    write_rows(frame, columns, output.keys, path, to.scratch)


def _as_written(column: str, output: Output, form: str) -> str:
    """Give the expression that turns a column of the model into what stands in the file."""
    if column == "end":
        return LAST_DAY
    if column == "start":
        return DAY.format(name=column)
    if column == "level":
        return f'nullif("level", {UNRANKED})'
    if column in output.medians and form == "csv":
        return WHOLE.format(name=column)
    whole = column in output.counts or column in output.medians
    return f'"{column}"' if whole or not _is_text(column) else f"nullif(\"{column}\", '')"


def _is_text(column: str) -> bool:
    tables: Sequence[Table] = (CHAINED, TRIGGERS, TRANSITIONS, VARIANTS, ATTRITION, FINDINGS)
    return any(column in table and table[column].dtype is nw.String for table in tables)


def _attrition_of_reading(delivery: Delivery) -> dict[str, Any]:
    lines = sum(entry.lines_read for entry in delivery.ledger)
    return {"step": "read", "rows": lines, "clients": delivery.clients_read}


def _write_small(
    to: Destination, name: str, rows: Sequence[dict[str, Any]], output: Output
) -> None:
    """Write a few rows in the order given."""
    table = pd.DataFrame(rows, columns=list(output.columns))
    table["place"] = range(len(rows))
    if to.for_table and "clients" in output.columns:
        table = protect(table, "tafel", Shape(counts=["rows", "clients"]))
    elif to.for_table:
        table = protect(table, "tafel", Shape(counts=["rows"], persons="rows"))
    _write_frame(to, name, output, _frame_of_table(table))


def _write_findings(to: Destination, delivery: Delivery) -> None:
    rows = sorted(
        (asdict(finding) for finding in delivery.findings),
        key=lambda row: (row["rule"], row["severity"], row["file"]),
    )
    if to.for_table:
        rows = [row | {"message": sentence(row["rule"], _shown(row["rows"]))} for row in rows]
    _write_small(to, "findings", rows, Output(tuple(FINDINGS), ("place",)))


def _ledger_entry(to: Destination, entry: dict[str, Any]) -> dict[str, Any]:
    """Give the account of a file; for the table only how many lines it has.

    From lines or cents in parts, the small part would follow by subtraction.
    """
    if not to.for_table:
        return entry
    told = {"file": entry["file"], "lines_read": _shown(entry["lines_read"])}
    return dict.fromkeys(entry) | told


def _shown(lines: int) -> int | None:
    """Protect a number of lines as a count of persons is."""
    table = protect(pd.DataFrame([{"rows": lines}]), "tafel", Shape(["rows"], persons="rows"))
    shown = table["rows"].item()
    return None if pd.isna(shown) else int(shown)


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
