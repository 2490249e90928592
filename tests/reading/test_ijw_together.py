"""Many messages at once: each line keeps its own file and row, and each file its own answers."""

import zipfile
from pathlib import Path

import pytest

from core.errors import IdentifyingData
from core.frames import open_duckdb
from core.reading.choices import ReadingChoices
from core.reading.delivery import read_files
from core.sample.messages import numbers_for_tests
from tests.reading.loads import load, load_bytes
from tests.reading.messages import client, declaration, line, lines_of, message, started

MONTHS = [(f"2024-{month:02}-01", f"2024-{month:02}-28") for month in range(1, 13)]


def declared(month: int, *references: str) -> bytes:
    lines = [
        line(reference, *MONTHS[month], allocation=f"{place}")
        for place, reference in enumerate(references)
    ]
    return declaration(lines_of("p1", *lines))


def test_every_line_keeps_its_file_and_row() -> None:
    start = message("305", client("p1", started("2024-01-09")))
    contents = (declared(0, "R1", "R2"), start, declared(1, "R3"), declared(2, "R4", "R5"))
    delivery, rows = load_bytes(*contents, name="b.xml")
    assert [(row["source"], row["row"], row["reference"]) for row in rows] == [
        *(("2-b.xml", 1, "R3"), ("3-b.xml", 1, "R4"), ("3-b.xml", 2, "R5")),
        *(("b.xml", 1, "R1"), ("b.xml", 2, "R2")),
    ]
    assert [entry.lines_accepted for entry in delivery.ledger] == [2, 0, 1, 2]


def test_hundreds_of_messages_in_one_zip_are_read_together(tmp_path: Path) -> None:
    path = tmp_path / "berichten.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(300):
            archive.writestr(f"{number}.xml", declared(number % 12, f"R{number}"))
    delivery, rows = load(path)
    assert len(delivery.ledger) == 300
    assert len({row["source"] for row in rows}) == 12  # a month declared again replaces the first
    assert sum(entry.lines_rejected for entry in delivery.ledger) == 288


def test_files_with_other_answers_are_typed_apart() -> None:
    choices = ReadingChoices(sides={"b.xml": "municipality", "1-b.xml": "provider"})
    contents = (declared(0, "R1"), declared(1, "R2"), declared(2, "R3"))
    _, rows = load_bytes(*contents, choices=choices, name="b.xml")
    assert {row["source"]: row["side"] for row in rows} == {
        "b.xml": "municipality",
        "1-b.xml": "provider",
        "2-b.xml": "",
    }


def test_the_one_message_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    numbers = numbers_for_tests(40)
    people = "".join(
        lines_of(number, line(f"R{place}", *MONTHS[0])) for place, number in enumerate(numbers)
    )
    for name, content in (("goed.xml", declared(0, "R1")), ("fout.xml", declaration(people))):
        (tmp_path / name).write_bytes(content)
    with pytest.raises(IdentifyingData) as refused:
        read_files(open_duckdb(), [tmp_path / "goed.xml", tmp_path / "fout.xml"])
    assert refused.value.file == "fout.xml"
