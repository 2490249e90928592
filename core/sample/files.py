"""The artificial region as files in a folder, with what belongs to it."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq

from core.sample import country, half_years, schemes
from core.sample.care import HELPS, STAY_LVB
from core.sample.example import example_rows, example_text, example_workbook
from core.sample.messages import messages_as_sent, messages_pseudonymised
from core.sample.places import PLACES, YEARS, youth_in
from core.sample.providers import PROVIDERS
from core.sample.purchase import write_purchase
from core.sample.region import SCHEMA, SOURCE, draw_cohort, make_region, region_parts
from core.sample.sides import FOLDER, sides_of
from core.sample.talks import find_talks

Report = Callable[[str, float], None]
"""Told which step is under way (a key of ``core.text.progress``) and the share done, 0 to 1."""

NAMES: Final = ("kind", "code", "name")
POPULATION: Final = ("municipality", "year", "youth")
TALKS: Final = ("client_id", "date", "youth_present", "conclusion")

LINES_IN_A_COHORT: Final = 310_000
"""About how many lines the region has, to tell the progress by."""


def write_sample(out: Path, lines: int | None, seed: int, report: Report) -> None:
    """Write the region and everything beside it into a folder, which is made if need be.

    ``lines`` is the exact number of declaration lines, or None for the region as it is. The same
    seed gives the same tables; memory holds one cohort of clients at a time.
    """
    out.mkdir(parents=True, exist_ok=True)
    _write_region(out / SOURCE, lines, seed, report)
    _write_csv(out / "names.csv", NAMES, _names())
    _write_csv(out / "population.csv", POPULATION, _population())
    cohort = draw_cohort(seed)
    _write_csv(out / "evaluations.csv", TALKS, find_talks(seed, cohort))
    _write_csv(out / schemes.SOURCE, schemes.HEADINGS, schemes.find_scheme_lines(seed, cohort))
    write_purchase(out)
    report("write", 0.95)
    _write_uploads(out, seed)
    _write_all(out / half_years.FOLDER, half_years.half_years_of(cohort))
    report("done", 1.0)


def _write_uploads(out: Path, seed: int) -> None:
    """Write the files to try an upload with."""
    region = make_region(seed)
    rows = example_rows(region)
    (out / "example.csv").write_bytes(example_text(rows))
    (out / "example.xlsx").write_bytes(example_workbook(rows))
    country.write_country(out / country.FOLDER, seed, region)
    _write_all(out / FOLDER, sides_of(region, seed))
    _write_all(out / "ijw" / "raw", messages_as_sent(region))
    _write_all(out / "ijw" / "pseudonymised", messages_pseudonymised(region))


def _write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _write_region(path: Path, lines: int | None, seed: int, report: Report) -> None:
    packed = {"row": "DELTA_BINARY_PACKED", "reference": "DELTA_BYTE_ARRAY"}
    dictionaries = [name for name in SCHEMA.names if name not in packed]
    expected = lines or LINES_IN_A_COHORT
    written = 0
    with pq.ParquetWriter(
        path,
        SCHEMA,
        compression="zstd",
        compression_level=12,
        use_dictionary=dictionaries,
        column_encoding=packed,
    ) as writer:
        for part in region_parts(seed, lines):
            writer.write_table(part)
            written += part.num_rows
            report("write", 0.9 * min(1.0, written / expected))


def _names() -> list[tuple[str, str, str]]:
    return [
        *(("municipality", place.code, place.name) for place in PLACES),
        *(("provider", provider.code, provider.name) for provider in PROVIDERS),
        *(("product", help_.product, help_.label) for help_ in HELPS),
        ("product", STAY_LVB[2], f"{STAY_LVB[0]} lvb"),
    ]


def _population() -> list[tuple[str, int, int]]:
    return [(place.code, year, youth_in(place, year)) for place in PLACES for year in YEARS]


def _write_csv(path: Path, heading: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)
