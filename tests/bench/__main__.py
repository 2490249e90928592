"""Measure everything and write the table.

    python -m tests.bench --lines 1_000_000 --runs 3 [--only processes,stages]

Prints what it found, writes it to ``build/bench`` and into ``docs/performance.md``, part by part,
so that a run that is stopped keeps what it had.
"""

import argparse
import sys
from collections.abc import Callable
from typing import Final

from tests.bench import parts, report
from tests.bench.parts import PANDAS_LINES, Measurement
from tests.bench.processes import ROOT, python, run
from tests.bench.protection_part import measure_protection
from tests.bench.sequences_part import measure_sequences

PARTS: Final[dict[str, tuple[str, Callable[[Measurement], str]]]] = {
    "processes": ("Whole processes, Parquet to all tables", parts.measure_processes),
    "stages": ("Our stages, in one process", parts.measure_stages),
    "graphs": ("Transitions and routes beside PM4Py", parts.measure_graphs),
    "sequences": ("Distances and indicators beside Sequenzo", measure_sequences),
    "csv": ("Dutch CSV to a stored delivery", parts.measure_csv),
    "messages": ("A large JW323", parts.measure_messages),
    "memory": ("Under a limit of memory", parts.measure_memory),
    "answers": ("A change of filters", parts.measure_answers),
    "first_view": ("First view", parts.measure_first_view),
    "guard": ("The difference guard", parts.measure_guard),
    "protection": ("A protected table of 200 by 20", measure_protection),
}
ONLY_LARGE: Final = ("memory",)
ONLY_SMALL: Final = ("messages", "answers", "first_view", "protection")


def main() -> int:
    """Make the data, measure part by part, and keep what was found after each part.

    Exit 1 when a part could not be measured, or a peer gave something else; the others go on.
    """
    chosen = _parser().parse_args()
    folder = ROOT / "build" / "bench" / f"{chosen.lines:_}"
    folder.mkdir(parents=True, exist_ok=True)
    run(python("tests.bench.data", str(chosen.lines), folder))
    asked = Measurement(chosen.lines, chosen.runs, folder)
    made = [_keep(name, asked) for name in chosen.only or _usual(chosen.lines)]
    return 0 if all(made) else 1


def _keep(name: str, asked: Measurement) -> bool:
    """Measure one part, print it, and keep it beside the parts of earlier runs."""
    title, measure = PARTS[name]
    circumstances = report.circumstances(asked.lines)
    try:
        text = f"{measure(asked)}\n\n{circumstances}"
    except RuntimeError as problem:
        sys.stderr.write(f"\n{title}: {problem}\n")
        return False
    sys.stdout.write(f"\n{report.HEADING}{title}\n\n{text}\n")
    sys.stdout.flush()
    order = [title for title, _ in PARTS.values()]
    report.keep(title, text, order, asked.lines, asked.folder / "results.md")
    return True


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
    names = words.split(",")
    if set(names) - set(PARTS):
        raise ValueError(words)
    return names


if __name__ == "__main__":
    sys.exit(main())
