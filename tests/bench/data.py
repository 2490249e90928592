"""The lines that are measured: the artificial region, larger, in the order of declaration.

    python -m tests.bench.data LINES FOLDER

Makes ``region.parquet`` (``DECLARATIONS``) and ``region.csv`` (Dutch: semicolons, decimal commas,
dd-mm-jjjj) once. A real file lies in order of months and not of clients, and so do these.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import duckdb

from core.sample.example import HEADINGS
from core.sample.files import write_sample
from core.tables import OPEN_END

SEED: Final = 1
MEMORY: Final = "3GB"

ORDERED: Final = """
    COPY (SELECT * FROM read_parquet($source) ORDER BY "start" // 30, hash(row))
    TO '{target}' (FORMAT parquet, COMPRESSION zstd)"""

DUTCH: Final = """
    COPY (SELECT * FROM (SELECT client_id, municipality, provider, care_form, product, allocation,
        strftime(DATE '1970-01-01' + "start"::INTEGER, '%d-%m-%Y'),
        CASE WHEN "end" < $open_end
            THEN strftime(DATE '1970-01-01' + ("end" - 1)::INTEGER, '%d-%m-%Y') ELSE '' END,
        replace(printf('%.2f', abs(amount_cents) / 100), '.', ','),
        if(is_credit, 'C', 'D'), referrer, end_reason, 'R' || row
        FROM read_parquet($source)) AS dutch({columns}))
    TO '{target}' (FORMAT csv, DELIMITER ';', HEADER true)"""


def main(arguments: Sequence[str]) -> None:
    """Make the files that are not there yet."""
    lines, folder = int(arguments[0]), Path(arguments[1])
    made, parquet, text = folder / "sample", folder / "region.parquet", folder / "region.csv"
    if not parquet.exists():
        write_sample(made, lines, SEED, lambda *_: None)
        _copy(ORDERED, made / "region.parquet", parquet)
    if not text.exists():
        _copy(DUTCH, parquet, text)


def _copy(statement: str, source: Path, target: Path) -> None:
    """Write by another name first, so that a file that is there is whole."""
    unfinished = target.with_name(f"unfinished-{target.name}")
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY,
        "temp_directory": str(target.parent / "spill"),
    }
    session = duckdb.connect(config=settings)
    columns = ", ".join(f'"{heading}"' for heading in HEADINGS)
    given = {"source": str(source)} | ({"open_end": OPEN_END} if "$open_end" in statement else {})
    session.execute(statement.format(target=unfinished, columns=columns), given)
    unfinished.rename(target)


if __name__ == "__main__":
    main(sys.argv[1:])
