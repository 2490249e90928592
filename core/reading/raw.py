"""Lines as they were delivered: the form that every kind of file becomes before it is typed.

All cells are text and a missing cell is an empty string, because a format that guesses types
turns ``007`` into 7, ``1E5`` into 100000 and ``NA`` into nothing. A column is named after its
meaning: the columns of ``DECLARATIONS``, with the text of an amount under ``amount``, of debit or
credit under ``debit_credit``, and a few more that only reading needs.
"""

from dataclasses import dataclass
from typing import Final

import duckdb
import pyarrow as pa

from core.reading.findings import Finding

MEANINGS: Final = (
    "client_id",
    "municipality",
    "provider",
    "care_form",
    "product",
    "start",  # first day of the period; in XML and Parquet as jjjj-mm-dd
    "end",  # LAST day of the period, as people write it; empty is an open end
    "period",  # a month or two dates in one cell; used where start or end has no column
    "year",  # goes with a period of only a month
    "amount",
    "debit_credit",  # D or C, or the words
    "allocation",
    "referrer",
    "end_reason",
    "crisis",
    "reference",  # with the provider the key of a line: how duplicates are known
    "previous_reference",  # of the debit that a credit takes back
    "declared_on",  # in XML and Parquet as jjjj-mm-dd
    "volume",
    "unit",
    "rate",  # for one unit, written as the amounts of its file are
    "district",
    "birth_year",
    "sex",
    "decision",  # of the municipality about the line; a rejected line is no care
    "scheme",  # the law that pays the line; empty and unknown ones are youth care
    "spell",  # whole number as text; empty is 0
    "start_source",  # start, allocation or declaration; empty is declaration
)
"""Every meaning a column can carry into the declarations."""


@dataclass(frozen=True, slots=True)
class RawLines:
    """The lines of one file.

    ``table`` has one row a line: text columns named by ``MEANINGS`` (those the file has, never
    null), a whole number ``row`` (1, 2, … within the file), and optionally a text column
    ``broken`` with the error rule of a line that could not be taken apart, empty for the others.
    Every line read is in it, so that nothing disappears from the ledger; a file without lines (a
    message that only adds to others) has an empty table. ``cents`` says that amounts are whole
    cents without sign rules of their own.
    """

    file: str
    table: pa.Table | duckdb.DuckDBPyRelation
    cents: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def lines_read(self) -> int:
        """Count the lines in the file."""
        return int(self.table.shape[0])
