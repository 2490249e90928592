"""Our transitions and routes of a chained table, timed, as JSON.

    python -m tests.bench.graphs FOLDER EVENTS.parquet

``FOLDER`` holds what ``analyse`` wrote. ``EVENTS`` is written for the peer: the trajectories that
count, a case a chain.
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from core.frames import collect, frame_of, keep, open_duckdb
from core.trajectories.counting import count_transitions, count_variants

CHAINED: Final = """
    SELECT chained.*, trajectories.care_form
    FROM read_parquet($chained) AS chained JOIN read_parquet($trajectories) AS trajectories
        USING (trajectory_id)"""
EVENTS: Final = """
    SELECT client_id || '|' || chain AS chain, care_form, position FROM chained
    WHERE kind = 'next' ORDER BY client_id, chain, position"""


def main(arguments: Sequence[str]) -> None:
    """Count, print the seconds and the counts, and write the events."""
    folder, events = map(Path, arguments)
    workspace = open_duckdb()
    session = workspace.session
    files = {name: str(folder / f"{name}.parquet") for name in ("chained", "trajectories")}
    chained = keep(workspace, frame_of(session.sql(CHAINED, params=files)), "chained")
    moments = [time.perf_counter()]
    pairs = collect(count_transitions(chained))
    moments.append(time.perf_counter())
    routes = collect(count_variants(chained))
    moments.append(time.perf_counter())
    session.sql(EVENTS).write_parquet(str(events))
    said = {
        "transitions": sorted(pairs[["source", "target", "transitions"]].values.tolist()),
        "routes": sorted(routes[["variant", "chains"]].values.tolist()),
        "seconds": {"graph": moments[1] - moments[0], "variants": moments[2] - moments[1]},
    }
    print(json.dumps(said))  # noqa: T201 - what this process is for


if __name__ == "__main__":
    main(sys.argv[1:])
