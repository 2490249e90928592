"""Rows about one person or one line: refused at shared levels, before anything is computed."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from core.disclosure import LEVELS, SHARED, Level, Shape, is_shared
from core.rows import publish_rows, require_rows
from core.session import Visit
from pages.exports import xes_of
from pages.quality_rules import fix_list_of
from pages.talk_register import entries_of
from pages.talk_worklist import numbers_of, show_worklist, worklist_of
from pages.timeline import show_timeline

PAGES = sorted((Path(__file__).parents[1] / "pages").rglob("*.py"))
DOORS = {"publish_rows", "require_rows"}
ROW_MODELS = {
    *("find_worklist", "find_history", "find_attended", "find_timeline", "find_timeline_talks"),
    *("find_longest_chains", "find_events", "fix_list"),
}
"""Model functions whose rows are about one person or one line."""

NAMELESS = cast("Any", None)
GIVES_ROWS: dict[str, Callable[[Visit], object]] = {
    "the work list": show_worklist,
    "its rows": worklist_of,
    "its running numbers": numbers_of,
    "the timeline": lambda visit: show_timeline(visit, 1),
    "the event log": lambda visit: xes_of(visit, "status"),
    "the fix list": lambda visit: fix_list_of(visit, NAMELESS, "A1"),
    "the talks one by one": entries_of,
}


def only_a_level(level: Level) -> Visit:
    """Give a visit that knows its level and nothing else: whoever looks further breaks."""
    return cast("Visit", SimpleNamespace(level=level))


@pytest.mark.parametrize("level", SHARED)
@pytest.mark.parametrize("name", GIVES_ROWS)
def test_whatever_gives_rows_refuses_before_it_looks_at_any(name: str, level: Level) -> None:
    with pytest.raises(PermissionError):
        GIVES_ROWS[name](only_a_level(level))


@pytest.mark.parametrize("level", LEVELS)
def test_the_door_of_rows_opens_where_numbers_are_not_shared(level: Level) -> None:
    if is_shared(level):
        with pytest.raises(PermissionError):
            publish_rows(NAMELESS, level, Shape(counts=[]))
    else:
        require_rows(level)


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_a_page_lets_rows_out_by_that_door_only(file: Path) -> None:
    """A function that asks a model for rows goes by a door, and publishes none as counts."""
    for function in _functions_of(file):
        named = _called(function)
        if named & ROW_MODELS:
            assert named & DOORS, function.name
        assert not set(_found_and_published(function)), function.name


def test_the_models_of_rows_are_there() -> None:
    written = "\n".join(file.read_text() for file in PAGES)
    assert all(f"{name}(" in written for name in ROW_MODELS)


def _functions_of(file: Path) -> Iterator[ast.FunctionDef]:
    nodes = ast.walk(ast.parse(file.read_text()))
    return (node for node in nodes if isinstance(node, ast.FunctionDef))


def _called(function: ast.FunctionDef) -> set[str]:
    """Give the names of all that a function calls."""
    return {_name(node) for node in ast.walk(function) if isinstance(node, ast.Call)}


def _found_and_published(function: ast.FunctionDef) -> Iterator[str]:
    """Give what was found as rows and goes out through ``publish`` as if it were counts."""
    found = {
        target.id: _name(node.value)
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and _name(node) == "publish":
            first = node.args[0]
            name = _name(first) if isinstance(first, ast.Call) else found.get(ast.unparse(first))
            if name and name.startswith("find_"):
                yield name


def _name(call: ast.Call) -> str:
    return ast.unparse(call.func).split(".")[-1]
