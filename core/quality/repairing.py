"""Repairing: the repairs that somebody chose, one after the other, each with its count.

    declarations --repair--> declarations --repair--> ... --> REPAIRED

The order is that of ``core.trajectories.rules.REPAIRS`` and never that of choosing: codes and
labels first, so that the lines that belong together are found; then lines that go; then days.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame, collect, hold
from core.quality import repairs
from core.quality.repair import NO, Repair
from core.tables import DECLARATIONS
from core.trajectories.rules import REPAIRS

BY_NAME: Final[dict[str, Repair]] = {
    name: import_module(f"{repairs.__name__}.{name}").REPAIR for name in REPAIRS
}
"""Every repair, in the order in which they are done."""


def apply_repairs(declarations: Frame, chosen: Iterable[str]) -> Frame:
    """Repair lines: ``DECLARATIONS`` with ``repaired`` (``REPAIRED``), or as they were for none.

    An unknown name raises ``KeyError``.
    """
    in_order = _in_order(chosen)
    if not in_order:
        return declarations
    lines = declarations.with_columns(repaired=NO)
    for repair in in_order:
        lines = _kept_lines(repair.mend(lines))
    return lines.select(*DECLARATIONS, repaired=nw.col("repaired") == 1)


def count_repairs(declarations: Frame, chosen: Iterable[str]) -> list[dict[str, int | str]]:
    """Count, for each chosen repair in its turn, what it does with what the ones before leave.

    A row (``REPAIR_COUNTS``) is a repair: the different lines it touches or drops, the lines it
    drops among them, and their clients.
    """
    lines, counts = declarations.with_columns(repaired=NO), []
    in_order = _in_order(chosen)
    for repair in in_order:
        mended = repair.mend(lines)
        counts.append(_counts_of(repair, mended))
        if repair is not in_order[-1]:
            lines = hold(_kept_lines(mended))
    return counts


def count_each_repair(declarations: Frame) -> list[dict[str, int | str]]:
    """Count what every repair would do by itself (``REPAIR_COUNTS``), for who is to choose."""
    return [_counts_of(repair, repair.mend(declarations)) for repair in BY_NAME.values()]


def _counts_of(repair: Repair, mended: Frame) -> dict[str, int | str]:
    """Count without computing a column that nobody asks for."""
    hit = mended.filter((nw.col("touched") == 1) | (nw.col("dropped") == 1))
    counted = hit.select("dropped", "client_id").select(
        lines=nw.len(), dropped=nw.col("dropped").sum(), clients=nw.col("client_id").n_unique()
    )
    row = collect(counted).fillna(0).iloc[0]
    return {"repair": repair.name} | {name: int(row[name]) for name in row.index}


def _in_order(chosen: Iterable[str]) -> list[Repair]:
    names = set(chosen)
    if unknown := names - set(BY_NAME):
        raise KeyError(min(unknown))
    return [repair for name, repair in BY_NAME.items() if name in names]


def _kept_lines(mended: Frame) -> Frame:
    """Leave out what is dropped, and remember what was touched by any repair so far."""
    return (
        mended.filter(nw.col("dropped") == 0)
        .with_columns(repaired=nw.max_horizontal("repaired", "touched"))
        .drop("touched", "dropped")
    )
