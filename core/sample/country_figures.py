"""Figures of the fictitious country as they are published: rounded, kept back, and in rows.

A block holds figures of one topic as [region, year, category]. Counts are rounded to five and
those under ten are not published, as in the tables they imitate; not published is null.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from core.sample.country_land import COUNTRY, Land, province_code, youth_region_code
from core.sample.country_people import YEARS
from core.sample.draws import Floats, Ints

SMALLEST: Final = 10
STEP: Final = 5
LAST_YEAR: Final = YEARS[-1]
COMPLETE: Final = 0.97
"""The part of what happened that is known when a year is published for the first time."""


@dataclass(frozen=True, slots=True)
class Block:
    """Figures of a topic by the codes of regions, years and categories; NaN is not published."""

    topic: str
    source: str
    regions: Sequence[str]
    years: Sequence[int]
    categories: Sequence[str]
    values: Floats
    provisional: Sequence[int] = ()
    period: str = "{}JJ00"


SCHEMA: Final = pa.schema(
    [
        ("topic", pa.string()),
        ("region", pa.string()),
        ("period", pa.string()),
        ("year", pa.int64()),
        ("category", pa.string()),
        ("value", pa.float64()),
        ("status", pa.string()),
        ("source", pa.string()),
    ]
)


def published(counts: Floats) -> Floats:
    """Round counts to five; those under ten become NaN."""
    rounded = np.floor(counts / STEP + 0.5) * STEP
    return np.where(counts < SMALLEST, np.nan, rounded)


def not_complete(counts: Floats) -> Floats:
    """Give counts as [region, year, ...] with the last year as it is first published."""
    known = counts.astype(np.float64)
    known[:, -1] = known[:, -1] * COMPLETE
    return known


def wider_codes(land: Land) -> list[str]:
    """List the country, its provinces and its youth regions, then every municipality."""
    provinces = sorted({province_code(land, place) for place in range(len(land.codes))})
    regions = sorted({youth_region_code(land, place) for place in range(len(land.codes))})
    return [COUNTRY, *provinces, *regions, *land.codes]


def with_wider(land: Land, counts: Floats) -> Floats:
    """Add the sums of wider regions before the municipalities; those that do not exist are NaN."""
    here = _existing(land)
    shape = (*here.shape, *(1 for _ in counts.shape[2:]))
    present = np.where(here.reshape(shape), counts, 0.0)
    sums = np.tensordot(_membership(land), present, axes=1)
    return np.concatenate([sums, np.where(here.reshape(shape), counts, np.nan)])


def average_wider(land: Land, values: Floats, weights: Floats) -> Floats:
    """Add the weighted means of wider regions before the municipalities."""
    total = with_wider(land, values * weights)
    return np.where(np.isnan(total), np.nan, total / with_wider(land, weights))


def _existing(land: Land) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    years = np.array(YEARS)
    return (land.first[:, None] <= years) & (years <= land.last[:, None])


def _membership(land: Land) -> Floats:
    codes = [code for code in wider_codes(land) if code not in land.codes]
    places = range(len(land.codes))
    own = [
        {COUNTRY, province_code(land, place), youth_region_code(land, place)} for place in places
    ]
    return np.array([[float(code in own[place]) for place in places] for code in codes])


def rows_of(block: Block, absent: Sequence[tuple[str, int]] = ()) -> pa.Table:
    """Give a block as rows of ``OPEN_FIGURES``, without years in which a region was none.

    Rows come in order of category, region and year, so that a file of them is small.
    """
    regions, years = list(block.regions), list(block.years)
    grid = np.meshgrid(
        np.arange(len(block.categories)),
        np.arange(len(regions)),
        np.arange(len(years)),
        indexing="ij",
    )
    category, region, year = (axis.ravel() for axis in grid)
    there = np.ones((len(regions), len(years)), bool)
    for code, gone in absent:
        if code in regions and gone in years:
            there[regions.index(code), years.index(gone)] = False
    keep = there[region, year]
    category, region, year = category[keep], region[keep], year[keep]
    values = block.values[region, year, category].astype(np.float64)
    periods = [block.period.format(one) for one in years]
    statuses = ["provisional" if one in block.provisional else "definitive" for one in years]
    whole = np.zeros(len(values), np.int64)
    columns = {
        "topic": _named([block.topic], whole),
        "region": _named(regions, region),
        "period": _named(periods, year),
        "year": pa.array(np.array(years)[year]),
        "category": _named(block.categories, category),
        "value": pa.array(values, mask=np.isnan(values)),
        "status": _named(statuses, year),
        "source": _named([block.source], whole),
    }
    return pa.table(columns, schema=SCHEMA)


def _named(names: Sequence[str], rows: Ints) -> pa.Array:
    return pa.array(list(names), pa.string()).take(pa.array(rows))


def absent_years(land: Land) -> list[tuple[str, int]]:
    """List the municipalities and years in which they were not yet, or no longer, one."""
    missing = np.argwhere(~_existing(land))
    return [(land.codes[place], YEARS[year]) for place, year in missing]
