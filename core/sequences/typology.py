"""Kinds of routes: a few groups of routes that resemble each other on the ladder.

The routes that were counted are divided over five, six or seven groups. A division is shown only
when every group stands for enough persons and comes back when the chains are drawn anew; among
those the silhouette chooses. A group says something about routes, never about a child. Uses numpy
and pandas on routes that were counted before.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from core.protection.dominance import measure_contributors
from core.sequences.distances import (
    LONGEST_ROUTE,
    Codes,
    Numbers,
    by_longest,
    ladder_costs,
    measure_matching,
)
from core.sequences.grouping import find_groups, find_places
from core.sequences.stability import STABLE, measure_returns
from core.sequences.validity import measure_correlation, measure_separation, measure_silhouette
from core.tables import MISSING, ROUTE_GROUPS, UNRANKED, VARIANT_SEPARATOR, contributors_of

NUMBERS_OF_GROUPS: Final = (5, 6, 7)

COLUMNS: Final = [*ROUTE_GROUPS, *contributors_of("amount_cents")]
ALL: Final = -1
"""Where all groups of a division are together."""

SHOWN_ROUTES: Final = 3
"""The most frequent routes that stand for a group."""

MOST_PATHS: Final = 4_000
"""Different paths that are measured; when there are more, they are compared over fewer steps."""

Paths = pd.Series  # of tuples, which the hints of pandas do not know

FEWEST_CHAINS: Final = 200
"""Below this many chains there is too little to divide."""


def find_groups_of_routes(
    routes: pd.DataFrame, amounts: pd.DataFrame, levels: Mapping[str, int], fewest: int
) -> pd.DataFrame:
    """Divide counted routes (``FOLLOWED_ROUTES``) over groups: ``ROUTE_GROUPS``.

    ``amounts`` are those of the same routes (``ROUTE_AMOUNTS``); the columns ``contributors_of``
    the amount of a group are added.

    Holds every number of groups that was tried; at most one is chosen, and none when no division
    has at least ``fewest`` persons in each group or is stable. No rows when there is too little to
    divide. A route of fewer than ``fewest`` persons is never named.
    """
    paths = _paths(routes["variant"], levels)
    weights = routes["chains"].groupby(paths, sort=True).sum()
    if weights.sum() < FEWEST_CHAINS or len(weights) <= max(NUMBERS_OF_GROUPS):
        return pd.DataFrame(columns=COLUMNS)
    known = routes.assign(
        path=paths,
        heaviness=_mean_levels(paths),
        length=_lengths(routes["variant"]),
        no_rise=routes["chains"] - routes["rises"],
        no_fall=routes["chains"] - routes["falls"],
    )
    with threadpool_limits(1):  # so small that threads would only wait for each other
        divisions = _divisions(known, amounts, weights, fewest)
    return _with_choice(pd.concat(divisions, ignore_index=True), fewest)[COLUMNS]


def _divisions(
    known: pd.DataFrame, amounts: pd.DataFrame, weights: "pd.Series[int]", fewest: int
) -> list[pd.DataFrame]:
    """Divide the routes over every number of groups; ``weights`` are the chains of each path."""
    sizes: Codes = np.array(weights, dtype=np.int64)
    distances = _distances(list(weights.index))
    places = find_places(distances, sizes)
    divisions = []
    for number in NUMBERS_OF_GROUPS:
        groups = find_groups(places, sizes, number)
        placed = known.assign(group=known["path"].map(pd.Series(groups, index=weights.index)))
        behind = _behind(placed, amounts)
        indices = _indices(distances, sizes, groups)
        returned = measure_returns(places, sizes, groups)
        described = _described(placed, returned, fewest).join(behind, on=["place", "route"])
        divisions.append(described.assign(groups=number, **indices))
    return divisions


def _behind(placed: pd.DataFrame, amounts: pd.DataFrame) -> pd.DataFrame:
    """Find who is behind the amounts of a division, by group (``ALL`` is all) and route in it.

    The route is MISSING for a whole group.
    """
    groups = placed.set_index("variant")["group"]
    of_routes = amounts.assign(place=amounts["variant"].map(groups), route=amounts["variant"])
    wholes = [of_routes.assign(route=MISSING), of_routes.assign(place=ALL, route=MISSING)]
    names = ("client_id", "provider")
    return pd.concat(
        [
            measure_contributors(rows, ["place", "route"], "amount_cents", names)
            for rows in (of_routes, *wholes)
        ]
    )


def _paths(variants: "pd.Series[str]", levels: Mapping[str, int]) -> Paths:
    """Write each route as its rungs, as far as all paths together remain few enough to measure."""
    whole = [
        tuple(levels.get(form, UNRANKED) for form in variant.split(VARIANT_SEPARATOR))
        for variant in variants
    ]
    steps = LONGEST_ROUTE
    while steps > 1 and len({path[:steps] for path in whole}) > MOST_PATHS:
        steps -= 1
    return pd.Series([path[:steps] for path in whole], index=variants.index)


def _distances(paths: list[tuple[int, ...]]) -> Numbers:
    rungs = sorted({level for path in paths for level in path})
    place = {level: number for number, level in enumerate(rungs)}
    coded = [[place[level] for level in path] for path in paths]
    matched = measure_matching(coded, ladder_costs(rungs))
    return by_longest(matched, [len(path) for path in paths])


def _mean_levels(paths: Paths) -> list[float]:
    """Give the mean rung of each path, by which groups are ordered; without any rung the last."""
    ranked = [[level for level in path if level != UNRANKED] for path in paths]
    return [float(np.mean(rungs)) if rungs else np.inf for rungs in ranked]


def _lengths(variants: "pd.Series[str]") -> list[int]:
    return [variant.count(VARIANT_SEPARATOR) + 1 for variant in variants]


def _indices(distances: Numbers, sizes: Codes, groups: Codes) -> dict[str, float]:
    return {
        "silhouette": measure_silhouette(distances, sizes, groups),
        "separation": measure_separation(distances, sizes, groups),
        "correlation": measure_correlation(distances, sizes, groups),
    }


def _described(placed: pd.DataFrame, returned: Codes, fewest: int) -> pd.DataFrame:
    """Describe each group of a division: a row for the whole and one for each frequent route.

    Group 0 is all of them together.
    """
    parts = [placed[placed["group"] == group] for group in range(len(returned))]
    order = sorted(range(len(parts)), key=lambda group: _heaviness(parts[group]))
    everything = _whole_row(placed) | {"group": 0, "returned": 0, "place": ALL}
    rows = [
        row | {"group": number, "place": group}
        for number, group in enumerate(order, start=1)
        for row in (
            _whole_row(parts[group]) | {"returned": int(returned[group])},
            *_frequent(parts[group], fewest),
        )
    ]
    return pd.DataFrame([everything, *rows])


def _heaviness(part: pd.DataFrame) -> tuple[float, float]:
    """Give what groups are ordered by: the rung of most of their chains, then how many in a row."""
    return _median(part["heaviness"], part["chains"]), _mean(part["length"], part["chains"])


def _whole_row(part: pd.DataFrame) -> dict[str, object]:
    names = ("chains", "clients", "rises", "falls", "no_rise", "no_fall")
    sums = {name: int(part[name].sum()) for name in names}
    amount = part["amount_cents"].sum(min_count=1)
    return sums | {
        "rank": 0,
        "route": MISSING,
        "main_form": _main_form(part),
        "median_length": _median(part["length"], part["chains"]),
        "mean_days": float(part["days"].sum() / part["chains"].sum()),
        "amount_cents": None if pd.isna(amount) else int(amount),
        "providers": int(part["providers"].max()),
    }


def _main_form(part: pd.DataFrame) -> str:
    """Name the care form that stands in the chains of a group most often."""
    forms = part["variant"].str.split(VARIANT_SEPARATOR).explode()
    times = part["chains"].loc[forms.index].groupby(forms.to_numpy()).sum()
    return str(times.idxmax())


def _frequent(part: pd.DataFrame, fewest: int) -> list[dict[str, object]]:
    """List the most frequent routes of a group that enough persons took.

    The last one goes when too few persons would be left beside the routes that are named.
    """
    order = part.sort_values(["chains", "variant"], ascending=[False, True])
    named = order[order["clients"] >= fewest].head(SHOWN_ROUTES)
    left = int(part["clients"].sum() - named["clients"].sum())
    shown = named.iloc[:-1] if 0 < left < fewest and len(named) > 1 else named
    columns = ("chains", "clients", "rises", "falls", "no_rise", "no_fall")
    return [
        {name: row[name] for name in (*columns, "amount_cents", "providers")}
        | {
            "rank": rank,
            "route": row["variant"],
            "main_form": MISSING,
            "median_length": float(row["length"]),
            "mean_days": row["days"] / row["chains"],
            "returned": 0,
        }
        for rank, row in enumerate(shown.to_dict("records"), start=1)
    ]


def _median(values: "pd.Series[float]", weights: "pd.Series[int]") -> float:
    """Give the value at which half of the weight is reached."""
    ordered = values.sort_values()
    reached = weights.loc[ordered.index].cumsum()
    return float(ordered[reached >= weights.sum() / 2].iloc[0])


def _mean(values: "pd.Series[float]", weights: "pd.Series[int]") -> float:
    return float(np.average(values, weights=weights))


def _with_choice(divisions: pd.DataFrame, fewest: int) -> pd.DataFrame:
    """Mark the division with the best silhouette among those that may be shown, if any."""
    wholes = divisions[(divisions["rank"] == 0) & (divisions["group"] > 0)]
    holds = (wholes["clients"] >= fewest) & (wholes["returned"] >= STABLE)
    sound = holds.groupby(wholes["groups"]).all()
    best = wholes.groupby("groups")["silhouette"].first()[sound]
    chosen = best.idxmax() if len(best) else 0
    return divisions.assign(chosen=(divisions["groups"] == chosen).astype(int))
