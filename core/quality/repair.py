"""What a repair is: a change of lines that anybody can see, count, and switch off again.

A repair lives in a module of its own in ``core.quality.repairs``. It gives back every line it got,
with new values where it repairs, and says of each line whether it was ``touched`` (given another
value) or is ``dropped`` (said again, so that it goes). No repair is on unless somebody chose it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING

NO: Final = nw.lit(0)
YES: Final = nw.lit(1)

DAY_ORDER: Final = ("start", "end", "source", "row")
"""From first to last day; file and row settle ties, so that the order is total."""


@dataclass(frozen=True, slots=True, eq=False)
class Repair:
    """A repair by its name, which is that of its module, and what it does with lines.

    ``mend`` takes ``DECLARATIONS`` and adds ``touched`` and ``dropped``, 1 or 0.
    """

    name: str
    mend: Callable[[Frame], Frame]


def where(condition: nw.Expr) -> nw.Expr:
    """Write a condition as 1 or 0; null is 0."""
    return nw.when(condition).then(YES).otherwise(NO)


def renewed(lines: Frame, condition: nw.Expr, **values: nw.Expr) -> Frame:
    """Give some columns another value where a condition holds, and say where that was."""
    marked = lines.with_columns(touched=where(condition), dropped=NO)
    touched = nw.col("touched") == 1
    return marked.with_columns(
        **{
            name: nw.when(touched).then(value).otherwise(nw.col(name))
            for name, value in values.items()
        }
    )


def beside_largest(lines: Frame, by: tuple[str, ...], **values: nw.Expr) -> Frame:
    """Set beside every line the largest of some values in its group; null where all are null.

    With windows and not with a join: a repair that names its lines twice would double the query
    of all repairs before it.
    """
    return lines.with_columns(**values).with_columns(
        nw.col(name).max().over(*by) for name in values
    )


def beside_credits(lines: Frame, by: tuple[str, ...]) -> Frame:
    """Set ``credited`` beside every line: 1 where its group holds a credit, 0 otherwise."""
    return beside_largest(lines, by, credited=where(nw.col("is_credit")))


def is_filled(name: str) -> nw.Expr:
    """Say whether a text was delivered."""
    return nw.col(name) != MISSING
