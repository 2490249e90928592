"""PM4Py's directly-follows graph and variants of the same chains, timed, as JSON.

    PYTHON -m tests.bench.pm4py_peer EVENTS.parquet

Runs with the Python of an environment of its own: the application never imports PM4Py.
"""

import importlib
import json
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pandas as pd


def main(arguments: Sequence[str]) -> None:
    """Count, and print the seconds and the counts. A timestamp is made of the position."""
    pm4py: Any = importlib.import_module("pm4py")
    events = pd.read_parquet(arguments[0])
    events["time"] = pd.Timestamp("2000-01-01", tz="UTC") + pd.to_timedelta(
        events["position"], unit="D"
    )
    moments = [time.perf_counter()]
    log = pm4py.format_dataframe(
        events, case_id="chain", activity_key="care_form", timestamp_key="time"
    )
    moments.append(time.perf_counter())
    graph, _, _ = pm4py.discover_dfg(log)
    moments.append(time.perf_counter())
    routes = pm4py.get_variants(log)
    moments.append(time.perf_counter())
    spent = [later - moment for moment, later in pairwise(moments)]
    said = {
        "version": pm4py.__version__,
        "transitions": sorted([*pair, int(count)] for pair, count in graph.items()),
        "routes": sorted([" > ".join(route), int(count)] for route, count in routes.items()),
        "seconds": dict(zip(("prepare", "graph", "variants"), spent, strict=True)),
    }
    print(json.dumps(said))  # noqa: T201 - what this process is for


if __name__ == "__main__":
    main(sys.argv[1:])
