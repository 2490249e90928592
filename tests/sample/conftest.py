"""The shipped region, analysed once for all tests of the sample."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from core.analysis import analyse
from core.frames import Frame, Workspace, collect, frame_of_rows, keep, open_duckdb, read_parquet
from core.reading.supplements import read_evaluations
from core.tables import EVALUATIONS
from core.trajectories.rules import Rules

SAMPLE = Path(__file__).parents[2] / "sample_data"


@dataclass(frozen=True, slots=True)
class Shipped:
    """The tables of the shipped region under the default rules."""

    workspace: Workspace
    rules: Rules
    lines: pd.DataFrame
    chained: pd.DataFrame
    chained_frame: Frame
    triggers: pd.DataFrame


@pytest.fixture(scope="session")
def shipped() -> Shipped:
    """Read and analyse what lies in sample_data, the talks included."""
    workspace = open_duckdb()
    keep(workspace, read_parquet(workspace, SAMPLE / "region.parquet"), "declarations")
    talks = frame_of_rows(workspace, read_evaluations(SAMPLE / "evaluations.csv"), EVALUATIONS)
    made = analyse(workspace, Rules(), talks)
    return Shipped(
        workspace=workspace,
        rules=made.rules,
        lines=collect(made.declarations),
        chained=collect(made.chained),
        chained_frame=made.chained,
        triggers=collect(made.triggers),
    )
