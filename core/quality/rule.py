"""What a rule of quality is: a code, what it needs, and which lines fail it.

A rule lives in a module of its own in ``core.quality.rules`` and is found there by its name, so
that adding one changes no other. It says which lines fail in two parts: ``among`` picks the lines
worth a look and sets beside them what they are compared with, and ``fails`` judges each of these
lines by itself. Rules with the same ``among`` are judged in one pass over the data.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.quality.delivered import Delivered

SEVERITIES: Final = ("error", "warning", "note")
"""An error was rejected at reading; a warning may change a figure; a note is good to know."""

ALLOCATIONS_TABLE: Final = "allocations"
"""What a rule ``needs`` that looks at allocations."""


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """What rules look at: ``DECLARATIONS``, ``SET_ASIDE``, and ``ALLOCATIONS`` where there are any.

    All of one engine, and on DuckDB of one connection.
    """

    declarations: Frame
    set_aside: Frame
    delivered: Delivered
    allocations: Frame | None = None


Among = Callable[[Tables], Frame]
"""Picks lines and adds columns to compare them with; never a line twice."""

Condition = nw.Expr | Callable[[Delivered], nw.Expr]
"""Whether a line fails; null is no. May depend on what was delivered as a whole."""


PICKED: Final = nw.col("row") == nw.col("row")
"""Every line that ``among`` picked fails."""


def each_line(tables: Tables) -> Frame:
    """Look at every accepted line, beside nothing."""
    return tables.declarations


def set_aside(tables: Tables) -> Frame:
    """Look at every line that was set aside at reading, with its ``rule``."""
    return tables.set_aside


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule of quality.

    ``code`` never changes and ``name`` is that of its module. ``fields`` are the columns of
    ``DECLARATIONS`` that somebody looks at to put it right. ``needs`` are the columns that must
    have been delivered, or ``ALLOCATIONS_TABLE``: without them nobody can say whether it holds.
    """

    code: str
    name: str
    severity: str
    fields: tuple[str, ...]
    fails: Condition
    needs: tuple[str, ...] = ()
    among: Among = each_line

    def __post_init__(self) -> None:
        """Refuse a severity that does not exist."""
        if self.severity not in SEVERITIES:
            raise ValueError(f"severity of {self.code} must be one of {SEVERITIES}")

    def missing_in(self, delivered: Delivered) -> tuple[str, ...]:
        """Name what the rule needs and nobody delivered."""
        return tuple(name for name in self.needs if name not in delivered.columns)

    def condition(self, delivered: Delivered) -> nw.Expr:
        """Say whether a line fails, as true or false and never null."""
        fails = self.fails if isinstance(self.fails, nw.Expr) else self.fails(delivered)
        return fails.fill_null(value=False)


def rejected_at_reading(code: str, name: str, *fields: str) -> Rule:
    """Make the rule of an error for which reading already set the lines aside."""
    return Rule(code, name, "error", fields, nw.col("rule") == name, among=set_aside)


def is_one_of(column: str, labels: tuple[str, ...]) -> nw.Expr:
    """Say whether a column holds one of some labels; of no labels, never."""
    if not labels:
        return nw.col(column).is_null() & ~nw.col(column).is_null()
    return nw.col(column).is_in(labels)
