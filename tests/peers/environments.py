"""The Pythons of the peers: each has an environment of its own, made when it is not there."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.bench.processes import ROOT, run

FOLDERS: Final[Mapping[str, Path]] = {
    "pm4py": ROOT / "build" / "peers",
    "sequenzo": ROOT / "build" / "peers-sequenzo",
    "pytauargus": ROOT / "build" / "peers-pytauargus",
}
REQUIREMENTS: Final = ROOT / "tests" / "bench"


def is_made(peer: str) -> bool:
    """Tell whether the environment of a peer is there."""
    return any(FOLDERS[peer].glob(f"lib/python*/site-packages/{peer}"))


def python_of(peer: str) -> Path:
    """Name the Python of a peer, with what ``tests/bench/requirements-<peer>.txt`` asks for."""
    folder = FOLDERS[peer]
    binary = folder / "bin" / "python"
    if not is_made(peer):
        run([sys.executable, "-m", "venv", folder])
        wanted = REQUIREMENTS / f"requirements-{peer}.txt"
        run([binary, "-m", "pip", "install", "--quiet", "--requirement", wanted])
    return binary
