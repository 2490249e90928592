"""Expectations without the own figure: no municipality takes part in what is expected of it.

The municipalities are divided over ten folds by youth region, and each fold is expected by a model
of the nine others. Municipalities of a youth region buy care together, so that the neighbours of a
municipality take no part in its expectation either.
"""

from typing import Final

import pandas as pd
from sklearn.model_selection import GroupKFold, KFold

from core.expected.model import Expected, fit_expected, predict, usable
from core.expected.outcomes import Outcome

FOLDS: Final = 10
SEED: Final = 20_150_101
"""The day on which municipalities took over; any number would do, as long as it stays."""

FIELD: Final = "fold"


def find_folds(features: pd.DataFrame) -> "pd.Series[int]":
    """Give every municipality (``FEATURES``) its fold, 0 to 9, whatever its figures are.

    By youth region; one by one when there are fewer youth regions than folds, as when they are not
    known. The division hangs on the codes and not on the order of the rows.
    """
    ordered = features.sort_values("region")
    groups = ordered["youth_region"].fillna("")
    by_region = groups.nunique() >= FOLDS
    kind = GroupKFold if by_region else KFold
    folding = kind(FOLDS, shuffle=True, random_state=SEED)
    split = folding.split(ordered, groups=groups if by_region else None)
    folds = pd.Series(0, index=ordered.index)
    for fold, (_, held_out) in enumerate(split):
        folds.iloc[held_out] = fold
    return folds.reindex(features.index)


def fit_folds(
    features: pd.DataFrame, outcome: Outcome, characteristics: tuple[str, ...]
) -> dict[int, Expected]:
    """Fit for each fold a model of all municipalities outside it."""
    folds = find_folds(features)
    return {
        fold: fit_expected(features[folds != fold], outcome, characteristics)
        for fold in sorted(folds.unique())
    }


def predict_folds(features: pd.DataFrame, models: dict[int, Expected]) -> pd.DataFrame:
    """Let every municipality be expected by the model it took no part in (``EXPECTATIONS``)."""
    folds = find_folds(features)
    parts = [predict(model, features[folds == fold]) for fold, model in models.items()]
    return pd.concat(parts).reindex(features.index)


def can_be_folded(
    features: pd.DataFrame, outcome: Outcome, characteristics: tuple[str, ...], fewest: int
) -> bool:
    """Tell whether enough municipalities are left to fit a model on when a fold is held out."""
    rows = usable(features, outcome, characteristics)
    if len(rows) < max(fewest, FOLDS):
        return False
    return len(rows) - find_folds(features)[rows.index].value_counts().max() >= fewest
