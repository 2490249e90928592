"""Reasons for ending in a few kinds: as planned, early, a switch, something else, not delivered.

A reason stands in the data as its code, its name, or both; case does not matter. A bare ``02`` is
death in one list and an early end by agreement in another, so that it says neither.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.codes import CBS_END_REASONS, END_REASONS, end_reason_label
from core.tables import MISSING

PLANNED: Final = "planned"
EARLY: Final = "early"
SWITCHED: Final = "switched"
ELSE: Final = "else"
UNDELIVERED: Final = "undelivered"

REASONS: Final = (PLANNED, EARLY, SWITCHED, ELSE, UNDELIVERED)
"""Kinds of reasons, in the order in which they are shown."""

DEATH: Final = "02"
KINDS: Final = {PLANNED: ("31",), EARLY: ("32", "33", "34", "35"), SWITCHED: ("38",)}
"""The codes of each kind; any other is something else."""


def reason_kind(reason: nw.Expr) -> nw.Expr:
    """Give the kind of a reason, one of REASONS."""
    plain = reason.str.to_lowercase()
    kind = nw.when(reason == MISSING).then(nw.lit(UNDELIVERED)).otherwise(nw.lit(ELSE))
    for name, codes in KINDS.items():
        kind = nw.when(plain.is_in(_written(codes))).then(nw.lit(name)).otherwise(kind)
    return kind


def is_death(reason: nw.Expr) -> nw.Expr:
    """Tell whether help ended because the client died."""
    label = end_reason_label(DEATH).casefold()
    return reason.str.to_lowercase().is_in([label, END_REASONS[DEATH].casefold()])


def _written(codes: tuple[str, ...]) -> list[str]:
    """Write codes in every way in which they are delivered."""
    statistics = [theirs for theirs, ours in CBS_END_REASONS.items() if ours in codes]
    names = [END_REASONS[code].casefold() for code in codes]
    both = [end_reason_label(code).casefold() for code in codes]
    return [*codes, *names, *both, *(code for code in statistics if code != DEATH)]
