"""How long a page takes to answer another choice of filters, on a large data set, as JSON.

    python -m tests.bench.answers LINES.parquet

Every page of the menu runs through Streamlit's own test runner: the whole script, with all that it
computes, and no browser. Each selection is asked once, so that nothing was kept for it.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import quantiles
from typing import Final

from streamlit.testing.v1 import AppTest

from core.datasets import DataSet, analysis_of
from core.opening import Supplements, open_files
from core.reading.choices import ReadingChoices
from core.trajectories.rules import Rules
from pages.registry import PAGES

SHELL: Final = Path(__file__).parents[2] / "pages" / "shell.py"
PATIENCE_SECONDS: Final = 180
SELECTIONS: Final = 30
WITHOUT_NUMBERS: Final = ("prepare/data.py", "prepare/rules.py")


def main(arguments: Sequence[str]) -> None:
    """Open the data, visit every page, and print the seconds of each answer in short."""
    data_set = open_files(
        [Path(arguments[0])], "meting", ReadingChoices(), Supplements(), lambda *_: None
    )
    analysis = analysis_of(data_set, Rules(), lambda *_: None)
    with tempfile.TemporaryDirectory() as home:
        os.environ["TRAJECTZICHT_HOME"] = home  # never that of who measures
        said = {script: _measure(data_set, script) for script in _scripts()}
    trajectories = analysis.trajectories.select("trajectory_id").collect("pyarrow")
    print(json.dumps({"pages": said, "trajectories": len(trajectories)}))  # noqa: T201


def _scripts() -> Iterator[str]:
    scripts = (f"{section}/{name}.py" for section, names in PAGES.items() for name in names)
    yield from (script for script in scripts if script not in WITHOUT_NUMBERS)


def _measure(data_set: DataSet, script: str) -> dict[str, float]:
    """Visit a page with other selections; the first answer, and p50 and p95 of the rest."""
    app = AppTest.from_file(str(SHELL), default_timeout=PATIENCE_SECONDS)
    app.session_state["data_set"] = data_set
    app.run().switch_page(script)
    (first, _), *rest = [_answer(app, selection) for selection in _selections(app)]
    seconds = [duration for duration, _ in rest]
    cuts = quantiles(seconds, n=20, method="inclusive")
    failed = sum(not answered for _, answered in rest)
    return {"first": first, "p50": cuts[9], "p95": cuts[18], "slowest": max(seconds)} | {
        "asked": len(rest),
        "failed": failed,
    }


def _selections(app: AppTest) -> list[tuple[str, int]]:
    """List different pairs of a municipality and a first year; the first one is the usual view."""
    towns = app.selectbox(key="municipality").options
    years = app.selectbox(key="from_year").options
    pairs = [(town, place) for place in range(len(years)) for town in towns]
    return pairs[: SELECTIONS + 1]


def _answer(app: AppTest, selection: tuple[str, int]) -> tuple[float, bool]:
    """Give the seconds of one answer, and whether it was one and not an error."""
    town, place = selection
    app.selectbox(key="municipality").select(town)
    app.selectbox(key="from_year").select_index(place)
    began = time.perf_counter()
    app.run()
    return time.perf_counter() - began, not app.exception


if __name__ == "__main__":
    main(sys.argv[1:])
