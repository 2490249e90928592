"""Readings in a process of their own, so that time, memory and reach are measured and bounded.

Run as ``python -m tests.checks.limited FILE...``: reads a small file to be warm, then each FILE,
and tells in JSON the seconds, the growth of memory in MB, what became of it, and whether it reached
for the network or for a file named canary. With ``--upload`` files come in by the browser's door.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.errors import DataError
from tests.checks.traces import upload
from tests.reading.loads import LINE, lines, load

MOST_MEMORY: Final = 3 * 1024**3
"""Bytes of data for the whole process, engine and libraries included.

Data, and not address space: of that, threads and libraries set aside some 3 GB which they never
use, and how much differs from run to run and from machine to machine.
"""

PATIENCE_SECONDS: Final = 60
REACHED: Final[list[str]] = []


@dataclass(frozen=True, slots=True)
class Measured:
    """What a reading took, and how it ended: ``read``, or the reason of its refusal."""

    seconds: float
    megabytes: float
    outcome: str
    reached: list[str]


def measure(*words: str | Path) -> list[Measured]:
    """Read files in another process, by order. Raises when that process dies or takes too long.

    What it says of its end is in the report of the test.
    """
    done = subprocess.run(  # noqa: S603 - this module
        [sys.executable, "-m", "tests.checks.limited", *map(str, words)],
        check=True,
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
        timeout=PATIENCE_SECONDS,
    )
    return [Measured(**one) for one in json.loads(done.stdout)]


def main() -> None:
    """Measure every reading and tell of all."""
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    sys.addaudithook(_notice)
    paths = [Path(word) for word in sys.argv[1:] if word != "--upload"]
    read = _read_upload if "--upload" in sys.argv else _read
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.csv"
        small.write_text(lines(LINE))
        read(small)
    sys.stdout.write(json.dumps([_measured(read, path) for path in paths]))


def _measured(read: Callable[[Path], str], path: Path) -> dict[str, object]:
    REACHED.clear()
    before, began = _peak(), time.monotonic()
    outcome = read(path)
    return {
        "seconds": time.monotonic() - began,
        "megabytes": _peak() - before,
        "outcome": outcome,
        "reached": list(REACHED),
    }


def _notice(event: str, given: tuple[object, ...]) -> None:
    """Note what leaves this machine, or opens what only a file itself could have named."""
    if event.startswith(("socket.connect", "socket.getaddrinfo", "urllib", "subprocess")) or (
        event == "open" and "canary" in str(given[0])
    ):
        REACHED.append(event)


def _read(path: Path) -> str:
    try:
        load(path)
    except DataError as error:
        return str(getattr(error, "reason", type(error).__name__))
    return "read"


def _read_upload(path: Path) -> str:
    try:
        upload(path.read_bytes(), path.name)
    except DataError as error:
        return str(getattr(error, "reason", type(error).__name__))
    return "read"


def _peak() -> float:
    """Give the most memory this process has had, in MB; macOS counts bytes, others kilobytes."""
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    main()
