"""Every way in which an amount is written."""

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading.amounts import amount_of
from core.reading.ledger import ledger_of
from tests.reading.loads import lines, load_text, rules_of, total

AMOUNTS = {
    "1.234,56": 123456,
    "1234,56": 123456,
    "1234.56": 123456,
    "1,234.56": 123456,
    "1.234.567,8": 123456780,
    "€ 5,00": 500,
    "€5": 500,
    "5,00 EUR": 500,
    "€ 5,-": 500,
    "-5,00": -500,
    "\u22125,00": -500,
    "5,00-": -500,
    "(5,00)": -500,
    "€ -5,00": -500,
    "+5,00": 500,
    "1 234,56": 123456,
    "1\u00a0234,56": 123456,
    "1.234": 123400,
    "5": 500,
    "5,5": 550,
    ",50": 50,
    "0": 0,
    "0,00": 0,
    "0019,45": 1945,
    "\uff15,\uff10\uff10": 500,
    "": None,
    "  ": None,
}
UNREADABLE = (
    "1e3",
    "abc",
    "5,00x",
    "1,234",
    "1.2345",
    "12.34.56",
    "--5",
    "(5",
    "-",
    "5 - 3",
    "100000000000,00",
    "123456789012345678",
    "1/2",
)


@pytest.mark.parametrize("written", AMOUNTS)
def test_an_amount_in_every_way_it_is_written(written: str) -> None:
    assert (amount_of(written).cents, amount_of(written).fault) == (AMOUNTS[written], "")


@pytest.mark.parametrize("written", UNREADABLE)
def test_what_cannot_be_read_exactly_is_no_amount(written: str) -> None:
    assert amount_of(written).fault == "unreadable_amount"
    assert amount_of(written).cents is None


@given(st.integers(-(10**12), 10**12))
def test_cents_survive_being_written(cents: int) -> None:
    euros, rest = divmod(abs(cents), 100)
    written = f"{'-' if cents < 0 else ''}{euros:,}".replace(",", ".") + f",{rest:02}"
    assert amount_of(written).cents == cents
    assert amount_of(str(cents), in_cents=True).cents == cents


def test_amounts_beyond_any_budget_reject_their_line() -> None:
    given_lines = [f"k{i};A;01-01-2024;;9999999999999999,00" for i in range(20)]
    delivery, _ = load_text(
        lines(*given_lines, "k;A;01-01-2024;;123456789012345678", "k;A;1-1-24;;5")
    )
    assert rules_of(delivery)["unreadable_amount"] == 21
    assert total(delivery)["cents_read"] == 500


def test_a_sum_beyond_64_bits_is_still_exact() -> None:
    texts = [lines(*[f"k{n};A;01-01-2024;;99999999999,99"] * 1000) for n in range(3)]
    delivery, _ = load_text(*texts)
    assert total(delivery)["cents_accepted"] == 3000 * 9_999_999_999_999
    session = duckdb.connect()
    session.execute(
        "CREATE TABLE typed AS SELECT 0::BIGINT AS file_number, '' AS rule,"
        " 9223372036854775807 AS amount_cents FROM range(3)"
    )
    [entry] = ledger_of(session, ("f.csv",))
    assert entry.cents_read == entry.cents_accepted == 3 * (2**63 - 1)


@given(st.text(max_size=30), st.booleans())
def test_no_text_breaks_the_reading_of_amounts(text: str, in_cents: bool) -> None:  # noqa: FBT001
    amount = amount_of(text, in_cents=in_cents)
    assert amount.cents is None or not amount.fault


SIGNS = {
    "5,00;D": (500, False),
    "5,00;C": (-500, True),
    "-5,00;C": (-500, True),
    "-5,00;D": (-500, True),
    "5,00;Debet": (500, False),
    "5,00;credit": (-500, True),
    "5,00;": (500, False),
    "0,00;C": (0, True),
    ";C": (None, True),
    ";D": (None, False),
}


@pytest.mark.parametrize("written", SIGNS)
def test_debit_and_credit_give_the_sign(written: str) -> None:
    heading = "Pseudoniem;Hulpvorm;Begindatum;Einddatum;Bedrag;D/C"
    line = f"k1;Ambulant;01-01-2024;31-01-2024;{written}"
    _, [row] = load_text(lines(line, headings=heading))
    assert (row["amount_cents"], row["is_credit"]) == SIGNS[written]


def test_a_sign_that_is_neither_is_debit_with_a_warning() -> None:
    heading = "Pseudoniem;Hulpvorm;Begindatum;Einddatum;Bedrag;D/C"
    delivery, [row] = load_text(lines("k;A;01-01-2024;;5,00;X", headings=heading))
    assert not row["is_credit"]
    assert rules_of(delivery)["unknown_debit_credit"] == 1


def test_a_decimal_comma_settles_what_a_dot_means() -> None:
    line = "k;A;01-01-2024;;{}"
    alone, _ = load_text(lines(line.format("1.234")))
    settled, _ = load_text(lines(line.format("1.234"), line.format("1,00")))
    assert rules_of(alone)["ambiguous_amount"] == 1
    assert "ambiguous_amount" not in rules_of(settled)
    assert total(alone)["cents_read"] == 123400


def test_high_whole_amounts_may_be_cents() -> None:
    delivery, _ = load_text(lines(*[f"k;A;01-01-2024;;{12000 + i}" for i in range(30)]))
    assert rules_of(delivery)["perhaps_cents"] == 30
