"""The layers of the application, drawn as a table: what each part may import."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

MODEL = ["narwhals", "core.care_forms", "core.errors", "core.frames", "core.tables"]
SHOWN = ["core.analysis", "core.disclosure", "core.session", "core.text", "core.trajectories"]

MAY_IMPORT = {
    "core/__init__.py": [],
    "core/tables.py": ["narwhals"],
    "core/errors.py": [],
    "core/care_forms.py": ["core.tables"],
    "core/products.py": ["core.care_forms", "core.tables"],
    "core/frames.py": ["narwhals", "duckdb", "pandas", "polars", "pyspark", "core.tables"],
    "core/trajectories": [*MODEL, "core.trajectories"],
    "core/disclosure.py": ["narwhals", "pandas", "core.frames", "core.tables"],
    "core/reading": [
        *("duckdb", "narwhals", "openpyxl", "pandas", "pyarrow", "python_calamine", "defusedxml"),
        *("core.care_forms", "core.errors", "core.frames", "core.products", "core.tables"),
        *("core.reading", "core.text"),
    ],
    "core/sample": [
        *("numpy", "pyarrow", "core.care_forms", "core.products", "core.tables", "core.sample"),
    ],
    "core/analysis.py": [*MODEL, "core.reading", "core.trajectories"],
    "core/text": ["pandas", "core.disclosure", "core.errors", "core.tables", "core.text"],
    "core/charts": ["altair", "pandas", "core.charts", "core.tables", "core.text"],
    "core/session.py": ["streamlit", *MODEL, "core.analysis", "core.reading", *SHOWN],
    "core/__main__.py": [
        *("core.analysis", "core.disclosure", "core.errors", "core.reading", "core.sample"),
        *("core.frames", "core.text", "core.trajectories"),
    ],
    "pages": ["streamlit", "pandas", "core.charts", "core.reading", *SHOWN],
    "streamlit_app.py": ["streamlit", "core.charts"],
}
"""Parts from the inside outward. A part that is not named as a folder is that one file."""

COLLECTING = ("core/analysis.py", "core/disclosure.py", "core/frames.py")
"""Where rows may leave the engine; everything else asks these."""


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_a_part_imports_only_what_lies_further_inward(part: str) -> None:
    assert files_of(part), f"{part} does not exist"
    allowed = tuple(f"{name}." for name in MAY_IMPORT[part])
    for file in files_of(part):
        outward = [name for name in imports_of(file) if not f"{name}.".startswith(allowed)]
        assert not outward, f"{file.relative_to(ROOT)} may not import {outward}"


def test_every_module_has_a_place() -> None:
    placed = {file for part in MAY_IMPORT for file in files_of(part)}
    assert set(sources()) <= placed


def test_only_the_analysis_and_the_gate_take_rows_out_of_an_engine() -> None:
    free = {file for part in COLLECTING for file in files_of(part)}
    for file in set(sources()) - free:
        assert not re.search(r"\.(collect|to_pandas|fetchall)\(", file.read_text()), (
            f"{file.relative_to(ROOT)} must go through core.analysis or core.disclosure"
        )


def test_everything_that_is_imported_is_pinned() -> None:
    """A package that the application imports stands in requirements.txt with one version."""
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    pinned = {line.split("==")[0].casefold() for line in lines if "==" in line}
    ours = {"core", "polars", "pyspark"}  # the two other engines are brought by who uses them
    packages = {name.split(".")[0] for file in sources() for name in imports_of(file)}
    names = {PACKAGES.get(package, package) for package in packages - ours}
    assert names <= pinned


PACKAGES = {"python_calamine": "python-calamine", "sklearn": "scikit-learn"}
"""Packages whose name in the registry is not the name that is imported."""


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
