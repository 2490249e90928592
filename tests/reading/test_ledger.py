"""The ledger: which lines are rejected, which are duplicates, and that everything is counted."""

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import NothingAccepted
from core.frames import open_duckdb
from core.reading.delivery import read_files
from tests.reading.loads import HEADINGS, LINE, lines, load_text, rules_of, total

REJECTED = {
    "unreadable_date": "k1;Ambulant;31-02-2024;;5,00",
    "implausible_date": "k1;Ambulant;01-01-1989;;5,00",
    "end_before_begin": "k1;Ambulant;02-01-2024;01-01-2024;5,00",
    "missing_required": "k1;;01-01-2024;31-01-2024;5,00",
    "wrong_field_count": "k1;Ambulant;01-01-2024;31-01-2024",
    "unreadable_amount": "k1;Ambulant;01-01-2024;31-01-2024;vijf",
    "total_row": "Totaal;;;;5,00",
    "repeated_heading": HEADINGS,
    "unreadable_text": "k1;Am\0bulant;01-01-2024;31-01-2024;5,00",
}
ALSO_REJECTED = {
    "a line that is too long": (LINE + ";", "wrong_field_count"),
    "a line that is much too long": (LINE + ";x;y", "wrong_field_count"),
    "no client": (";Ambulant;01-01-2024;31-01-2024;5,00", "missing_required"),
    "a begin that is open": ("k1;Ambulant;;31-01-2024;5,00", "missing_required"),
    "a begin in 9999": ("k1;Ambulant;31-12-9999;;5,00", "implausible_date"),
    "an end after 2100": ("k1;Ambulant;01-01-2024;01-01-2999;5,00", "implausible_date"),
    "an end that is no date": ("k1;Ambulant;01-01-2024;later;5,00", "unreadable_date"),
    "a total further on": (";Eindtotaal;;;5,00", "total_row"),
}


@pytest.mark.parametrize("rule", REJECTED)
def test_an_error_rejects_its_line_and_no_other(rule: str) -> None:
    delivery, rows = load_text(lines(LINE, REJECTED[rule], LINE))
    assert rules_of(delivery)[rule] == 1
    assert [row["row"] for row in rows] == [1, 3]
    assert total(delivery)["lines_rejected"] == 1


@pytest.mark.parametrize("case", ALSO_REJECTED)
def test_errors_in_other_places(case: str) -> None:
    line, rule = ALSO_REJECTED[case]
    delivery, _ = load_text(lines(line, LINE))
    assert rules_of(delivery)[rule] == 1
    assert total(delivery)["lines_accepted"] == 1


def test_an_amount_that_cannot_be_read_counts_for_nothing() -> None:
    delivery, _ = load_text(lines(LINE, REJECTED["unreadable_amount"], REJECTED["total_row"]))
    assert total(delivery)["cents_read"] == 1000
    assert total(delivery)["cents_rejected"] == 500


def test_rejected_lines_are_listed_once() -> None:
    workspace = open_duckdb()
    text = lines(*REJECTED.values(), LINE)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "f.csv"
        path.write_text(text)
        read_files(workspace, [path])
    listed = workspace.session.sql("SELECT row, rule FROM rejected ORDER BY row").fetchall()
    assert listed == [(number, rule) for number, rule in enumerate(REJECTED, start=1)]


KEYED = "Pseudoniem;Aanbieder;Hulpvorm;Begindatum;Einddatum;Bedrag;D/C;Referentienummer"
FIRST = "k;A;X;01-01-2024;31-01-2024;5,00;D;R1"
REPEATS = {
    "the same content is a duplicate": (FIRST, "duplicate"),
    "written otherwise it is the same": ("k ;A;X;2024-01-01;2024-01-31;€ 5;D;R1", "duplicate"),
    "other content is a conflict": (FIRST.replace("5,00", "6,00"), "rejected"),
    "a credit is no conflict": (FIRST.replace(";D;", ";C;"), "accepted"),
    "another provider is another line": (FIRST.replace(";A;", ";B;"), "accepted"),
    "an unknown provider is not the same": (FIRST.replace(";A;", ";;"), "accepted"),
    "without a reference nothing is compared": (FIRST.replace("R1", ""), "accepted"),
}


@pytest.mark.parametrize("case", REPEATS)
def test_a_line_with_the_reference_of_an_earlier_one(case: str) -> None:
    line, fate = REPEATS[case]
    delivery, rows = load_text(lines(FIRST, line, headings=KEYED))
    assert rows[0]["row"] == 1
    assert total(delivery)["lines_accepted"] == (2 if fate == "accepted" else 1)
    if fate != "accepted":
        assert total(delivery)[f"lines_{fate}"] == 1


def test_lines_of_unknown_senders_are_never_compared() -> None:
    delivery, rows = load_text(lines(*[FIRST.replace(";A;", ";;")] * 2, headings=KEYED))
    assert (len(rows), total(delivery)["lines_duplicate"]) == (2, 0)


def test_a_file_that_is_given_twice_adds_nothing() -> None:
    delivery, rows = load_text(*[lines(FIRST, FIRST.replace("R1", "R2"), headings=KEYED)] * 2)
    assert len(rows) == 2
    assert [entry.lines_duplicate for entry in delivery.ledger] == [0, 2]
    assert total(delivery)["cents_duplicate"] == total(delivery)["cents_accepted"]


def test_nothing_that_can_be_used_is_an_error() -> None:
    workspace = open_duckdb()
    with pytest.raises(NothingAccepted) as error:
        load_text(lines("k;A;gisteren;;"))
    assert error.value.lines_read == 1
    assert not workspace.session.sql("SHOW TABLES").fetchall()


LEDGER_CELLS = st.sampled_from(
    ["k1", "k2", "", "01-01-2024", "31-01-2024", "x", "5,00", "-7", "R1"]
)
SOUP = st.one_of(
    st.sampled_from([LINE, "", "  ", HEADINGS, *(line for line, _ in ALSO_REJECTED.values())]),
    st.lists(LEDGER_CELLS, min_size=1, max_size=7).map(";".join),
    st.text(alphabet="k;1,0-\"' \tTé\u20ac", max_size=20),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(SOUP, max_size=12))
def test_whatever_is_in_a_file_the_ledger_balances(soup: list[str]) -> None:
    delivery, rows = load_text(lines(LINE, *soup))
    counted = total(delivery)
    for unit in ("lines", "cents"):
        fates = [counted[f"{unit}_{fate}"] for fate in ("accepted", "rejected", "duplicate")]
        assert counted[f"{unit}_read"] == sum(fates)
    assert counted["lines_accepted"] == len(rows)
    assert counted["cents_accepted"] == sum(row["amount_cents"] or 0 for row in rows)
    if not any('"' in line for line in soup):
        assert counted["lines_read"] == 1 + sum(bool(line.strip("; \t")) for line in soup)


@settings(max_examples=25, deadline=None)
@given(st.lists(SOUP.filter(lambda line: '"' not in line), max_size=10), st.randoms())
def test_the_order_of_lines_decides_nothing(soup: list[str], chance: random.Random) -> None:
    shuffled = [LINE, *soup]
    chance.shuffle(shuffled)
    accepted = []
    for given_lines in ([LINE, *soup], shuffled):
        delivery, rows = load_text(lines(*given_lines))
        contents = [{**row, "row": 0} for row in rows]
        accepted.append((sorted(map(str, contents)), total(delivery), rules_of(delivery)))
    assert accepted[0] == accepted[1]
