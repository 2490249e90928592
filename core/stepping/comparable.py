"""Comparable groups: what followed a light and a heavier beginning, laid side by side fairly.

Exact matching on coarsened characteristics (S. Iacus, G. King and G. Porro, Political Analysis 20
(2012), 1-24). Persons are in one group when they are alike in everything that was delivered; only
groups with at least FEWEST_ALIKE persons on either side are compared. Every group weighs as its
persons, light and heavier together:

    mean_b = sum_g w_g mean_gb      w_g = n_g / n      b is light or heavier
    variance of the difference = sum_g w_g^2 (s_gl^2 / n_gl + s_gh^2 / n_gh)

and the interval (95%) is that of the normal distribution. The groups make the sides alike in what
they were made of, and in nothing else: the difference is no effect.
"""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd
from scipy.stats import norm

from core.protection.dominance import measure_contributors

FEWEST_ALIKE: Final = 3
"""Fewer persons on a side say too little about how much they differ among themselves."""

FEWEST_COMPARED: Final = 50
"""With fewer persons on a side of all groups together nothing is compared."""

LEAST_KEPT: Final = 0.5
"""Nor when less than this share of the persons is in a group that is compared."""

CERTAINTY: Final = 0.95
SIDES: Final = ("light", "heavier")
UNKNOWN: Final[Mapping[str, object]] = {"age": -1, "referrer": "", "sector": ""}
"""What stands for not known, of each characteristic that may be lacking."""

KEYS: Final = (*UNKNOWN, "year")
SHARES: Final = ("onward", "long")
DECIMALS: Final = {"onward": 2, "long": 2, "days": 0}
CENTS: Final = 100

Numbers = dict[str, float]
Groups = dict[str, pd.DataFrame]


REASONS: Final = ("compared", "alone", "unknown")
SUMS: Final = ("clients", "onward", "long", "days", "days_squared", "euros", "euros_squared")
ESTIMATES: Final = ("light", "heavier", "difference", "low", "high")


def measure_outcomes(strata: pd.DataFrame) -> pd.DataFrame:
    """Compare what followed (``STRATA``): a row per ``outcome``, onward, long and days.

    ``light`` and ``heavier`` are means over the compared groups, ``difference`` is heavier minus
    light, from ``low`` to ``high``; rounded, and missing when too few can be compared. ``clients``
    are the persons on the smaller side.
    """
    groups, persons = compared_groups(strata), _sizes(strata)
    rows = [
        {name: round(cell, decimals) for name, cell in _estimates(groups, outcome).items()}
        for outcome, decimals in DECIMALS.items()
    ]
    shown = rows if is_enough(strata) else [dict.fromkeys(ESTIMATES, math.nan)] * len(rows)
    return pd.DataFrame(shown).assign(outcome=list(DECIMALS), clients=min(persons.values()))


def measure_costs(strata: pd.DataFrame, costs: pd.DataFrame) -> pd.DataFrame:
    """Compare the cost of what followed: one row as ``measure_outcomes`` gives, in whole cents.

    Only persons of whom every amount is known; ``costs`` are what they had of each provider
    (``ALIKE_COSTS``). ``providers`` never exceeds those behind a side, and ``contributors_of``
    ``light_cents`` and ``heavier_cents`` tell who is behind the mean of that side.
    """
    priced = strata.assign(clients=strata["priced"])
    groups, persons = compared_groups(priced), _sizes(priced)
    estimates = _estimates(groups, "euros") if is_enough(priced) else {}
    cents = {name: round(CENTS * euros) for name, euros in estimates.items()}
    kept = _with_reason(priced).query("reason == 'compared'")
    behind = kept.groupby("begun")["providers"].max().reindex(SIDES, fill_value=0)
    row = dict.fromkeys(ESTIMATES, pd.NA) | cents
    numbers = {"clients": min(persons.values()), "providers": int(behind.min()), "outcome": "euros"}
    sides = [_behind(groups, costs, side) for side in SIDES]
    return pd.concat([pd.DataFrame([row | numbers]), *sides], axis=1)


def _behind(groups: Groups, costs: pd.DataFrame, side: str) -> pd.DataFrame:
    """Find who is behind the mean of a side: everybody weighs as the mean weighs the group."""
    persons = groups["light"]["clients"] + groups["heavier"]["clients"]
    weights = (persons / groups[side]["clients"]).rename("weight").reset_index()
    weighed = costs[costs["begun"] == side].merge(weights)
    cents = (weighed["cents"] * weighed["weight"]).round().astype("int64")
    rows = weighed.assign(everyone=0, **{f"{side}_cents": cents})
    return measure_contributors(rows, ["everyone"], f"{side}_cents", ("client_id", "provider"))


def measure_support(strata: pd.DataFrame) -> pd.DataFrame:
    """Count who is compared and who is not: ``begun``, ``reason``, ``clients``.

    ``reason`` is compared, alone (too few alike on the other side or on this one) or unknown
    (something of them was not delivered).
    """
    counted = _with_reason(strata).groupby(["begun", "reason"])["clients"].sum()
    cells = pd.MultiIndex.from_product([SIDES, REASONS], names=["begun", "reason"])
    return counted.reindex(cells, fill_value=0).reset_index()


def measure_known(strata: pd.DataFrame) -> pd.DataFrame:
    """Count of how many persons each characteristic is known: ``key``, ``clients``."""
    known = {key: int(strata.loc[_is_known(strata, key), "clients"].sum()) for key in KEYS}
    return pd.DataFrame({"key": list(known), "clients": list(known.values())})


def is_enough(strata: pd.DataFrame) -> bool:
    """Tell whether enough persons on both sides have others to be compared with."""
    kept, everyone = _sizes(strata), strata["clients"].sum()
    smallest = min(kept.values())
    return smallest >= FEWEST_COMPARED and sum(kept.values()) >= LEAST_KEPT * everyone


def compared_groups(strata: pd.DataFrame) -> Groups:
    """Give for each side the sums of the groups that are compared, groups in the same order."""
    kept = _with_reason(strata).query("reason == 'compared'")
    used = _used(strata)
    return {
        side: kept[kept["begun"] == side].groupby(used)[list(SUMS)].sum().sort_index()
        for side in SIDES
    }


def _with_reason(strata: pd.DataFrame) -> pd.DataFrame:
    """Add ``reason``: why a row is compared or is not."""
    used = _used(strata)
    known = np.logical_and.reduce([_is_known(strata, key) for key in used])
    sides = {
        side: strata["clients"]
        .where(strata["begun"] == side, 0)
        .groupby([strata[key] for key in used])
        .transform("sum")
        for side in SIDES
    }
    alike = np.logical_and.reduce([sizes >= FEWEST_ALIKE for sizes in sides.values()])
    reason = np.select([known & alike, known], ["compared", "alone"], "unknown")
    return strata.assign(reason=reason)


def _used(strata: pd.DataFrame) -> list[str]:
    """Name the characteristics that were delivered of anybody."""
    return [key for key in KEYS if _is_known(strata, key).any() or key not in UNKNOWN]


def _is_known(strata: pd.DataFrame, key: str) -> "pd.Series[bool]":
    return strata[key] != UNKNOWN.get(key, math.nan)


def _sizes(strata: pd.DataFrame) -> Numbers:
    """Count the persons that are compared, by side."""
    kept = _with_reason(strata).query("reason == 'compared'")
    return dict(kept.groupby("begun")["clients"].sum().reindex(SIDES, fill_value=0))


def _estimates(groups: Groups, outcome: str) -> Numbers:
    """Estimate both means and their difference with its interval; nothing compared is NaN."""
    persons = groups["light"]["clients"] + groups["heavier"]["clients"]
    if persons.empty:
        return dict.fromkeys(ESTIMATES, math.nan)
    weights = persons / persons.sum()
    light, heavier = (
        float((weights * groups[side][outcome] / groups[side]["clients"]).sum()) for side in SIDES
    )
    variances = [float((weights**2 * _variances(groups[side], outcome)).sum()) for side in SIDES]
    margin = float(norm.ppf((1 + CERTAINTY) / 2)) * math.sqrt(sum(variances))
    difference = heavier - light
    return {
        "light": light,
        "heavier": heavier,
        "difference": difference,
        "low": difference - margin,
        "high": difference + margin,
    }


def _variances(side: pd.DataFrame, outcome: str) -> "pd.Series[float]":
    """Give the variance of the mean of each group on one side: s^2 / n."""
    persons, sums = side["clients"], side[outcome]
    squares = sums if outcome in SHARES else side[f"{outcome}_squared"]
    spread = (squares - sums**2 / persons).clip(lower=0) / (persons - 1)
    return spread / persons
