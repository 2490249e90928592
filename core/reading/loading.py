"""One file through all of reading: refused, or added to the table ``typed``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import duckdb

from core.reading.cbs import decode, is_cbs, refuse_fixed_width
from core.reading.choices import CBS, DECLARED, PROVIDER, ReadingChoices
from core.reading.findings import Finding, found
from core.reading.headings import Column, meanings_of
from core.reading.identifying import judge_contents, refuse_headings
from core.reading.landed import Landed
from core.reading.lookups import (
    look_up_amounts,
    look_up_days,
    look_up_forms,
    look_up_volumes,
)
from core.reading.mapped import name_lines, rows_of
from core.reading.typed import add_typed, count_unknown_signs
from core.tables import MISSING

Told = Callable[[float], None]
"""Told which part of the work on a file is done, 0 to 1."""

JUDGED: Final = 0.5
LOOKED_UP: Final = 0.7
"""Parts of the work on a file, as measured on a million lines."""

EXAMPLES: Final = 3
LINES_FOR_EXAMPLES: Final = 200


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file of which the lines are in ``typed``."""

    file: str
    columns: tuple[Column, ...]
    findings: tuple[Finding, ...]
    kind: str = DECLARED  # or CBS

    @property
    def has_referrer(self) -> bool:
        """Say whether the file has a column for the referrer."""
        return any(column.meaning == "referrer" for column in self.columns)


def _silent(part: float) -> None:
    """Tell nobody which part of a file is done."""
    del part


def load(
    session: duckdb.DuckDBPyConnection,
    landed: Landed,
    choices: ReadingChoices,
    number: int,
    told: Told = _silent,
) -> Loaded:
    """Judge the lines of the view ``landed`` and add them to ``typed`` under a file number.

    Raises ``IdentifyingData`` and ``MissingMeaning``, or ``UnusableInput`` with several of these.
    """
    columns = columns_of(landed, choices)
    judgement = judge_contents(session, landed, columns, encrypted=choices.encrypted)
    told(JUDGED)
    name_lines(session, columns, judgement.dropped, choices.filling(landed.file))
    in_cents = choices.in_cents(landed.file, otherwise=landed.cents)
    kind = CBS if is_cbs(landed.file, landed.headings, choices) else DECLARED
    findings = (
        *landed.findings,
        *judgement.findings,
        *_about_headings(landed.file, columns),
        *(decode(session, landed.file) if kind == CBS else ()),
        *look_up_days(session, landed.file, choices.date_orders.get(landed.file)),
        *look_up_amounts(session, landed.file, in_cents=in_cents),
    )
    look_up_volumes(session, in_cents=in_cents)
    look_up_forms(session, choices)
    told(LOOKED_UP)
    side = choices.sides.get(landed.file, PROVIDER if kind == CBS else MISSING)
    add_typed(session, landed, columns, number, side)
    signs = count_unknown_signs(session)
    notes = (found("unknown_debit_credit", landed.file, signs),) if signs else ()
    shown = tuple(replace(column, examples=_examples(session, column)) for column in columns)
    session.execute("DROP TABLE landed_cells")  # the largest table, and no longer needed
    return Loaded(landed.file, shown, (*findings, *notes), kind)


def columns_of(landed: Landed, choices: ReadingChoices) -> tuple[Column, ...]:
    """Give the columns of a file their meanings; a heading that names a person is refused."""
    if landed.named:
        return tuple(Column(place, name, name) for place, name in enumerate(landed.headings))
    refuse_fixed_width(landed.file, landed.headings)
    refuse_headings(landed.file, landed.headings)
    return meanings_of(landed.file, landed.headings, choices)


def _about_headings(file: str, columns: Sequence[Column]) -> list[Finding]:
    guessed = any(not column.certain for column in columns)
    passed_over = any(column.passed_over for column in columns)
    rules = [("guessed_heading", guessed), ("conflicting_headings", passed_over)]
    return [found(rule, file, 0) for rule, applies in rules if applies]


def _examples(session: duckdb.DuckDBPyConnection, column: Column) -> tuple[str, ...]:
    """Give the first different values of a column, for the screen of the owner."""
    cell = duckdb.ColumnExpression(f"c{column.place}").alias("cell")
    near = duckdb.ColumnExpression("row") <= duckdb.ConstantExpression(LINES_FOR_EXAMPLES)
    first = session.view("landed").filter(near).select(cell)
    values = dict.fromkeys(row["cell"] for row in rows_of(first) if row["cell"])
    return tuple(values)[:EXAMPLES]
