"""The application as its user starts it: a process of its own, on a free port of this machine."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS: Final = 120


@contextmanager
def running(level: str | None = None, home: Path | None = None) -> Iterator[str]:
    """Start the application, wait until it is healthy, give its address, and stop it.

    What it keeps goes to ``home``, or else to a folder of its own, which is gone afterwards.
    """
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py"]
    settings = {"STREAMLIT_SERVER_PORT": str(port)}
    if level:
        settings["TRAJECTZICHT_LEVEL"] = level
    log = log_of(address)
    log.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as own, log.open("w") as output:
        settings["TRAJECTZICHT_HOME"] = str(home or own)
        process = subprocess.Popen(  # noqa: S603 - the command above
            command, cwd=ROOT, env=os.environ | settings, stdout=output, stderr=output
        )
        try:
            wait_until_healthy(address, process, log)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=30)


def log_of(address: str) -> Path:
    """Name the file with all that a server printed."""
    return ROOT / "build" / f"server-{address.rpartition(':')[2]}.log"


def free_port() -> int:
    """Ask the machine for a port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Ask for the health of the server until it answers; say what it printed when it cannot."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if is_healthy(address):
            return
        time.sleep(0.2)
    message = f"the application did not start:\n{log.read_text()}"
    raise RuntimeError(message)


def is_healthy(address: str) -> bool:
    """Say whether the server answers that it is well."""
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
