"""Cells that are passed over are cells in which nothing personal would have been found."""

from random import Random

import duckdb

from core.frames import open_duckdb
from core.reading.bsn import MACROS
from core.reading.cells import CELLS, COUNTED, IBANS, JUDGED, PATTERNS
from core.reading.harmless import HARMLESS, with_stand_ins
from core.reading.mapped import rows_of

PIECES = (
    *("123456782", "0123456782", "12345678", "0612345678", "0031612345678", "1234", "56", "0", "9"),
    *("NL91ABNA0417164300", "NL", "BE", "DE", "12345678901234", "bsn", "BSN", "Bsn", "s", "S"),
    *("a", "B", "c", "R", "x", "AB", "kind", "client", "deadbeef", "1234AB", "+31", "06", "020"),
    *(" ", "-", ".", ",", ":", "/", "@", "(", ")", "#", "=", '"', "'", "_", "\u00e9", "\uff11"),
    *(",00", ".00", "-1", "1234567,89", "mail@voorbeeld.nl", "\n", "\u200b", "\u00a0"),
)
TEXTS = 60_000
WITHOUT = " AND NOT harmless(text)"


def test_nothing_is_found_in_harmless_cells() -> None:
    """Whatever is made of digits, letters and signs: what is harmless counts as nothing."""
    session = open_duckdb().session
    draw = Random(3)  # noqa: S311 - drawn, not secret
    texts = {"".join(draw.choices(PIECES, k=draw.randint(1, 5))) for _ in range(TEXTS)}
    for macro in (*MACROS, HARMLESS):
        session.execute(macro)
    session.execute(COUNTED)
    for only_bare in ([], ["c0"]):
        session.execute("DELETE FROM counted_cells")
        session.execute(
            "INSERT INTO counted_cells (name, text, lines) SELECT 'c0', text, 1"
            " FROM unnest($texts) AS drawn(text) WHERE harmless(text)",
            {"texts": sorted(texts)},
        )
        assert WITHOUT in CELLS
        given = {"only_bare": only_bare, "postcode": PATTERNS["postcode"]}
        session.execute(CELLS.replace(WITHOUT, ""), given)
        counted = rows_of(session.sql(JUDGED, params=PATTERNS))[0]
        assert counted.pop("filled") > TEXTS // 100
        assert not {kind: count for kind, count in counted.items() if count and kind != "name"}
        assert not rows_of(session.sql(IBANS))


def test_only_a_varied_column_is_read_with_stand_ins() -> None:
    """A reference a line is passed over; a label that comes back is counted as it is."""
    session = open_duckdb().session
    session.execute(
        "CREATE TABLE first_lines AS SELECT 'R' || line AS c0, 'ambulant' AS c1"
        " FROM range(100) AS lines(line)"
    )
    read = with_stand_ins(session, ["c0", "c1"])
    assert read[1] == "c1"
    session.execute("INSERT INTO first_lines VALUES ('123456782', 'x')")
    seen = session.table("first_lines").select(duckdb.SQLExpression(read[0].removesuffix(" AS c0")))
    assert set(seen.fetchall()) == {("123456782",), ("x",)}
