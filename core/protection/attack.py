"""The attacker: how closely hidden cells can be worked out from all that is shown.

What the attacker knows. A shown cell was rounded and is never below the threshold, so that it lies
in a narrow interval. A cell that was hidden for being small is at most one below the threshold; of
any other hidden cell only that it is not negative. On a screen both look the same: an attacker who
can tell them apart knows more than a reader does, and is the one to be safe from. And every sum is
the sum of its parts.

From there linear programming gives the outermost values that a cell can have, and integer
programming those in whole numbers (SciPy, with HiGHS). The way: Fischetti and Salazar (2001),
Solving the cell suppression problem on tabular data with linear constraints, section 2.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from core.protection.policy import Policy, policy

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

WIDTH: Final = 5
"""What lies at least between the lowest and the highest value that a hidden cell can have.

A shown cell, rounded to fives, leaves 4: hiding has to leave more.
"""

TOLERANCE: Final = 1e-6
FAR: Final = 10.0
"""Nothing in a table is this many times what all that is shown adds up to."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of each cell before sums are used: from ``lower`` up to and with ``upper``."""

    lower: Numbers
    upper: Numbers


def known_from(counts: Numbers, hidden: Flags, rule: Policy | None = None) -> Known:
    """Say what is known of cells with these true counts, of which some are hidden."""
    chosen = rule or policy()
    shown = (counts + chosen.base // 2) // chosen.base * chosen.base
    least = np.maximum(shown - chosen.base // 2, chosen.threshold)
    most = shown + (chosen.base - 1) // 2
    below = np.where(counts < chosen.threshold, chosen.threshold - 1.0, np.inf)
    return Known(np.where(hidden, 0.0, least), np.where(hidden, below, most))


def bounds_of(
    known: Known,
    equations: csr_array,
    asked: Iterable[int] | None = None,
    *,
    whole: bool = True,
) -> tuple[Numbers, Numbers]:
    """Give for every cell the lowest and the highest value that all that is known leaves.

    A row of ``equations`` is a sum that must come to nothing: 1 at the parts, -1 at their total.
    Only the cells in ``asked`` are attacked, for the others what was known is given back. ``whole``
    asks for whole numbers (integer programming), otherwise for any (linear programming).
    Raises ``ValueError`` when nothing fits, for then what is known cannot be true.
    """
    problem = _Problem(_closed(known), equations, whole)
    far = problem.known.upper.max(initial=0) / 2
    lows, highs = known.lower.copy(), known.upper.copy()
    for cell in range(len(lows)) if asked is None else asked:
        lows[cell] = _furthest(problem, cell, up=False)[cell]
        found = _furthest(problem, cell, up=True)[cell]
        highs[cell] = found if np.isfinite(known.upper[cell]) or found < far else np.inf
    return lows, highs


def find_exposed(
    known: Known, equations: csr_array, hidden: Flags, width: float = WIDTH
) -> list[int]:
    """List the hidden cells of which whole numbers leave an interval narrower than ``width``.

    Every table that the attack comes across fits what is known: a cell that two of them give values
    far enough apart needs no attack of its own.
    """
    problem = _Problem(_closed(known), equations, whole=True)
    least, most = np.full(len(hidden), np.inf), np.full(len(hidden), -np.inf)
    cells = np.flatnonzero(hidden).tolist()
    for cell in cells:
        for up in (True, False):
            if most[cell] - least[cell] < width:
                found = _furthest(problem, cell, up=up)
                least, most = np.minimum(least, found), np.maximum(most, found)
    return [cell for cell in cells if most[cell] - least[cell] < width]


def _closed(known: Known) -> Known:
    """End what has no end far beyond anything that the sums can come to."""
    finite = known.upper[np.isfinite(known.upper)]
    far = FAR * (1 + float(finite.sum()) + float(known.lower.sum()))
    return Known(known.lower, np.minimum(known.upper, far))


@dataclass(frozen=True, slots=True)
class _Problem:
    known: Known
    equations: csr_array
    whole: bool


def _furthest(problem: _Problem, cell: int, *, up: bool) -> Numbers:
    """Give a table that fits, in which one cell went as far as it goes in one direction."""
    aim = np.zeros(len(problem.known.lower))
    aim[cell] = -1.0 if up else 1.0
    found = solve(aim, problem.equations, problem.known, whole=problem.whole)
    if found is None:
        raise ValueError("no table fits what is known")
    return found


def solve(
    aim: Numbers, equations: csr_array, known: Known, *, whole: bool = True
) -> Numbers | None:
    """Find the cells within what is known, every sum right, for which ``aim`` is least.

    Any numbers are tried first: where they come out whole, as they do in two dimensions, no whole
    ones are better. None when nothing fits.
    """
    constraints = LinearConstraint(equations, 0, 0) if equations.shape[0] else ()
    for integrality in (0, 1):
        answer = milp(
            aim,
            integrality=np.full(len(aim), integrality),
            bounds=Bounds(known.lower, known.upper),
            constraints=constraints,
        )
        if answer.x is None:
            return None
        if not whole:
            return np.asarray(answer.x)
        if np.abs(answer.x - np.rint(answer.x)).max(initial=0) < TOLERANCE:
            break
    return np.rint(answer.x)
