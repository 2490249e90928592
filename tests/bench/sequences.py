"""Our distances and indicators of the sequences of a region, timed, as JSON.

    python -m tests.bench.sequences FOLDER ROUTES.csv COURSES.csv OUT.npz

``FOLDER`` holds what ``analyse`` wrote. The distinct routes over the rungs, and the distinct
courses of two years month by month, are written for the peer, and our outcomes to ``OUT``.
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import duckdb
import numpy as np

from core.sequences.distances import LONGEST_ROUTE, ladder_costs, measure_matching
from tests.peers.sequences import Course, indicators_of, write_courses

MOST_COURSES: Final = 4_000

ROUTES: Final = """
    SELECT DISTINCT list(dense ORDER BY position)[:$longest] AS course
    FROM (SELECT *, dense_rank() OVER (ORDER BY level) - 1 AS dense
          FROM read_parquet($chained) JOIN (SELECT trajectory_id, level
            FROM read_parquet($trajectories)) USING (trajectory_id)
          WHERE kind = 'next' AND level > 0)
    GROUP BY client_id, chain ORDER BY course"""

COURSES: Final = """
    WITH begun AS (
        SELECT client_id, dense_rank() OVER (ORDER BY level) - 1 AS dense,
            datediff('month', min("start") OVER (PARTITION BY client_id), "start") AS came,
            datediff('month', min("start") OVER (PARTITION BY client_id), "end") AS went
        FROM read_parquet($trajectories) WHERE level > 0),
    filled AS (
        SELECT client_id, month, max(dense) + 1 AS state
        FROM begun JOIN (SELECT unnest(range(24)) AS month)
            ON came <= month AND (went IS NULL OR went >= month)
        GROUP BY client_id, month),
    grid AS (SELECT DISTINCT client_id, month FROM begun, (SELECT unnest(range(24)) AS month))
    SELECT DISTINCT course FROM (
        SELECT list(coalesce(state, 0) ORDER BY month) AS course
        FROM grid LEFT JOIN filled USING (client_id, month) GROUP BY client_id)
    ORDER BY hash(course) LIMIT $most"""


def main(arguments: Sequence[str]) -> None:
    """Measure, print the seconds, and write the sequences and the outcomes."""
    folder, routes_file, courses_file, out = map(Path, arguments)
    routes, courses = _courses(folder, ROUTES), _courses(folder, COURSES)
    write_courses(routes, routes_file)
    write_courses(courses, courses_file)
    rungs, states = (1 + max(map(max, found)) for found in (routes, courses))
    began = time.perf_counter()
    distances = measure_matching(routes, ladder_costs(range(1, rungs + 1)), 0.5)
    between = time.perf_counter()
    indicators = indicators_of(courses, states)
    seconds = {"distances": between - began, "indicators": time.perf_counter() - between}
    np.savez(out, allow_pickle=False, matching=distances, **indicators)
    numbers = {"routes": len(routes), "courses": len(courses), "rungs": rungs, "states": states}
    print(json.dumps({"seconds": seconds, "numbers": numbers}))  # noqa: T201 - what this is for


def _courses(folder: Path, statement: str) -> list[Course]:
    files = {name: str(folder / f"{name}.parquet") for name in ("chained", "trajectories")}
    given = files | {"longest": LONGEST_ROUTE, "most": MOST_COURSES}
    asked = {name: value for name, value in given.items() if f"${name}" in statement}
    return [tuple(row[0]) for row in duckdb.connect().execute(statement, asked).fetchall()]


if __name__ == "__main__":
    main(sys.argv[1:])
