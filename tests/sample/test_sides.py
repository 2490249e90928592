"""The two files about the same care: read without mapping, and every planted difference found."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from core.frames import Frame, collect, kept, open_duckdb
from core.quality.reasons import count_reasons, find_reasons
from core.quality.reconciliation import count_reconciliation
from core.reading.choices import ReadingChoices
from core.reading.delivery import Delivery, read_files
from core.sample.sides import DIFFERENCES
from tests.sample.conftest import SAMPLE

GOLDEN = Path(__file__).parents[1] / "golden" / "sample_sides.csv"
FILES = {"gemeente.csv": "municipality", "aanbieder.csv": "provider"}
Both = tuple[Delivery, Frame, Frame]


@pytest.fixture(scope="module")
def both() -> Both:
    workspace = open_duckdb()
    paths = [SAMPLE / "aansluiting" / name for name in FILES]
    delivery = read_files(workspace, paths, ReadingChoices(sides=FILES))
    return delivery, kept(workspace, "declarations"), kept(workspace, "set_aside")


def golden() -> dict[tuple[str, str], int]:
    with GOLDEN.open(encoding="utf-8") as file:
        return {(row["side"], row["reason"]): int(row["lines"]) for row in csv.DictReader(file)}


def test_both_files_are_read_without_mapping_and_together_are_small(both: Both) -> None:
    delivery, _, _ = both
    assert all(column.certain for mapping in delivery.mappings for column in mapping.columns)
    assert sum((SAMPLE / "aansluiting" / name).stat().st_size for name in FILES) < 400_000
    rejected = {entry.file: entry.lines_rejected for entry in delivery.ledger}
    assert rejected == {"gemeente.csv": 7, "aanbieder.csv": 0}


def test_every_planted_difference_has_its_reason(both: Both) -> None:
    _, declarations, set_aside = both
    counted = collect(count_reasons(find_reasons(declarations, set_aside)))
    found = _by(counted[counted["lines"] > 0], ["side", "reason"])
    assert found == {key: lines for key, lines in golden().items() if key[0] != "both"}


def test_nearly_every_line_stands_at_both_sides(both: Both) -> None:
    _, declarations, _ = both
    outcomes = _by(collect(count_reconciliation(declarations)), ["outcome"])
    assert outcomes["different",] == golden()["both", "different"]
    assert outcomes["matched",] > 0.8 * sum(outcomes.values())


def test_as_many_as_were_planted() -> None:
    planted = {kind.name: kind.lines for kind in DIFFERENCES}
    wanted = golden()
    assert wanted["both", "different"] == planted["other_amount"]
    for name in ("other_period", "other_product"):
        assert wanted["municipality", name] == wanted["provider", name] == planted[name]
    assert wanted["provider", "rejected"] == planted["rejected"]
    assert wanted["provider", "credited"] >= planted["credited"]  # some of the last month too


def _by(table: pd.DataFrame, keys: list[str]) -> dict[tuple[str, ...], int]:
    return {tuple(row[key] for key in keys): int(row["lines"]) for _, row in table.iterrows()}
