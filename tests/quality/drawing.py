"""The language of the tests of quality: drawn lines, and which of them fail a rule.

A drawing is a table of words: ``-`` is missing, ``_`` a space, ``last`` the last day of care, and
the rows are numbered from 1 as drawn. Below a line of ``=`` come the allocations. What a drawing
leaves out has a plain value.
"""

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import narwhals.stable.v2 as nw

from core.frames import collect
from core.quality.checking import find_failing, tables_of
from core.quality.delivered import find_delivered
from core.quality.rule import Rule, Tables, set_aside
from core.tables import ALLOCATIONS, DECLARATIONS, OPEN_END, SET_ASIDE, Table
from core.trajectories.calendar import day_number
from tests.conftest import PLAIN_LINE, Opener, Row, in_duckdb

if TYPE_CHECKING:
    from collections.abc import Callable

ALLOCATED: Final[Row] = {
    "budget_cents": None,
    "started": True,
    "declared": True,
}
DAYS: Final[Row] = {
    "start": day_number(date(2024, 1, 1)),
    "end": day_number(date(2024, 2, 1)),
}


def drawn_lines(drawing: str) -> list[Row]:
    """Read a drawing as rows of ``SET_ASIDE``."""
    heading, *lines = (line.split() for line in drawing.strip().splitlines() if line.strip())
    rows = [dict(zip(heading, words, strict=True)) for words in lines]
    return [whole(row, number) for number, row in enumerate(rows, start=1)]


def whole(words: dict[str, str], number: int = 1) -> Row:
    """Complete the words of a row to a row of ``SET_ASIDE``."""
    row: Row = PLAIN_LINE | DAYS | {"row": number, "rule": ""}
    for name, word in words.items():
        row |= {"end": _end(word)} if name == "last" else {name: _value(name, word)}
    return {"product": row["care_form"]} | row


def tables_drawn(drawing: str, opener: Opener = in_duckdb, rule: Rule | None = None) -> Tables:
    """Open a drawing as what rules look at; for a rule of reading its lines are set aside."""
    lines, allocated, *_ = [*re.split(r"\n\s*=\n", drawing), ""]
    rows = drawn_lines(lines)
    aside = rows if rule is not None and rule.among is set_aside else []
    declarations = opener(_of(DECLARATIONS, rows), DECLARATIONS)
    allocations = [ALLOCATED | row for row in drawn_lines(allocated)] if allocated else []
    return tables_of(
        declarations,
        opener(_of(SET_ASIDE, aside), SET_ASIDE),
        find_delivered(declarations),
        opener(_of(ALLOCATIONS, allocations), ALLOCATIONS) if allocations else None,
    )


def failing(rule: Rule, drawing: str) -> list[int]:
    """Give the rows of a drawing that fail a rule, which must be checkable."""
    tables = tables_drawn(drawing, rule=rule)
    if rule.among is not set_aside:
        assert not rule.missing_in(tables.delivered)
    return sorted(collect(find_failing(tables, rule))["row"].tolist())


def _of(table: Table, rows: list[Row]) -> list[Row]:
    return [{name: row[name] for name in table} for row in rows]


def _end(word: str) -> int:
    return OPEN_END if word == "-" else day_number(date.fromisoformat(word)) + 1


def _value(name: str, word: str) -> Any:  # noqa: ANN401 - of the type of its column
    readers: dict[Any, Callable[[str], Any]] = {
        nw.Int64: _whole_number,
        nw.Float64: float,
        nw.Boolean: lambda said: said == "ja",
        nw.String: lambda said: said if name == "rule" else said.replace("_", " "),
    }
    kind = SET_ASIDE[name].dtype
    if word == "-":
        return {nw.String: "", nw.Boolean: False}.get(kind)
    return readers[kind](word)


def _whole_number(word: str) -> int:
    return day_number(date.fromisoformat(word)) if word.count("-") == 2 else int(word)
