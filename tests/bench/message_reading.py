"""A large JW323: how fast it is read, and in how much memory.

    python -m tests.bench.message_reading [MEGABYTES ...]

makes a declaration of each size (25 and 100 MB unless told otherwise) with the generator of the
sample, and reads it in a process of its own: the message alone (``read_messages``), and all the way
to declarations (``read_files``). Memory is the growth of the peak over what was there with
everything imported and DuckDB open.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from typing import Any, Final

from core.frames import open_duckdb
from core.reading.delivery import read_files
from core.reading.ijw import forget_messages, read_messages
from core.sample.ijw import Identity, Line, write_declaration
from core.sample.messages import PARTIES
from core.sample.region import make_region

FOLDER: Final = Path("build/bench")
SIZES: Final = (25, 100)
MONTH: Final = date(2024, 3, 1)
LINES_AT_ONCE: Final = 5_000
LINES_OF_A_CLIENT: Final = 4
BYTES_IN_A_LINE: Final = 970
OPENS: Final = b"<jw323:Clienten>"
CLOSES: Final = b"</jw323:Clienten>"


def write_message(path: Path, megabytes: int) -> None:
    """Write a JW323 of about that size, some thousands of lines at a time."""
    lines = _lines(megabytes * 1_000_000 // BYTES_IN_A_LINE)
    with path.open("wb") as file:
        head, total = b"", 0
        while some := list(islice(lines, LINES_AT_ONCE)):
            listed = [
                (line, Identity("Pseudoniem", f"{line['row'] // LINES_OF_A_CLIENT:032x}", "2012"))
                for line in some
            ]
            head, _, rest = write_declaration(PARTIES, MONTH, listed).partition(OPENS)
            clients, _, tail = rest.rpartition(CLOSES)
            if not total:
                file.write(head + OPENS)
            total += sum(line["amount_cents"] for line, _ in listed)
            file.write(clients)
        file.write(CLOSES + tail)


def _lines(count: int) -> Iterator[Line]:
    """Repeat debits of the region, each time with numbers of their own."""
    region = make_region(1).slice(0, 10_000).to_pylist()
    debits = [line for line in region if line["amount_cents"] and not line["is_credit"]]
    for number, line in enumerate(islice(cycle(debits), count)):
        own = {"row": number, "reference": f"R{number}", "allocation": f"{1_000_000 + number}"}
        yield line | own


def measure(path: Path, way: str) -> dict[str, Any]:
    """Read a message in this process: seconds, seconds of processor, and growth of memory."""
    workspace = open_duckdb()
    Path("/proc/self/clear_refs").write_text("5")  # from here on the peak is that of reading
    before = _peak_megabytes()
    start, worked = time.perf_counter(), time.process_time()
    if way == "message":
        with path.open("rb") as stream:
            read_messages(workspace.session, [(path.name, stream)])
        forget_messages(workspace.session)
    else:
        read_files(workspace, [path])
    return {
        "seconds": time.perf_counter() - start,
        "processor": time.process_time() - worked,
        "grown": _peak_megabytes() - before,
    }


def _peak_megabytes() -> float:
    """Give the most memory this process has had, by the Linux kernel."""
    told = Path("/proc/self/status").read_text().split()
    return int(told[told.index("VmHWM:") + 1]) / 1024


def main(arguments: Sequence[str]) -> None:
    """Measure each size in both ways, in a process of its own, and write what was found as JSON."""
    if arguments[:1] == ["--one"]:
        sys.stdout.write(json.dumps(measure(Path(arguments[1]), arguments[2])))
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    found = [one for size in map(int, arguments or SIZES) for one in _both_ways(size)]
    sys.stdout.write(json.dumps({"found": found}) + "\n")


def _both_ways(size: int) -> Iterator[dict[str, Any]]:
    path = FOLDER / f"JW323-{size}.xml"
    if not path.exists():
        write_message(path, size)
    for way in ("message", "declarations"):
        command = [sys.executable, "-m", "tests.bench.message_reading", "--one", str(path), way]
        told = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
        yield {"way": way, "megabytes": path.stat().st_size / 1_000_000} | json.loads(told.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
