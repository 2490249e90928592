"""From a file to declarations: the worked example, labels, periods and care forms."""

from dataclasses import asdict

import pytest

from core.reading.choices import ReadingChoices
from core.tables import DECLARATIONS, OPEN_END
from tests.reading.loads import day, lines, load_text, rules_of

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


FOURTEENTH = {
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
    "side": "",
    "counterpart_cents": None,
    "provider_code": "",
    "reference": "R14",
    "previous_reference": "",
    "declared_on": None,
    "volume": None,
    "unit": "",
    "rate_cents": None,
    "district": "",
    "birth_year": None,
    "sex": "",
    "dated": True,
}
"""What the last line but one of the example becomes."""


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
    assert rows[13] == FOURTEENTH
    assert (rows[12]["amount_cents"], rows[12]["is_credit"]) == (-150_000, True)
    assert rows[0]["end"] == day("2023-02-01")


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
        ("Begindatum;Einddatum;Periode\n10-02-2024;;2024-02", "2024-02-10", "2024-03-01"),
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
