"""PM4Py's graphs of a log, as JSON.

    PYTHON -m tests.peers.pm4py_graphs EVENTS.parquet

Runs with the Python of an environment of its own: the application never imports PM4Py. The events
have ``case``, ``form``, ``provider``, ``position``, ``start`` and ``end`` (whole days).
"""

import importlib
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

DAY = 86_400
ADAPTER = "pm4py.algo.discovery.dfg.adapters.pandas.df_statistics"


def main(arguments: Sequence[str]) -> None:
    """Count everything, and print it."""
    pm4py: Any = importlib.import_module("pm4py")
    events = pd.read_parquet(arguments[0])
    events["case"] = events["case"].astype(str)
    events["begun"] = pd.to_datetime(events["start"], unit="D", utc=True)
    events["ended"] = pd.to_datetime(events["end"], unit="D", utc=True)
    events["time"] = pd.to_datetime(events["position"], unit="D", utc=True)
    log = pm4py.format_dataframe(events, case_id="case", activity_key="form", timestamp_key="time")
    graph, starts, ends = pm4py.discover_dfg(log)
    said = {
        "version": pm4py.__version__,
        "arcs": _pairs(graph),
        "beginnings": [[form, int(number)] for form, number in starts.items()],
        "ends": [[form, int(number)] for form, number in ends.items()],
        "variants": [[list(route), int(n)] for route, n in pm4py.get_variants(log).items()],
        "later": _pairs(pm4py.discover_eventually_follows_graph(log)),
        "median days": _medians(events),
        "handovers": _handovers(pm4py, log, len(events) - events["case"].nunique()),
    }
    print(json.dumps(said))  # noqa: T201 - what this process is for


def _pairs(found: Mapping[tuple[str, str], Any]) -> list[list[Any]]:
    return [[*pair, float(number)] for pair, number in found.items()]


def _medians(events: pd.DataFrame) -> list[list[Any]]:
    """Measure the median time between, of which PM4Py makes nothing where it is negative."""
    adapter: Any = importlib.import_module(ADAPTER)
    found = adapter.get_dfg_graph(
        events,
        measure="performance",
        perf_aggregation_key="median",
        activity_key="form",
        case_id_glue="case",
        start_timestamp_key="begun",
        timestamp_key="ended",
    )
    return [[*pair, seconds / DAY] for pair, seconds in found.items()]


def _handovers(pm4py: Any, log: pd.DataFrame, steps: int) -> list[list[Any]]:  # noqa: ANN401
    """Count hand-overs: PM4Py gives parts of all steps, those to oneself among them."""
    network = pm4py.discover_handover_of_work_network(log, beta=0, resource_key="provider")
    found = {pair: part * steps for pair, part in network.connections.items()}
    return _pairs({pair: number for pair, number in found.items() if pair[0] != pair[1]})


if __name__ == "__main__":
    main(sys.argv[1:])
