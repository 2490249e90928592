"""Headings are seen before a file is read, whatever it is packed in, and nothing else is."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from core.reading import peeking
from core.reading.peeking import headings_of

HEADINGS = ("clientnummer", "hulpvorm", "wanneer", "einddatum")
LINE = ("pseudo-a", "Ambulant", "01-01-2024", "31-01-2024")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "maart.csv"
    path.write_text("\n".join(map(";".join, [HEADINGS, *[LINE] * 9])))
    return path


def test_the_headings_of_a_text_are_found_in_its_beginning(
    text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peeking, "FIRST_BYTES", 150)
    assert headings_of([text]) == {"maart.csv": HEADINGS}


def test_the_headings_of_a_workbook_are_found(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(HEADINGS)
    book.active.append(LINE)
    book.save(tmp_path / "maart.xlsx")
    assert headings_of([tmp_path / "maart.xlsx"]) == {"maart.xlsx": HEADINGS}


def test_files_in_a_zip_have_the_names_that_reading_gives_them(text: Path, tmp_path: Path) -> None:
    packed = tmp_path / "alles.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(text, "maart.csv")
    assert headings_of([packed, text]) == {"alles.zip/maart.csv": HEADINGS, "maart.csv": HEADINGS}


def test_a_large_zip_is_not_unpacked_to_look_at_it(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "alles.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(text, "maart.csv")
    monkeypatch.setattr(peeking, "MOST_BYTES", 10)
    assert headings_of([packed, text]) == {"maart.csv": HEADINGS}


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02", b"PK\x03\x04kapot", b"<xml/>", b"PAR1", b'"'], ids=repr
)
def test_what_cannot_be_peeked_at_has_no_headings_and_is_no_problem(
    content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "raar"
    path.write_bytes(content)
    assert headings_of([path]).get("raar", ()) in {(), ('"',)}


def test_nothing_is_left_behind(text: Path, tmp_path: Path) -> None:
    headings_of([text])
    assert list(tmp_path.iterdir()) == [text]
