"""What lines tell beside the care: volume and rate, references, when they were declared, and whose.

Drawn apart from the care itself, so that the care stays the same. A line is declared after its
month, most within two; the file was made in January 2025, and what is declared later is not in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.sample.care import HELPS, LABELS
from core.sample.draws import Flags, Ints, happens, pick
from core.sample.lines import PRICE_RISE, WHOLE_MONTH_UNITS
from core.sample.providers import PROVIDERS
from core.tables import OPEN_END

Draws = np.random.Generator

MADE_ON: Final = int(np.datetime64("2025-01-20", "D").astype(np.int64))
LAG_DAYS: Final = (3.0, 20.0, 51.0, 81.0, 365.0)
LAG_REACH: Final = (0.0, 0.45, 0.78, 0.985, 1.0)
"""How long after its month a line is declared: as many had come in when the file was made."""
CORRECTED_AFTER_DAYS: Final = (5, 60)

HOUR: Final = "04"
DAY: Final = "14"
UNIT_BY_LABEL: Final[Mapping[str, str]] = {
    "Dagbehandeling": "16",
    "Logeren": DAY,
    "Vervoer": "84",
    "Jeugdbescherming": "84",
    "Jeugdreclassering": "84",
}
"""In which unit help is counted; that of whole months in days, any other in hours."""

SEXES: Final = ("M", "V", "O")
SEX_SHARES: Final = (0.54, 0.457, 0.003)
YOUNGEST: Final = 3
AGES: Final = 15  # years from the youngest to the oldest at the first line
DISTRICTS: Final = 6
NO_DISTRICT: Final = 0.02

SIDED_PROVIDERS: Final = tuple(
    one.code for one in sorted(PROVIDERS, key=lambda provider: -provider.size)[:5]
)
"""The five largest providers deliver too; of other lines nobody said whose they are."""
SIDED_FROM: Final = int(np.datetime64("2023-01-01", "D").astype(np.int64))
SIDES: Final = ("both", "municipality", "provider")
SIDE_SHARES: Final = (0.955, 0.025, 0.02)
OTHER_AMOUNT: Final = 0.012
NOT_YET_TAKEN: Final = 0.12
"""The part of what was declared in the last weeks that the municipality does not have yet."""
LAST_WEEKS: Final = MADE_ON - 35


@dataclass(frozen=True, slots=True)
class Told:
    """The lines as arrays, in the order of the table; ``cents`` is 0 where there is none."""

    client: Ints
    form: Ints
    start: Ints
    end: Ints
    cents: Ints
    priced: Flags
    credit: Flags
    follows: Flags  # the line before it is of the same allocation and period


def tell_beside(table: pa.Table, seed: int, number: int) -> dict[str, Any]:
    """Draw ``DELIVERED_BESIDE`` for the lines of a cohort, in which corrections follow in order.

    Of a line whose amount is no whole number of units neither volume, unit nor rate is told.
    """
    rng = np.random.default_rng([seed, number, 2_000_000])
    told = _told(table)
    declared = _declared_on(rng, told)
    references = _references(number, table.num_rows)
    return {
        **_sides(rng, table, told, declared),
        "provider_code": [""] * table.num_rows,
        "reference": references,
        "previous_reference": _previous(references, told),
        "declared_on": declared,
        **_quantities(told),
        **_persons(rng, table, told),
        "dated": np.ones(table.num_rows, bool),
    }


def _told(table: pa.Table) -> Told:
    start = _ints(table, "start")
    allocation = table["allocation"].combine_chunks().dictionary_encode().indices.to_numpy()
    same = (allocation[1:] == allocation[:-1]) & (start[1:] == start[:-1])
    return Told(
        client=table["client_id"].combine_chunks().dictionary_encode().indices.to_numpy(),
        form=pc.index_in(table["care_form"], pa.array(LABELS)).to_numpy().astype(np.int64),
        start=start,
        end=_ints(table, "end"),
        cents=pc.fill_null(table["amount_cents"], 0).to_numpy(),
        priced=pc.is_valid(table["amount_cents"]).to_numpy(),
        credit=table["is_credit"].to_numpy(),
        follows=np.append([False], same),
    )


def _ints(table: pa.Table, name: str) -> Ints:
    return np.asarray(table[name].to_numpy(), np.int64)


def _declared_on(rng: Draws, told: Told) -> Ints:
    """Draw the day of declaring: later than the month, and a correction later than its line."""
    months = told.start.astype("datetime64[D]").astype("datetime64[M]") + 1
    last = months.astype("datetime64[D]").astype(np.int64) - 1
    most = np.interp(MADE_ON - last, LAG_DAYS, LAG_REACH)
    lag = np.interp(rng.random(len(last)) * most, LAG_REACH, LAG_DAYS).astype(np.int64)
    day = np.minimum(last + lag, np.maximum(MADE_ON, last + 1))
    after = rng.integers(*CORRECTED_AFTER_DAYS, len(last))
    for line in np.flatnonzero(told.follows):  # in order, so that a correction of one comes later
        day[line] = max(min(day[line - 1] + after[line], MADE_ON), day[line - 1])
    return np.asarray(day, np.int64)


def _references(number: int, lines: int) -> Any:  # noqa: ANN401 - pyarrow has no types of its own
    """Number the lines of a cohort: R, the cohort, and seven digits."""
    digits = pc.utf8_lpad(pa.array(np.arange(lines)).cast(pa.string()), 7, "0")
    return pc.binary_join_element_wise(f"R{number}", digits, "")


def _previous(references: Any, told: Told) -> Any:  # noqa: ANN401 - as above
    """Give each credit the reference of the line before it, which it takes back."""
    before = references.take(np.maximum(np.arange(len(references)) - 1, 0))
    return pc.if_else(pa.array(told.credit & told.follows), before, "")


def _quantities(told: Told) -> dict[str, Any]:
    """Work volume, unit and rate out of the amount, wherever it is a whole number of units."""
    year = told.start.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    plain = np.asarray([help_.rate_cents for help_ in HELPS])[told.form]
    raised = np.round(plain * (1 + PRICE_RISE * (year - 2020)), -1).astype(np.int64)
    amount = np.abs(told.cents)
    rate = np.where(amount % raised == 0, raised, plain)
    units = amount // rate
    unit = np.asarray(UNITS)[told.form]
    fits = (unit != DAY) | (units <= told.end - told.start)
    known = told.priced & (amount > 0) & (amount % rate == 0) & fits
    return {
        "volume": pa.array(units.astype(np.float64), mask=~known),
        "unit": np.where(known, unit, "").tolist(),
        "rate_cents": pa.array(rate, mask=~known),
    }


def _persons(rng: Draws, table: pa.Table, told: Told) -> dict[str, Any]:
    """Draw year of birth, sex and district of each client; they stay the same over the years."""
    clients = int(told.client.max()) + 1
    first = np.full(clients, OPEN_END)
    np.minimum.at(first, told.client, told.start)
    year = first.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    born = year - YOUNGEST - rng.integers(0, AGES, clients)
    sex = np.asarray(SEXES)[pick(rng, SEX_SHARES, clients)]
    part = 1 + (rng.random(clients) ** 1.5 * DISTRICTS).astype(np.int64)
    unknown = happens(rng, NO_DISTRICT, clients)
    numbers = pa.array([f"{place:02}" for place in range(DISTRICTS + 1)]).take(part[told.client])
    codes = table["municipality"].combine_chunks()
    districts = pc.binary_join_element_wise(codes, numbers, "")
    return {
        "district": pc.if_else(pa.array(unknown[told.client]), "", districts),
        "birth_year": born[told.client],
        "sex": sex[told.client].tolist(),
    }


def _sides(rng: Draws, table: pa.Table, told: Told, declared: Ints) -> dict[str, Any]:
    """Draw who delivered a line; of a line of both, what the provider has for it.

    A line and its corrections have the same side: else they would be each other's counterpart.
    """
    size = table.num_rows
    theirs = pc.is_in(table["provider"], pa.array(SIDED_PROVIDERS)).to_numpy()
    sided = theirs & (told.start >= SIDED_FROM)
    side = pick(rng, SIDE_SHARES, size)
    late = (declared >= LAST_WEEKS) & happens(rng, NOT_YET_TAKEN, size)
    side = np.where(late, SIDES.index("provider"), side)
    first = np.maximum.accumulate(np.where(told.follows, 0, np.arange(size)))
    side = side[first]
    both = sided & (side == 0) & told.priced
    differs = happens(rng, OTHER_AMOUNT, size) & (told.cents > 0)
    more = rng.integers(1, 40, size) * 500
    names = np.append(SIDES, "")
    return {
        "side": names[np.where(sided, side, len(SIDES))].tolist(),
        "counterpart_cents": pa.array(told.cents + np.where(differs, more, 0), mask=~both),
    }


def _units() -> list[str]:
    usual = [DAY if help_.units >= WHOLE_MONTH_UNITS else HOUR for help_ in HELPS]
    return [UNIT_BY_LABEL.get(label, unit) for label, unit in zip(LABELS, usual, strict=True)]


UNITS: Final = _units()
