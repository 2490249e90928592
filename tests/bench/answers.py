"""How long a view takes to answer another choice of filters, on a large data set, as JSON.

    python -m tests.bench.answers LINES.parquet

A view is a page of the menu, or one of its parts (tabs). It runs through Streamlit's own test
runner: the whole script, with all that it computes, and no browser. Each selection is asked once,
so that nothing was kept for it.
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
from core.text import chains, stacking, steps, triggers
from core.trajectories.rules import start_rules
from pages.registry import PAGES

SHELL: Final = Path(__file__).parents[2] / "pages" / "shell.py"
PATIENCE_SECONDS: Final = 180
SELECTIONS: Final = 12
WITHOUT_NUMBERS: Final = ("prepare/data.py", "prepare/rules.py")
PARTS: Final = {
    "course/chains.py": ("chains_tab", chains.TABS),
    "course/stacking.py": ("stacking_tab", stacking.TABS),
    "course/steps.py": ("steps_tab", steps.TABS),
    "course/triggers.py": ("triggers_tab", triggers.TABS),
}
"""The pages with parts: where it is kept which one is open, and the names of all."""

NOT_SHARED: Final = ("worklist",)
"""Parts that do not exist at the level that is measured."""

View = tuple[str, str, str, str]
"""A name, the script, and where it is kept that a part is open, with the name of that part."""


def main(arguments: Sequence[str]) -> None:
    """Open the data, visit every page, and print the seconds of each answer in short."""
    data_set = open_files(
        [Path(arguments[0])], "meting", ReadingChoices(), Supplements(), lambda *_: None
    )
    analysis = analysis_of(data_set, start_rules(), lambda *_: None)
    with tempfile.TemporaryDirectory() as home:
        os.environ["TRAJECTZICHT_HOME"] = home  # never that of who measures
        said = {view[0]: _measure(data_set, view) for view in _views()}
    trajectories = analysis.trajectories.select("trajectory_id").collect("pyarrow")
    print(json.dumps({"pages": said, "trajectories": len(trajectories)}))  # noqa: T201


def _views() -> Iterator[View]:
    scripts = (f"{section}/{name}.py" for section, names in PAGES.items() for name in names)
    for script in (script for script in scripts if script not in WITHOUT_NUMBERS):
        key, tabs = PARTS.get(script, ("", {}))
        parts = [(part, label) for part, label in tabs.items() if part not in NOT_SHARED]
        page = script.removesuffix(".py").rpartition("/")[2]
        yield from ((f"{page}: {part}", script, key, label) for part, label in parts)
        if not parts:
            yield page, script, "", ""


def _measure(data_set: DataSet, view: View) -> dict[str, float]:
    """Visit a view with other selections; the first answer, and p50 and p95 of the rest."""
    app = AppTest.from_file(str(SHELL), default_timeout=PATIENCE_SECONDS)
    app.session_state["data_set"] = data_set
    _, script, key, part = view
    app.run().switch_page(script)
    if key:
        app.session_state[key] = part
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
    return time.perf_counter() - began, not (app.exception or app.error)


if __name__ == "__main__":
    main(sys.argv[1:])
