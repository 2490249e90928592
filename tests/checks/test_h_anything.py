"""H15: whatever a file holds, it is refused in words or accounted for, in any order of its lines.

``make soak`` reads ten thousand made-up files here, two thousand of each kind; the search that is
steered by coverage is ``make fuzz``.
"""

import io
import random
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from xml.sax.saxutils import escape

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import DataError
from core.frames import Workspace, collect, kept, open_duckdb
from core.reading.delivery import Delivery, read_files
from tests.checks.sheets import sheet_of
from tests.checks.test_h_cuts import zip_of
from tests.reading.loads import rules_of, total
from tests.reading.messages import declaration, line, lines_of

LONG: Final = (settings.default or settings()).max_examples >= 1_000
FILES: Final = 2_000 if LONG else 4
"""Made-up files of each kind."""

HEADINGS = ("Pseudoniem", "Aanbieder", "Hulpvorm", "Begindatum", "Einddatum", "Bedrag")
Cells = tuple[str, ...]
Write = Callable[[list[Cells]], bytes]

READABLE = ("01-01-2024", "2024-02-29", "45385", "3 apr 2024", "", "31-12-9999")
AMOUNTS = ("5,00", "-7", "(1.234,56)", "1e3", "1.234", "", "\u20ac 5", "99999999999999")

anything = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
client = st.sampled_from(["k1", "k2", "007", "NA", "", "\u00e9", "Totaal", "Pseudoniem"]) | anything
form = st.sampled_from(["Ambulant", "45A04", "43E02", "TRUE", "=1", ""]) | anything
moment = st.sampled_from([*READABLE, "31-02-2024", "01-01-1900"])
amount = st.sampled_from(AMOUNTS) | anything
usual = st.tuples(
    *(st.sampled_from(["k1", "k2", "007"]), st.sampled_from("AB"), st.just("Ambulant")),
    *(st.sampled_from(READABLE[:4]), st.just("31-12-9999"), st.sampled_from(["5,00", "-7", ""])),
)
wild = st.tuples(client, st.sampled_from(["A", "B", ""]), form, moment, moment, amount)
contents = st.lists(usual | wild, max_size=12)


def reference(row: Cells) -> str:
    """Give equal lines one reference, and no other: the one thing that order may decide is gone."""
    return f"R{zlib.crc32(repr(row).encode()):08x}"


def as_text(rows: list[Cells]) -> bytes:
    """Write lines with every cell in quotes."""
    whole = [(*HEADINGS, "Referentienummer"), *((*row, reference(row)) for row in rows)]
    quoted = [";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in whole]
    return "\n".join([*quoted, ""]).encode()


def as_sheet(rows: list[Cells]) -> bytes:
    """Write lines in an Excel file."""
    return sheet_of(
        [(*HEADINGS, "Referentienummer"), *((*map(legal, row), reference(row)) for row in rows)]
    )


def legal(cell: str) -> str:
    """Leave out the signs that XML cannot hold."""
    return "".join(sign for sign in cell if sign not in "\ufffe\uffff")


def as_parquet(rows: list[Cells]) -> bytes:
    """Write lines as Parquet; an empty cell is a missing one."""
    names = (*HEADINGS, "Referentienummer")
    whole = [(*row, reference(row)) for row in rows]
    columns = {
        name: pa.array([row[place] or None for row in whole], pa.string())
        for place, name in enumerate(names)
    }
    stream = io.BytesIO()
    pq.write_table(pa.table(columns), stream)
    return stream.getvalue()


def as_zip(rows: list[Cells]) -> bytes:
    """Pack the text of lines."""
    return zip_of(as_text(rows))


def as_message(rows: list[Cells]) -> bytes:
    """Write lines as a declaration, each for an allocation of its own."""
    return declaration(
        "".join(
            lines_of(
                escaped(row[0]) or "p",
                line(
                    reference(row),
                    escaped(row[3]),
                    escaped(row[4]),
                    "C" if row[5].startswith("-") else "D",
                    allocation=reference(row),
                    product=escaped(row[2]),
                    cents=escaped(row[5]),
                ),
            )
            for row in rows
        )
    )


def escaped(cell: str) -> str:
    """Write a text as it may stand in XML."""
    return escape(legal(cell))


WRITERS: dict[str, Write] = {
    "text": as_text,
    "sheet": as_sheet,
    "parquet": as_parquet,
    "zip": as_zip,
    "message": as_message,
}


@cache
def workspace() -> Workspace:
    """Give the one DuckDB of these readings."""
    return open_duckdb()


Outcome = tuple[dict[str, int], dict[str, int], list[str]]


def read(content: bytes) -> Outcome | None:
    """Read a file: ledger, findings and lines, without the number of each; None when refused."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "f"
        path.write_bytes(content)
        try:
            delivery = read_files(workspace(), [path])
        except DataError:
            return None
    return total(delivery), rules_of(delivery), sorted(accepted(delivery))


def accepted(delivery: Delivery) -> list[str]:
    """List the accepted lines, and see that the ledger accounts for each line and each cent."""
    table = collect(kept(workspace(), "declarations"))
    for entry in delivery.ledger:
        fates = (entry.lines_accepted, entry.lines_rejected, entry.lines_duplicate)
        cents = (entry.cents_accepted, entry.cents_rejected, entry.cents_duplicate)
        assert (entry.lines_read, entry.cents_read) == (sum(fates), sum(cents))
        mine = table[table["source"] == entry.file]
        assert len(mine) == entry.lines_accepted
        assert int(mine["amount_cents"].fillna(0).sum()) == entry.cents_accepted
    return [str(row) for row in table.drop(columns="row").astype(str).to_dict("records")]


@pytest.mark.parametrize("kind", WRITERS)
def test_h15_any_file_is_refused_or_accounted_for_in_any_order(kind: str) -> None:
    @settings(max_examples=FILES, deadline=None)
    @given(contents, st.randoms(use_true_random=False))
    def holds(rows: list[Cells], chance: random.Random) -> None:
        shuffled = chance.sample(rows, len(rows))
        assert read(WRITERS[kind](rows)) == read(WRITERS[kind](shuffled))

    holds()


@pytest.mark.parametrize("kind", WRITERS)
def test_h15_any_bytes_are_refused_or_accounted_for(kind: str) -> None:
    @settings(max_examples=FILES, deadline=None)
    @given(contents, st.binary(max_size=40), st.floats(0, 1))
    def holds(rows: list[Cells], noise: bytes, where: float) -> None:
        content = WRITERS[kind](rows)
        place = int(where * len(content))
        read(content[:place] + noise + content[place + len(noise) :])

    holds()
