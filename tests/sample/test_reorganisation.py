"""The planted reorganisation: every trajectory that began by it is found, and no other one."""

from pathlib import Path

import pandas as pd
import pytest

from core.analysis import Analysis, analyse
from core.frames import collect, keep, open_duckdb, read_parquet
from core.sample.providers import REORGANISED
from core.trajectories.rules import ADMINISTRATIVE, start_rules
from tests.sample.conftest import SAMPLE, Shipped

OLD, NEW = REORGANISED
BEFORE, DAY, AFTER = (
    (pd.Timestamp(text) - pd.Timestamp(0)).days
    for text in ("2022-06-01", "2022-07-01", "2022-08-01")
)
KEY = ["client_id", "care_form"]


@pytest.fixture(scope="module")
def shown() -> Analysis:
    """Analyse the shipped region as a screen does."""
    workspace = open_duckdb()
    keep(workspace, read_parquet(workspace, Path(SAMPLE) / "region.parquet"), "declarations")
    return analyse(workspace, start_rules())


def test_all_that_began_by_the_reorganisation_is_found_and_nothing_else(
    shown: Analysis, shipped: Shipped
) -> None:
    """Who had a line in June at the one, and began at the other in the same form in July."""
    lines, begun = shipped.lines, shipped.chained
    june = lines[(lines["provider"] == OLD) & lines["start"].between(BEFORE, DAY - 1)][KEY]
    july = begun[(begun["provider"] == NEW) & begun["start"].between(DAY, AFTER - 1)]
    planted = set(july.merge(june.drop_duplicates(), on=KEY)["trajectory_id"])
    assert len(planted) == 99
    assert reasons_of(shown)["reorganisation"] == planted


def test_nothing_else_in_the_region_looks_like_many_at_once(shown: Analysis) -> None:
    found = reasons_of(shown)
    assert set(found) == {"reorganisation", "turning_18"}
    assert len(found["turning_18"]) == 15
    assert set(found) <= set(ADMINISTRATIVE)


def test_the_help_of_those_young_people_stays_one_chain(shown: Analysis, shipped: Shipped) -> None:
    exact = shipped.chained.set_index("trajectory_id")
    there = collect(shown.chained).set_index("trajectory_id").loc[exact.index]
    pd.testing.assert_series_equal(exact["chain"], there["chain"])
    left_out = set().union(*reasons_of(shown).values())
    assert set(there[there["kind"] == "administrative"].index) == left_out
    assert (there["step"] == "administrative").equals(there["kind"] == "administrative")
    assert (there["position"].dropna() <= exact["position"].dropna()).all()


def reasons_of(analysis: Analysis) -> dict[str, set[int]]:
    """Collect the starts on paper by reason."""
    assert analysis.on_paper is not None
    table = collect(analysis.on_paper)
    return {str(reason): set(rows["trajectory_id"]) for reason, rows in table.groupby("reason")}
