"""One content, written in every way: the ledger is the same."""

import duckdb
import pytest

from core.reading import delimited
from core.text.findings import SENTENCES
from tests.reading.loads import HEADINGS, LINE, day, lines, load_bytes, load_text, rules_of, total

CELLS = [
    ["Pseudoniem", "Hulpvorm", "Begindatum", "Einddatum", "Bedrag", "Aanbieder"],
    ["007", "Ambulant €", "01-01-2024", "31-01-2024", "1.234,56", "Zoë; Zo"],
    ["NA", "1e5", "3-2-2024", "", "5,00-", "A|B"],
    ["k", 'zegt "nee"', "20240101", "31-12-9999", "(5,00)", "A,B"],
    ["k", "twee\nregels", "01-01-2024", "", "", "A\tB"],
    ["k", "fout", "31-02-2024", "", "7,00", "A"],
]
NEWLINES = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16")


def written(delimiter: str, newline: str, encoding: str, first: str = "") -> bytes:
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in line] for line in CELLS]
    return (first + newline.join([*map(delimiter.join, quoted), ""])).encode(encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("newline", NEWLINES)
@pytest.mark.parametrize("delimiter", ";,\t|")
def test_the_way_of_writing_changes_nothing(delimiter: str, newline: str, encoding: str) -> None:
    delivery, rows = load_bytes(written(delimiter, NEWLINES[newline], encoding))
    assert total(delivery) == {
        "lines_read": 5,
        "lines_accepted": 4,
        "lines_rejected": 1,
        "lines_duplicate": 0,
        "cents_read": 123456 - 500 - 500 + 700,
        "cents_accepted": 123456 - 500 - 500,
        "cents_rejected": 700,
        "cents_duplicate": 0,
    }
    assert [row["care_form"] for row in rows] == [
        "Ambulant €",
        "1e5",
        'zegt "nee"',
        "twee\nregels",
    ]
    assert [row["provider"] for row in rows] == ["Zoë; Zo", "A|B", "A,B", "A\tB"]


@pytest.mark.parametrize("delimiter", ";,|")
def test_a_first_line_may_say_what_separates(delimiter: str) -> None:
    content = written(delimiter, "\r\n", "utf-8-sig", first=f"sep={delimiter}\r\n")
    assert total(load_bytes(content)[0])["lines_read"] == 5


def test_lines_above_the_headings_are_passed_over() -> None:
    text = f"Overzicht declaraties\nGemeente;Stad\n\n{lines(LINE)}"
    delivery, [row] = load_text(text)
    assert (row["row"], total(delivery)["lines_read"]) == (1, 1)


@pytest.mark.parametrize("blank", ["\n", "   \n", "\r\n"])
def test_blank_lines_are_no_lines(blank: str) -> None:
    delivery, rows = load_text(f"{HEADINGS}\n{blank}{LINE}\n{blank}{blank}{LINE}\n{blank}")
    assert total(delivery)["lines_read"] == 2
    assert [row["row"] for row in rows] == [1, 2]


@pytest.mark.parametrize("beside", ["", LINE + ";te veel"])  # both ways of reading
def test_a_line_of_only_delimiters_is_no_line(beside: str) -> None:
    last = LINE.replace("k1", "k2")
    given = [LINE, ";;;;", "; ;\t;;", LINE, ";;;;", last, *filter(None, [beside])]
    delivery, rows = load_text(lines(*given))
    assert total(delivery)["lines_read"] == 3 + bool(beside)
    assert [(row["row"], row["client_id"]) for row in rows] == [(1, "k1"), (2, "k1"), (3, "k2")]


def test_quotes_that_do_not_balance_swallow_no_lines() -> None:
    broken = 'k1;"Ambulant;01-01-2024;31-01-2024;5,00'
    delivery, rows = load_text(lines(LINE, broken, *[LINE] * 5))
    assert len(rows) == 7
    assert "broken_quotes" in rules_of(delivery)
    assert rows[1]["care_form"] == '"Ambulant'


def test_a_quote_inside_a_cell_is_a_letter() -> None:
    _, [row] = load_text(lines('k1;5" breed;01-01-2024;31-01-2024;5,00'))
    assert row["care_form"] == '5" breed'


def test_one_odd_letter_at_the_end_makes_it_cp1252() -> None:
    text = lines(*[LINE] * 50, "k1;Caf\u00e9;01-01-2024;;1,00")
    _, rows = load_bytes(text.encode("cp1252"))
    assert rows[-1]["care_form"] == "Caf\u00e9"


def test_a_file_that_stops_halfway_is_told() -> None:
    delivery, rows = load_text(lines(LINE, LINE).rstrip("\n"))
    assert "incomplete_last_line" in rules_of(delivery)
    assert "incomplete_last_line" in SENTENCES
    assert len(rows) == 2


@pytest.mark.parametrize("position", range(len(HEADINGS) + 2, len(HEADINGS) + 3 * len(LINE), 7))
def test_a_file_cut_anywhere_is_refused_or_told(position: int) -> None:
    text = lines(LINE, LINE, LINE)[:position]
    try:
        delivery, _ = load_text(text)
    except Exception as error:  # noqa: BLE001 - any other than ours fails below
        assert type(error).__module__ == "core.errors"  # noqa: PT017 - only one of the outcomes
        return
    assert text.endswith("\n") or "incomplete_last_line" in rules_of(delivery)


def test_many_lines_are_taken_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.reading.landed.LINES_AT_ONCE", 2)
    delivery, rows = load_text(lines(*[LINE] * 5, LINE + ";te veel", LINE))
    assert [row["row"] for row in rows] == [1, 2, 3, 4, 5, 7]
    assert rules_of(delivery)["wrong_field_count"] == 1


def test_both_ways_of_reading_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    text = lines(*(f"k{i};A;{i % 28 + 1:02}-01-2024;;{i},{i % 100:02}" for i in range(3000)))
    fast = load_text(text)
    monkeypatch.setattr(delimited, "_land_fast", refused)
    slow = load_text(text)
    assert fast == slow
    assert fast[1][2999]["start"] == day("2024-01-04")


def refused(*_: object) -> tuple[str, ...]:
    """Take the fast way away."""
    raise duckdb.Error
