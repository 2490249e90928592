"""Both sides of the table: which lines are one record, and that nothing is lost."""

from collections import Counter
from collections.abc import Iterable, Sequence

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading.choices import ReadingChoices
from core.reading.sides import match_sides
from core.reading.typed import EXTRA, begin_typed
from core.tables import DECLARATIONS
from tests.conftest import Row, drawn, lines_of
from tests.engines import duck
from tests.reading.loads import lines, load_text, rules_of, total
from tests.reading.pairing import FILES, naive_pairs, some_lines

PLAIN = {"known_form": True, "rule": "", "reference": "", "scheme": ""}


def matched(rows: Iterable[Row], files: Sequence[str] = FILES) -> list[Row]:
    """Match rows (those of a side are its file, numbered as drawn) and list them by file, row."""
    given_rows = list(rows)
    session = duck().session
    begin_typed(session)
    whole = lines_of(
        [
            PLAIN
            | {"source": row["side"], "file_number": [*files, ""].index(row["side"]), "row": number}
            | row
            for number, row in enumerate(given_rows)
        ]
    )
    columns = [*DECLARATIONS, *EXTRA]
    table = pa.Table.from_pylist([{name: row[name] for name in columns} for row in whole])
    session.from_arrow(table).create_view("drawing", replace=True)
    session.execute("INSERT INTO typed BY NAME SELECT * FROM drawing")
    match_sides(session)
    return listed(session)


def listed(session: duckdb.DuckDBPyConnection) -> list[Row]:
    """List the lines of ``typed`` by file and row."""
    found = session.sql("FROM typed ORDER BY source, row")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def outcome(drawing: str) -> list[str]:
    """Say of each drawn line what became of it: its side and rule, and what the other side has."""
    by_row = sorted(matched(drawn(drawing)), key=lambda row: row["row"])
    return [
        f"{row['side']} {row['rule'] or row['counterpart_cents']}"
        if row["rule"] or row["side"] == "both"
        else str(row["side"])
        for row in by_row
    ]


def drawing_of(*rows: str) -> str:
    """Draw lines of one client under the usual headings."""
    heading = "side  client_id  product  start  end  amount_cents  is_credit  allocation  reference"
    texts = [row.replace("debit", "0").replace("credit", "1") for row in rows]
    return "\n".join([heading, *texts])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            ("municipality k p 10 20 100 debit x -", "provider k p 10 20 100 debit y -"),
            ["both 100", "provider duplicate"],
            id="the same line of both sides is one record, whatever its allocation is called",
        ),
        pytest.param(
            ("municipality k p 10 20 100 debit x -", "provider k p 10 20 120 debit x -"),
            ["both 120", "provider duplicate"],
            id="another amount is matched with a difference",
        ),
        pytest.param(
            (
                "municipality k p 10 20 100 debit x -",
                "municipality k p 10 20 300 debit x -",
                "provider k p 10 20 300 debit x -",
            ),
            ["municipality", "both 300", "provider duplicate"],
            id="equal amounts find each other first, and what is left stays alone",
        ),
        pytest.param(
            ("municipality k p 10 20 100 debit x -", "provider k p 10 20 -100 credit x -"),
            ["municipality", "provider"],
            id="a credit is never the other side of a debit",
        ),
        pytest.param(
            ("municipality k p 10 20 100 debit x -", "provider k q 12 25 100 debit x -"),
            ["municipality", "provider"],
            id="another product in another period is another line",
        ),
        pytest.param(
            ("municipality k p 10 20 100 debit x r1", "provider k q 12 25 100 debit y r1"),
            ["both 100", "provider duplicate"],
            id="one reference is one line, also when product and period were corrected",
        ),
        pytest.param(
            ("municipality k p 10 20 100 debit x -", "provider k q 10 20 100 debit x -"),
            ["both 100", "provider duplicate"],
            id="one allocation and one period is one line when the product was corrected",
        ),
        pytest.param(
            ("municipality k p 10 20 100 debit x -", "provider k p 12 25 100 debit x -"),
            ["both 100", "provider duplicate"],
            id="one allocation and one product is one line when days in the month were corrected",
        ),
        pytest.param(
            (
                "municipality k p 10 20 100 debit - -",
                "provider k q 10 20 100 debit - -",
                "provider k p 12 25 100 debit - -",
            ),
            ["municipality", "provider", "provider"],
            id="without a number in common another product or period is another line",
        ),
        pytest.param(
            ("municipality k p 10 20 100 debit x -", "provider other p 10 20 100 debit x r"),
            ["municipality", "provider"],
            id="without a client in common nothing is matched",
        ),
    ],
)
def test_which_lines_are_one_record(rows: Sequence[str], expected: list[str]) -> None:
    assert outcome(drawing_of(*rows)) == expected


BESIDE = {
    "declared_on": 30,
    "end_reason": "31",
    "allocation": "t",
    "spell": 1,
    "volume": 4.5,
    "unit": "04",
    "birth_year": 2010,
    "start_source": "start",
}


def test_what_the_municipality_lacks_is_filled_in_and_what_it_says_stays() -> None:
    [row, _] = matched(
        [
            {"side": "municipality", "start": 10, "end": 20, "referrer": "", "sex": "V"},
            {"side": "provider", "start": 10, "end": 20, "referrer": "02", "sex": "M"} | BESIDE,
        ]
    )
    told = ("referrer", "declared_on", "end_reason", "allocation", "spell", "volume", "unit", "sex")
    assert [row[name] for name in told] == ["02", 30, "31", "t", 1, 4.5, "04", "V"]
    assert (row["birth_year"], row["start_source"], row["source"]) == (2010, "start", FILES[0])


def test_a_column_that_one_side_never_delivers_is_not_compared() -> None:
    rows = [
        {"side": "municipality", "municipality": "", "provider": "A", "start": 10, "end": 20},
        {"side": "provider", "municipality": "G", "provider": "", "start": 10, "end": 20},
    ]
    [row, _] = matched(rows)
    assert (row["side"], row["municipality"], row["provider"]) == ("both", "G", "A")


def test_a_side_that_knows_only_the_care_form_is_matched_by_it() -> None:
    rows = [
        {"side": "municipality", "care_form": "light", "product": "45A48", "start": 10, "end": 20},
        {"side": "provider", "care_form": "light", "product": "light", "start": 10, "end": 20},
    ]
    assert [row["side"] for row in matched(rows)] == ["both", "provider"]


def test_a_file_of_which_nobody_said_whose_it_is_is_left_alone() -> None:
    rows = [
        {"side": "", "start": 10, "end": 20},
        {"side": "provider", "start": 10, "end": 20},
        {"side": "municipality", "start": 30, "end": 40},
    ]
    assert [row["side"] for row in matched(rows)] == ["", "municipality", "provider"]


@given(some_lines, st.randoms(use_true_random=False))
def test_pairs_are_those_of_the_definition_in_whatever_order_files_come(
    rows: list[Row], random: "st.DrawFn"
) -> None:
    numbered = [row | {"row": number} for number, row in enumerate(rows)]
    shuffled = list(numbered)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = matched(shuffled, FILES[::-1])
    assert matched(numbered) == [row | {"file_number": 1 - row["file_number"]} for row in found]
    pairs = naive_pairs(numbered)
    kept = {row["row"]: row["counterpart_cents"] for row in found if row["side"] == "both"}
    amounts = {row["row"]: row["amount_cents"] for row in numbered}
    assert kept == {payer: amounts[giver] for payer, giver in pairs.items()}
    before = {row["row"] for row in numbered if row["rule"] == "duplicate"}
    repeats = {row["row"] for row in found if row["rule"] == "duplicate"}
    assert repeats - before == set(pairs.values())


@given(some_lines)
def test_every_line_and_every_cent_stays_and_as_many_match_seen_from_either_side(
    rows: list[Row],
) -> None:
    numbered = [row | {"row": number} for number, row in enumerate(rows)]
    found = matched(numbered)
    cells = Counter((row["row"], row["amount_cents"]) for row in found)
    assert cells == Counter((row["row"], row["amount_cents"]) for row in numbered)
    other = dict(zip(FILES, FILES[::-1], strict=True))
    mirrored = matched([row | {"side": other[row["side"]]} for row in numbered])
    both = [sum(row["side"] == "both" for row in side) for side in (found, mirrored)]
    assert both[0] == both[1] == len(naive_pairs(numbered))


SIDES = ReadingChoices(sides={"f.csv": "municipality", "1-f.csv": "provider"})


def test_a_matched_line_counts_once_and_the_ledger_holds_both() -> None:
    line = "k1;Ambulant;01-01-2024;31-01-2024;"
    delivery, rows = load_text(lines(f"{line}5,00"), lines(f"{line}6,00"), choices=SIDES)
    [row] = rows
    assert (row["side"], row["amount_cents"], row["counterpart_cents"]) == ("both", 500, 600)
    ledger = total(delivery)
    assert (ledger["lines_read"], ledger["lines_accepted"], ledger["lines_duplicate"]) == (2, 1, 1)
    assert (ledger["cents_accepted"], ledger["cents_duplicate"]) == (500, 600)
    assert "sides_not_linkable" not in rules_of(delivery)


def test_sides_that_used_a_key_of_their_own_are_told_so() -> None:
    here = lines("k1;Ambulant;01-01-2024;31-01-2024;5,00")
    there = lines("p9;Ambulant;01-01-2024;31-01-2024;5,00")
    delivery, rows = load_text(here, there, choices=SIDES)
    warned = [found.file for found in delivery.findings if found.rule == "sides_not_linkable"]
    assert warned == ["1-f.csv", "f.csv"]
    assert [row["side"] for row in rows] == ["provider", "municipality"]


def test_one_reference_on_both_sides_is_no_conflict() -> None:
    headings = "Pseudoniem;Aanbieder;Hulpvorm;Begindatum;Einddatum;Bedrag;Referentienummer"
    here = lines("k1;A;Ambulant;01-01-2024;31-01-2024;5,00;R1", headings=headings)
    there = lines("k1;A;Ambulant;02-01-2024;31-01-2024;5,00;R1", headings=headings)
    delivery, [row] = load_text(here, there, choices=SIDES)
    assert row["side"] == "both"
    assert "conflicting_reference" not in rules_of(delivery)
