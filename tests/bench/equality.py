"""Whether two folders hold the same tables: every column, every row, in the same order.

python -m tests.bench.equality OURS THEIRS
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq

TABLES: Final = (
    *("trajectories", "chained", "chain_lengths", "transitions", "variants", "triggers"),
)


def differences(ours: Path, theirs: Path) -> list[str]:
    """Name the tables that differ, and from which row and column on; empty when all are equal."""
    return [said for name in TABLES if (said := _difference(name, ours, theirs))]


def _difference(name: str, ours: Path, theirs: Path) -> str:
    left = pq.read_table(ours / f"{name}.parquet")
    right = pq.read_table(theirs / f"{name}.parquet")
    if left.column_names != right.column_names:
        return f"{name}: columns {right.column_names}"
    if left.num_rows != right.num_rows:
        return f"{name}: {right.num_rows} rows for {left.num_rows}"
    right = right.cast(left.schema)
    unequal = [column for column in left.column_names if not left[column].equals(right[column])]
    return f"{name}: {', '.join(unequal)}" if unequal else ""


def main(arguments: Sequence[str]) -> None:
    """Exit with what differs, or in silence when nothing does."""
    ours, theirs = map(Path, arguments)
    sys.exit("\n".join(differences(ours, theirs)) or 0)


if __name__ == "__main__":
    main(sys.argv[1:])
