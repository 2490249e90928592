"""Tables with sums as cells and equations: what an attacker and a protection both reason about.

A table comes in the long form: a row is a cell, some columns divide (municipality, care form) and
one holds a count. Its sums are cells too. Cells of several tables that are about the same thing are
one cell, so that what is hidden in one table is hidden in all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_array

from core.protection.attack import Numbers
from core.protection.shapes import Margins


@dataclass(frozen=True, slots=True)
class Described:
    """Tables as cells: how many each counts, the sums they are in, and where each row went.

    A row of ``equations`` is a sum that must come to nothing: 1 at the parts, -1 at the total.
    ``places`` gives, for each table, the cells of its rows in their order, and after those of its
    sums, from large to small and each in order of appearance.
    """

    counts: Numbers
    equations: csr_array
    places: tuple[npt.NDArray[np.intp], ...]


def describe(tables: Sequence[tuple[pd.DataFrame, Margins]], count: str) -> Described:
    """Describe tables with their sums, cells of the same name being one.

    Expects whole counts, and one row for each combination of ``by``. Raises ``ValueError`` when a
    cell counts one thing in one table and another in the next, for then they are not linked.
    """
    stacks = [_layers(table, margins, count) for table, margins in tables]
    layers = [layer for stack in stacks for layer in stack]
    names, starts = _numbered([layer.cells for layer in layers]), _starts(layers)
    ends = np.cumsum([sum(len(layer.cells) for layer in stack) for stack in stacks])
    counts = _agreed(names, np.concatenate([layer.cells[_COUNT].to_numpy() for layer in layers]))
    return Described(
        counts=counts,
        equations=_equations(layers, names, starts, len(counts)),
        places=tuple(np.split(names, ends[:-1])),
    )


def with_sums(table: pd.DataFrame, margins: Margins, columns: Mapping[str, str]) -> pd.DataFrame:
    """Add the sums below a table, in the order in which ``describe`` numbers them.

    ``columns`` says how each is taken together: ``sum`` or ``max``. What was summed over is missing
    (``pd.NA``), and so is every other column.
    """
    keys = table[list(margins.by)]
    added = [table.astype(dict.fromkeys(margins.by, object))]
    for names in margins.asked:
        groups = keys.assign(**{_COUNT: 0}).groupby([_COUNT, *names], sort=False).ngroup()
        taken = table.groupby(groups)[list(columns)].agg(dict(columns))
        added.append(
            table.loc[~groups.duplicated(), list(names)].reset_index(drop=True).join(taken)
        )
    whole = pd.concat(added, ignore_index=True)
    return whole.assign(
        **{name: whole[name].where(whole[name].notna(), pd.NA) for name in margins.by}
    )


_COUNT = " count"
"""No column of a table is called so."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """A table or one of its sums: how far back its parts are, and into which cell each goes."""

    cells: pd.DataFrame
    above: int | None
    into: npt.NDArray[np.intp]


def _layers(table: pd.DataFrame, margins: Margins, count: str) -> list[_Layer]:
    """Lay the sums of a table below it; each adds up the smallest layer that holds its columns."""
    rows = table[list(margins.by)].reset_index(drop=True)
    rows[_COUNT] = table[count].to_numpy(dtype="float64")
    layers, kept = [_Layer(rows, None, np.arange(len(rows)))], [tuple(margins.by)]
    for names in margins.asked:
        above = min((len(k), place) for place, k in enumerate(kept) if set(names) <= set(k))[1]
        layers.append(_summed(layers[above].cells, names, above - len(layers)))
        kept.append(names)
    return layers


def _summed(cells: pd.DataFrame, names: Sequence[str], above: int) -> _Layer:
    keys = [cells[name] for name in names] or [pd.Series(0, index=cells.index)]
    groups = cells.groupby(keys, sort=False)
    summed = groups[_COUNT].sum().reset_index()
    return _Layer(summed[[*names, _COUNT]], above, groups.ngroup().to_numpy().astype(np.intp))


def _numbered(cells: Sequence[pd.DataFrame]) -> npt.NDArray[np.intp]:
    """Number cells by what they are about; a column that was summed over is no part of that."""
    every = pd.concat(cells, ignore_index=True).drop(columns=_COUNT)
    code = np.zeros(len(every), dtype=np.intp)
    for name in every.columns:
        found, values = pd.factorize(every[name])
        code = pd.factorize(code * (len(values) + 1) + found + 1)[0]
    return code


def _starts(layers: Sequence[_Layer]) -> list[int]:
    return [0, *np.cumsum([len(layer.cells) for layer in layers])[:-1].tolist()]


def _agreed(names: npt.NDArray[np.intp], counts: Numbers) -> Numbers:
    agreed = np.zeros(names.max(initial=-1) + 1)
    agreed[names] = counts
    if (agreed[names] != counts).any():
        raise ValueError("cells that are called alike do not count alike")
    return agreed


def _equations(
    layers: Sequence[_Layer], names: npt.NDArray[np.intp], starts: Sequence[int], cells: int
) -> csr_array:
    """Write each sum once, with 1 at its parts and -1 at the total; a sum of itself is left out."""
    rows, places, signs, height = [], [], [], 0
    for place, layer in enumerate(layers):
        if layer.above is None:
            continue
        parts = starts[place + layer.above] + np.arange(len(layer.into))
        total = starts[place] + np.arange(len(layer.cells))
        rows += [height + layer.into, height + np.arange(len(total))]
        places += [names[parts], names[total]]
        signs += [np.ones(len(parts)), -np.ones(len(total))]
        height += len(total)
    if not rows:
        return csr_array((0, cells))
    written = (np.concatenate(rows), np.concatenate(places))
    found = csr_array((np.concatenate(signs), written), shape=(height, cells))
    found.sum_duplicates()
    found.eliminate_zeros()
    return found[np.diff(found.indptr) > 0]
