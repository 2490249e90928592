"""Drawn trajectories as chains that are seen to begin, from the edge of the data on."""

from core.frames import Frame
from core.tables import CHAINED, TRAJECTORIES
from core.trajectories.chains import find_chains
from core.trajectories.cohorts import find_observed
from core.trajectories.rules import Rules
from core.trajectories.steps import find_steps
from tests.conftest import Opener, drawn, in_polars, rows_of, rules_of, trajectories_of

EDGE = "\n".join(f"edge{number}  light  2020-01-01  2020-01-31" for number in range(6))
"""Lines for drawings: care in the first month of the data, which is never a first."""


def chained(engine: Opener, drawing: str, rules: Rules | None = None) -> Frame:
    """Chain a drawing of trajectories, and open the result anew as the app does."""
    used = rules or rules_of()
    frame = in_polars(trajectories_of(drawn(drawing)), TRAJECTORIES)
    return engine(rows_of(find_steps(find_chains(frame, used), used), list(CHAINED)), CHAINED)


def observed(engine: Opener, lines: str, rules: Rules | None = None) -> Frame:
    """Chain drawn lines (client, care form, start, last day) beside care at the edge."""
    drawing = f"client_id  care_form  start  last\n{EDGE}\n{lines}"
    return find_observed(chained(engine, drawing, rules))
