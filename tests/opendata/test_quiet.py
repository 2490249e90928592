"""Nobody outside hears from the app before somebody asks for open data."""

import ast
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from pages.registry import PAGES
from tests.pages.visiting import arrive
from tests.sources import ROOT, imports_of, sources

SCRIPTS = [f"{section}/{name}.py" for section, names in PAGES.items() for name in names]
MODULES = ("requests", "urllib3")
ASKING = {f"core/opendata/{name}.py" for name in ("asking", "answers", "downloading", "features")}
LINES = {"ftplib", "http", "smtplib", "socket", "ssl", "telnetlib", "urllib.request"}

EVERYTHING = """
import pkgutil, socket, sys
def refuse(*_): raise SystemExit("a line was opened")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
import core, streamlit_app
for module in pkgutil.walk_packages(core.__path__, "core."):
    if "__main__" not in module.name and ".migrations." not in module.name:
        __import__(module.name)
"""


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Refuse every line to anywhere, and write down who wanted one, also when that is caught."""
    wanted: list[object] = []

    def refuse(*asked: object) -> NoReturn:
        wanted.append(asked[1:] or asked)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return wanted


@pytest.mark.parametrize("script", SCRIPTS)
def test_opening_a_page_asks_nobody_anything(script: str, calls: list[object]) -> None:
    app = arrive(script, {"gebied": "GM9801"})
    assert not app.exception
    assert not calls


def test_importing_all_of_it_asks_nobody_anything() -> None:
    done = subprocess.run(  # noqa: S603 - this Python, with a text of ours
        [sys.executable, "-c", EVERYTHING], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_only_the_client_can_ask() -> None:
    found = {
        str(file.relative_to(ROOT))
        for file in sources()
        if any(name.partition(".")[0] in MODULES for name in imports_of(file)) or opens_lines(file)
    }
    assert found <= ASKING


def opens_lines(file: Path) -> bool:
    """Tell whether a file imports a part of Python that can reach another machine."""
    tree = ast.parse(file.read_text())
    names = [
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    ] + [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return any(name in LINES or name.partition(".")[0] in LINES for name in names)
