"""The small file with waiting times: what is not public stays, and bad input is one sentence."""

from datetime import date
from pathlib import Path

import pytest

from core.errors import DataError
from core.reading.small_files import write_lines
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


def test_the_template_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "sjabloon.csv"
    path.write_bytes(write_lines((HEADINGS, *EXAMPLE)))
    assert [row["days"] for row in read_waiting_times(path)] == [42, None]
