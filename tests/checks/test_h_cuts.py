"""H10: a file that stops anywhere is refused or told; it is never taken for the whole file."""

import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from core.errors import DataError, MissingMeaning, NothingAccepted
from core.frames import open_duckdb
from core.reading.delimited import land_delimited
from core.reading.delivery import read_files
from core.reading.files import Opened
from core.reading.headings import known_headings
from tests.checks.sheets import sheet_of
from tests.reading.loads import HEADINGS, lines, load_bytes, rules_of, total
from tests.reading.messages import declaration, line, lines_of

CUTS = 200
LINES = [f"k{i};Ambulant;{i % 28 + 1:02}-01-2024;31-01-2024;{i},{i % 100:02}" for i in range(400)]
TEXT = lines(*LINES).encode()


def parquet_of(texts: list[str]) -> bytes:
    """Write lines as Parquet."""
    cells = list(zip(*(text.split(";") for text in texts), strict=True))
    columns = dict(zip(HEADINGS.split(";"), map(list, cells), strict=True))
    stream = BytesIO()
    pq.write_table(pa.table(columns), stream)
    return stream.getvalue()


def zip_of(content: bytes) -> bytes:
    """Pack a file, as it is sent by mail."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("f.csv", content)
    return stream.getvalue()


def message(total_cents: int = 40 * 5_000) -> bytes:
    """Write a declaration of forty lines, and the sum that it says to hold."""
    given = [line(f"R{i}", "2024-01-01", "2024-01-31", allocation=f"{i}") for i in range(40)]
    return declaration(lines_of("p1", *given), total=str(total_cents)).rstrip()


WHOLE: dict[str, Callable[[], bytes]] = {
    "xlsx": lambda: sheet_of([text.split(";") for text in (HEADINGS, *LINES)]),
    "xml": message,
    "parquet": lambda: parquet_of(LINES),
    "zip": lambda: zip_of(TEXT),
}


def cuts(content: bytes) -> list[int]:
    """Choose places to cut, the same ones in every run."""
    dice = random.Random(10)  # noqa: S311 - made-up places keep no secret
    return sorted(dice.sample(range(1, len(content)), CUTS))


@pytest.mark.parametrize("kind", WHOLE)
def test_h10_a_file_cut_anywhere_is_refused_where_its_end_is_known(
    kind: str, tmp_path: Path
) -> None:
    content, path, workspace = WHOLE[kind](), tmp_path / "f", open_duckdb()
    assert total(load_bytes(content)[0])["lines_rejected"] == 0
    for place in cuts(content):
        path.write_bytes(content[:place])
        with pytest.raises(DataError):
            read_files(workspace, [path])


def test_h10_a_text_cut_anywhere_is_told_unless_a_line_is_whole(tmp_path: Path) -> None:
    """A text says nowhere how long it is: cut exactly behind a line it is a shorter whole file.

    That is the only silent accept, and no reader of CSV can do better. The control total that
    would show it stands in the declaration itself (JW323), or beside the file.
    """
    session, path = open_duckdb().session, tmp_path / "f.csv"
    silent = 0
    for place in cuts(TEXT):
        path.write_bytes(TEXT[:place])
        landed = land_delimited(session, Opened("f.csv", "text", path), known_headings, tmp_path)
        told = {finding.rule for finding in landed.findings}
        assert ("incomplete_last_line" in told) != TEXT[:place].endswith(b"\n")
        silent += "incomplete_last_line" not in told
    assert silent == sum(TEXT[:place].endswith(b"\n") for place in cuts(TEXT))
    assert silent < CUTS / 20


def test_h10_every_line_before_the_cut_counts_and_the_last_is_told() -> None:
    for place in cuts(TEXT)[:: CUTS // 10]:
        try:
            delivery, _ = load_bytes(TEXT[:place])
        except (MissingMeaning, NothingAccepted):
            assert place <= TEXT.index(LINES[1].encode())
            continue
        assert total(delivery)["lines_read"] == len(TEXT[:place].splitlines()) - 1
        assert TEXT[:place].endswith(b"\n") or "incomplete_last_line" in rules_of(delivery)


@pytest.mark.parametrize(("total_cents", "differs"), [(200_000, False), (199_999, True)])
def test_h10_a_control_total_that_differs_is_told(total_cents: int, differs: bool) -> None:  # noqa: FBT001
    delivery, rows = load_bytes(message(total_cents))
    assert len(rows) == 40
    assert ("control_total" in rules_of(delivery)) == differs
