"""What the owner of a file gets to see of it, and what stays unseen where the screen is shared."""

from pathlib import Path

import pytest

from core.reading.delivery import Delivery, FileMapping, UnmatchedCode
from core.reading.findings import found
from core.reading.headings import Column
from core.reading.ledger import LedgerEntry
from core.reading.population import read_population
from core.reading.raw import MEANINGS
from core.reading.shown import (
    examples_of,
    rows_of_findings,
    rows_of_ledger,
    rows_of_mapping,
    rows_of_meanings,
    summed,
    uncertain,
    words_of_unmatched,
)
from core.text import data as text

SHARED, EXACT = 10, 0
HIDDEN, FEW, MORE = text.NOT_SHOWN, text.FEW_LINES, "ruim 100"

GUESSED = Column(1, "mijn datum", "start", certain=False, examples=("01-01-2024",))
CERTAIN = Column(2, "hulpvorm", "care_form", examples=("Wijkteam",))
CLIENT = Column(0, "clientnummer", "client_id", certain=False, examples=("pseudo",))
UNUSED = Column(3, "opmerking", "", examples=("tekst",))


@pytest.mark.parametrize(
    ("column", "fewest", "shown"),
    [
        (GUESSED, SHARED, True),
        (CERTAIN, SHARED, False),
        (CERTAIN, EXACT, True),
        (CLIENT, SHARED, False),
        (CLIENT, EXACT, False),
        (UNUSED, EXACT, False),
    ],
    ids=[
        "a guess has examples, to be judged",
        "what is certain has none where the screen is shared",
        "it has them for the owner alone",
        "who it is has none, also when guessed",
        "nor for the owner",
        "what is not read has none",
    ],
)
def test_examples(column: Column, fewest: int, *, shown: bool) -> None:
    assert bool(examples_of(column, fewest)) is shown


def test_errors_come_first_and_few_lines_stay_few() -> None:
    findings = [found("no_end_date", "a.csv", 1200), found("unreadable_date", "a.csv", 3)]
    rows = rows_of_findings(findings, SHARED).to_dict("records")
    assert [row["Ernst"] for row in rows] == ["Afgewezen", "Let op"]
    assert [row["Regels"] for row in rows] == [text.FEW_LINES, "ruim 1.200"]
    assert "3" not in rows[0]["Melding"]
    assert "3" in rows_of_findings(findings, EXACT).to_dict("records")[0]["Melding"]


def test_findings_of_a_delivery_that_is_too_near_another_have_no_lines() -> None:
    (row,) = rows_of_findings([found("no_end_date", "a.csv", 1200)], SHARED, is_told=False).to_dict(
        "records"
    )
    assert row["Regels"] == text.NOT_SHOWN
    assert "1.200" not in row["Melding"]


def test_beside_the_only_error_that_is_few_the_next_smallest_is_not_shown() -> None:
    findings = [
        found("unreadable_date", "a.csv", 3),
        found("end_before_begin", "a.csv", 420),
        found("unreadable_amount", "a.csv", 320),
        found("no_end_date", "a.csv", 1200),
        found("unreadable_date", "b.csv", 20),
    ]
    shown = [row["Regels"] for row in rows_of_findings(findings, SHARED).to_dict("records")]
    assert sorted(shown) == sorted(["ruim 400", HIDDEN, FEW, FEW, "ruim 1.200"])
    exact = [row["Regels"] for row in rows_of_findings(findings, EXACT).to_dict("records")]
    assert sorted(exact) == ["1.200", "20", "3", "320", "420"]


def test_a_finding_about_a_whole_file_has_no_lines() -> None:
    (row,) = rows_of_findings([found("no_referrer", "a.csv", 0)], SHARED).to_dict("records")
    assert row["Regels"] == text.WHOLE_FILE


def test_the_ledger_adds_up_and_keeps_credit_negative() -> None:
    ledger = [
        LedgerEntry("a.csv", 10, 7, 2, 1, 1000, 700, 200, 100),
        LedgerEntry("b.csv", 5, 5, 0, 0, -50, -50, 0, 0),
    ]
    lines, euros = rows_of_ledger([summed(ledger)], EXACT, backed=False).to_dict("records")
    assert [lines[name] for name in text.LEDGER_HEADINGS[2:]] == ["15", "12", "2", "1"]
    assert euros["Gelezen"] == "€ 9,50"
    rows = rows_of_ledger(ledger, EXACT, backed=False).to_dict("records")
    assert rows[3]["Gelezen"] == "-€ 0,50"


SHARED_LINES = {
    "all large": ((1480, 1030, 230, 220), ["ruim 1.400", "ruim 1.000", "ruim 200", "ruim 200"]),
    "a dozen more": ((1492, 1042, 230, 220), ["ruim 1.400", "ruim 1.000", "ruim 200", "ruim 200"]),
    "one small, so the smallest other goes": ((148, 123, 3, 22), [MORE, MORE, FEW, HIDDEN]),
    "nobody is small too": ((133, 111, 22, 0), [MORE, MORE, HIDDEN, FEW]),
    "two small, so what was accepted goes": ((104, 100, 3, 1), [MORE, HIDDEN, FEW, FEW]),
    "everything small": ((6, 5, 1, 0), [FEW, FEW, FEW, FEW]),
}


@pytest.mark.parametrize(("lines", "shown"), SHARED_LINES.values(), ids=SHARED_LINES)
def test_no_small_number_of_lines_can_be_subtracted(
    lines: tuple[int, int, int, int], shown: list[str]
) -> None:
    (row, _) = rows_of_ledger([LedgerEntry("a.csv", *lines)], SHARED, backed=True).to_dict(
        "records"
    )
    assert [row[name] for name in text.LEDGER_HEADINGS[2:]] == shown


@pytest.mark.parametrize(("backed", "read"), [(True, "€ 123.000"), (False, HIDDEN)])
def test_euros_on_a_shared_screen_are_round_and_backed(*, backed: bool, read: str) -> None:
    entry = LedgerEntry("a.csv", 50, 50, 0, 0, 12_345_678, 12_345_678, 0, 0)
    (_, euros) = rows_of_ledger([entry], SHARED, backed=backed).to_dict("records")
    cells = [euros[name] for name in text.LEDGER_HEADINGS[2:]]
    assert cells == [read, HIDDEN, HIDDEN, HIDDEN]


def test_unknown_codes_of_few_lines_have_no_share_on_a_shared_screen() -> None:
    delivery = delivery_with(UnmatchedCode("x", 3))
    assert "%" not in words_of_unmatched(delivery, SHARED).split(".")[0]
    assert "3,0%" in words_of_unmatched(delivery, EXACT)
    assert "12%" in words_of_unmatched(delivery_with(UnmatchedCode("x", 12)), SHARED)


def delivery_with(code: UnmatchedCode) -> Delivery:
    entry = LedgerEntry("a.csv", 100, 100, 0, 0)
    return Delivery((entry,), (), (), (code,), 50, referrer_delivered=True)


def test_files_with_the_same_columns_stand_there_once() -> None:
    mappings = [FileMapping(name, (GUESSED, CERTAIN)) for name in ("a.csv", "b.csv")]
    rows = rows_of_mapping(mappings, SHARED).to_dict("records")
    assert [row["Kolom"] for row in rows] == ["mijn datum", "hulpvorm"]
    assert [row["Hoe zeker"] for row in rows] == [text.GUESSED, text.CERTAIN]
    assert uncertain(mappings) == (("a.csv", GUESSED), ("b.csv", GUESSED))


def test_every_meaning_that_matters_is_explained_and_can_be_chosen() -> None:
    assert set(text.ASKED) <= set(MEANINGS)
    assert len(rows_of_meanings()) == len(text.ASKED)
    assert set(text.ASKED) <= set(text.MEANING_NAMES)


def test_population_is_read_by_place_and_year(tmp_path: Path) -> None:
    path = tmp_path / "population.csv"
    path.write_text("municipality,year,youth\n0980,2024,1200\n", encoding="utf-8")
    assert read_population(path) == {("0980", 2024): 1200}
