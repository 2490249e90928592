"""Slips: small mistakes planted in the region, in lines that are chosen and counted exactly.

They touch what a line tells beside its care and nothing that the care is made of, so that every
trajectory stays as it was. ``tests/golden/sample_slips.csv`` says how many lines have each.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa

from core.sample.draws import Ints
from core.tables import OPEN_END

Line = Mapping[str, Any]
OTHER_SEX: Final = {"M": "V", "V": "M", "O": "V"}


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake in one column of so many lines, or of all lines of so many clients.

    ``of`` is what goes wrong: a debit, a credit, a client, or the last line of a client.
    """

    name: str
    number: int
    of: str
    column: str
    change: Callable[[Line], Any]


SLIPS: Final = (
    Slip("amount_not_volume_times_rate", 40, "debit", "volume", lambda line: line["volume"] + 1),
    Slip("volume_without_unit", 30, "debit", "unit", lambda _: ""),
    Slip("unknown_unit", 22, "debit", "unit", lambda _: "99"),
    Slip("declared_before_end", 25, "debit", "declared_on", lambda line: line["end"] - 6),
    Slip("credit_without_previous_reference", 45, "credit", "previous_reference", lambda _: ""),
    Slip(
        "unknown_debit",
        20,
        "credit",
        "previous_reference",
        lambda line: f"Z{line['reference']}",
    ),
    Slip("older_than_23", 6, "client", "birth_year", lambda line: line["birth_year"] - 25),
    Slip("unknown_sex", 5, "client", "sex", lambda _: "X"),
    Slip("birth_year_differs", 8, "last", "birth_year", lambda line: line["birth_year"] - 1),
    Slip("sex_differs", 7, "last", "sex", lambda line: OTHER_SEX[line["sex"]]),
)


def with_slips(table: pa.Table, seed: int) -> pa.Table:
    """Plant every slip in a table of ``DECLARATIONS`` that is ordered by client."""
    rng = np.random.default_rng([seed, 3_000_000])
    pools = {name: rng.permutation(lines) for name, lines in _pools(table).items()}
    starts = dict.fromkeys(pools, 0)
    for slip in SLIPS:
        pool = "client" if slip.of == "last" else slip.of
        chosen = pools[pool][starts[pool] : starts[pool] + slip.number]
        starts[pool] += slip.number
        table = _changed(table, slip, _lines_of(table, slip.of, chosen))
    return table


def _pools(table: pa.Table) -> dict[str, Ints]:
    """List what may go wrong: rows of uncorrected debits, of credits, and first rows of clients."""
    credit = table["is_credit"].to_numpy()
    corrected = credit | np.append(credit[1:], [False])
    known = table["volume"].is_valid().to_numpy() & (table["end"].to_numpy() < OPEN_END)
    numbers = _client_numbers(table)
    first = np.append([True], numbers[1:] != numbers[:-1])
    alone = first & np.append(first[1:], [True])
    told = np.asarray(table["previous_reference"].to_pylist()) != ""
    return {
        "debit": np.flatnonzero(known & ~corrected),
        "credit": np.flatnonzero(credit & told),
        "client": np.flatnonzero(first & ~alone),
    }


def _lines_of(table: pa.Table, of: str, chosen: Ints) -> Ints:
    """Give the rows that a slip touches, of the rows by which it was chosen."""
    if of not in {"client", "last"}:
        return np.sort(chosen)
    numbers = _client_numbers(table)
    rows = np.flatnonzero(np.isin(numbers, numbers[chosen]))
    last = np.append(numbers[1:] != numbers[:-1], [True])
    return rows if of == "client" else rows[last[rows]]


def _changed(table: pa.Table, slip: Slip, rows: Ints) -> pa.Table:
    values = table[slip.column].to_pylist()
    for row, line in zip(rows.tolist(), table.take(rows).to_pylist(), strict=True):
        values[row] = slip.change(line)
    place = table.schema.get_field_index(slip.column)
    field = table.schema.field(place)
    return table.set_column(place, field, pa.array(values, field.type))


def _client_numbers(table: pa.Table) -> Ints:
    numbers = table["client_id"].combine_chunks().dictionary_encode().indices
    return np.asarray(numbers.to_numpy(), np.int64)
