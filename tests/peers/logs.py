"""Public logs to compare on, as events: a row a case and position, with whole days.

Columns ``case``, ``position``, ``form``, ``provider``, ``start``, ``end`` (exclusive). The logs
that others publish come with a peer's own package or from a file that whoever compares has.
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from core.datasets import analysis_of
from core.frames import collect
from core.opening import open_sample
from core.trajectories.rules import Rules
from tests.peers.environments import python_of

MONTH_DAYS = 30
EVENTS = ("case", "position", "form", "provider", "start", "end")
NAMES = {
    "case:concept:name": "case",
    "concept:name": "form",
    "org:resource": "provider",
    "time:timestamp": "time",
}


def read_log(path: Path) -> pd.DataFrame:
    """Read a log with the column names of XES; its events are days two apart, in their order.

    The order of a case is that of its timestamps, equal ones as in the file. No case is lost to a
    name such as NA.
    """
    log = pd.read_csv(path, dtype=str, keep_default_na=False).rename(columns=NAMES)
    log["time"] = pd.to_datetime(log["time"], utc=True, format="ISO8601")
    ordered = log.sort_values(["case", "time"], kind="stable")
    position = ordered.groupby("case").cumcount() + 1
    placed = ordered.assign(position=position, start=2 * position, end=2 * position + 1)
    return placed[list(EVENTS)].reset_index(drop=True)


def read_states(name: str, first: str) -> pd.DataFrame:
    """Read a data set of states by month that Sequenzo ships; a spell is a state that lasts.

    ``first`` names the first column of months. The state also stands for a provider, so that a
    hand-over is a change of state.
    """
    library = python_of("sequenzo").parents[1]
    file = next(library.glob(f"lib/python*/site-packages/sequenzo/datasets/{name}.csv"))
    table = pd.read_csv(file, dtype=str, keep_default_na=False)
    months = table.columns[list(table.columns).index(first) :]
    rows = [
        spell
        for case, states in enumerate(table[months].to_numpy().tolist(), start=1)
        for spell in _spells(str(case), states)
    ]
    return pd.DataFrame(rows, columns=list(EVENTS))


def _spells(case: str, states: list[str]) -> Iterator[tuple[str, int, str, str, int, int]]:
    begun, position = 0, 0
    for month in range(1, len(states) + 1):
        if month == len(states) or states[month] != states[begun]:
            position += 1
            days = (begun * MONTH_DAYS, month * MONTH_DAYS)
            yield (case, position, states[begun], states[begun], *days)
            begun = month


def read_region() -> pd.DataFrame:
    """Take the chains of the made-up region: days apart, touching and overlapping."""
    chained = collect(analysis_of(open_sample(), Rules(), lambda *_: None).chained)
    following = chained[chained["kind"] == "next"].sort_values(["client_id", "chain", "position"])
    case = following["client_id"] + "|" + following["chain"].astype(int).astype(str)
    named = following.assign(case=case, form=following["care_form"])
    return named[list(EVENTS)].reset_index(drop=True)
