"""D8: every table with euros says who is behind them: no page can forget it."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from core.disclosure import SHARED, Shape, protect
from core.tables import contributors_of
from tests.contributing import spread

ROOT = Path(__file__).parents[2]
EUROS = {"amounts", "typical", "means"}


def sources() -> Iterator[Path]:
    """Give every file that could publish something."""
    return (path for folder in ("core", "pages") for path in (ROOT / folder).rglob("*.py"))


def shapes_of(path: Path) -> dict[str, Shape]:
    """Give the shapes with euros of a module, by their names."""
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    found = vars(importlib.import_module(name)).items()
    return {f"{name}.{own}": one for own, one in found if isinstance(one, Shape) and one.cents}


SHAPED = [path for path in sources() if "= Shape(" in path.read_text(encoding="utf-8")]
ALL = {name: shape for path in SHAPED for name, shape in shapes_of(path).items()}


def rows_of(shape: Shape) -> pd.DataFrame:
    """Write three rows of a table in which everything may be shown."""
    row: dict[str, object] = dict.fromkeys((*shape.numbers, *shape.statistics), 1_000)
    row |= dict.fromkeys(shape.cents, 10_000_000) | {shape.providers: 10}
    for amount in (*shape.amounts, *shape.divided):
        row |= spread(amount, 10_000_000)
    around = [name for name in shape.deciding if name.endswith(("_below", "_above"))]
    row |= dict.fromkeys(around, 100) | dict.fromkeys(shape.within or (), 1)
    row |= {shape.whole: 10_000} if shape.whole else {}
    return pd.DataFrame([row] * 3)


def test_d8_there_are_shapes_with_euros() -> None:
    assert len(ALL) >= 12


@pytest.mark.parametrize("name", ALL)
def test_d8_euros_are_hidden_as_soon_as_one_has_nearly_all(name: str) -> None:
    shape = ALL[name]
    table = rows_of(shape)
    for level in SHARED:
        shown = protect(table, level, shape)
        assert shown[[*shape.cents]].notna().all(axis=None)
        assert not set(shape.deciding) & set(shown)
        for amount in (*shape.amounts, *shape.divided):
            for kind in ("person", "provider"):
                first = next(one for one in contributors_of(amount) if f"{kind}_first" in one)
                told = protect(table.assign(**{first: 9_900_000}), level, shape)
                hidden = [amount] if amount in shape.amounts else shape.means
                assert told[[*hidden]].isna().all(axis=None)
        for typical in shape.typical:
            below = f"{typical.removesuffix('_cents')}_below"
            assert protect(table.assign(**{below: 9}), level, shape)[typical].isna().all()


@pytest.mark.parametrize("name", ALL)
def test_d8_a_table_that_does_not_say_who_is_behind_its_euros_is_refused(name: str) -> None:
    shape = ALL[name]
    for missing in shape.deciding:
        for level in ("tafel", "eigen"):
            with pytest.raises(KeyError):
                protect(rows_of(shape).drop(columns=missing), level, shape)


def test_d8_means_name_the_amounts_that_they_divide() -> None:
    with pytest.raises(ValueError, match="name those"):
        Shape(counts=[], means=["mean"])


def test_d8_shapes_with_euros_have_a_name_so_that_they_are_found() -> None:
    """A shape that is made within a function would escape the tests above."""
    for path in sources():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {id(node.value) for node in tree.body if isinstance(node, ast.Assign)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Shape":
                asked = {keyword.arg for keyword in node.keywords} & EUROS
                assert not asked or id(node) in named, path.relative_to(ROOT)
