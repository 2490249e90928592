"""What a difference in euros is made of: volume, intensity, mix and price, exactly.

The additive logarithmic mean Divisia index (LMDI-I): a factor contributes the logarithmic mean of
both amounts times the logarithm of its ratio, so that nothing is left over and the order of
factors decides nothing. Source: B.W. Ang, Energy Policy 33 (2005), 867-871; for care that appears
or disappears the limits of R. Wood and M. Lenzen, Energy Policy 34 (2006), 1326-1331.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

FACTORS: Final = ("youth", "use", "intensity", "price")
"""Young people; with care of those; trajectories each; euros each: their product is spending."""

MIXED: Final = ("clients", "intensity", "mix", "price")
"""Clients; trajectories each; the share of a form; euros each: their product is the euros of it."""

Numbers = NDArray[np.float64]


def logarithmic_mean(one: Numbers, other: Numbers) -> Numbers:
    """Give ``(a - b) / (ln a - ln b)``, or ``a`` where both are the same; 0 where either is 0."""
    positive = (one > 0) & (other > 0)
    a, b = np.where(positive, one, 1.0), np.where(positive, other, 1.0)
    alike = np.isclose(a, b, rtol=1e-9)
    # near each other the quotient is lost in rounding, and the middle is as good
    quotient = (a - b) / np.where(alike, 1.0, np.log(a) - np.log(b))
    return np.where(positive, np.where(alike, (a + b) / 2, quotient), 0.0)


def decompose(before: Mapping[str, float], after: Mapping[str, float]) -> dict[str, int] | None:
    """Divide the difference of two products over their factors, in whole cents that add up.

    Both hold the same factors, of which the product is an amount in euros. None when a factor is
    missing, zero or negative: then there is no part of a difference to speak of.
    """
    names = list(before)
    pair = np.array([[before[name], after[name]] for name in names], dtype=np.float64)
    if not bool((pair > 0).all()):  # missing is not above zero either
        return None
    first, last = pair.prod(axis=0)
    weight = logarithmic_mean(np.array([last]), np.array([first]))[0]
    parts = weight * np.log(pair[:, 1] / pair[:, 0])
    return dict(zip(names, in_cents(list(parts), cents(last) - cents(first)), strict=True))


def decompose_mixed(before: pd.DataFrame, after: pd.DataFrame) -> dict[str, int] | None:
    """Divide a difference over ``MIXED`` for care in several forms, in whole cents that add up.

    A row is a care form with ``clients`` (of all forms together, alike in every row),
    ``trajectories`` and ``euros``. A form that is in one of both only is all mix: it came or went.
    """
    forms = sorted({*before["care_form"], *after["care_form"]})
    one, other = (_factors(rows, forms) for rows in (before, after))
    if one is None or other is None:
        return None
    weight = logarithmic_mean(other["euros"], one["euros"])
    there = weight > 0
    parts = {
        name: float(np.sum(weight[there] * np.log(other[name][there] / one[name][there])))
        for name in MIXED
    }
    parts["mix"] += float(np.sum((other["euros"] - one["euros"])[~there]))
    whole = cents(other["euros"].sum()) - cents(one["euros"].sum())
    return dict(zip(MIXED, in_cents([parts[name] for name in MIXED], whole), strict=True))


def factors_of(euros: float, youth: float, clients: float, trajectories: float) -> dict[str, float]:
    """Write spending as ``FACTORS``; a factor that cannot be known is missing."""
    amounts = np.array([euros, youth, clients, trajectories], dtype=np.float64)
    spent, young, helped, started = np.where(amounts > 0, amounts, np.nan)
    values = (young, helped / young, started / helped, spent / started)
    return dict(zip(FACTORS, map(float, values), strict=True))


def find_steps(before: Mapping[str, float], after: Mapping[str, float]) -> pd.DataFrame:
    """Divide a difference over its factors as steps (``WATERFALL``): from start to end.

    What cannot be divided gives no rows.
    """
    start = float(np.prod(list(before.values())))
    return steps_of(decompose(before, after), cents(start) if np.isfinite(start) else 0)


def steps_of(parts: Mapping[str, int] | None, start: int) -> pd.DataFrame:
    """Lay parts one after the other, from an amount in cents on (``WATERFALL``)."""
    if parts is None:
        return pd.DataFrame(columns=["step", "from_cents", "to_cents", "cents"])
    rows = [("start", 0, start, start)]
    level = start
    for name, part in parts.items():
        rows.append((name, level, level + part, part))
        level += part
    rows.append(("end", 0, level, level))
    return pd.DataFrame(rows, columns=["step", "from_cents", "to_cents", "cents"])


def in_cents(parts: Sequence[float], whole: int) -> list[int]:
    """Round parts in euros to cents whose sum is ``whole``: the largest remainders round up."""
    exact = np.asarray(parts, dtype=np.float64) * 100
    floors = np.floor(exact).astype(np.int64)
    left = int(whole - floors.sum())
    order = np.argsort(-(exact - floors), kind="stable")
    turns = np.bincount(order[np.arange(abs(left)) % len(order)], minlength=len(order))
    return [int(part) for part in floors + np.sign(left) * turns]


def cents(euros: float) -> int:
    """Write euros as whole cents."""
    return round(euros * 100)


def _factors(rows: pd.DataFrame, forms: list[str]) -> dict[str, Numbers] | None:
    """Write the rows of one side by form; None when there is no care at all."""
    by_form = rows.set_index("care_form").reindex(forms)
    counted = {
        name: by_form[name].fillna(0).to_numpy("float64") for name in ("trajectories", "euros")
    }
    clients, trajectories = rows["clients"].max(), counted["trajectories"].sum()
    if not (clients > 0 and trajectories > 0):
        return None
    alike = np.ones(len(forms))
    each = np.where(counted["trajectories"] > 0, counted["trajectories"], np.nan)
    return {
        "clients": alike * float(clients),
        "intensity": alike * float(trajectories / clients),
        "mix": counted["trajectories"] / trajectories,
        "price": counted["euros"] / each,
        "euros": counted["euros"],
    }
