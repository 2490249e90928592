"""One file through all of reading: refused, or added to the table ``typed``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import duckdb

from core.errors import NotReadable
from core.reading.cbs import decode, is_cbs, refuse_fixed_width
from core.reading.cells import count_different, count_lines
from core.reading.choices import CBS, DECLARED, PROVIDER, ReadingChoices
from core.reading.different import find_different
from core.reading.findings import Finding, found
from core.reading.headings import Column, meanings_of
from core.reading.identifying import judge_contents, refuse_headings
from core.reading.landed import Landed, drop_empty, forget_landed
from core.reading.lookups import (
    look_up_amounts,
    look_up_days,
    look_up_forms,
    look_up_volumes,
)
from core.reading.mapped import name_lines, rows_of
from core.reading.schemes import count_unknown_schemes
from core.reading.typed import Into, add_typed, count_unknown_signs
from core.tables import MISSING

JUDGED: Final = 0.5
LOOKED_UP: Final = 0.6
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


def load(
    session: duckdb.DuckDBPyConnection, landed: Landed, choices: ReadingChoices, into: Into
) -> Loaded:
    """Judge the lines of the view ``landed`` and add them to ``typed``.

    The lines are gone through twice: for what is different in them, by which the file is judged as
    a whole, and for the lines themselves. Raises ``IdentifyingData``, ``MissingMeaning`` and
    ``NotReadable``, or ``UnusableInput`` with several of these.
    """
    columns = columns_of(landed, choices)
    landed = counted(session, landed, columns)
    encrypted = choices.encrypted
    judgement = judge_contents(session, landed, columns, encrypted=encrypted, counted=True)
    into.told(JUDGED)
    name_lines(session, columns, judgement.dropped, choices.filling(landed.file))
    in_cents = choices.in_cents(landed.file, otherwise=landed.cents)
    kind = CBS if is_cbs(landed.file, landed.headings, choices) else DECLARED
    decoded = decode(session, landed.file) if kind == CBS else ()
    changed = kind == CBS or bool(choices.filling(landed.file))
    find_different(session, columns, judgement.dropped, changed=changed)
    findings = (
        *landed.findings,
        *judgement.findings,
        *_about_headings(landed.file, columns),
        *decoded,
        *_look_up(session, landed.file, choices, in_cents=in_cents),
    )
    into.told(LOOKED_UP)
    side = choices.sides.get(landed.file, PROVIDER if kind == CBS else MISSING)
    add_typed(session, landed, columns, into, side)
    shown = tuple(replace(column, examples=_examples(session, column)) for column in columns)
    forget_landed(session)
    return Loaded(landed.file, shown, findings, kind)


def _look_up(
    session: duckdb.DuckDBPyConnection,
    file: str,
    choices: ReadingChoices,
    *,
    in_cents: bool,
) -> Iterator[Finding]:
    """Look up what is in ``different``, once for all lines; says what is odd about it."""
    yield from look_up_days(session, file, choices.date_orders.get(file))
    yield from look_up_amounts(session, file, in_cents=in_cents)
    look_up_volumes(session, in_cents=in_cents)
    look_up_forms(session, choices)
    if signs := count_unknown_signs(session):
        yield found("unknown_debit_credit", file, signs)
    if schemes := count_unknown_schemes(session):
        yield found("unknown_scheme", file, schemes)


def counted(
    session: duckdb.DuckDBPyConnection, landed: Landed, columns: Sequence[Column]
) -> Landed:
    """Count what is different in the lines; those that cannot be told apart are landed again."""
    try:
        count_different(session, columns)
        filled, blank = count_lines(session)
        between = (filled + blank) * (len(landed.headings) - 1)
        whole = landed.delimiters in {None, between}
    except duckdb.InterruptException:
        raise
    except duckdb.Error as problem:
        if landed.line_by_line is None:
            raise NotReadable(landed.file, "damaged") from problem
        whole = False
    if whole or landed.line_by_line is None:
        if blank and landed.in_place:
            drop_empty(session, landed.headings)
        return landed
    return counted(session, landed.line_by_line(), columns)


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
    first = session.table("first_lines").limit(LINES_FOR_EXAMPLES).select(cell)
    values = dict.fromkeys(row["cell"] for row in rows_of(first) if row["cell"])
    return tuple(values)[:EXAMPLES]
