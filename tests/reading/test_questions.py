"""What is asked about a file as a whole: only what is open, and each thing once."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading.choices import ReadingChoices
from core.reading.orders import in_order, possible_orders
from core.reading.questions import Question, answered, questions_of
from core.reading.templates import template
from core.text.sources import OPTIONS, QUESTIONS, WHY, ask
from tests.reading.loads import day, lines, load_bytes, load_text, rules_of

FULL = "Pseudoniem;Gemeente;AGB;Hulpvorm;Begindatum;Einddatum;Bedrag"
MONTHS = [f"k{n};9801;1;Ambulant;0{n}-02-2024;0{n}-03-2024;5,00" for n in range(3, 8)]


def asked(text: str, choices: ReadingChoices | None = None) -> list[str]:
    """Name the choices that are open for a file."""
    delivery, _ = load_text(text, choices=choices)
    return [question.name for question in questions_of(delivery, choices or ReadingChoices())]


def test_whose_file_it_is_is_asked_of_any_file_and_no_more_than_that() -> None:
    assert asked(lines("k1;9801;1;Ambulant;01-01-2024;31-01-2024;5,00", headings=FULL)) == ["sides"]


def test_an_answer_closes_its_question_and_no_other() -> None:
    text = lines(*MONTHS, headings=FULL)
    delivery, _ = load_text(text)
    open_ones = questions_of(delivery, ReadingChoices())
    assert [question.name for question in open_ones] == ["sides", "date_orders"]
    choices = answered(ReadingChoices(), open_ones[1], "m-d-y")
    assert asked(text, choices) == ["sides"]
    assert answered(choices, open_ones[1], "") == ReadingChoices()


def test_an_answer_that_was_not_offered_is_none() -> None:
    with pytest.raises(ValueError, match="sides"):
        answered(ReadingChoices(), Question("f", "sides", ("provider",), "whose"), "x")


def test_a_missing_column_is_asked_for_and_filled_by_the_answer() -> None:
    text = lines("k1;Ambulant;01-01-2024;31-01-2024;5,00")
    assert asked(text) == ["sides", "providers", "payers"]
    choices = ReadingChoices(providers={"f.csv": "98010017"}, payers={"f.csv": "9801"})
    _, (row,) = load_text(text, choices=choices)
    assert (row["provider"], row["municipality"]) == ("98010017", "9801")
    assert asked(text, choices) == ["sides"]


def test_a_column_is_never_overruled_by_an_answer() -> None:
    text = lines("k1;9801;1;Ambulant;01-01-2024;31-01-2024;5,00", headings=FULL)
    _, (row,) = load_text(text, choices=ReadingChoices(providers={"f.csv": "2"}))
    assert row["provider"] == "1"


def test_high_whole_amounts_are_asked_about_until_somebody_says_so() -> None:
    rows = [f"k{n};9801;1;Ambulant;13-01-2024;31-01-2024;{1_000_000 + n}" for n in range(30)]
    text = lines(*rows, headings=FULL)
    assert asked(text) == ["sides", "amounts"]
    choices = ReadingChoices(amounts={"f.csv": "cents"})
    delivery, declared = load_text(text, choices=choices)
    assert declared[0]["amount_cents"] == 1_000_000
    assert asked(text, choices) == ["sides"]
    assert "perhaps_cents" not in rules_of(delivery)
    assert asked(text, ReadingChoices(amounts={"f.csv": "euros"})) == ["sides"]


def test_codes_of_cbs_under_other_headings_are_asked_about() -> None:
    text = lines("k1;9801;1;02;13-01-2024;31-01-2024;5,00", headings=FULL)
    assert asked(text) == ["sides", "kinds"]


def test_a_file_of_beleidsinformatie_speaks_for_itself() -> None:
    delivery, _ = load_bytes(template("cbs", "csv"))
    assert questions_of(delivery, ReadingChoices()) == ()
    assert delivery.mappings[0].kind == "cbs"


def test_every_question_has_its_words() -> None:
    names = {"sides", "kinds", "date_orders", "amounts", "providers", "payers"}
    assert set(QUESTIONS) == names
    assert ask("f.csv", "sides") == "f.csv: van wie komt dit bestand?"
    whys = {"whose", "codes", "dates", "whole_amounts", "no_provider", "no_municipality"}
    assert set(WHY) == whys
    assert {"provider", "cbs", "m-d-y", "cents"} <= set(OPTIONS)


@pytest.mark.parametrize(
    ("dates", "orders"),
    [
        ("03-04-2024 05-06-2024", "d-m-y m-d-y"),
        ("03-04-2024 31-01-2024", "d-m-y"),
        ("03-04-2024 01-31-2024", "m-d-y"),
        ("03-03-2024 2024-04-03 20240403", "d-m-y"),
        ("03-04-2024 2024-04-25", "d-m-y m-d-y"),
        ("31-01-24 28-02-24 01-03-24", "d-m-y"),
        ("24-01-31 24-02-28 24-03-01", "y-m-d"),
        ("03-04-05 04-05-06", "d-m-y m-d-y y-m-d"),
        ("03-04-2024 31-12-9999", "d-m-y"),
        ("03-04-2024 25-01-2024 31-06-2024", "d-m-y"),
        ("3 april 2024", "d-m-y"),
        ("", "d-m-y"),
    ],
    ids=[
        "every date fits both: in doubt",
        "one day above twelve settles it",
        "one month above twelve says the month stands in front, so ask",
        "day and month alike, or the year in front: no doubt",
        "a date with the year in front says nothing about the others",
        "two digits of year behind: read otherwise they span thirty years",
        "two digits of year in front",
        "all of it in doubt",
        "no end is a date too: its day stands in front",
        "a date that does not exist fits nowhere",
        "a month in words",
        "no dates",
    ],
)
def test_orders_that_are_possible(dates: str, orders: str) -> None:
    words = dates.split(" ") if "april" not in dates else [dates]
    assert possible_orders(words) == tuple(orders.split())


@pytest.mark.parametrize(
    ("text", "order", "written"),
    [
        ("03-04-2024", "d-m-y", "03-04-2024"),
        ("03/04/2024", "m-d-y", "2024-03-04"),
        ("03/04/24 00:00", "m-d-y", "2024-03-04 00:00"),
        ("24-03-04", "y-m-d", "2024-03-04"),
        ("2024-03-04", "m-d-y", "2024-03-04"),
        ("01/02/2024 t/m 01/31/2024", "m-d-y", "2024-01-02 t/m 2024-01-31"),
    ],
)
def test_dates_in_another_order(text: str, order: str, written: str) -> None:
    assert in_order(text, order) == written


def test_the_order_that_was_chosen_is_read() -> None:
    text = lines("k1;9801;1;Ambulant;03-02-2024;04-02-2024;5,00", headings=FULL)
    delivery, (row,) = load_text(text, choices=ReadingChoices(date_orders={"f.csv": "m-d-y"}))
    assert (row["start"], row["end"]) == (day("2024-03-02"), day("2024-04-03"))
    assert "ambiguous_dates" not in rules_of(delivery)


@given(
    st.lists(st.dates(date(2018, 1, 1), date(2026, 12, 31)), min_size=1),
    st.sampled_from(["%d-%m-%Y", "%d/%m/%y", "%m/%d/%Y", "%m-%d-%y", "%y-%m-%d"]),
)
def test_the_order_in_which_dates_were_written_is_always_possible(
    days: list[date], style: str
) -> None:
    """Only where day and month, or day and year, are alike it makes no difference."""
    written = [one.strftime(style) for one in days]
    order = "-".join(re.findall("[dmy]", style.lower()))
    orders = possible_orders(written)
    alike = [in_order(text, orders[0]) == in_order(text, order) for text in written]
    assert order in orders or all(alike) or all(one.day == one.month for one in days)
