"""Both sides of the table: which lines are one record, and that nothing is lost."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import product

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading.choices import ReadingChoices
from core.reading.sides import match_sides
from core.reading.typed import EXTRA, begin_typed
from core.tables import DECLARATIONS
from tests.conftest import Row, drawn, duck, lines_of
from tests.reading.loads import lines, load_text, rules_of, total

FILES = ("municipality", "provider")
PLAIN = {"known_form": True, "rule": "", "reference": ""}

Key = Callable[[Row], object]


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


some_lines = st.lists(
    st.fixed_dictionaries(
        {
            "side": st.sampled_from(FILES),
            "client_id": st.sampled_from(["k1", "k2"]),
            "provider": st.sampled_from(["", "A", "B"]),
            "care_form": st.sampled_from(["light", "heavy"]),
            "product": st.sampled_from(["light", "heavy", "p"]),
            "start": st.sampled_from([10, 12, 50]),
            "end": st.sampled_from([60, 70]),
            "amount_cents": st.sampled_from([None, -5, 0, 5, 7]),
            "is_credit": st.booleans(),
            "allocation": st.sampled_from(["", "", "x", "y"]),
            "reference": st.sampled_from(["", "", "", "r"]),
            "rule": st.sampled_from(["", "", "", "duplicate", "end_before_begin"]),
        }
    ),
    min_size=1,
    max_size=14,
)


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


def naive_pairs(rows: Sequence[Row]) -> dict[int, int]:
    """Restate the definition: by each key, strongest first, the lines of both sides in order."""
    usable = [row for row in rows if not row["rule"]]
    sides = [[row for row in usable if row["side"] == side] for side in FILES]
    if not {row["client_id"] for row in known(rows, 0)} & {
        row["client_id"] for row in known(rows, 1)
    }:
        return {}
    named = all(any(row["provider"] for row in side) for side in sides)
    pairs: dict[int, int] = {}
    for key, exact in product(keys_of(named=named), (True, False)):
        left = [[r for r in side if r["row"] not in {*pairs, *pairs.values()}] for side in sides]
        grouped = [grouped_by(rows, key, exact=exact) for rows in left]
        for value in grouped[0].keys() & grouped[1].keys():
            pairs |= dict(zip(grouped[0][value], grouped[1][value], strict=False))
    return pairs


def known(rows: Sequence[Row], side: int) -> list[Row]:
    """List what tells the clients of a side: accepted lines, and repeated ones."""
    return [row for row in rows if row["side"] == FILES[side] and row["rule"] in {"", "duplicate"}]


def grouped_by(rows: Sequence[Row], key: Key, *, exact: bool) -> dict[object, list[int]]:
    """Group lines that have a key by it (and by amount), each group in order of amount and row."""
    groups: dict[object, list[int]] = {}
    for row in sorted(rows, key=lambda row: (cents_of(row), row["row"])):
        if key(row) is not None:
            value = (key(row), cents_of(row) if exact else None)
            groups.setdefault(value, []).append(row["row"])
    return groups


def cents_of(row: Row) -> tuple[bool, int]:
    """Give an amount to sort by: one that is not known comes last."""
    return row["amount_cents"] is None, row["amount_cents"] or 0


def keys_of(*, named: bool) -> list[Key]:
    """List the keys, strongest first; a key of None says that a line has no such key."""

    def who(row: Row) -> tuple[object, ...]:
        return (row["client_id"], row["is_credit"], row["provider"] if named else "")

    def days(row: Row) -> tuple[object, ...]:
        return (*who(row), row["start"], row["end"])

    def form_only(side: str) -> Key:
        return lambda row: (
            (*days(row), row["care_form"])
            if row["side"] == side or row["product"] == row["care_form"]
            else None
        )

    return [
        lambda row: (*who(row), row["reference"]) if row["reference"] else None,
        lambda row: (*days(row), row["product"], row["allocation"]) if row["allocation"] else None,
        lambda row: (*days(row), row["product"]),
        form_only("provider"),
        form_only("municipality"),
        lambda row: (*days(row), row["allocation"]) if row["allocation"] else None,
        lambda row: (
            (*who(row), row["start"] < 31, row["product"], row["allocation"])
            if row["allocation"]
            else None
        ),
    ]


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
