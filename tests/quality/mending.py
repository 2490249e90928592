"""The language of the tests of repairs: drawn lines, and how they look after a repair."""

from collections.abc import Sequence

from core.quality.repair import Repair
from core.tables import OPEN_END
from core.trajectories.calendar import date_of
from tests.conftest import Opener, Row, in_duckdb, rows_of
from tests.quality.drawing import tables_drawn


def mended(repair: Repair, drawing: str, *columns: str, opener: Opener = in_duckdb) -> list[str]:
    """Repair drawn lines: a text each, in order of row, with a star when it was touched.

    A line that is dropped is ``-``. The columns are written as in a drawing.
    """
    frame = repair.mend(tables_drawn(drawing, opener).declarations)
    looked_at = dict.fromkeys(["row", "touched", "dropped", "end", *columns_of(columns)])
    rows = rows_of(frame, list(looked_at), ["row"])
    return [_written(row, columns) for row in rows]


def columns_of(columns: Sequence[str]) -> list[str]:
    """Name the columns of ``DECLARATIONS`` behind those of a drawing."""
    return [name for name in columns if name != "last"]


def _written(row: Row, columns: Sequence[str]) -> str:
    if row["dropped"]:
        return "-"
    words = [_word(row, name) for name in columns]
    return " ".join([*words, *(["*"] if row["touched"] else [])])


def _word(row: Row, name: str) -> str:
    if name == "last":
        return "-" if row["end"] == OPEN_END else date_of(int(row["end"]) - 1).isoformat()
    return date_of(int(row[name])).isoformat() if name == "start" else str(row[name]) or "-"
