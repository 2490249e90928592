"""Our graphs beside those of PM4Py: arcs, beginnings, ends, routes, ever later, and hand-overs.

    python -m tests.peers graphs [LOG.csv]

On the logs of ``tests.peers.logs``, and on any log with the column names of XES. PM4Py calls time
between what we call days without care, and both make overlap zero in it; ours is counted from the
end of all earlier care, here from that of the one before, as PM4Py does.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import narwhals.stable.v2 as nw
import pandas as pd

from core.frames import Frame, collect, frame_of, open_duckdb
from core.graphs.follows import count_beginnings, count_later, find_follows
from core.graphs.handovers import find_handovers, find_steps
from core.graphs.pairs import count_pairs
from core.tables import NOT_FOLLOWED, VARIANT_SEPARATOR
from core.trajectories.counting import count_variants
from core.trajectories.rules import Rules
from tests.bench.processes import answer, run
from tests.peers.comparing import Comparison
from tests.peers.environments import python_of
from tests.peers.logs import read_log, read_region, read_states

LONG_AGO: Final = 10_000_000
"""A day on which every log is over, also what has no end."""

CLOSE: Final = 1e-6
"""PM4Py divides and rounds seconds; counts are equal all the same."""

CHAINED: Final = """
    SELECT "case" AS client_id, 1::BIGINT AS chain, position::BIGINT AS position, 'next' AS kind,
        row_number() OVER (ORDER BY "case", position) AS trajectory_id, form AS care_form,
        provider, 'ended' AS status, start::BIGINT AS start, "end"::BIGINT AS "end",
        greatest(start - lag("end") OVER cases, 0)::BIGINT AS gap_days,
        greatest(lag("end") OVER cases - start, 0)::BIGINT AS overlap_days
    FROM events WINDOW cases AS (PARTITION BY "case" ORDER BY position)"""


def compare(*logs: str) -> list[Comparison]:
    """Compare on every log; ``logs`` are files beside those that are always there."""
    found = {Path(log).stem: read_log(Path(log)) for log in logs}
    found |= {
        "mvad (712 young people, 72 months)": read_states("mvad", "Jul.93"),
        "actcal (2,000 people, 12 months)": read_states("actcal", "jan00"),
        "made-up region": read_region(),
    }
    return [one for name, events in found.items() for one in _compare(name, events)]


def _compare(name: str, events: pd.DataFrame) -> list[Comparison]:
    ours, theirs = _ours(events), _theirs(events)
    return [_beside(what, name, ours[what], theirs[what]) for what in ours]


def _beside(
    what: str, name: str, ours: Mapping[Any, float], theirs: Mapping[Any, float]
) -> Comparison:
    keys = ours.keys() | theirs.keys()
    missing = float("inf")
    apart = (
        abs(ours[key] - theirs[key]) if key in ours and key in theirs else missing for key in keys
    )
    return Comparison(what, name, len(keys), max(apart, default=missing), CLOSE)


def _ours(events: pd.DataFrame) -> dict[str, dict[Any, float]]:
    session = open_duckdb().session
    session.register("events", events)
    chained = frame_of(session.sql(CHAINED))
    follows = find_follows(chained, Rules(as_of=LONG_AGO))
    pairs = collect(count_pairs(follows))
    ended = pairs["target"] == NOT_FOLLOWED
    arcs = pairs[~ended]
    routes = collect(count_variants(chained))
    return {
        "arcs": _by_pair(arcs, "transitions"),
        "beginnings": _by(collect(count_beginnings(follows, 1)), "chains"),
        "ends": _by(pairs[ended], "transitions"),
        "variants": {
            tuple(route.split(VARIANT_SEPARATOR)): float(number)
            for route, number in zip(routes["variant"], routes["chains"], strict=True)
        },
        "later": _by_pair(collect(count_later(follows)), "pairs"),
        "median days": _by_pair(arcs, "median_gap_days"),
        "handovers": _by_pair(_handovers(chained), "transitions"),
    }


def _handovers(chained: Frame) -> pd.DataFrame:
    known = chained.filter(nw.col("provider") != "")
    return collect(count_pairs(find_handovers(find_steps(known), 1)))


def _theirs(events: pd.DataFrame) -> dict[str, dict[Any, float]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.parquet"
        events.to_parquet(path)
        said = answer(run([python_of("pm4py"), "-m", "tests.peers.pm4py_graphs", path]))
    return {
        what: {_key(row[:-1]): float(row[-1]) for row in rows}
        for what, rows in said.items()
        if what != "version"
    }


def _key(parts: list[Any]) -> Any:  # noqa: ANN401 - a name, a pair or a route
    only = parts[0]
    if len(parts) > 1:
        return tuple(parts)
    return tuple(only) if isinstance(only, list) else only


def _by_pair(table: pd.DataFrame, column: str) -> dict[Any, float]:
    pairs = zip(table["source"], table["target"], strict=True)
    return dict(zip(pairs, table[column].astype(float), strict=True))


def _by(table: pd.DataFrame, column: str) -> dict[Any, float]:
    return dict(zip(table["source"], table[column].astype(float), strict=True))
