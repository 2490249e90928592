"""Reading iJw: lines as declared, real dates from the other messages, and what is refused."""

import pytest

from tests.reading.messages import (
    MUNICIPALITY,
    PROVIDER,
    allocated,
    client,
    declaration,
    line,
    lines_of,
    message,
    read,
    started,
    stopped,
)

JANUARY = ("2024-01-01", "2024-01-31")
FEBRUARY = ("2024-02-01", "2024-02-29")
MARCH = ("2024-03-01", "2024-03-31")
APRIL = ("2024-04-01", "2024-04-30")


def months(*periods: tuple[str, str]) -> bytes:
    lines = [line(f"R{number}", *period) for number, period in enumerate(periods, 1)]
    return declaration(lines_of("p1", *lines))


def dates(*contents: bytes) -> list[tuple[str, ...]]:
    return read(*contents)[0].cells("start", "end", "start_source", "end_reason")


@pytest.mark.parametrize("release", ["2_2", "3_0", "3_1", "3_2"])
def test_a_line_is_a_prestatie_whatever_the_release(release: str) -> None:
    content = declaration(lines_of("p1", line("R1", *JANUARY)), release)
    (first,) = read(content)
    assert first.lines_read == 1
    assert first.rows == [
        {
            "client_id": "p1",
            "municipality": MUNICIPALITY,
            "provider": PROVIDER,
            "product": "45A04",
            "start": "2024-01-01",
            "end": "2024-01-31",
            "amount": "5000",
            "debit_credit": "D",
            "allocation": "10072",
            "reference": "R1",
            "previous_reference": "",
            "declared_on": "2024-05-06",
            "volume": "4",
            "unit": "04",
            "rate": "1250",
            "birth_year": "",
            "sex": "",
            "end_reason": "",
            "spell": "0",
            "start_source": "",
            "broken": "",
            "row": 1,
        }
    ]


def test_a_message_of_another_kind_has_no_lines() -> None:
    _, other = read(months(JANUARY), message("305", client("p1", started(""))))
    assert other.lines_read == 0
    (some,) = read(months(JANUARY))
    assert other.columns == some.columns


def test_the_first_month_begins_at_the_start_and_the_last_ends_at_the_stop() -> None:
    start = message("305", client("p1", started("2024-01-09")))
    stop = message("307", client("p1", stopped("2024-01-09", "2024-03-12")))
    assert dates(months(JANUARY, FEBRUARY, MARCH), start, stop) == [
        ("2024-01-09", "2024-01-31", "start", ""),
        ("2024-02-01", "2024-02-29", "", ""),
        ("2024-03-01", "2024-03-12", "", "31 volgens plan"),
    ]


def test_the_order_of_the_files_does_not_matter() -> None:
    start = message("305", client("p1", started("2024-01-09")))
    first, second = read(start, months(JANUARY))
    assert first.lines_read == 0
    assert second.cells("start", "start_source") == [("2024-01-09", "start")]


def test_care_paid_at_its_end_begins_at_its_start() -> None:
    start = message("305", client("p1", started("2024-01-09")))
    assert dates(months(APRIL), start) == [("2024-01-09", "2024-04-30", "start", "")]


def test_without_a_start_the_allocation_counts_when_it_begins_in_the_first_month() -> None:
    within = message("301", client("p1", allocated("2024-01-20")))
    before = message("301", client("p1", allocated("2023-12-20")))
    assert dates(months(JANUARY), within) == [("2024-01-20", "2024-01-31", "allocation", "")]
    assert dates(months(JANUARY), before) == [(*JANUARY, "", "")]


def test_the_newest_state_of_an_allocation_wins_in_any_order() -> None:
    old = message("301", client("p1", allocated("2024-01-20", "2024-01-01")))
    new = message("301", client("p1", allocated("2024-01-25", "2024-01-02")))
    for pair in ((old, new), (new, old)):
        assert dates(months(JANUARY), *pair)[0][0] == "2024-01-25"


@pytest.mark.parametrize("reason", ["13", "01"])
def test_a_deleted_allocation_says_nothing(reason: str) -> None:
    deleted = allocated("2024-01-20", "2024-01-02", end="2024-01-20", reason=reason)
    standing = message("301", client("p1", allocated("2024-01-10", "2024-01-01")))
    contents = (months(JANUARY), standing, message("301", client("p1", deleted)))
    assert dates(*contents) == [(*JANUARY, "", "")]


def test_a_start_that_was_taken_back_says_nothing() -> None:
    start = message("305", client("p1", started("2024-01-09")))
    back = message("305", client("p1", started("2024-01-09", status="3")))
    assert dates(months(JANUARY), back, start) == [(*JANUARY, "", "")]


def test_a_new_start_after_a_stop_is_a_new_spell() -> None:
    start = message("305", client("p1", started("2024-01-09")))
    stop = message("307", client("p1", stopped("2024-01-09", "2024-02-10", "20")))
    again = message("305", client("p1", started("2024-04-15")))
    (first, *_) = read(months(JANUARY, FEBRUARY, APRIL), start, stop, again)
    assert first.cells("start", "end", "spell", "end_reason") == [
        ("2024-01-09", "2024-01-31", "0", ""),
        ("2024-02-01", "2024-02-10", "0", "20 tijdelijk beëindigd"),
        ("2024-04-15", "2024-04-30", "1", ""),
    ]


def test_two_starts_without_a_stop_are_one_spell() -> None:
    one = message("305", client("p1", started("2024-01-09")))
    second = message("305", client("p1", started("2024-02-05")))
    (first, *_) = read(months(JANUARY, FEBRUARY), one, second)
    assert first.cells("start", "spell") == [("2024-01-09", "0"), ("2024-02-01", "0")]


def test_debit_credit_and_new_debit_of_a_month_move_together() -> None:
    lines = [
        line("R1", *JANUARY),
        line("R2", *JANUARY, "C", previous="R1"),
        line("R3", *JANUARY, cents="4000"),
    ]
    start = message("305", client("p1", started("2024-01-09")))
    moved = dates(declaration(lines_of("p1", *lines)), start)
    assert {row[:2] for row in moved} == {("2024-01-09", "2024-01-31")}


def test_a_month_credited_in_full_is_not_the_first_month() -> None:
    lines = [
        line("R1", *JANUARY),
        line("R2", *JANUARY, "C", previous="R1"),
        line("R3", *FEBRUARY),
    ]
    start = message("305", client("p1", started("2024-02-05")))
    moved = dates(declaration(lines_of("p1", *lines)), start)
    assert [row[0] for row in moved] == ["2024-01-01", "2024-01-01", "2024-02-05"]


def test_an_event_without_product_stretches_no_product_of_several() -> None:
    lines = [line("R1", *JANUARY), line("R2", *MARCH, product="45A05")]
    start = message("305", client("p1", started("2024-01-09", code="")))
    stop = message("307", client("p1", stopped("2024-01-09", "2024-03-12", code="")))
    assert dates(declaration(lines_of("p1", *lines)), start, stop) == [
        ("2024-01-09", "2024-01-31", "start", ""),
        ("2024-03-01", "2024-03-12", "", "31 volgens plan"),
    ]


def test_two_clients_with_one_allocation_number_do_not_see_each_other() -> None:
    content = declaration(
        lines_of("p1", line("R1", *JANUARY)) + lines_of("p2", line("R2", *JANUARY))
    )
    start = message("305", client("p2", started("2024-01-09")))
    assert [row[0] for row in dates(content, start)] == ["2024-01-01", "2024-01-09"]


def test_an_impossible_date_stays_as_it_was_delivered() -> None:
    assert dates(months(("2024-06-31", "2024-06-31")))[0][:2] == ("2024-06-31", "2024-06-31")


def test_the_referrer_comes_by_way_of_the_request_and_the_allocation() -> None:
    asked = """<m:AangevraagdeProducten><m:AangevraagdProduct>
        <m:ReferentieAanbieder>A1</m:ReferentieAanbieder>
        <m:Verwijzer><ijw:Type>02</ijw:Type></m:Verwijzer>
        </m:AangevraagdProduct></m:AangevraagdeProducten>"""
    request = message("315", client("p1", asked))
    allocation = message("301", client("p1", allocated("2024-01-01")))
    (first, *_) = read(months(JANUARY), request, allocation)
    assert first.cells("referrer") == [("huisarts",)]


def test_a_line_that_the_municipality_rejected_is_marked() -> None:
    answer = lines_of("p1", line("R1", *JANUARY))
    rejected = message(
        "325", f"<m:DeclaratieAntwoord><m:Clienten>{answer}</m:Clienten></m:DeclaratieAntwoord>"
    )
    (first, _) = read(months(JANUARY, FEBRUARY), rejected)
    assert first.cells("broken") == [("rejected_declaration",), ("",)]


def test_messages_about_care_that_was_never_declared_are_found() -> None:
    start = message("305", client("p9", started("2024-01-09")))
    _, other = read(months(JANUARY), start)
    assert other.findings == {"unmatched_message": 1}
