"""A table as CSV that a Dutch spreadsheet opens and a program reads: one row a row, no preface.

Two columns come after those of the screen. The first says in every row what it is about and when,
so that a row that is copied keeps its meaning; the second holds the whole card, once, in the first
row. With pandas: ``pd.read_csv(path, sep=";", decimal=",", na_values=["<10", "niet te tonen"])``.
"""

import pandas as pd

from core.export.card import Card, View, in_one_line, in_short
from core.text.cells import safe, without_dots
from core.text.taking import PROVENANCE, ROW_ABOUT


def csv_of(table: pd.DataFrame, card: Card) -> bytes:
    """Write a table with what it stands on; without rows there is one that holds the card only.

    Fields are parted by ``;``, decimals by a comma, and lines end as in Windows; a mark says that
    it is UTF-8. A text that a spreadsheet could take for a formula gets a ``'`` before it.
    """
    cells = table.astype(str).map(without_dots).reset_index(drop=True)
    cells.columns = pd.Index([safe(str(heading)) for heading in cells.columns])
    cells = cells.reindex(range(max(len(cells), 1)), fill_value="")
    account = [safe(in_one_line(card)), *[""] * (len(cells) - 1)]
    for heading, words in ((ROW_ABOUT, safe(in_short(card))), (PROVENANCE, account)):
        cells.insert(len(cells.columns), heading, words, allow_duplicates=True)
    written = cells.to_csv(sep=";", index=False, lineterminator="\r\n")
    return written.encode("utf-8-sig")


def csv_of_view(view: View) -> bytes:
    """Write the table of a view."""
    return csv_of(view.table, view.card)
