"""How good the expectation is: judged on municipalities that took no part in it."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.expected.bands import sum_expectations
from core.expected.use import Comparison

PARTS: Final = 10


@dataclass(frozen=True, slots=True)
class Quality:
    """How far expectations come true.

    ``explained`` is the part of the differences between municipalities (weighted by young people)
    that the characteristics explain; ``typical`` the median distance between actual and expected,
    a share; ``within`` the part of the municipalities that lies within its own band.
    """

    municipalities: int
    explained: float
    typical: float
    within: float


def measure_calibration(comparison: Comparison) -> pd.DataFrame:
    """Compare expected and actual in parts of as many municipalities (``EXPECTED_PARTS``).

    From the lowest expectation to the highest; of each part the band around its expectation.
    """
    use = comparison.use
    known = use[use["difference"].notna()].sort_values(["expected", "region"])
    part = pd.Series(range(len(known)), index=known.index) * PARTS // max(len(known), 1) + 1
    alone = known["region"].where(known["youth_region"].eq(""), known["youth_region"])
    rows = known.assign(group=part, bought_by=alone)
    sums = sum_expectations(rows, comparison.correlation).set_index("group")
    counts = (rows["actual"] * rows["youth"]).groupby(part).sum()
    return sums.assign(actual=counts / sums["youth"]).rename_axis("part").reset_index()


def measure_quality(comparison: Comparison) -> Quality:
    """Measure how far the expectations of municipalities come true."""
    use = comparison.use[comparison.use["difference"].notna()]
    mean = (use["actual"] * use["youth"]).sum() / use["youth"].sum()
    left = (use["difference"] ** 2 * use["youth"]).sum()
    whole = ((use["actual"] - mean) ** 2 * use["youth"]).sum()
    return Quality(
        municipalities=len(use),
        explained=float(1 - left / whole) if whole else 0.0,
        typical=float(use["difference"].abs().median()),
        within=float(use["actual"].between(use["low"], use["high"]).mean()),
    )
