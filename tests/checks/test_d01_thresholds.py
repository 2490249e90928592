"""D1: what a cell of exactly so many clients shows, by both rules, and what is said of that."""

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from core.disclosure import SHARED, Grid, Level, Shape, fill_rows, protect
from core.protection.policy import RULE, STATISTICS, STRICT, Policy
from core.text import general

ROOT = Path(__file__).parents[2]
SECRET = None
STRICTLY = {0: SECRET, 1: SECRET, 7: SECRET, 8: SECRET, 9: SECRET, 10: 10, 12: 10, 13: 15}
AS_CBS = {0: SECRET, 1: SECRET, 7: SECRET, 8: 10, 9: 10, 10: 10, 12: 10, 13: 15}

SAID = """
from core.text import chain_costs, general, shell
print(general.count(None))
print(shell.PROTECTED)
print(general.NOTHING_TO_SHOW)
print(chain_costs.NOTE)
"""


@pytest.mark.parametrize("level", SHARED)
@pytest.mark.parametrize(("rule", "cells"), [(STRICT, STRICTLY), (STATISTICS, AS_CBS)])
def test_d1_cells_at_the_border(level: Level, rule: Policy, cells: dict[int, int | None]) -> None:
    table = pd.DataFrame({"clients": list(cells)})
    shown = protect(table, level, Shape(counts=["clients"]), rule)["clients"]
    assert [SECRET if pd.isna(cell) else int(cell) for cell in shown] == list(cells.values())


def test_d1_a_hidden_cell_is_written_as_less_than_ten() -> None:
    table = protect(pd.DataFrame({"clients": [*STRICTLY]}), "openbaar", Shape(["clients"]))
    written = [general.count(cell) for cell in table["clients"]]
    assert written == ["<10", "<10", "<10", "<10", "<10", "10", "10", "15"]


def test_d1_nobody_is_a_row_as_few_are() -> None:
    """A row that was not there would tell that nobody is."""
    counted = pd.DataFrame({"form": ["crisis"], "clients": [30]})
    rows = fill_rows(counted, Grid({"form": ["crisis", "pleegzorg"]}))
    shown = protect(rows, "raad", Shape(counts=["clients"]))
    assert [general.count(cell) for cell in shown["clients"]] == ["30", "<10"]


def test_d1_with_the_switch_every_sentence_names_its_threshold() -> None:
    said = python("-c", SAID, rule="cbs")
    assert said.returncode == 0, said.stderr
    assert said.stdout.startswith("<8\n")
    assert "0 tot en met 7 jeugdigen staan er als <8" in said.stdout
    assert "minder dan 8" in said.stdout
    assert "<10" not in said.stdout


@pytest.mark.parametrize("started", [("-m", "core", "store", "list"), ("streamlit_app.py",)])
def test_d1_the_app_does_not_start_by_a_rule_that_does_not_exist(started: tuple[str, ...]) -> None:
    refused = python(*started, rule="soepel")
    assert refused.returncode != 0
    assert refused.stderr.strip().endswith(
        "Instelling TRAJECTZICHT_RULE: kies streng of cbs. De app start zo niet."
    )
    assert "Traceback" not in refused.stderr


def python(*arguments: str, rule: str) -> subprocess.CompletedProcess[str]:
    """Run something of the project by itself, as it would start under a rule."""
    return subprocess.run(  # noqa: S603 - the commands above
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | {RULE: rule, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
