"""Figures as they are kept: one below the other, whatever protocol they came by.

A row is a figure: a column for each dimension (key without padding), ``measure`` (key of what is
measured), ``value`` (number) and ``text``. Of a text measure the value is null, of a number the
text; both are null when the figure is not published. Null is unknown, never zero.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from core.errors import SourceNotUsable
from core.opendata.descriptions import Measure
from core.opendata.questions import Filter, Question

VALUES: Final = ("measure", "value", "text")
NOT_PUBLISHED: Final = (".", "")
NUMBER: Final = re.compile(r"-?\d{1,18}(\.\d{1,18})?")
LARGEST: Final = 1e18
"""No figure of a country is larger; beyond it numbers lose their units or overflow."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A page: the numbers that the host gives its rows, and the figures in them."""

    ids: Sequence[int]
    figures: pa.Table


def schema_of(dimensions: Sequence[str]) -> pa.Schema:
    """Give the columns of figures, in order."""
    texts = [(name, pa.string()) for name in (*dimensions, "measure")]
    return pa.schema([*texts, ("value", pa.float64()), ("text", pa.string())])


def batch_of(
    source: str,
    keys: Mapping[str, Sequence[str]],
    measures: Sequence[Measure],
    cells: Sequence[object],
) -> pa.Table:
    """Make figures of columns that are equally long.

    Raises ``SourceNotUsable`` for what is no number where the table says that it measures one.
    """
    values, texts = [], []
    for measure, cell in zip(measures, cells, strict=True):
        value, text = _read(source, cell, measure)
        values.append(value)
        texts.append(text)
    names = [measure.key for measure in measures]
    columns = [*keys.values(), names, values, texts]
    return pa.table(dict(zip([*keys, *VALUES], columns, strict=True)), schema_of(list(keys)))


def filtered(figures: pa.Table, question: Question) -> pa.Table:
    """Keep what was asked for, should the host have given more."""
    for one in question.filters:
        admitted = _admitted(figures[one.dimension], one)
        figures = figures.filter(pc.is_in(figures[one.dimension], value_set=admitted))
    if question.published_only:
        known = pc.or_(pc.is_valid(figures["value"]), pc.is_valid(figures["text"]))
        figures = figures.filter(known)
    return figures


def widened(figures: pd.DataFrame) -> pd.DataFrame:
    """Lay figures side by side: a row is a cell of the table, with a column for each measure.

    A measure with texts gives texts, any other gives numbers; not published is missing.
    """
    dimensions = [name for name in figures.columns if name not in VALUES]
    indexed = figures.set_index([*dimensions, "measure"])
    numbers, texts = indexed["value"].unstack(), indexed["text"].unstack()  # noqa: PD010 - refuses doubles
    written = [name for name in texts.columns if texts[name].notna().any()]
    wide = numbers.astype(dict.fromkeys(written, object))
    wide[written] = texts[written]
    return wide.reset_index().rename_axis(columns=None)


def fingerprints(figures: pa.Table) -> pa.Array:
    """Give a number for each figure by what it is about, to find the same one told twice."""
    about = figures.drop_columns(["value", "text"]).to_pandas()
    return pa.array(pd.util.hash_pandas_object(about, index=False).to_numpy())


def _read(source: str, cell: object, measure: Measure) -> tuple[float | None, str | None]:
    """Tell a number from a text; ``.`` is what the untyped lists write for nothing."""
    if isinstance(cell, str):
        text = cell.strip()
        if text in NOT_PUBLISHED:
            return None, None
        if not measure.number:
            return None, text
        cell = _number(text)
    elif cell is None:
        return None, None
    if isinstance(cell, bool) or not isinstance(cell, int | float) or not abs(cell) <= LARGEST:
        raise SourceNotUsable(source, "wrong_shape")
    return float(cell), None


def _number(text: str) -> float | None:
    """Read a number that was written as a text; None for anything else."""
    return float(text) if NUMBER.fullmatch(text) else None


def _admitted(column: pa.ChunkedArray, one: Filter) -> pa.Array:
    keys = [key for key in pc.unique(column).to_pylist() if one.admits(key)]
    return pa.array(keys, pa.string())
