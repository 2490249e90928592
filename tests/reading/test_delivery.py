"""From a file to declarations: the worked example, the rules that reject a line, the ledger."""

import random
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import NothingAccepted
from core.frames import open_duckdb
from core.reading.choices import ReadingChoices
from core.reading.delivery import read_files
from core.tables import DECLARATIONS, OPEN_END
from tests.reading.loads import HEADINGS, LINE, day, lines, load_text, rules_of, total

FIFTEEN = """\
Pseudoniem;Gemeentecode;Aanbieder;Hulpvorm;Begindatum;Einddatum;Bedrag;Debet/Credit;Toewijzingnummer;Verwijzer;Referentienummer
007;0114;A;Ambulant regulier;01-01-2023;31-01-2023;500,00;D;11;huisarts;R1
007;0114;A;Ambulant regulier;01-02-2023;28-02-2023;500,00;D;11;;R2
007;0114;A;Ambulant regulier;01-05-2023;31-05-2023;500,00;D;11;huisarts;R3
007;0114;B;Jeugd-ggz specialistisch;20-05-2023;31-12-2023;4000,00;D;12;huisarts;R4
007;0114;C;Residentieel verblijf;10-02-2024;30-06-2024;30000,00;D;13;gecertificeerde instelling;R5
007;0114;D;Ambulant regulier;01-03-2024;30-04-2024;900,00;D;14;;R6
007;0114;T;Vervoer;10-02-2024;30-06-2024;700,00;D;15;;R7
NA;0114;B;Jeugd-ggz specialistisch;01-03-2022;31-08-2022;2500,00;D;21;gemeente;R8
NA;0114;A;Ambulant regulier;05-03-2023;30-04-2023;800,00;D;22;gemeente;R9
NA;0114;A;Dagbehandeling;05-03-2023;30-06-2023;2600,00;D;23;gemeente;R10
NA;0114;E;Kunstzinnige therapie;01-09-2023;20-12-2024;1200,00;D;24;;R11
1e5;0114;B;Jeugd-ggz specialistisch;01-01-2024;31-03-2024;1500,00;D;31;huisarts;R12
1e5;0114;B;Jeugd-ggz specialistisch;01-01-2024;31-03-2024;1500,00;C;31;huisarts;R13
1e5;0114;A;Ambulant regulier;01-09-2024;;400,00;D;32;huisarts;R14
1e5;0114;F;Ambulant regulier;01-09-2020;;0,00;D;33;;R15
"""


def test_the_worked_example_comes_in_whole() -> None:
    delivery, rows = load_text(FIFTEEN)
    assert asdict(delivery.ledger[0]) == {
        "file": "f.csv",
        "lines_read": 15,
        "lines_accepted": 15,
        "lines_rejected": 0,
        "lines_duplicate": 0,
        "cents_read": 4_460_000,
        "cents_accepted": 4_460_000,
        "cents_rejected": 0,
        "cents_duplicate": 0,
    }
    assert (delivery.clients_read, delivery.referrer_delivered) == (3, True)
    assert list(rows[0]) == list(DECLARATIONS)
    assert rows[13] == {
        "client_id": "1e5",
        "municipality": "0114",
        "provider": "A",
        "care_form": "Ambulant regulier",
        "product": "Ambulant regulier",
        "start": day("2024-09-01"),
        "end": OPEN_END,
        "amount_cents": 40_000,
        "is_credit": False,
        "allocation": "32",
        "spell": 0,
        "referrer": "huisarts",
        "end_reason": "",
        "start_source": "declaration",
        "crisis": False,
        "sector": "",
        "source": "f.csv",
        "row": 14,
    }
    assert (rows[12]["amount_cents"], rows[12]["is_credit"]) == (-150_000, True)
    assert rows[0]["end"] == day("2023-02-01")


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
    "nothing but delimiters": (";;;;", "missing_required"),
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
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "f.csv"
        path.write_text(text)
        read_files(workspace, [path])
    listed = workspace.session.sql("SELECT row, rule FROM rejected ORDER BY row").fetchall()
    assert listed == [(number, rule) for number, rule in enumerate(REJECTED, start=1)]


@pytest.mark.parametrize("label", ["007", "NA", "1e5", "43E02", "TRUE", "=1", "null", "+1", "é"])
def test_a_label_is_kept_character_for_character(label: str) -> None:
    _, [row] = load_text(lines(f"{label};{label};01-01-2024;;"))
    assert (row["client_id"], row["care_form"], row["product"]) == (label, label, label)


def test_white_space_goes_and_one_letter_is_written_one_way() -> None:
    _, rows = load_text(lines(" k\u00a0;Caf\u00e9;01-01-2024;;", "k;\tCafe\u0301 ;01-01-2024;;"))
    assert {(row["client_id"], row["care_form"]) for row in rows} == {("k", "Caf\u00e9")}


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("Periode\n2024-02", "2024-02-01", "2024-03-01"),
        ("Maand;Jaar\nfebruari;2024", "2024-02-01", "2024-03-01"),
        ("Maand;Jaar\n2;2024", "2024-02-01", "2024-03-01"),
        ("Begindatum;Periode\n10-02-2024;2024-02", "2024-02-10", "2024-03-01"),
        ("Begindatum;Einddatum;Periode\n10-02-2024;;2024-02", "2024-02-10", "-"),
    ],
)
def test_a_period_serves_where_begin_or_end_has_no_column(
    period: str, start: str, end: str
) -> None:
    heading, cells = period.split("\n")
    _, [row] = load_text(f"Pseudoniem;Hulpvorm;{heading}\nk;A;{cells}\n")
    assert (row["start"], row["end"]) == (day(start), day(end))


def test_a_product_code_gets_its_care_form() -> None:
    text = "Pseudoniem;Productcode;Begindatum;Einddatum\nk;45A05;01-01-2024;\nk;ZZ9;01-01-2024;\n"
    delivery, [known, unknown] = load_text(text)
    assert (known["care_form"], known["product"]) == ("Ambulant specialistisch", "45A05")
    assert (unknown["care_form"], unknown["product"]) == ("ZZ9", "ZZ9")
    assert [(code.code, code.lines) for code in delivery.unmatched] == [("ZZ9", 1)]
    assert delivery.unmatched_share == 0.5
    assert rules_of(delivery)["unmatched_product"] == 1


def test_a_care_form_is_never_translated_beside_a_product() -> None:
    heading = "Pseudoniem;Hulpvorm;Productcode;Begindatum;Einddatum"
    delivery, [row] = load_text(lines("k;Eigen naam;54001;01-01-2024;", headings=heading))
    assert (row["care_form"], row["product"], delivery.unmatched) == ("Eigen naam", "54001", ())


def test_chosen_care_forms_go_before_the_code_table() -> None:
    choices = ReadingChoices(
        care_forms={"45A05": "Ambulant"}, municipalities={"0114": {"45A05": "Daghulp"}}
    )
    heading = "Pseudoniem;Gemeente;Productcode;Begindatum;Einddatum"
    text = lines("k;0114;45A05;01-01-2024;", "k;0153;45A05;01-01-2024;", headings=heading)
    _, rows = load_text(text, choices=choices)
    assert [row["care_form"] for row in rows] == ["Daghulp", "Ambulant"]


KEYED = "Pseudoniem;Aanbieder;Hulpvorm;Begindatum;Einddatum;Bedrag;D/C;Referentienummer"
FIRST = "k;A;X;01-01-2024;31-01-2024;5,00;D;R1"
REPEATS = {
    "the same content is a duplicate": (FIRST, "duplicate"),
    "written otherwise it is the same": ("k ;A;X;2024-01-01;2024-01-31;€ 5;D;R1", "duplicate"),
    "other content is a conflict": (FIRST.replace("5,00", "6,00"), "rejected"),
    "a credit is no conflict": (FIRST.replace(";D;", ";C;"), "accepted"),
    "another provider is another line": (FIRST.replace(";A;", ";B;"), "accepted"),
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


def test_a_file_that_is_given_twice_adds_nothing() -> None:
    delivery, rows = load_text(FIFTEEN, FIFTEEN)
    assert len(rows) == 15
    assert [entry.lines_duplicate for entry in delivery.ledger] == [0, 15]
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
        assert counted["lines_read"] == 1 + sum(bool(line.strip()) for line in soup)


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
