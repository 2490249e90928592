"""The published numbers of the chains page: what stands above all parts, and the first part."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from core.disclosure import (
    MINIMUM_PERSONS,
    Grid,
    Margins,
    Shape,
    publish,
    publish_parts,
    publish_table,
)
from core.session import Visit, current_rules, observed_chains, open_analysis
from core.text.chains import FOLLOWED
from core.trajectories import cohorts, flow
from core.trajectories.headlines import LONG_CHAIN
from core.trajectories.selection import select_chains

CHAINS = Shape(counts=["chains"])
LENGTHS = Shape(counts=["chains"], amounts=["amount_cents"], within=["cohort"])
FLOWS = Shape(
    counts=["chains"], within=["column", "source_kind", "source"], rest=("target_kind", "rest")
)
ROUTES = Shape(counts=["chains", "routes"], within=[])
LEFT, REACHED = ["column", "source_kind", "source"], ["target_kind", "target"]
BOXES = Margins([*LEFT, *REACHED], [LEFT, ["column", *REACHED]])
"""What leaves a box, and what reaches it: as many as the box says."""
SHOWN_ROUTES = 10


@dataclass(frozen=True, slots=True)
class ChainHeads:
    """What stands above all parts of the page, published for the level of the visit."""

    started: pd.DataFrame
    running: pd.DataFrame
    following: pd.DataFrame
    parallel: pd.DataFrame


@dataclass(frozen=True, slots=True)
class ChainLengths:
    """The tables of the part on how many trajectories follow each other, published."""

    flows: pd.DataFrame
    lengths: Mapping[int, pd.DataFrame]
    routes: pd.DataFrame


def chain_heads(visit: Visit) -> ChainHeads:
    """Count and publish what stands above all parts."""
    already = select_chains(cohorts.find_already_running(visit.analysis.chained), visit.selection)
    longest = max(FOLLOWED)
    return ChainHeads(
        started=publish(cohorts.count_chains(observed_chains(visit)), visit.level, CHAINS),
        running=publish(cohorts.count_chains(already), visit.level, CHAINS),
        following=_long_chains(visit, longest, count_parallel=False),
        parallel=_long_chains(visit, longest, count_parallel=True),
    )


def chain_lengths(visit: Visit) -> ChainLengths:
    """Count and publish the flow, the lengths and the routes."""
    observed, rules, level = observed_chains(visit), visit.rules, visit.level
    lengths = {
        months: publish_table(
            cohorts.count_lengths_by_cohort(observed, rules, months, MINIMUM_PERSONS),
            level,
            LENGTHS,
            Margins(["cohort", "length"]),
        ).sort_values(["cohort", "length"])
        for months in FOLLOWED
    }
    flows = flow.count_flows(observed, MINIMUM_PERSONS)
    routes = flow.count_routes(observed, SHOWN_ROUTES, MINIMUM_PERSONS)
    return ChainLengths(
        flows=publish_table(flows, level, FLOWS, BOXES),
        lengths=lengths,
        routes=publish_table(routes, level, ROUTES, Margins(["rank", "route"], [[]])),
    )


def _long_chains(visit: Visit, months: int, *, count_parallel: bool) -> pd.DataFrame:
    """Count who reaches three in a row, in one of both readings."""
    begun, rules = observed_chains(visit), visit.rules
    if rules.count_parallel != count_parallel:
        other = replace(current_rules(), count_parallel=count_parallel)
        analysis = open_analysis(visit.data_set, other)
        found = cohorts.find_observed(analysis.chained)
        begun, rules = select_chains(found, visit.selection), analysis.rules
    counted = cohorts.count_long_chains(begun, rules, months, LONG_CHAIN)
    return publish_parts(counted, visit.level, "chains", Grid({"is_long": (1, 0)}))
