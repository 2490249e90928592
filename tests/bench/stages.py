"""Our own way through in one process, stage by stage, as JSON with seconds.

python -m tests.bench.stages LINES.parquet OUT
"""

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from core.analysis import Analysis, analyse
from core.frames import open_duckdb, to_arrow
from core.reading.delivery import read_files
from core.trajectories.counting import count_chain_lengths, count_transitions, count_variants
from core.trajectories.rules import Rules
from core.writing import Destination, write_results


def main(arguments: Sequence[str]) -> None:
    """Read, analyse, count and write, and print how long each took."""
    source, out = map(Path, arguments)
    moments = [("read", time.perf_counter())]
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        workspace = open_duckdb("", scratch)
        delivery = read_files(workspace, [source])
        analysis = analyse(
            workspace, Rules(), report=lambda step, _: moments.append((step, time.perf_counter()))
        )
        moments[-1] = ("counts", moments[-1][1])
        _count(analysis)
        moments.append(("write", time.perf_counter()))
        write_results(
            Destination(out, "parquet", for_table=False, scratch=scratch), analysis, delivery
        )
    moments.append(("", time.perf_counter()))
    print(json.dumps(seconds_between(moments)))  # noqa: T201 - what this process is for


def seconds_between(moments: Sequence[tuple[str, float]]) -> dict[str, float]:
    """Give the seconds from each moment to the next, by the name of the first."""
    pairs = pairwise(moments)
    return {name: later - moment for (name, moment), (_, later) in pairs}


def _count(analysis: Analysis) -> None:
    for count in (count_chain_lengths, count_transitions, count_variants):
        to_arrow(count(analysis.chained))


if __name__ == "__main__":
    main(sys.argv[1:])
