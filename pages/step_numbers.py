"""The published numbers of the steps page, counted once per choice of data, rules and filters."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.disclosure import MINIMUM_PERSONS, Grid, Shape, publish, publish_filled, publish_parts
from core.frames import Frame
from core.session import Visit, observed_chains
from core.text.steps import MOVE_NAMES
from core.trajectories import moves
from core.trajectories.followups import count_followups

CHAINS = Shape(counts=["chains"])
COURSES = Grid({"course": moves.COURSES})
LATER_STEPS = Grid({"step": moves.LATER_STEPS}, within=["year"])
FOLLOWUP_MONTHS: Final = 12
FEWEST_OF_REFERRER: Final = 50
"""A referrer with fewer chains could hardly show what became of them."""


@dataclass(frozen=True, slots=True)
class StepNumbers:
    """All tables of the page, published for the level of the visit; ``moved`` by move.

    Tables of two parts carry ``whole``; without anything to count a row still stands.
    """

    moved: Mapping[str, pd.DataFrame]
    courses: pd.DataFrame
    stepped: pd.DataFrame
    ways: pd.DataFrame
    yearly: pd.DataFrame
    followups: pd.DataFrame
    referrers: pd.DataFrame


def step_numbers(visit: Visit) -> StepNumbers:
    """Count and publish everything the page shows."""
    observed, rules, level = observed_chains(visit), visit.rules, visit.level
    moved = {
        move: _moved(moves.count_moves_within(observed, rules, move=move), visit)
        for move in MOVE_NAMES
    }
    after = count_followups(observed, rules, FOLLOWUP_MONTHS, MINIMUM_PERSONS)
    sent = moves.count_moves_by_referrer(observed, rules, FEWEST_OF_REFERRER)
    courses, yearly = (
        moves.count_courses(observed, rules),
        moves.count_steps_by_year(observed, rules),
    )
    return StepNumbers(
        moved=moved,
        courses=publish_filled(courses, level, CHAINS, COURSES),
        stepped=_halves(moves.count_stepped(observed, rules), "is_stepped", visit),
        ways=_halves(moves.count_ways_to_heavy(observed, rules), "is_direct", visit),
        yearly=publish_filled(yearly, level, Shape(counts=["starts"]), LATER_STEPS),
        followups=publish(after, level, CHAINS),
        referrers=_moved(sent, visit, "referrer", "is_rest"),
    )


def _moved(counted: Frame, visit: Visit, *within: str) -> pd.DataFrame:
    """Publish who moved and who did not, of each beginning, and of each value of some columns."""
    grid = Grid({"begun": moves.BEGUN, "moved": moves.YES_OR_NO}, within)
    return publish_parts(counted, visit.level, "chains", grid, [*within, "begun"])


def _halves(counted: Frame, column: str, visit: Visit) -> pd.DataFrame:
    """Publish the chains of which something holds, and those of which it does not."""
    return publish_parts(counted, visit.level, "chains", Grid({column: moves.YES_OR_NO}))
