"""Whole processes, measured from outside: seconds on the clock, seconds of work, and memory.

Nothing heavy is imported here or in ``tests.bench.__main__``: on Linux a process that starts
another lends it the memory it had itself, which would then be reported as the peak of the other.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2]
MEGABYTE: Final = 1024 * 1024
UNIT: Final = 1 if sys.platform == "darwin" else 1024  # of what the system says about memory

Command = Sequence[str | Path]


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds by the clock, seconds of processor, and its peak of memory in MB."""

    wall: float
    cpu: float
    rss_mb: float
    said: str = ""


def run(command: Command, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end. Raises ``RuntimeError`` with what it said when it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - the commands of this benchmark
        [str(word) for word in command],
        cwd=ROOT,
        env=os.environ | dict(environment or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))} failed:\n{said}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * UNIT / MEGABYTE, said)


def python(*arguments: str | Path) -> list[str | Path]:
    """Name a command of this Python: a module and its arguments."""
    return [sys.executable, "-m", *arguments]


def in_turn(commands: Mapping[str, Command], runs: int) -> dict[str, list[Run]]:
    """Run every command so many times, one after the other and then again: A B C A B C."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(run(command))
    return found


def answer(made: Run) -> Any:  # noqa: ANN401 - JSON may hold anything
    """Read the JSON that a process printed as its last; what others say at the end is no JSON."""
    lines = [line for line in made.said.splitlines() if line.startswith("{")]
    return json.loads(lines[-1])
