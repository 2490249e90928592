"""The parts of the benchmark: each runs its processes and tells in Markdown what it found."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from tests.bench import report
from tests.bench.processes import ROOT, Command, Run, answer, in_turn, python, run

PANDAS_LINES: Final = 1_000_000
"""Beyond this many lines plain pandas is left out."""

MOST_TIME, MOST_MEMORY = 1.2, 1.0  # of what the Polars script takes
LEAST_FASTER: Final = 10.0  # than PM4Py
LEAST_MESSAGE_SPEED: Final = 20.0  # MB a second
MOST_CSV_TIME: Final = 6.0  # seconds for a million lines
MOST_CSV_MEMORY: Final = 600.0  # MB, whatever the number of lines
MOST_CSV_RATIO: Final = 2.0  # of the time DuckDB takes bare
MOST_ANSWER: Final = 0.3  # seconds, hoped for
MOST_VIEW: Final = 1.0  # seconds
MOST_FIRST_VIEW: Final = 3.0  # seconds
MOST_GUARD: Final = 0.05  # seconds

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
    return f"{report.processes(found)}\n\n{equal}\n\n{_beside_polars(found)}"


def _beside_polars(found: Mapping[str, Sequence[Run]]) -> str:
    """Say whether the goals beside the Polars script were met."""
    pairs = list(zip(found["ours"], found["polars"], strict=True))
    time = median(ours.wall / theirs.wall for ours, theirs in pairs)
    memory = median(ours.rss_mb / theirs.rss_mb for ours, theirs in pairs)
    return report.goals(
        {
            f"at most {MOST_TIME} times the time of Polars": (time, time <= MOST_TIME),
            "no more memory than Polars": (memory, memory <= MOST_MEMORY),
        }
    )


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
    _make_ours(asked)
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
    version = theirs[0]["version"]
    stages = {
        "directly-follows graph": ("graph",),
        "variants": ("variants",),
        "both": ("graph", "variants"),
        "both, with PM4Py's own formatting and sorting": ("prepare", "graph", "variants"),
    }
    rows = [[name, *_beside(ours, theirs, parts)] for name, parts in stages.items()]
    equal = "Every count of a pair and of a route is the same."
    table = report.table(["stage", "ours s", f"pm4py {version} s", "pm4py / ours"], rows)
    ratio = float(rows[2][-1])
    goal = {f"{LEAST_FASTER:.0f} times faster than PM4Py": (ratio, ratio >= LEAST_FASTER)}
    return f"{table}\n\n{equal}\n\n{report.goals(goal)}"


def _beside(ours: Sequence[Any], theirs: Sequence[Any], parts: Sequence[str]) -> list[str]:
    """Give the median seconds of some stages on both sides, and of their ratios pair by pair."""
    mine, others = (
        [sum(one["seconds"].get(part, 0.0) for part in parts) for one in side]
        for side in (ours, theirs)
    )
    ratios = [other / own for own, other in zip(mine, others, strict=True)]
    return [f"{median(mine):.3f}", f"{median(others):.3f}", f"{median(ratios):.1f}"]


def _make_ours(asked: Measurement) -> None:
    """Make our tables when no part has done so yet."""
    if not (asked.out("ours") / "rules.json").exists():
        run(asked.analyse("ours"))


def pm4py_python() -> Path:
    """Name the Python of PM4Py's own environment, which is made when it is not there."""
    binary = PM4PY / "bin" / "python"
    if not any(PM4PY.glob("lib/python*/site-packages/pm4py")):
        run([sys.executable, "-m", "venv", PM4PY])
        run([binary, "-m", "pip", "install", "--quiet", "--requirement", REQUIREMENTS])
    return binary


def measure_csv(asked: Measurement) -> str:
    """Read the Dutch CSV into stored files, ours and DuckDB's own reader in turn."""
    commands: dict[str, Command] = {
        name: python("tests.bench.csv_reading", way, asked.csv, asked.folder / f"csv-{way}")
        for name, way in (("ours", "ours"), ("DuckDB read_csv, nothing judged", "duckdb"))
    }
    found = in_turn(commands, asked.runs)
    ours, bare = found.values()
    seconds = median(one.wall for one in ours)
    megabytes = max(one.rss_mb for one in ours)
    ratio = median(own.wall / other.wall for own, other in zip(ours, bare, strict=True))
    most = MOST_CSV_TIME * asked.lines / 1_000_000
    goals = {
        f"{most:.0f} s": (seconds, seconds <= most),
        f"{MOST_CSV_MEMORY:.0f} MB": (megabytes, megabytes <= MOST_CSV_MEMORY),
        f"{MOST_CSV_RATIO:.0f} times DuckDB's own CSV to Parquet": (ratio, ratio <= MOST_CSV_RATIO),
    }
    return f"{report.processes(found)}\n\n{report.goals(goals)}"


def measure_messages(_: Measurement) -> str:
    """Read a large JW323 of two sizes: the message alone, and all the way to declarations."""
    found = answer(run(python("tests.bench.message_reading")))["found"]
    headings = ["JW323", "MB", "s", "MB a second", "MB a CPU second", "memory grown, MB"]
    rows = [
        [
            one["way"],
            f"{one['megabytes']:.0f}",
            f"{one['seconds']:.2f}",
            f"{one['megabytes'] / one['seconds']:.1f}",
            f"{one['megabytes'] / one['processor']:.1f}",
            f"{one['grown']:.0f}",
        ]
        for one in found
    ]
    slowest = min(one["megabytes"] / one["seconds"] for one in found if one["way"] == "message")
    goals = {f"{LEAST_MESSAGE_SPEED:.0f} MB a second": (slowest, slowest >= LEAST_MESSAGE_SPEED)}
    return f"{report.table(headings, rows)}\n\n{report.goals(goals)}"


def measure_memory(asked: Measurement) -> str:
    """Run ours once under a limit of memory."""
    _make_ours(asked)
    found = run(asked.analyse("limited", "--memory", LIMIT))
    run(python("tests.bench.equality", asked.out("ours"), asked.out("limited")))
    return report.processes({f"ours, --memory {LIMIT}": [found]}) + "\n\nThe same tables."


def measure_answers(asked: Measurement) -> str:
    """Change the filters of every view twelve times."""
    found = answer(run(python("tests.bench.answers", asked.parquet)))
    rows = [
        [
            page,
            *(f"{1000 * seconds[name]:.0f}" for name in ("first", "p50", "p95", "slowest")),
            f"{seconds['failed']} of {seconds['asked']}",
        ]
        for page, seconds in found["pages"].items()
    ]
    title = f"{found['trajectories']:,} trajectories; milliseconds of a whole run."
    table = report.table(["view", "first", "p50", "p95", "slowest", "failed"], rows)
    slowest = max(seconds["p95"] for seconds in found["pages"].values())
    goals = {
        "1 s at the 95th percentile on every view": (slowest, slowest <= MOST_VIEW),
        "300 ms at the 95th percentile on every view": (slowest, slowest <= MOST_ANSWER),
    }
    return f"{title}\n\n{table}\n\n{report.goals(goals)}"


def measure_first_view(_: Measurement) -> str:
    """Wait for the sample region on a fresh server, in a browser."""
    found = answer(run(python("tests.bench.first_view")))
    rows = [
        [page, f"{seconds['first']:.2f}", f"{seconds['second']:.2f}"]
        for page, seconds in found.items()
    ]
    table = report.table(["page", "first visitor s", "second visitor s"], rows)
    first = found["Start"]["first"]
    goal = {"Start within 3 s for the first visitor": (first, first <= MOST_FIRST_VIEW)}
    return f"{table}\n\n{report.goals(goal)}"


def measure_guard(_: Measurement) -> str:
    """Judge views of 13,000 clients beside 10,000 answers."""
    found = answer(run(python("tests.bench.guard")))
    rows = [[f"{found['median'] * 1000:.0f}", f"{found['slowest'] * 1000:.0f}"]]
    table = report.table(["median ms", "95th percentile ms"], rows)
    goal = {"Below 50 ms a view": (found["slowest"], found["slowest"] < MOST_GUARD)}
    return f"{table}\n\n{report.goals(goal)}"
