"""The table of a measurement, as people read it: on screen, in a file, and in the documents."""

import os
import platform
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.processes import ROOT, Run

DOCUMENT: Final = ROOT / "docs" / "performance.md"
PACKAGES: Final = ("duckdb", "narwhals", "polars", "pandas", "pyarrow", "streamlit")
CPU_NAMES: Final = Path("/proc/cpuinfo")
HEADING: Final = "#### "
"""Before the title of one measurement."""


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a Markdown table."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def processes(found: Mapping[str, Sequence[Run]]) -> str:
    """Tell of whole processes run in turn; ratios are of the first one over each other."""
    ours = next(iter(found.values()))
    rows = [
        [
            name,
            str(len(runs)),
            f"{median(run.wall for run in runs):.2f} ({min(run.wall for run in runs):.2f})",
            f"{median(run.cpu for run in runs):.2f} ({min(run.cpu for run in runs):.2f})",
            f"{max(run.rss_mb for run in runs):,.0f}",
            *_ratios(ours, runs),
        ]
        for name, runs in found.items()
    ]
    headings = ["process", "runs", "wall s, median (min)", "CPU s, median (min)", "peak RSS MB"]
    return table([*headings, "ours / this, wall", "ours / this, CPU", "ours / this, RSS"], rows)


def _ratios(ours: Sequence[Run], theirs: Sequence[Run]) -> list[str]:
    """Give the median of the ratios pair by pair: neighbours in time shared the same machine."""
    if ours is theirs:
        return ["", "", ""]
    pairs = list(zip(ours, theirs, strict=True))
    return [
        f"{median(mine.wall / other.wall for mine, other in pairs):.2f}",
        f"{median(mine.cpu / other.cpu for mine, other in pairs):.2f}",
        f"{median(mine.rss_mb / other.rss_mb for mine, other in pairs):.2f}",
    ]


def goals(reached: Mapping[str, tuple[float, bool]]) -> str:
    """Say of each goal what was reached, and whether that is enough."""
    said = [
        f"- Goal {goal}: {number:.2f}, {'met' if enough else '**missed**'}."
        for goal, (number, enough) in reached.items()
    ]
    return "\n".join(said)


def circumstances(lines: int) -> str:
    """Say when and on what was measured."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = ", ".join(f"{number:.1f}" for number in os.getloadavg())
    return (
        f"{lines:,} lines. {datetime.now(UTC):%Y-%m-%d %H:%M} UTC; {os.cpu_count()} cores of "
        f"{_processor()}, {memory:.0f} GiB; load before it {load}. {platform.system()}, "
        f"Python {platform.python_version()}, {versions}."
    )


def _processor() -> str:
    if CPU_NAMES.exists():
        for line in CPU_NAMES.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def keep(title: str, part: str, order: Sequence[str], lines: int, kept: Path) -> None:
    """Write a measurement among the others of its size: to a file, and into the document.

    What was measured earlier stays, whether the file is still there or the document alone has it.
    """
    begin, end = (f"<!-- {word} {lines:_} -->" for word in ("begin", "end"))
    document = DOCUMENT.read_text(encoding="utf-8")
    before, found, rest = document.partition(begin)
    has_place = bool(found) and end in rest
    earlier = rest.partition(end)[0] if has_place else _read(kept)
    parts = _parts_of(earlier) | {title: part}
    text = "\n\n".join(f"{HEADING}{name}\n\n{parts[name]}" for name in order if name in parts)
    kept.write_text(text + "\n", encoding="utf-8")
    if has_place:
        after = rest.partition(end)[2]
        DOCUMENT.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")


def _read(kept: Path) -> str:
    return kept.read_text(encoding="utf-8") if kept.exists() else ""


def _parts_of(text: str) -> dict[str, str]:
    """Take a text with headings apart: what was measured, by its title."""
    parts = (part.partition("\n") for part in f"\n{text}".split(f"\n{HEADING}")[1:])
    return {title.strip(): measured.strip() for title, _, measured in parts}
