"""What a file is, by its content: kinds, archives, and what is refused."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import duckdb
import openpyxl
import pytest

from core.errors import DataError, HostileFile, NotReadable
from tests.reading.loads import HEADINGS, LINE, Read, day, lines, load, load_bytes, rules_of, total

TEXT = lines(LINE, LINE).encode()
TEXT_OF_300_COLUMNS = lines(LINE + ";" * 300, headings=HEADINGS + ";x" * 300).encode()


def packed(entries: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Make a ZIP."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return stream.getvalue()


def workbook(*rows: Sequence[object], sheets: int = 1) -> bytes:
    """Make an Excel file; the rows stand in its last sheet."""
    book = openpyxl.Workbook()
    for _ in range(sheets - 1):
        book.create_sheet()
    for row in rows:
        book.worksheets[-1].append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def encrypted(content: bytes) -> bytes:
    """Set the flag that says that the first entry has a password."""
    spoiled = bytearray(packed({"f.csv": content}))
    spoiled[spoiled.index(b"PK\x01\x02") + 8] |= 1
    return bytes(spoiled)


def cut(content: bytes) -> bytes:
    """Lose the second half, as a broken download does."""
    return content[: len(content) // 2]


SHEET = workbook(HEADINGS.split(";"), ["k1", "Ambulant", date(2024, 1, 1), date(2024, 1, 31), 5])
MACRO = packed({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"", "xl/vbaProject.bin": b"x"})
REFUSED: dict[str, tuple[Callable[[], bytes], type[DataError], str]] = {
    "nothing": (lambda: b"", NotReadable, "empty"),
    "only a BOM": (lambda: b"\xef\xbb\xbf\r\n", NotReadable, "empty"),
    "a picture": (
        lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
        NotReadable,
        "unknown_format",
    ),
    "old or encrypted Excel": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        NotReadable,
        "old_or_encrypted_excel",
    ),
    "half a sheet": (lambda: cut(SHEET), NotReadable, "damaged"),
    "half a Parquet": (lambda: b"PAR1" + b"\0" * 99, NotReadable, "damaged"),
    "XML that is no message": (lambda: b"<a><b/></a>", NotReadable, "no_ijw"),
    "an empty sheet": (workbook, NotReadable, "empty"),
    "macros": (lambda: MACRO, HostileFile, "macro"),
    "a ZIP in a ZIP": (
        lambda: packed({"a.zip": packed({"f.csv": TEXT})}),
        HostileFile,
        "nested_zip",
    ),
    "a thousand and one": (
        lambda: packed({f"{i}.csv": TEXT for i in range(1001)}),
        HostileFile,
        "too_many_entries",
    ),
    "a zip bomb": (lambda: packed({"f.csv": b"0" * 5_000_000}), HostileFile, "bomb"),
    "a sheet bomb": (
        lambda: packed({"xl/workbook.xml": b"", "xl/s.xml": b"0" * 5_000_000}),
        HostileFile,
        "bomb",
    ),
    "a password": (lambda: encrypted(TEXT), HostileFile, "encrypted"),
    "a line over two blocks": (
        lambda: TEXT + b"x" * 5_000_000 + b"\n" + TEXT,
        HostileFile,
        "long_line",
    ),
    "more columns than sense": (lambda: TEXT_OF_300_COLUMNS, HostileFile, "too_many_columns"),
    "a sheet of 300 columns": (
        lambda: workbook([f"x{i}" for i in range(300)]),
        HostileFile,
        "too_many_columns",
    ),
    "an endless line": (lambda: TEXT + b"x" * 9_000_000, HostileFile, "long_line"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_is_refused_with_the_reason(case: str) -> None:
    content, kind, reason = REFUSED[case]
    with pytest.raises(kind) as error:
        load_bytes(content(), name="f.xlsx")
    assert getattr(error.value, "reason", "") == reason


def test_a_file_of_many_columns_is_read() -> None:
    text = lines(LINE + ";y" * 240, headings=HEADINGS + "".join(f";x{i}" for i in range(240)))
    assert len(load_bytes(text.encode())[1]) == 1


def test_a_cell_may_be_long(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    story = "x" * 200_000
    path.write_text(lines(LINE, f"k1;{story};01-01-2024;;1", LINE + ";te veel"))
    delivery, rows = load(path)
    assert [len(row["care_form"]) for row in rows] == [8, 200_000]
    assert rules_of(delivery)["wrong_field_count"] == 1


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotReadable) as error:
        load(tmp_path / "f.csv")
    assert error.value.reason == "not_found"


def test_an_honest_archive_packs_well_and_is_read() -> None:
    content = lines(*[LINE] * 5_000).encode()
    assert len(content) / len(packed({"f.csv": content})) > 60
    delivery, _ = load_bytes(packed({"f.csv": content}))
    assert total(delivery)["lines_accepted"] == 5_000


def test_the_name_of_a_file_says_nothing() -> None:
    sheet, _ = load_bytes(SHEET, name="f.csv")
    text, _ = load_bytes(TEXT, name="f.xlsx")
    assert (total(sheet)["lines_accepted"], total(text)["lines_accepted"]) == (1, 2)


def test_an_archive_holds_files_of_every_kind() -> None:
    entries = {"map/f.csv": TEXT, "g.xlsx": SHEET, "__MACOSX/f.csv": b"x", "map/.DS_Store": b"x"}
    delivery, _ = load_bytes(packed(entries), name="alles.zip")
    assert [(entry.file, entry.lines_read) for entry in delivery.ledger] == [
        ("alles.zip/map/f.csv", 2),
        ("alles.zip/g.xlsx", 1),
    ]


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "f.csv").write_bytes(TEXT.replace(b"k1;", folder.encode() + b";"))
    delivery, rows = load(tmp_path / "a" / "f.csv", tmp_path / "b" / "f.csv")
    assert [entry.file for entry in delivery.ledger] == ["f.csv", "f.csv (2)"]
    assert {row["source"] for row in rows} == {"f.csv", "f.csv (2)"}


def test_a_sheet_gives_what_the_same_text_would() -> None:
    rows: list[list[object]] = [
        ["Overzicht declaraties"],
        [],
        [*HEADINGS.split(";"), None],
        ["007", "43E02", date(2024, 1, 1), datetime(2024, 1, 31), 1234.5],  # noqa: DTZ001 - Excel knows no zones
        ["007", "43E02", 45292, "31-01-2024", "€ 5,00"],
        [],
        ["007", "43E02", "01-01-2024", None, 33.333333],
        ["007", "43E02", "01-01-2024", None, 5, None, "te veel"],
    ]
    delivery, accepted = load_bytes(workbook(*rows, sheets=2))
    assert [(row["client_id"], row["care_form"]) for row in accepted] == [("007", "43E02")] * 3
    assert [row["amount_cents"] for row in accepted] == [123450, 500, 3333]
    assert [row["start"] for row in accepted] == [day("2024-01-01")] * 3
    assert [row["end"] for row in accepted] == [day("2024-02-01"), day("2024-02-01"), day("-")]
    assert rules_of(delivery)["wrong_field_count"] == 1
    assert total(delivery)["lines_read"] == 4


def parquet(query: str, folder: Path) -> Read:
    """Write the result of a query and read it."""
    duckdb.connect().query(query).write_parquet(str(folder / "f.parquet"))
    return load(folder / "f.parquet")


def test_parquet_keeps_what_its_types_say(tmp_path: Path) -> None:
    _, [row] = parquet(
        """SELECT '007' AS "Pseudoniem", 'NA' AS "Hulp.vorm", DATE '2024-01-01' AS "Begindatum",
            TIMESTAMP '2024-01-31 00:00' AS "Einddatum", 1234.567::DOUBLE AS "Bedrag", 42 AS "Wijk",
            12.0::DOUBLE AS "Toewijzingnummer" """,
        tmp_path,
    )
    assert (row["client_id"], row["care_form"], row["allocation"]) == ("007", "NA", "12")
    assert (row["start"], row["end"]) == (day("2024-01-01"), day("2024-02-01"))
    assert row["amount_cents"] == 123457


def test_a_moment_in_parquet_lies_on_the_dutch_day(tmp_path: Path) -> None:
    _, [row] = parquet(
        """SELECT 'k' AS "Pseudoniem", 'A' AS "Hulpvorm",
            TIMESTAMPTZ '2023-12-31 23:00:00+00' AS "Begindatum",
            TIMESTAMPTZ '2024-06-29 22:00:00+00' AS "Einddatum" """,
        tmp_path,
    )
    assert (row["start"], row["end"]) == (day("2024-01-01"), day("2024-07-01"))


def test_declarations_that_were_read_before_are_taken_as_they_are(tmp_path: Path) -> None:
    declared = """SELECT '007' AS client_id, '0114' AS municipality, 'A' AS provider,
        'Vervoer' AS care_form, '42A01' AS product, 19000 + i AS "start", 19031 AS "end",
        500::BIGINT AS amount_cents, false AS is_credit, '' AS allocation, 1::BIGINT AS spell,
        NULL::VARCHAR AS referrer, '' AS end_reason, 'start' AS start_source, true AS crisis,
        '' AS sector, 'eerder.csv' AS source, i + 1 AS row FROM range(40) AS t(i)"""
    delivery, rows = parquet(
        f'SELECT * REPLACE ("start"::BIGINT AS "start", "end"::BIGINT AS "end") FROM ({declared})',  # noqa: S608 - ours
        tmp_path,
    )
    assert len(rows) == 31
    assert rules_of(delivery)["end_before_begin"] == 9
    assert {key: rows[0][key] for key in ("spell", "start_source", "crisis", "referrer")} == {
        "spell": 1,
        "start_source": "start",
        "crisis": True,
        "referrer": "",
    }
    assert (rows[0]["source"], delivery.ledger[0].file) == ("eerder.csv", "f.parquet")
