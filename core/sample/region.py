"""The whole artificial region: from a seed to a table of declaration lines.

Asked for more lines than the region has, further cohorts follow: as many other clients in the same
municipalities, so that memory holds one cohort at a time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.sample.beside import tell_beside
from core.sample.care import END_REASONS, LABELS
from core.sample.careers import Trajectories, draw_careers
from core.sample.companions import with_companions
from core.sample.deliveries import (
    FIRST_MONTH,
    LAST_MONTH,
    REFERRER_LABELS,
    Deliveries,
    deliver,
)
from core.sample.draws import Flags, Ints, year_of
from core.sample.lines import Lines, declare
from core.sample.places import PLACES
from core.sample.planted import planted_lines
from core.sample.products import PRODUCT_NUMBERS, PRODUCTS, sector_of
from core.sample.providers import CODES
from core.sample.reorganisation import reorganised
from core.sample.slips import with_slips
from core.tables import DECLARATIONS, DELIVERED_BESIDE

SOURCE: Final = "region.parquet"
DRAW: Final = 17
"""Chosen so that seed 1, the region that comes with the app, lies close to the public figures."""

ALLOCATIONS: Final = 1_000_000
ALLOCATIONS_PER_COHORT: Final = 1_000_000

ARROW_TYPES: Final = {
    "String": pa.string(),
    "Int64": pa.int64(),
    "Float64": pa.float64(),
    "Boolean": pa.bool_(),
}
SCHEMA: Final = pa.schema(
    [(name, ARROW_TYPES[column.dtype.__name__]) for name, column in DECLARATIONS.items()]
)
CARE: Final = pa.schema([field for field in SCHEMA if field.name not in DELIVERED_BESIDE])
"""The columns that the care is made of; the others are told beside it."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """Clients, what they were given, and how it was written down; rows correspond."""

    clients: np.ndarray[Any, np.dtype[np.bytes_]]
    given: Trajectories
    delivered: Deliveries
    lines: Lines


def make_region(seed: int, lines: int | None = None) -> pa.Table:
    """Make the region as one table of ``DECLARATIONS``, ordered by client; the same for a seed."""
    return pa.concat_tables(region_parts(seed, lines))


def region_parts(seed: int, lines: int | None = None) -> Iterator[pa.Table]:
    """Make the region part by part, a cohort of clients each; exactly ``lines`` when given."""
    row, number = 0, 0
    while row == 0 or row < (lines or 0):
        part = _table(draw_cohort(seed, number), number, seed)
        part = part.slice(0, None if lines is None else lines - row)
        yield _numbered(part, row)
        row, number = row + part.num_rows, number + 1


def draw_cohort(seed: int, number: int = 0) -> Cohort:
    """Draw a cohort of clients; number 0 is the region itself, without its planted clients."""
    rng = np.random.default_rng([DRAW, seed, number])
    places = rng.permutation(_places())
    pseudonyms = np.sort(_pseudonyms(rng, len(places)))
    given = reorganised(with_companions(rng, draw_careers(rng, places)))
    given = given.take(_seen(given))
    delivered = deliver(rng, given)
    return Cohort(pseudonyms, given, delivered, declare(rng, given, delivered))


def _places() -> Ints:
    """Give each drawn client a municipality."""
    return np.repeat(np.arange(len(PLACES)), [place.clients for place in PLACES])


def _seen(given: Trajectories) -> Flags:
    return (given.first <= LAST_MONTH) & (given.first + given.months > FIRST_MONTH)


def _pseudonyms(rng: np.random.Generator, size: int) -> np.ndarray[Any, np.dtype[np.bytes_]]:
    return np.frombuffer(rng.bytes(16 * size).hex().encode(), dtype="S32")


def _table(cohort: Cohort, number: int, seed: int) -> pa.Table:
    """Turn a cohort into lines, ordered by client, allocation and period."""
    owner = cohort.lines.trajectory
    client = cohort.given.client[owner]
    order = np.lexsort((cohort.lines.turn, cohort.lines.start, owner, client))
    drawn = _columns(cohort, cohort.lines.take(order), number)
    table = pa.table({name: drawn[name] for name in CARE.names}).cast(CARE)
    if number:
        return _whole(table, seed, number)
    planted = [line | {"source": SOURCE, "row": 0} for line in planted_lines(seed)]
    both = pa.concat_tables([table, pa.Table.from_pylist(planted, schema=CARE)])
    ordered = both.take(pc.sort_indices(both["client_id"]))
    return with_slips(_whole(ordered, seed, number), seed)


def _whole(table: pa.Table, seed: int, number: int) -> pa.Table:
    """Add to lines what they tell beside their care."""
    beside = tell_beside(table, seed, number)
    care = {name: table[name] for name in CARE.names}
    return pa.table({name: (care | beside)[name] for name in SCHEMA.names}).cast(SCHEMA)


def _columns(cohort: Cohort, lines: Lines, number: int) -> dict[str, Any]:
    given, delivered = cohort.given, cohort.delivered
    owner = lines.trajectory
    form = given.form[owner]
    product = PRODUCT_NUMBERS[form, given.provider[owner]]
    empty = np.zeros_like(owner)
    exact = (lines.month == given.first[owner]) & (delivered.start_cut[owner] > 0)
    ends = lines.closing & ~lines.credit
    return {
        "client_id": _named(cohort.clients.astype(str).tolist(), given.client[owner]),
        "municipality": _named([place.code for place in PLACES], given.place[owner]),
        "provider": _named(list(CODES), given.provider[owner]),
        "care_form": _named(list(LABELS), form),
        "product": _named(list(PRODUCTS), product),
        "start": lines.start,
        "end": lines.end,
        "amount_cents": pa.array(lines.amount, mask=lines.no_amount),
        "is_credit": lines.credit,
        "allocation": _allocations(cohort, lines, number),
        "spell": empty,
        "referrer": _named(list(REFERRER_LABELS), delivered.referrer[owner]),
        "end_reason": _named(list(END_REASONS), np.where(ends, delivered.reason[owner], 0)),
        "start_source": _named(["declaration", "start"], exact.astype(np.int64)),
        "crisis": form == LABELS.index("Crisis"),
        "sector": _named([sector_of(code) for code in PRODUCTS], product),
        "source": _named([SOURCE], empty),
        "row": empty,
    }


def _allocations(cohort: Cohort, lines: Lines, number: int) -> pa.Array:
    """Number the allocations: one a trajectory, or one for each of its calendar years."""
    year = np.where(cohort.delivered.yearly[lines.trajectory], year_of(lines.month) - 2020, 0)
    first = ALLOCATIONS + number * ALLOCATIONS_PER_COHORT
    return pa.array(first + lines.trajectory * 10 + year).cast(pa.string())


def _named(names: list[str], rows: Ints) -> pa.Array:
    return pa.DictionaryArray.from_arrays(rows.astype(np.int32), names).dictionary_decode()


def _numbered(part: pa.Table, row: int) -> pa.Table:
    numbers = pa.array(np.arange(row + 1, row + part.num_rows + 1))
    return part.set_column(SCHEMA.get_field_index("row"), "row", numbers)
