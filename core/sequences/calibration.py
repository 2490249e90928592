"""Whether expectations of groups come true: learned from earlier years, compared with later ones.

The expectation is that of a group of alike chains: a logistic regression on counted groups, which
never sees a person. Later groups are put together by what was expected of them, and beside it
stands how often it came true.
"""

from typing import Final

import pandas as pd
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from core.sequences.odds import add_answers
from core.tables import CALIBRATED

LEARNED_PART: Final = 0.6
"""The earlier years that hold at least this part of the chains are learned from."""

PARTS: Final = 5
"""As many parts of about as many chains, from the lowest to the highest expectation."""

ALIKE: Final = ["care_form", "age", "referrer"]


def measure_calibration(steps: pd.DataFrame, position: int, fewest: int) -> pd.DataFrame:
    """Compare what was expected of groups (``NEXT_STEPS``) with what was seen (``CALIBRATED``).

    Parts of which either answer stands for fewer than ``fewest`` persons join the next one. No
    rows when there is only one year, or one answer, to learn from.
    """
    reached = steps[steps["position"] == position].reset_index(drop=True)
    until = _first_compared(reached)
    earlier, later = reached[reached["year"] < until], reached[reached["year"] >= until]
    if later.empty or set(earlier["reached"]) != {0, 1}:
        return pd.DataFrame(columns=list(CALIBRATED))
    groups = later.groupby(ALIKE)[["chains"]].sum().reset_index()
    expected = groups.assign(expected=_expected_of_groups(earlier, groups))
    parts = _in_parts(expected, later, fewest)
    return parts.assign(until_year=until)[list(CALIBRATED)]


def _first_compared(steps: pd.DataFrame) -> int:
    """Give the first year after those that hold enough of the chains; at most the last year."""
    sizes = steps.groupby("year")["chains"].sum().sort_index()
    if sizes.empty:
        return 0
    enough = sizes.cumsum() >= LEARNED_PART * sizes.sum()
    return min(int(sizes.index[enough][0]) + 1, int(sizes.index[-1]))


def _expected_of_groups(earlier: pd.DataFrame, groups: pd.DataFrame) -> "pd.Series[float]":
    """Learn from earlier groups, and give the expectation of each later one."""
    columns = _described(earlier).columns
    model = LogisticRegression(max_iter=1_000)
    with threadpool_limits(1):  # so small that threads would only wait for each other
        model.fit(
            _described(earlier), earlier["reached"].astype(int), sample_weight=earlier["chains"]
        )
    # What was not seen before is nothing of all: a group like the others.
    later = _described(groups).reindex(columns=columns, fill_value=0)
    return pd.Series(model.predict_proba(later)[:, 1], index=groups.index)


def _described(groups: pd.DataFrame) -> pd.DataFrame:
    """Write what groups are alike in as zeros and ones."""
    return pd.get_dummies(groups[ALIKE].astype(str)).astype(int)


def _in_parts(expected: pd.DataFrame, later: pd.DataFrame, fewest: int) -> pd.DataFrame:
    """Put groups together by expectation, in parts that each stand for enough persons."""
    ordered = expected.sort_values(["expected", *ALIKE], ignore_index=True)
    behind = ordered["chains"].cumsum() - ordered["chains"] / 2
    place = (behind / ordered["chains"].sum() * PARTS).astype(int).clip(upper=PARTS - 1)
    placed = _joined(ordered.assign(part=place), later, fewest)
    weighed = placed.assign(weight=placed["expected"] * placed["chains"]).groupby("part")
    counted = _counted(placed, later)
    means = weighed["weight"].sum() / weighed["chains"].sum()
    numbers = range(1, len(counted) + 1)
    return counted.assign(part=numbers, expected=means.to_numpy())


def _counted(placed: pd.DataFrame, later: pd.DataFrame) -> pd.DataFrame:
    """Count both answers in each part, in the order of the parts."""
    rows = later.merge(placed[[*ALIKE, "part"]], on=ALIKE, how="left")
    return add_answers(rows, rows["part"])


def _joined(placed: pd.DataFrame, later: pd.DataFrame, fewest: int) -> pd.DataFrame:
    """Let parts of too few persons join the next one; the last one joins the one before."""
    counted = _counted(placed, later)
    small = counted[counted["clients"] < fewest]["care_form"]
    if small.empty or len(counted) == 1:
        return placed
    part, first = placed["part"], small.iloc[0]
    above = part[part > first]
    other = above.min() if len(above) else part[part < first].max()
    return _joined(placed.assign(part=part.mask(part == first, other)), later, fewest)
