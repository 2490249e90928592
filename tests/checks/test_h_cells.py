"""H4 to H7 and H11: what stands in a cell is kept to the letter, read exactly, or told."""

from itertools import product
from pathlib import Path

import pytest

from core.tables import OPEN_END
from tests.checks.sheets import sheet_of
from tests.reading.loads import (
    HEADINGS,
    LINE,
    day,
    lines,
    load,
    load_bytes,
    load_text,
    rules_of,
    total,
)
from tests.reading.test_delimited import ENCODINGS, NEWLINES, written
from tests.reading.test_files import parquet

WAYS = [
    *((sign, "\n", encoding, "") for sign, encoding in product(";,\t", ENCODINGS)),
    *((";", newline, "cp1252", "") for newline in NEWLINES.values()),
    *((sign, "\r\n", "utf-8", f"sep={sign}\r\n") for sign in ";,\t"),
]


def test_h4_one_content_in_every_way_of_writing_is_one_ledger() -> None:
    seen = set()
    for delimiter, newline, encoding, first in WAYS:
        delivery, rows = load_bytes(written(delimiter, newline, encoding, first))
        contents = tuple(tuple(row.items()) for row in rows)
        seen.add((tuple(total(delivery).items()), contents))
    assert len(seen) == 1
    ((ledger, accepted),) = seen
    assert dict(ledger)["cents_read"] == 123456 - 500 - 500 + 700
    assert "twee\nregels" in dict(accepted[-1]).values()


def test_h4_the_encoding_follows_from_the_bytes_and_is_never_guessed() -> None:
    text = lines("k1;Caf\u00e9;01-01-2024;;1,00")
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        _, [row] = load_bytes(text.encode(encoding))
        assert row["care_form"] == "Caf\u00e9"


CODES = ("43E02", "007", "NA", "TRUE", "1E5", "=1")


@pytest.mark.parametrize("code", CODES)
def test_h5_a_code_is_stored_character_for_character(code: str, tmp_path: Path) -> None:
    heading = "Pseudoniem;Hulpvorm;Begindatum;Einddatum;Toewijzingnummer"
    line = f"{code};{code};01-01-2024;31-01-2024;{code}"
    select = f"""SELECT '{code}' AS "Pseudoniem", '{code}' AS "Hulpvorm", '{code}' AS
        "Toewijzingnummer", '01-01-2024' AS "Begindatum", '31-01-2024' AS "Einddatum" """
    sheet = sheet_of([heading.split(";"), line.split(";")])
    for _, [row] in (
        load_text(lines(line, headings=heading)),
        load_bytes(sheet),
        parquet(select, tmp_path),
    ):
        assert (row["client_id"], row["care_form"], row["allocation"]) == (code, code, code)


AMOUNTS = {
    "1.234,56": 123456,
    "1234.56": 123456,
    "1.234": 123400,
    "\u22125,00": -500,
    "-5,00": -500,
    "5,00\u2212": -500,
    "5,00-": -500,
    "(5,00)": -500,
    "\u20ac 5": 500,
}


@pytest.mark.parametrize("written_as", AMOUNTS)
def test_h6_an_amount_is_exact(written_as: str) -> None:
    delivery, [row] = load_text(lines(f'k1;A;01-01-2024;;"{written_as}"'))
    assert row["amount_cents"] == AMOUNTS[written_as]
    assert total(delivery)["cents_accepted"] == AMOUNTS[written_as]


def test_h6_1e3_is_no_amount_and_rejects_its_line() -> None:
    delivery, rows = load_text(lines("k1;A;01-01-2024;;1e3", LINE))
    assert rules_of(delivery)["unreadable_amount"] == 1
    assert [row["row"] for row in rows] == [2]


def test_h6_a_dot_before_three_digits_alone_is_told() -> None:
    assert rules_of(load_text(lines("k;A;01-01-2024;;1.234"))[0])["ambiguous_amount"] == 1
    settled = lines("k;A;01-01-2024;;1.234", "k;A;01-02-2024;;1,00")
    assert "ambiguous_amount" not in rules_of(load_text(settled)[0])


DATES = {
    "03-04-2024": "2024-04-03",
    "2024-04-03": "2024-04-03",
    "45385": "2024-04-03",
    "3 apr 2024": "2024-04-03",
}
NO_DATES = {
    "31-02-2024": "unreadable_date",
    "01-01-1900": "implausible_date",
    "2999-01-01": "implausible_date",
}


@pytest.mark.parametrize("written_as", DATES)
def test_h7_a_date_is_read_in_the_dutch_order(written_as: str) -> None:
    _, [row] = load_text(lines(f"k;A;{written_as};{written_as};1,00"))
    assert (row["start"], row["end"]) == (day(DATES[written_as]), day(DATES[written_as]) + 1)


@pytest.mark.parametrize("written_as", NO_DATES)
def test_h7_what_is_no_date_rejects_its_line_as_begin_and_as_end(written_as: str) -> None:
    begin, end = f"k;A;{written_as};;1,00", f"k;A;01-01-2024;{written_as};1,00"
    delivery, rows = load_text(lines(begin, end, LINE))
    assert rules_of(delivery)[NO_DATES[written_as]] == 2
    assert [row["row"] for row in rows] == [3]


def test_h7_the_last_day_of_9999_is_an_open_end() -> None:
    delivery, [row] = load_text(lines("k;A;01-01-2024;31-12-9999;1,00"))
    assert row["end"] == OPEN_END
    assert rules_of(delivery)["no_end_date"] == 1


def test_h7_dates_written_in_several_ways_are_told() -> None:
    given = [f"k;A;{written_as};;1,00" for written_as in DATES]
    delivery, rows = load_text(lines(*given, "k;A;04-04-2024;;1,00"))
    assert len(rows) == 5
    assert rules_of(delivery)["mixed_dates"] == 3


def test_h7_no_date_is_silently_empty() -> None:
    delivery, rows = load_text(lines(*(f"k;A;01-01-2024;{d};1,00" for d in (*DATES, *NO_DATES))))
    rejected = total(delivery)["lines_rejected"]
    assert (len(rows), rejected) == (len(DATES), len(NO_DATES))
    assert not any(row["end"] == OPEN_END for row in rows)


SAME_CODES = {
    "NFD": ("Caf\u00e9", "Cafe\u0301"),
    "zero width": ("AB", "A\u200bB"),
    "zero width at the ends": ("AB", "\ufeffAB\u200b"),
    "turned round": ("AB", "A\u202eB"),
    "full-width digits": ("007", "\uff10\uff10\uff17"),
    "no-break space around": ("AB", "\u00a0AB\u202f"),
}


@pytest.mark.parametrize("case", SAME_CODES)
def test_h11_codes_that_look_the_same_are_the_same(case: str) -> None:
    written_as = SAME_CODES[case]
    given = [f"{code};{code};01-0{i}-2024;;1,00" for i, code in enumerate(written_as, start=1)]
    _, rows = load_text(lines(*given))
    assert {row["client_id"] for row in rows} == {written_as[0]}
    assert {row["care_form"] for row in rows} == {written_as[0]}


def test_h11_an_emoji_in_a_code_stays() -> None:
    _, rows = load_text(lines("k\U0001f600;A\U0001f600;01-01-2024;;", "k;A;01-01-2024;;"))
    assert {row["client_id"] for row in rows} == {"k\U0001f600", "k"}


def test_h11_a_nul_rejects_its_line() -> None:
    delivery, rows = load_text(lines("k\0;A;01-01-2024;;1,00", LINE))
    assert rules_of(delivery)["unreadable_text"] == 1
    assert [row["row"] for row in rows] == [2]


def test_h11_full_width_digits_are_digits_in_dates_and_amounts() -> None:
    full = str.maketrans(
        "0123456789", "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19"
    )
    _, [row] = load_text(lines("k;A;03-04-2024;;12,34".translate(full)))
    assert (row["start"], row["amount_cents"]) == (day("2024-04-03"), 1234)


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\x1b", "\x07"])
def test_h11_signs_that_nobody_sees_are_shown_in_names(sign: str, tmp_path: Path) -> None:
    path = tmp_path / f"maart{sign}.csv"
    path.write_text(lines(LINE, headings=HEADINGS), encoding="utf-8")
    delivery, _ = load(path)
    assert sign not in delivery.ledger[0].file
    assert delivery.ledger[0].file.isprintable()
