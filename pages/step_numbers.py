"""The published numbers of the steps page, counted once per choice of data, rules and filters."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.disclosure import MINIMUM_PERSONS, Shape, publish
from core.session import Visit, observed_chains
from core.text.steps import MOVE_NAMES
from core.trajectories import moves
from core.trajectories.followups import count_followups

CHAINS = Shape(counts=["chains"])
FOLLOWUP_MONTHS: Final = 12
FEWEST_OF_REFERRER: Final = 50
"""A referrer with fewer chains could hardly show what became of them."""


@dataclass(frozen=True, slots=True)
class StepNumbers:
    """All tables of the page, published for the level of the visit; ``moved`` by move."""

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
        move: publish(moves.count_moves_within(observed, rules, move=move), level, CHAINS)
        for move in MOVE_NAMES
    }
    after = count_followups(observed, rules, FOLLOWUP_MONTHS, MINIMUM_PERSONS)
    sent = moves.count_moves_by_referrer(observed, rules, FEWEST_OF_REFERRER)
    yearly = moves.count_steps_by_year(observed, rules)
    return StepNumbers(
        moved=moved,
        courses=publish(moves.count_courses(observed, rules), level, CHAINS),
        stepped=publish(moves.count_stepped(observed, rules), level, CHAINS),
        ways=publish(moves.count_ways_to_heavy(observed, rules), level, CHAINS),
        yearly=publish(yearly, level, Shape(counts=["starts"])),
        followups=publish(after, level, CHAINS),
        referrers=publish(sent, level, CHAINS),
    )
