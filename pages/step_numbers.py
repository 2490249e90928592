"""The published numbers of the steps page, counted once per choice of data, rules and filters."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd

from core.disclosure import (
    MINIMUM_PERSONS,
    Grid,
    Margins,
    Shape,
    publish_parts,
    publish_table,
    publish_table_from,
)
from core.frames import Frame, hold
from core.session import Visit, observed_chains
from core.stepping import escalation as measured
from core.text.steps import MOVE_NAMES
from core.trajectories import moves
from core.trajectories.escalation import count_level_routes, count_step_kinds
from core.trajectories.openings import BEGUN, count_too_recent

CHAINS = Shape(counts=["chains"])
PARTS = Shape(counts=["chains"], within=[])
SHAPES = Shape(counts=["chains"], within=["least"])
RISES = Shape(counts=["chains"], averages={"rise": "chains"}, within=[])
STARTS = Shape(counts=["starts"], within=[])
YEARLY = Shape(counts=["starts"], within=["year"])
COURSES = Grid({"course": moves.COURSES})
BEGINNINGS = Grid({"begun": BEGUN})
LATER_STEPS = Grid({"step": moves.LATER_STEPS}, within=["year"])


@dataclass(frozen=True, slots=True)
class MoveNumbers:
    """What moved up or down by how chains began, for each move, and who began too recently."""

    moved: Mapping[str, pd.DataFrame]
    recent: pd.DataFrame


@dataclass(frozen=True, slots=True)
class StepNumbers:
    """What later starts are, and how chains run as a whole.

    Tables of two parts carry ``whole``; without anything to count a row still stands.
    """

    kinds: pd.DataFrame
    courses: pd.DataFrame
    ways: pd.DataFrame
    shapes: pd.DataFrame
    directions: pd.DataFrame
    runs: pd.DataFrame
    yearly: pd.DataFrame


def move_numbers(visit: Visit) -> MoveNumbers:
    """Count and publish what the first sentence of the page stands on."""
    observed, rules = observed_chains(visit), visit.rules
    recent = count_too_recent(observed, rules, moves.FOLLOW_UP_MONTHS)
    moved = {
        move: publish_moved(moves.count_moves_within(observed, rules, move=move), visit)
        for move in MOVE_NAMES
    }
    begun = Margins(["begun"])
    return MoveNumbers(moved, publish_table(recent, visit.level, CHAINS, begun, BEGINNINGS))


def step_numbers(visit: Visit) -> StepNumbers:
    """Count and publish what the part about up and down shows.

    Shapes, directions and runs divide the same chains: the sum of each is that of the others.
    """
    observed, rules, level = observed_chains(visit), visit.rules, visit.level
    routes = hold(count_level_routes(observed, rules, moves.FOLLOW_UP_MONTHS))
    directions = partial(measured.measure_directions, rungs=rules.levels)
    yearly = moves.count_steps_by_year(observed, rules)
    ways = moves.count_ways_to_heavy(observed, rules)
    shapes, heading, runs = (
        publish_table_from([routes], measure, level, shape, margins)
        for measure, shape, margins in (
            (measured.measure_shapes, SHAPES, Margins(["least", "shape"], [["least"]])),
            (directions, RISES, Margins(["direction"])),
            (measured.measure_runs, PARTS, Margins(["run"])),
        )
    )
    courses, kinds = (
        moves.count_courses(observed, rules),
        count_step_kinds(observed, MINIMUM_PERSONS),
    )
    return StepNumbers(
        kinds=publish_table(kinds, level, STARTS, Margins(["step"])),
        courses=publish_table(courses, level, PARTS, Margins(["course"]), COURSES),
        ways=publish_parts(ways, level, "chains", Grid({"is_direct": moves.YES_OR_NO})),
        shapes=shapes,
        directions=heading,
        runs=runs,
        yearly=publish_table(yearly, level, YEARLY, Margins(["year", "step"]), LATER_STEPS),
    )


def publish_moved(counted: Frame, visit: Visit, *within: str) -> pd.DataFrame:
    """Publish who moved and who did not, of each beginning, and of each value of some columns.

    All values together are those who moved of each beginning, which the page tells as well.
    """
    grid = Grid({"begun": BEGUN, "moved": moves.YES_OR_NO}, within, divides=bool(within))
    return publish_parts(counted, visit.level, "chains", grid, [*within, "begun"])
