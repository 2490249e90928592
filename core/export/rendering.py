"""The door to the renderer, which runs beside the application: one process for each drawing."""

import json
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, Final

RENDERER: Final = Path(__file__).with_name("drawing.py")
LONGEST_SECONDS: Final = 120
"""A drawing takes a second; one that takes this long never ends."""

AT_ONCE: Final = BoundedSemaphore(2)
"""Drawings that are made at the same time; others wait, so that the memory in use is bounded."""


def svg_from(spec: dict[str, Any]) -> str:
    """Draw a chart as SVG. Raises ``RuntimeError`` when it cannot be drawn."""
    return _rendered("svg", json.dumps(spec).encode()).decode()


def png_from(svg: str) -> bytes:
    """Draw an SVG as PNG. Raises ``RuntimeError`` when it cannot be drawn."""
    return _rendered("png", svg.encode())


def _rendered(written: str, given: bytes) -> bytes:
    """Let the renderer work, alone and without the settings of whoever started the application."""
    with AT_ONCE:
        done = subprocess.run(  # noqa: S603 - our own script, and nothing that somebody wrote
            [sys.executable, "-I", str(RENDERER), written],
            input=given,
            capture_output=True,
            check=False,
            timeout=LONGEST_SECONDS,
        )
    if done.returncode:
        raise RuntimeError("this picture cannot be drawn")
    return done.stdout
