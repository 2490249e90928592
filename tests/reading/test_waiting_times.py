"""The small file with waiting times: what is not public stays, and bad input is one sentence."""

from datetime import date
from pathlib import Path

import pytest

from core.errors import DataError, HostileFile, IdentifyingData
from core.reading.pseudonyms.traces import passes_eleven
from core.reading.small_files import MOST_TOLD, write_lines
from core.reading.waiting_times import EXAMPLE, HEADINGS, Row, read_waiting_times
from core.text.errors import explain
from core.trajectories.calendar import day_number

HEADING = "aanbieder;hulpvorm;soort;wachtdagen;peildatum"


def read(tmp_path: Path, text: str) -> list[Row]:
    path = tmp_path / "wachttijden.csv"
    path.write_text(text, encoding="utf-8")
    return read_waiting_times(path)


def days_of(tmp_path: Path, cell: str) -> object:
    return read(tmp_path, f"{HEADING}\nA;light;intake;{cell};01-10-2024")[0]["days"]


@pytest.mark.parametrize(("cell", "days"), [("0", 0), ("42", 42), (" 7 ", 7), ("1200", 1200)])
def test_whole_days_are_read(tmp_path: Path, cell: str, days: int) -> None:
    assert days_of(tmp_path, cell) == days


@pytest.mark.parametrize("cell", ["", "-", "\u2013", "n.b.", "4 weken", "3,5", "-5", "op aanvraag"])
def test_what_is_not_clear_is_not_public(tmp_path: Path, cell: str) -> None:
    assert days_of(tmp_path, cell) is None


def test_the_newest_of_a_provider_form_and_kind_counts(tmp_path: Path) -> None:
    lines = [
        "A;light;intake;10;01-10-2024",
        "A;light;intake;30;01-07-2024",
        "A;light;start;50;01-07-2024",
    ]
    rows = read(tmp_path, "\n".join([HEADING, *lines]))
    newest = day_number(date(2024, 10, 1))
    assert {(row["kind"], row["days"]) for row in rows} == {("intake", 10), ("start", 50)}
    assert max(int(str(row["reference_day"])) for row in rows) == newest


def test_headings_may_be_written_with_capitals_and_in_other_words(tmp_path: Path) -> None:
    rows = read(
        tmp_path, "AGB-code,Hulpvorm,Soort,Dagen,Peildatum\n007,light,Start hulp,5,2024-10-01"
    )
    assert rows[0] | {"reference_day": 0} == {
        "provider": "007",
        "care_form": "light",
        "kind": "start",
        "days": 5,
        "reference_day": 0,
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("aanbieder;hulpvorm;soort\nA;light;intake", "geen kolom gevonden voor wachtdagen"),
        (f"{HEADING}\nA;light;wachtlijst;4;01-10-2024", "alleen intake of start"),
        (f"{HEADING}\nA;light;intake;4;31-13-2024", "datum is niet te lezen"),
        (f"{HEADING}\nA;light;intake;4;31-12-9999", "datum is niet te lezen"),
        (f"{HEADING}\n;light;intake;4;01-10-2024", "mist een aanbieder"),
        (f"{HEADING}\nA;light;intake;4;", "mist een aanbieder"),
        (f"{HEADING};bsn\nA;light;intake;4;01-10-2024;1", "burgerservicenummers"),
    ],
)
def test_bad_input_is_one_sentence_without_a_cell(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(DataError) as problem:
        read(tmp_path, text)
    sentence = explain(problem.value)
    assert said in sentence
    assert "wachtlijst" not in sentence.replace("wachttijden.csv", "")


@pytest.mark.parametrize("heading", ["aanbieder", "hulpvorm"])
@pytest.mark.parametrize("cells", [["123456782"], ["1234.56.782", "111222333"]])
def test_numbers_of_persons_are_refused_without_a_cell(
    tmp_path: Path, heading: str, cells: list[str]
) -> None:
    where = HEADINGS.index(heading)
    rows = [["A", "light", "intake", "4", "01-10-2024"] for _ in cells]
    for row, cell in zip(rows, cells, strict=True):
        row[where] = cell
    with pytest.raises(IdentifyingData) as refused:
        read(tmp_path, "\n".join([HEADING, *map(";".join, rows)]))
    said = explain(refused.value)
    assert f"kolom “{heading}” bevat burgerservicenummers" in said
    assert not any(cell in said for cell in cells)


def test_a_provider_may_have_a_code_of_eight_digits_that_could_be_a_bsn(tmp_path: Path) -> None:
    code = "10000008"  # with a zero before it the test of eleven holds
    assert passes_eleven(f"0{code}")
    assert read(tmp_path, f"{HEADING}\n{code};light;intake;4;01-10-2024")[0]["provider"] == code


@pytest.mark.parametrize(("more", "is_read"), [(0, True), (1, False)])
def test_a_file_of_more_lines_than_a_page_reads_is_refused(
    tmp_path: Path, more: int, *, is_read: bool
) -> None:
    text = "\n".join([HEADING, *["A;light;intake;4;01-10-2024"] * (MOST_TOLD - 1 + more)])
    if is_read:
        assert len(read(tmp_path, text)) == 1
        return
    with pytest.raises(HostileFile) as refused:
        read(tmp_path, text)
    assert f"{MOST_TOLD:,}".replace(",", ".") in explain(refused.value)


def test_the_template_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "sjabloon.csv"
    path.write_bytes(write_lines((HEADINGS, *EXAMPLE)))
    assert [row["days"] for row in read_waiting_times(path)] == [42, None]
