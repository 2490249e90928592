"""Beside tau-ARGUS: another attacker finds the same intervals in tables that we protected.

Every cell of a table goes to the engine with what is known of it beforehand: a hidden cell with
the interval that the rules leave, a shown one with that of its rounding. What comes back is laid
beside the outcome of our own attack.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from core.protection.attack import WIDTH, Known, bounds_of, known_from
from core.protection.margins import Described, describe
from core.protection.policy import STRICT
from core.protection.suppression import find_hidden
from tests.bench.processes import run
from tests.peers.comparing import Comparison
from tests.peers.environments import python_of
from tests.protection.random_tables import random_tables

TABLES: Final = 60
SEED: Final = 7
ROUNDING: Final = 1e-6
FAR: Final = 1_000_000
"""The engine asks for an end to every interval; nothing in these tables comes near it."""

Bounds = dict[int, tuple[float, float]]


def compare(tables: int = TABLES) -> list[Comparison]:
    """Protect random tables and attack them on both sides."""
    cells = [describe([drawn], "clients") for drawn in random_tables(tables, SEED)]
    hidden = [find_hidden(one, one.counts < STRICT.threshold, rule=STRICT) for one in cells]
    known = [known_from(one.counts, gone, STRICT) for one, gone in zip(cells, hidden, strict=True)]
    theirs = audited([written(one, what) for one, what in zip(cells, known, strict=True)])
    apart, narrow, numbers = 0.0, 0, 0
    for one, gone, what, found in zip(cells, hidden, known, theirs, strict=True):
        asked = np.flatnonzero(gone).tolist()
        lower, upper = bounds_of(what, one.equations, asked, whole=False)
        numbers += 2 * len(asked)
        narrow += sum(found[cell][1] - found[cell][0] < WIDTH for cell in asked)
        apart = max(apart, *(_apart((lower[cell], upper[cell]), found[cell]) for cell in asked), 0)
    data = f"{tables} random tables"
    return [
        Comparison("lowest and highest of hidden cells, tau-ARGUS", data, numbers, apart, ROUNDING),
        Comparison("hidden cells it finds too narrow", data, numbers // 2, narrow),
    ]


def _apart(ours: tuple[float, float], theirs: tuple[float, float]) -> float:
    """Measure how far two intervals differ; without an end is as far as the engine may go."""
    ends = zip(ours, theirs, strict=True)
    return max(abs(min(one, FAR) - min(other, FAR)) for one, other in ends)


def written(cells: Described, known: Known) -> str:
    """Write a table as the engine reads it: cells with their intervals, then the sums."""
    rows = [
        f"{place} {count:.0f} 1 u {low:.0f} {min(high, FAR):.0f} 0 0 0"
        for place, (count, low, high) in enumerate(
            zip(cells.counts, known.lower, known.upper, strict=True)
        )
    ]
    sums = [
        f"0 {end - start} : "
        + " ".join(
            f"{place} ({sign:.0f})"
            for place, sign in zip(
                cells.equations.indices[start:end], cells.equations.data[start:end], strict=True
            )
        )
        for start, end in zip(cells.equations.indptr, cells.equations.indptr[1:], strict=False)
    ]
    return "\n".join(["0", str(len(rows)), *rows, str(len(sums)), *sums, ""])


def audited(tables: list[str]) -> list[Bounds]:
    """Let the engine attack tables: by cell, the lowest and highest value it finds."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for place, table in enumerate(tables):
            (folder / f"{place:04}.jj").write_text(table, encoding="utf-8")
        run([python_of("pytauargus"), "-m", "tests.peers.tauargus_audit", folder])
        found = json.loads((folder / "audited.json").read_text(encoding="utf-8"))
    return [
        {int(cell): (low, high) for cell, low, high in found[f"{place:04}"]}
        for place in range(len(tables))
    ]
