"""The published numbers of the chains page, counted once per choice of data, rules and filters."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from core.disclosure import MINIMUM_PERSONS, Grid, Shape, publish, publish_parts
from core.session import Visit, current_rules, observed_chains, open_analysis
from core.text.chains import FOLLOWED
from core.trajectories import cohorts, flow
from core.trajectories.headlines import LONG_CHAIN
from core.trajectories.selection import select_chains

CHAINS = Shape(counts=["chains"])
LENGTHS = Shape(counts=["chains"], amounts=["amount_cents"])
ROUTES = Shape(counts=["chains", "routes"])
SHOWN_ROUTES = 10


@dataclass(frozen=True, slots=True)
class ChainNumbers:
    """All tables of the page, published for the level of the visit."""

    started: pd.DataFrame
    running: pd.DataFrame
    following: pd.DataFrame
    parallel: pd.DataFrame
    flows: pd.DataFrame
    lengths: Mapping[int, pd.DataFrame]
    routes: pd.DataFrame


def chain_numbers(visit: Visit) -> ChainNumbers:
    """Count and publish everything the page shows."""
    observed, rules, level = observed_chains(visit), visit.rules, visit.level
    already = select_chains(cohorts.find_already_running(visit.analysis.chained), visit.selection)
    longest = max(FOLLOWED)
    lengths = {
        months: publish(
            cohorts.count_lengths_by_cohort(observed, rules, months, MINIMUM_PERSONS),
            level,
            LENGTHS,
        ).sort_values(["cohort", "length"])
        for months in FOLLOWED
    }
    return ChainNumbers(
        started=publish(cohorts.count_chains(observed), level, CHAINS),
        running=publish(cohorts.count_chains(already), level, CHAINS),
        following=_long_chains(visit, longest, count_parallel=False),
        parallel=_long_chains(visit, longest, count_parallel=True),
        flows=publish(flow.count_flows(observed, MINIMUM_PERSONS), level, CHAINS),
        lengths=lengths,
        routes=publish(flow.count_routes(observed, SHOWN_ROUTES, MINIMUM_PERSONS), level, ROUTES),
    )


def _long_chains(visit: Visit, months: int, *, count_parallel: bool) -> pd.DataFrame:
    """Count who reaches three in a row, in one of both readings."""
    analysis = open_analysis(
        visit.data_set, replace(current_rules(), count_parallel=count_parallel)
    )
    begun = select_chains(cohorts.find_observed(analysis.chained), visit.selection)
    counted = cohorts.count_long_chains(begun, analysis.rules, months, LONG_CHAIN)
    return publish_parts(counted, visit.level, "chains", Grid({"is_long": (1, 0)}))
