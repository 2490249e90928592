"""The layers of the application: each part imports what ``tests.layers`` lets it."""

import re

import pytest

from tests.layers import LAZY, MAY_IMPORT, PACKAGES
from tests.sources import ROOT, files_of, imports_of, sources


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


@pytest.mark.parametrize("part", LAZY)
def test_numbers_reach_the_screen_only_through_the_gate(part: str) -> None:
    for file in files_of(part):
        assert not {"core.frames.collect", "core.frames.to_arrow"} & set(imports_of(file))
        assert not re.search(r"\.(collect|to_pandas|fetchall|fetchdf|df)\(", file.read_text())


def test_everything_that_is_imported_is_pinned() -> None:
    """A package that the application imports stands in requirements.txt with one version."""
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    pinned = {line.split("==")[0].casefold() for line in lines if "==" in line}
    ours = {
        "core",
        "pages",
        "polars",
        "pyspark",
    }  # the two other engines are brought by who uses them
    packages = {name.split(".")[0] for file in sources() for name in imports_of(file)}
    names = {PACKAGES.get(package, package) for package in packages - ours}
    assert names <= pinned
