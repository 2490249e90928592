"""How declared lines hang together: credits, rejections, lines declared once more, and totals."""

import pytest

from core.trajectories.calendar import date_of
from tests.reading.loads import load_bytes, rules_of, total
from tests.reading.messages import (
    allocated,
    answer,
    client,
    declaration,
    line,
    lines_of,
    message,
    read,
)

JANUARY = ("2024-01-01", "2024-01-31")
FEBRUARY = ("2024-02-01", "2024-02-29")


def declared(*lines: str, **changed: str) -> bytes:
    return declaration(lines_of("p1", *lines), **changed)


def broken(*contents: bytes) -> list[str]:
    return [row["broken"] for told in read(*contents) for row in told.rows]


def test_a_credit_keeps_the_period_of_the_debit_it_names() -> None:
    first, second = read(
        declared(line("R1", *JANUARY)), declared(line("R2", *FEBRUARY, "C", previous="R1"))
    )
    assert second.cells("start", "end") == [JANUARY] == first.cells("start", "end")
    assert not second.findings


def test_a_credit_that_names_an_unknown_debit_is_found_and_keeps_its_own_period() -> None:
    (told,) = read(declared(line("R2", *FEBRUARY, "C", previous="R1")))
    assert told.cells("start", "end") == [FEBRUARY]
    assert told.findings == {"unknown_debit": 1}


def test_a_debit_of_another_client_is_not_the_one_a_credit_names() -> None:
    other = declaration(lines_of("p2", line("R1", *JANUARY)))
    _, told = read(other, declared(line("R2", *FEBRUARY, "C", previous="R1")))
    assert told.findings == {"unknown_debit": 1}


def test_a_debit_that_is_credited_twice_is_found() -> None:
    lines = [line("R1", *JANUARY), *(line(f"C{n}", *JANUARY, "C", previous="R1") for n in (1, 2))]
    (told,) = read(declared(*lines))
    assert told.findings == {"credited_twice": 1}


def test_of_two_debits_without_a_credit_between_the_latest_counts() -> None:
    later = declared(line("R2", *JANUARY), day="2024-03-10", number="DN002")
    sooner = declared(line("R1", *JANUARY), day="2024-02-10")
    assert broken(later, sooner) == ["", "superseded_debit"]
    assert broken(sooner, later) == ["superseded_debit", ""]


def test_of_one_day_the_higher_number_of_the_declaration_is_the_latest() -> None:
    ninth = declared(line("R2", *JANUARY), number="DN9")
    tenth = declared(line("R1", *JANUARY), number="DN10")
    assert broken(tenth, ninth) == ["", "superseded_debit"]


def test_in_one_declaration_the_last_line_is_the_latest() -> None:
    assert broken(declared(line("R1", *JANUARY), line("R2", *JANUARY))) == ["superseded_debit", ""]


@pytest.mark.parametrize("named", ["R1", "", "R9"], ids=["named", "unnamed", "unknown"])
def test_a_credit_between_two_debits_keeps_both(named: str) -> None:
    lines = [
        line("R1", *JANUARY),
        line("R2", *JANUARY, "C", previous=named),
        line("R3", *JANUARY, cents="4000"),
    ]
    assert broken(declared(*lines)) == ["", "", ""]


def test_a_credit_after_both_names_the_one_that_goes_and_the_other_stays() -> None:
    lines = [
        line("R1", *JANUARY),
        line("R2", *JANUARY),
        line("R3", *JANUARY, "C", previous="R1"),
    ]
    assert broken(declared(*lines)) == ["", "", ""]


@pytest.mark.parametrize(
    "other",
    [{"allocation": "10099"}, {"product": "45A05"}],
    ids=["another allocation", "another product"],
)
def test_debits_about_something_else_stand_beside_each_other(other: dict[str, str]) -> None:
    assert broken(declared(line("R1", *JANUARY), line("R2", *JANUARY, **other))) == ["", ""]
    assert broken(declared(line("R1", *JANUARY), line("R2", *FEBRUARY))) == ["", ""]


def test_a_rejected_debit_does_not_replace_the_one_before_it() -> None:
    lines = [line("R1", *JANUARY), line("R2", *JANUARY)]
    rejected = answer(lines_of("p1", line("R2", *JANUARY)))
    assert broken(declared(*lines), rejected) == ["", "rejected_declaration"]


def test_a_message_that_came_twice_is_a_duplicate_and_replaces_nothing() -> None:
    content = declared(line("R1", *JANUARY), line("R2", *FEBRUARY))
    delivery, rows = load_bytes(content, content, name="b.xml")
    assert [row["source"] for row in rows] == ["b.xml", "b.xml"]
    ledger = total(delivery)
    assert (ledger["lines_duplicate"], ledger["lines_rejected"]) == (2, 0)


def test_the_cents_of_a_replaced_line_stay_in_the_ledger() -> None:
    content = declared(line("R1", *JANUARY), line("R2", *JANUARY, cents="4000"), total="9000")
    delivery, rows = load_bytes(content, name="b.xml")
    assert [(row["reference"], row["amount_cents"]) for row in rows] == [("R2", 4000)]
    ledger = total(delivery)
    assert (ledger["cents_read"], ledger["cents_rejected"]) == (9000, 5000)
    assert rules_of(delivery)["superseded_debit"] == 1
    assert "control_total" not in rules_of(delivery)


@pytest.mark.parametrize(
    ("said", "sign", "found"),
    [("1000", "D", False), ("1000", "C", True), ("999", "D", True), ("onzin", "D", True)],
)
def test_the_total_of_a_declaration_is_that_of_its_lines(
    said: str, sign: str, *, found: bool
) -> None:
    lines = [line("R1", *JANUARY), line("R2", *FEBRUARY, "C", cents="4000")]
    (told,) = read(declared(*lines, total=said, sign=sign))
    assert ("control_total" in told.findings) is found


def test_a_declaration_of_more_credit_than_debit_has_a_total_of_credit() -> None:
    (told,) = read(declared(line("R2", *JANUARY, "C"), total="5000", sign="C"))
    assert "control_total" not in told.findings


def test_an_answer_rejects_lines_of_the_declaration_it_names_only() -> None:
    rejected = answer(lines_of("p1", line("R1", *JANUARY)), number="DN001")
    assert broken(declared(line("R1", *JANUARY)), rejected) == ["rejected_declaration"]
    again = declared(line("R1", *JANUARY), number="DN002")
    assert broken(again, rejected) == [""]


@pytest.mark.parametrize(("code", "rule"), [("8001", ""), ("9338", "rejected_declaration")])
def test_a_line_that_was_granted_in_full_is_not_rejected(code: str, rule: str) -> None:
    told = answer(lines_of("p1", line("R1", *JANUARY, code=code)))
    assert broken(declared(line("R1", *JANUARY)), told) == [rule]


def test_of_output_the_start_of_the_allocation_dates_every_line() -> None:
    lines = [line(f"R{n}", *period, unit="82") for n, period in enumerate((JANUARY, FEBRUARY))]
    start = """<m:StartProducten><m:StartProduct><m:ToewijzingNummer>10072</m:ToewijzingNummer>
        <m:Begindatum>2024-01-09</m:Begindatum></m:StartProduct></m:StartProducten>"""
    started = message("305", f"<m:Client><m:Pseudoniem>p1</m:Pseudoniem>{start}</m:Client>")
    _, rows = load_bytes(declared(*lines), started, name="b.xml")
    assert [(row["start_source"], row["dated"]) for row in rows] == [("start", True)] * 2
    _, rows = load_bytes(declared(*lines), name="b.xml")
    assert [(row["start_source"], row["dated"]) for row in rows] == [("declaration", False)] * 2


def test_of_output_the_first_day_of_the_allocation_counts_before_the_declared_month() -> None:
    grant = message("301", client("p1", allocated("2023-11-10")))
    _, (row,) = load_bytes(declared(line("R1", *FEBRUARY, unit="82")), grant, name="b.xml")
    assert (date_of(row["start"]).isoformat(), row["start_source"]) == ("2023-11-10", "allocation")
    assert row["dated"]
    _, (row,) = load_bytes(declared(line("R1", *FEBRUARY, unit="04")), grant, name="b.xml")
    assert (date_of(row["start"]).isoformat(), row["start_source"]) == (
        FEBRUARY[0],
        "declaration",
    )
