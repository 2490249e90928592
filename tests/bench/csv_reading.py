"""A Dutch CSV to typed Parquet: our reading with all it judges, or DuckDB's own reader bare.

python -m tests.bench.csv_reading ours|duckdb LINES.csv OUT.parquet
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import duckdb

from core.frames import open_duckdb
from core.reading.delivery import read_files

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
    way, source, target = arguments
    if way == "duckdb":
        duckdb.connect().execute(BARE.replace("$target", target), {"source": source})
        return
    workspace = open_duckdb()
    read_files(workspace, [Path(source)])
    workspace.session.table("declarations").write_parquet(target, compression="zstd")


if __name__ == "__main__":
    main(sys.argv[1:])
