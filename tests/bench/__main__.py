"""Measure everything and write the table.

    python -m tests.bench --lines 1_000_000 --runs 3 [--only processes,stages]

Prints what it found, writes it to ``build/bench`` and into ``docs/performance.md``, part by part,
so that a run that is stopped keeps what it had.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from tests.bench import report
from tests.bench.processes import ROOT, Command, answer, in_turn, python, run

PANDAS_LINES: Final = 1_000_000
"""Beyond this many lines plain pandas and the pages are left out."""

LIMIT: Final = "1GB"
PM4PY: Final = ROOT / "build" / "peers"
REQUIREMENTS: Final = Path("tests") / "bench" / "requirements-pm4py.txt"


@dataclass(frozen=True, slots=True)
class Measurement:
    """What is measured: how many lines, how often, and the folder with everything in it."""

    lines: int
    runs: int
    folder: Path

    @property
    def parquet(self) -> Path:
        """The lines as Parquet."""
        return self.folder / "region.parquet"

    @property
    def csv(self) -> Path:
        """The lines as Dutch CSV."""
        return self.folder / "region.csv"

    def out(self, name: str) -> Path:
        """The folder for the results of a process."""
        return self.folder / name

    def analyse(self, name: str, *more: str) -> Command:
        """Our own command, from Parquet to all tables."""
        made = python("core", "analyse", self.parquet, "--format", "parquet")
        return [*made, "--out", self.out(name), *more]


def measure_processes(asked: Measurement) -> str:
    """Run ours and the peers in turn, after seeing that they give the same tables."""
    run(asked.analyse("ours"))
    rules = asked.out("ours") / "rules.json"
    peers = ["polars"] + (["pandas"] if asked.lines <= PANDAS_LINES else [])
    commands: dict[str, Command] = {
        name: python(f"tests.bench.{name}_peer", asked.parquet, rules, asked.out(name))
        for name in peers
    }
    for name, command in commands.items():
        run(command)
        run(python("tests.bench.equality", asked.out("ours"), asked.out(name)))
    found = in_turn({"ours": asked.analyse("ours"), **commands}, asked.runs)
    equal = f"Equal to ours row for row, in all six tables: {', '.join(peers)}."
    return f"{report.processes(found)}\n\n{equal}"


def measure_stages(asked: Measurement) -> str:
    """Run our own stages in one process, as often as asked."""
    command = python("tests.bench.stages", asked.parquet, asked.out("stages"))
    found = [answer(run(command)) for _ in range(asked.runs)]
    rows = [
        [
            name,
            f"{median(one[name] for one in found):.2f}",
            f"{min(one[name] for one in found):.2f}",
        ]
        for name in found[0]
    ]
    return report.table(["stage", "s, median", "s, min"], rows)


def measure_graphs(asked: Measurement) -> str:
    """Count transitions and routes of one chained table, ours and PM4Py's in turn."""
    if not asked.out("ours").exists():
        run(asked.analyse("ours"))
    events = asked.folder / "events.parquet"
    commands: dict[str, Command] = {
        "ours": python("tests.bench.graphs", asked.out("ours"), events),
        "pm4py": [pm4py_python(), "-m", "tests.bench.pm4py_peer", events],
    }
    made = in_turn(commands, asked.runs)
    ours, theirs = ([answer(one) for one in made[name]] for name in commands)
    for counted in ("transitions", "routes"):
        if ours[0][counted] != theirs[0][counted]:
            raise RuntimeError(f"PM4Py counts other {counted}")
    stages = {
        "directly-follows graph": ("graph",),
        "variants": ("variants",),
        "both": ("graph", "variants"),
        "both, with PM4Py's own formatting and sorting": ("prepare", "graph", "variants"),
    }
    rows = [[name, *_beside(ours, theirs, parts)] for name, parts in stages.items()]
    equal = "Every count of a pair and of a route is the same."
    return report.table(["stage", "ours s", "pm4py s", "pm4py / ours"], rows) + f"\n\n{equal}"


def _beside(ours: Sequence[Any], theirs: Sequence[Any], parts: Sequence[str]) -> list[str]:
    """Give the median seconds of some stages on both sides, and of their ratios pair by pair."""
    mine, others = (
        [sum(one["seconds"].get(part, 0.0) for part in parts) for one in side]
        for side in (ours, theirs)
    )
    ratios = [other / own for own, other in zip(mine, others, strict=True)]
    return [f"{median(mine):.3f}", f"{median(others):.3f}", f"{median(ratios):.1f}"]


def pm4py_python() -> Path:
    """Name the Python of PM4Py's own environment, which is made when it is not there."""
    binary = PM4PY / "bin" / "python"
    if not binary.exists():
        run([sys.executable, "-m", "venv", PM4PY])
    run([binary, "-m", "pip", "install", "--quiet", "--requirement", REQUIREMENTS])
    return binary


def measure_csv(asked: Measurement) -> str:
    """Read the Dutch CSV, ours and DuckDB's own reader in turn."""
    commands: dict[str, Command] = {
        name: python("tests.bench.csv_reading", way, asked.csv, asked.folder / f"{way}.parquet")
        for name, way in (("ours", "ours"), ("DuckDB read_csv, nothing judged", "duckdb"))
    }
    return report.processes(in_turn(commands, asked.runs))


def measure_memory(asked: Measurement) -> str:
    """Run ours once under a limit of memory."""
    found = run(asked.analyse("limited", "--memory", LIMIT))
    run(python("tests.bench.equality", asked.out("ours"), asked.out("limited")))
    return report.processes({f"ours, --memory {LIMIT}": [found]}) + "\n\nThe same tables."


def measure_answers(asked: Measurement) -> str:
    """Change the filters of every page thirty times."""
    found = answer(run(python("tests.bench.answers", asked.parquet)))
    rows = [
        [
            page,
            *(f"{1000 * seconds[name]:.0f}" for name in ("first", "p50", "p95", "slowest")),
            f"{seconds['failed']} of {seconds['asked']}",
        ]
        for page, seconds in found["pages"].items()
    ]
    title = f"{found['trajectories']:,} trajectories; milliseconds of a whole run of the page."
    return f"{title}\n\n" + report.table(["page", "first", "p50", "p95", "slowest", "failed"], rows)


def measure_first_view(_asked: Measurement) -> str:
    """Wait for the sample region on a fresh server, in a browser."""
    found = answer(run(python("tests.bench.first_view")))
    rows = [[f"{name} visitor", f"{seconds:.2f}"] for name, seconds in found.items()]
    return report.table(["view of the sample after a start of the server", "s"], rows)


PARTS: Final[dict[str, tuple[str, Callable[[Measurement], str]]]] = {
    "processes": ("Whole processes, Parquet to all tables", measure_processes),
    "stages": ("Our stages, in one process", measure_stages),
    "graphs": ("Transitions and routes beside PM4Py", measure_graphs),
    "csv": ("Dutch CSV to typed Parquet", measure_csv),
    "memory": ("Under a limit of memory", measure_memory),
    "answers": ("A change of filters", measure_answers),
    "first_view": ("First view", measure_first_view),
}
ONLY_LARGE: Final = ("memory",)
ONLY_SMALL: Final = ("answers", "first_view")


def main() -> None:
    """Make the data, measure part by part, and keep what was found after each part."""
    chosen = _parser().parse_args()
    folder = ROOT / "build" / "bench" / f"{chosen.lines:_}"
    folder.mkdir(parents=True, exist_ok=True)
    run(python("tests.bench.data", str(chosen.lines), folder))
    asked = Measurement(chosen.lines, chosen.runs, folder)
    kept = folder / "results.json"
    found = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    for name in chosen.only or _usual(chosen.lines):
        title, measure = PARTS[name]
        circumstances = report.circumstances(chosen.lines)
        found[title] = f"{measure(asked)}\n\n{circumstances}"
        sys.stdout.write(f"\n#### {title}\n\n{found[title]}\n")
        sys.stdout.flush()
        kept.write_text(json.dumps(found), encoding="utf-8")
        report.keep(found, chosen.lines, folder / "results.md")


def _usual(lines: int) -> list[str]:
    left_out = ONLY_LARGE if lines <= PANDAS_LINES else ONLY_SMALL
    return [name for name in PARTS if name not in left_out]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", type=_parts, default=[], metavar=",".join(PARTS))
    return parser


def _parts(words: str) -> list[str]:
    parts = words.split(",")
    if set(parts) - set(PARTS):
        raise ValueError(words)
    return parts


if __name__ == "__main__":
    main()
