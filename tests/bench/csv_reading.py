"""A Dutch CSV to a stored delivery: our reading with all it judges, or DuckDB's own reader bare.

    python -m tests.bench.csv_reading ours|duckdb LINES.csv FOLDER

Ours leaves ``declarations.parquet`` and ``set_aside.parquet`` in the folder, DuckDB one file.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import duckdb

from core.frames import open_duckdb
from core.reading.delivery import read_files

MEMORY: Final = "250MB"
"""What DuckDB may use of the 600 MB that the whole process may."""

BARE: Final = """
    COPY (SELECT * FROM read_csv($source, delim = ';', header = true, decimal_separator = ',',
        dateformat = '%d-%m-%Y', columns = {
            client_id: 'VARCHAR', municipality: 'VARCHAR', provider: 'VARCHAR',
            care_form: 'VARCHAR', product: 'VARCHAR', allocation: 'VARCHAR', "start": 'DATE',
            "end": 'DATE', amount: 'DECIMAL(18, 2)', debit_credit: 'VARCHAR',
            referrer: 'VARCHAR', end_reason: 'VARCHAR', reference: 'VARCHAR'}))
    TO '$target' (FORMAT parquet, COMPRESSION zstd)"""


def main(arguments: Sequence[str]) -> None:
    """Read in one of the two ways."""
    way, source, folder = arguments[0], Path(arguments[1]), Path(arguments[2])
    folder.mkdir(parents=True, exist_ok=True)
    if way == "duckdb":
        target = str(folder / "lines.parquet")
        duckdb.connect().execute(BARE.replace("$target", target), {"source": str(source)})
        return
    workspace = open_duckdb(MEMORY, folder / "spill")
    read_files(workspace, [source], folder=folder)


if __name__ == "__main__":
    main(sys.argv[1:])
