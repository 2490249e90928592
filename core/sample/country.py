"""The fictitious country: open data about municipalities that do not exist, as an edition.

Every topic of ``core.opendata.topics`` has figures, for the years of which real tables have them.
How many have help follows a model whose coefficients are known (``core.sample.country_use``); the
fourteen municipalities of the artificial region agree with its declarations.
"""

import json
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from core.sample.country_districts import district_blocks, district_rows
from core.sample.country_figures import (
    Block,
    absent_years,
    average_wider,
    rows_of,
    wider_codes,
    with_wider,
)
from core.sample.country_forms import form_blocks, form_counts
from core.sample.country_land import Land, find_land, regions_of_land
from core.sample.country_money import money_blocks
from core.sample.country_people import YEARS, People, find_people, size_class, urbanity
from core.sample.country_referrals import referral_blocks
from core.sample.country_schools import school_blocks
from core.sample.country_shapes import district_shapes, municipality_shapes
from core.sample.country_sources import (
    CHARACTERISTICS,
    FORECAST,
    LAST_REALISED,
    POPULATION,
    SOCIAL_SCORE,
    break_rows,
    source_rows,
)
from core.sample.country_use import Declared, Use, find_use
from core.sample.draws import Floats, Ints

FOLDER: Final = "open"
DRAW: Final = 98
AGES: Final = ("", "<18", "<23", "0-4", "4-12", "12-18", "18-23")
FORECAST_YEARS: Final = (2030, 2035, 2040)
TRAJECTORIES_EACH: Final = 1.37
ROWS_TOGETHER: Final = 20_000


def write_country(folder: Path, seed: int, region: pa.Table) -> None:
    """Write the country as an edition of open data; ``region`` holds the declarations.

    The same seed and declarations give the same bytes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    declared = count_declared(region)
    rng = np.random.default_rng([DRAW, seed])
    land = find_land(rng)
    people = find_people(rng, land)
    use = find_use(rng, land, people, declared)
    figures = _figures(rng, land, people, use, declared)
    classes = urbanity(use.values["density"]), size_class(people)
    _write(folder / "figures.parquet", figures)
    _write(folder / "sources.parquet", pa.Table.from_pylist(source_rows(figures)))
    regions = [*regions_of_land(land, *classes), *district_rows()]
    _write(folder / "regions.parquet", pa.Table.from_pylist(regions))
    _write(folder / "breaks.parquet", pa.Table.from_pylist(break_rows()))
    _write_shapes(folder / "shapes_municipality.json", municipality_shapes(land))
    _write_shapes(folder / "shapes_district.json", district_shapes(land))


def count_declared(region: pa.Table) -> Declared:
    """Count young people with a declared day of care, by year and municipality or district.

    Beside them stand the allocations by municipality and word for the referrer. Lines that take
    back others do not count; a year runs until the last declared one.
    """
    lines = region.filter(pc.invert(region["is_credit"]))
    last = _year_of(lines["start"].to_numpy()).max()
    first = _year_of(lines["start"].to_numpy())
    until = np.minimum(_year_of(lines["end"].to_numpy() - 1), last)
    counted: dict[tuple[str, int], int] = {}
    for year in YEARS:
        within = lines.filter(pa.array((first <= year) & (year <= until)))
        for place in ("municipality", "district"):
            clients = within.group_by(place).aggregate([("client_id", "count_distinct")])
            codes, counts = clients[place], clients["client_id_count_distinct"]
            pairs = zip(codes.to_pylist(), counts.to_pylist(), strict=True)
            counted |= {(code, year): count for code, count in pairs}
    referred = lines.group_by(["municipality", "referrer"]).aggregate(
        [("allocation", "count_distinct")]
    )
    return counted | {
        (one["municipality"], one["referrer"]): one["allocation_count_distinct"]
        for one in referred.to_pylist()
    }


def _year_of(day: Ints) -> Ints:
    return day.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970


def _figures(
    rng: np.random.Generator, land: Land, people: People, use: Use, declared: Declared
) -> pa.Table:
    counts = form_counts(rng, use.help.astype(np.float64))
    blocks = [
        _population(land, people),
        _forecast(land, people),
        *form_blocks(land, people, counts),
        *referral_blocks(rng, land, TRAJECTORIES_EACH * counts["help"], declared),
        *money_blocks(rng, land, people, counts),
        *_characteristics(land, people, use),
        *school_blocks(rng, land, people),
        *district_blocks(rng, people, use, declared),
    ]
    absent = absent_years(land)
    ordered = sorted(blocks, key=lambda block: block.topic)
    return pa.concat_tables([rows_of(block, absent) for block in ordered])


def _persons(people: People) -> Floats:
    columns = [people.everybody, people.minors, people.youth, *np.moveaxis(people.ages, 2, 0)]
    return np.stack(columns, axis=2).astype(np.float64)


def _population(land: Land, people: People) -> Block:
    values = with_wider(land, _persons(people))
    return Block("population", POPULATION, wider_codes(land), YEARS, AGES, values)


def _forecast(land: Land, people: People) -> Block:
    """Let every municipality go on as it went since 2015, at half the speed."""
    persons = _persons(people)[:, :, :3]
    yearly = (persons[:, -1] / persons[:, 0]) ** (1 / (YEARS[-1] - YEARS[0]))
    ahead = np.array(FORECAST_YEARS) - YEARS[-1]
    ever = persons[:, -1:] * yearly[:, None] ** (ahead[:, None] / 2)
    rounded = np.round(ever, -2)
    padded = np.repeat(rounded[:, -1:], len(YEARS), axis=1)
    padded[:, -len(ahead) :] = rounded
    values = with_wider(land, padded)[:, -len(ahead) :]
    codes = [code for code in wider_codes(land) if not code.startswith("GM94")]
    return Block("expected_population", FORECAST, codes, FORECAST_YEARS, AGES[:3], values)


def _characteristics(land: Land, people: People, use: Use) -> list[Block]:
    """Publish the characteristics up to the last year of which they are known."""
    weights = people.everybody.astype(np.float64)
    told = YEARS[: YEARS.index(LAST_REALISED) + 1]
    blocks = []
    for topic, values in use.values.items():
        decimals = {"social_score": 3, "density": 0, "income_per_person": -2}.get(topic, 1)
        wide = np.round(average_wider(land, values, weights), decimals)[:, : len(told), None]
        source = SOCIAL_SCORE if topic == "social_score" else CHARACTERISTICS
        blocks.append(Block(topic, source, wider_codes(land), told, ("",), wide))
    return blocks


def _write(path: Path, table: pa.Table) -> None:
    """Write in groups of rows, so that a topic can be read without the others."""
    pq.write_table(
        table, path, compression="zstd", compression_level=15, row_group_size=ROWS_TOGETHER
    )


def _write_shapes(path: Path, shapes: dict[str, Any]) -> None:
    text = json.dumps(shapes, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")
