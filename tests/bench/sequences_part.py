"""The part of the benchmark on sequences: ours and Sequenzo's in turn, on the same sequences."""

from collections.abc import Mapping
from statistics import median
from typing import Any, Final

import numpy as np

from tests.bench import report
from tests.bench.parts import Measurement
from tests.bench.processes import Command, answer, in_turn, python, run
from tests.peers.environments import python_of

ROUNDING: Final = 1e-9
INDICATORS: Final = (
    *("entropy", "complexity", "turbulence"),
    *("volatility", "recurrence", "subsequences"),
)


def measure_sequences(asked: Measurement) -> str:
    """Measure the routes and the courses of the region on both sides, and see that they agree."""
    if not (asked.out("ours") / "rules.json").exists():
        run(asked.analyse("ours"))
    routes, courses = (asked.folder / f"{name}.csv" for name in ("routes", "courses"))
    mine, roads, figures = (asked.folder / f"{name}.npz" for name in ("own", "roads", "figures"))
    ours = python("tests.bench.sequences", asked.out("ours"), routes, courses, mine)
    numbers = answer(run(ours))["numbers"]
    theirs: Command = [python_of("sequenzo"), "-m", "tests.bench.sequenzo_peer"]
    commands: dict[str, Command] = {
        "ours": ours,
        "distances": [*theirs, routes, str(numbers["rungs"]), roads],
        "indicators": [*theirs, courses, str(numbers["states"]), figures, "indicators"],
    }
    made = in_turn(commands, asked.runs)
    with np.load(mine) as own, np.load(roads) as found, np.load(figures) as measured:
        _see_equal({"matching": own["matching"]}, found)
        _see_equal({name: own[name] for name in INDICATORS}, measured)
    said = {name: [answer(one) for one in runs] for name, runs in made.items()}
    return _told(said, numbers)


def _see_equal(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> None:
    for name, values in ours.items():
        if not np.allclose(values, theirs[name], rtol=0, atol=ROUNDING):
            raise RuntimeError(f"Sequenzo measures another {name}")


def _told(said: Mapping[str, list[Any]], numbers: Mapping[str, int]) -> str:
    """Write the median seconds of both sides, and of the ratios pair by pair."""
    theirs = {
        "distances": [one["seconds"]["matching"] for one in said["distances"]],
        "indicators": [
            sum(one["seconds"][name] for name in INDICATORS) for one in said["indicators"]
        ],
    }
    rows = []
    for stage, seconds in theirs.items():
        own = [one["seconds"][stage] for one in said["ours"]]
        ratio = median(other / mine for mine, other in zip(own, seconds, strict=True))
        rows.append([stage, f"{median(own):.3f}", f"{median(seconds):.3f}", f"{ratio:.1f}"])
    version = said["distances"][0]["version"]
    headings = ["stage", "ours s", f"Sequenzo {version} s", "Sequenzo / ours"]
    basis = (
        f"{numbers['routes']:,} different routes and {numbers['courses']:,} courses of 24 months."
    )
    return f"{report.table(headings, rows)}\n\n{basis} Every number is the same."
