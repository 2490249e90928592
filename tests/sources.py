"""The Python files of the application, and what each of them imports."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]


def sources() -> Iterator[Path]:
    """List every Python file of the application."""
    yield ROOT / "streamlit_app.py"
    for folder in ("core", "pages"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def files_of(part: str) -> list[Path]:
    """List the Python files of a part, which is one file or a folder."""
    return sorted(ROOT.glob(part if part.endswith(".py") else f"{part}/**/*.py"))


def imports_of(file: Path) -> list[str]:
    """Name what a file imports, other than from Python itself; ``from core import x`` is core.x."""
    names: list[str] = []
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = node.module == "core" or node.module.startswith("core.")
            names += (
                [f"{node.module}.{alias.name}" for alias in node.names] if whole else [node.module]
            )
    return [name for name in names if name.partition(".")[0] not in sys.stdlib_module_names]
