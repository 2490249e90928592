"""A table as CSV that a Dutch spreadsheet opens and a program reads: one row a row, no preface."""

import pandas as pd

from core.export.card import View, in_one_line
from core.text.cells import safe, without_dots
from core.text.taking import PROVENANCE


def csv_of(table: pd.DataFrame, line: str) -> bytes:
    """Write a table with what it stands on in every row, so that no row can travel without it.

    Fields are parted by ``;``, decimals by a comma, and lines end as in Windows; a mark says that
    it is UTF-8. A text that a spreadsheet could take for a formula gets a ``'`` before it.
    """
    cells = table.astype(str).map(without_dots)
    cells.columns = pd.Index([safe(str(heading)) for heading in cells.columns])
    cells.insert(len(cells.columns), PROVENANCE, safe(line), allow_duplicates=True)
    written = cells.to_csv(sep=";", index=False, lineterminator="\r\n")
    return written.encode("utf-8-sig")


def csv_of_view(view: View) -> bytes:
    """Write the table of a view, with its whole card in the last column."""
    return csv_of(view.table, in_one_line(view.card))
