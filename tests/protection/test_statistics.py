"""Percentiles with persons on both sides, and averages that come from protected numbers."""

import pandas as pd
import pytest

from core.disclosure import Shape, protect
from core.protection.percentiles import fewest_around
from core.protection.policy import STATISTICS, STRICT, Policy

QUARTILES = Shape(counts=[], percentiles={"quarter": 0.25, "median": 0.5, "high": 0.75})


@pytest.mark.parametrize(
    ("quantile", "threshold", "fewest"),
    [(0.5, 10, 20), (0.25, 10, 40), (0.75, 10, 40), (0.9, 10, 100), (0.5, 8, 16), (1 / 3, 10, 30)],
)
def test_a_percentile_needs_the_threshold_on_both_sides(
    quantile: float, threshold: int, fewest: int
) -> None:
    assert fewest_around(quantile, threshold) == fewest


@pytest.mark.parametrize("quantile", [0, 1, -0.5, 1.5])
def test_a_minimum_and_a_maximum_are_never_shown(quantile: float) -> None:
    with pytest.raises(ValueError, match="one person"):
        fewest_around(quantile, 10)


@pytest.mark.parametrize(
    ("rule", "clients", "seen"),
    [
        (STRICT, 19, []),
        (STRICT, 20, ["median"]),
        (STRICT, 39, ["median"]),
        (STRICT, 40, ["quarter", "median", "high"]),
        (STATISTICS, 15, []),
        (STATISTICS, 16, ["median"]),
        (STATISTICS, 32, ["quarter", "median", "high"]),
    ],
)
def test_which_percentiles_a_group_may_show(rule: Policy, clients: int, seen: list[str]) -> None:
    table = pd.DataFrame({"clients": [clients], "quarter": 10.0, "median": 40.5, "high": 90.0})
    shown = protect(table, "tafel", QUARTILES, rule).drop(columns="clients").iloc[0]
    assert [name for name, cell in shown.items() if not pd.isna(cell)] == seen
    exact = protect(table, "eigen", QUARTILES, rule)
    assert exact["median"].tolist() == [40.5]


@pytest.mark.parametrize(
    ("chains", "mean", "seen"),
    [
        (14, 3 / 7, 0.33),  # 6 of 14 is 5 of 15
        (100, 0.254, 0.25),
        (12, 187.25, 224.0),  # 2247 of 12 is 2245 of 10
        (9, 3.0, None),
    ],
)
def test_an_average_is_a_protected_sum_over_a_protected_count(
    chains: int, mean: float, seen: float | None
) -> None:
    table = pd.DataFrame({"clients": [50], "chains": chains, "mean": mean})
    shape = Shape(counts=["chains"], averages={"mean": "chains"})
    shown = protect(table, "tafel", shape)["mean"].item()
    assert (None if pd.isna(shown) else shown) == seen
    assert protect(table, "eigen", shape)["mean"].item() == mean


@pytest.mark.parametrize(("exact", "seen"), [(0.42857, 0.43), (12.4, 12.0), (-30.6, -31.0)])
def test_a_statistic_has_no_more_digits_than_people_read(exact: float, seen: float) -> None:
    table = pd.DataFrame({"clients": [50], "value": exact})
    assert protect(table, "tafel", Shape([], values=["value"]))["value"].item() == seen
