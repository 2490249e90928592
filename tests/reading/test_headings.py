"""What columns mean: by synonym, by choice, by guess; and what is missing."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from core.care_forms import plain
from core.errors import MissingMeaning, WrongRules
from core.reading.choices import ReadingChoices, read_choices
from core.reading.headings import SYNONYMS, meanings_of
from core.reading.pseudonyms import pseudonymise
from core.reading.raw import MEANINGS
from core.reading.supplements import read_names
from core.text.errors import explain
from tests.reading.loads import LINE, lines, load_bytes, load_text, rules_of

REQUIRED = ("Pseudoniem", "Hulpvorm", "Begindatum", "Einddatum")
GIVEN = {
    "client_id": "Cliëntnummer|Clientnr|Client_id|Pseudoniem|PseudoBSN|Versleuteld BSN|Jeugdige",
    "municipality": "Gemeente|Gemeentecode|Budgethouder|Woonplaatsgemeente",
    "provider": "Aanbieder|Zorgaanbieder|Leverancier|AGB|AGB-code|Agbcode|Naam aanbieder",
    "allocation": "Toewijzingnummer|Toewijzingsnummer|Toewijzing|Beschikkingnummer|Indicatienummer",
    "product": "Productcode|Product|Productomschrijving|Voorziening|Productcategorie|Categorie",
    "care_form": "Zorgvorm|Hulpvorm|HULPVORM|hulp-vorm",
    "start": "Begindatum|Startdatum|Ingangsdatum|Datum aanvang|Productperiode begin",
    "end": "Einddatum|Datum einde|Stopdatum|Productperiode eind",
    "period": "Declaratieperiode|Maand|Periode",
    "year": "Jaar",
    "volume": "Volume|Aantal|Geleverd volume",
    "unit": "Eenheid",
    "rate": "Tarief|Producttarief",
    "district": "Wijk|Wijkcode|Buurt",
    "birth_year": "Geboortejaar",
    "sex": "Geslacht",
    "previous_reference": "Vorig referentienummer",
    "declared_on": "Declaratiedatum|Factuurdatum|Dagtekening|Datum declaratie",
    "amount": "Bedrag|Ingediend bedrag|Toegekend bedrag|Gedeclareerd bedrag",
    "debit_credit": "Debet/Credit|D/C",
    "end_reason": "Reden beëindiging|Reden einde|Stopreden",
    "referrer": "Verwijzer|Type verwijzer|Soort verwijzer",
}


@pytest.mark.parametrize(
    ("meaning", "heading"),
    [(meaning, heading) for meaning, names in GIVEN.items() for heading in names.split("|")],
)
def test_a_usual_heading_is_known(meaning: str, heading: str) -> None:
    headings = [name for name in REQUIRED if not meant(name, meaning)]
    columns = meanings_of("f.csv", [heading, *headings], ReadingChoices())
    assert columns[0].meaning == meaning


def meant(heading: str, meaning: str) -> bool:
    """Say whether a heading is a synonym of a meaning."""
    return plain(heading) in SYNONYMS[meaning].split()


def test_every_meaning_has_synonyms() -> None:
    assert set(SYNONYMS) == set(MEANINGS)


def test_a_synonym_means_one_thing() -> None:
    names = [name for words in SYNONYMS.values() for name in words.split()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        ("Pseudoniem", "client_id"),
        ("Hulpvorm", "care_form"),
        ("Begindatum", "start"),
        ("Einddatum", "end"),
    ],
)
def test_what_is_required_and_absent_is_named(left_out: str, missing: str) -> None:
    headings = [name for name in REQUIRED if name != left_out]
    with pytest.raises(MissingMeaning) as error:
        meanings_of("f.csv", headings, ReadingChoices())
    assert (error.value.missing, error.value.headings) == ((missing,), tuple(headings))


Attempt = Callable[[], object]
NO_HEADINGS = "123456782;Jan Jansen;a@b.nl;Jeugdhulp;01-01-2024;31-01-2024\n" * 3
FEW_HEADINGS = "Hulpvorm;1234 56782;Jan@b.nl;Kenmerk\nX;1;2;3\n"


def zipped(text: str) -> bytes:
    """Put a text file in a ZIP."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("map/f.csv", text)
    return stream.getvalue()


@pytest.mark.parametrize("content", [NO_HEADINGS.encode(), zipped(NO_HEADINGS)])
def test_a_line_of_cells_is_never_told_as_headings(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(content)
    attempts: list[Attempt] = [
        lambda: load_bytes(content),
        lambda: pseudonymise([path], bytes(range(1, 65)), tmp_path / "uit"),
        lambda: read_names(path),
    ]
    for attempt in attempts[: 2 if content.startswith(b"PK") else 3]:
        with pytest.raises(MissingMeaning) as error:
            attempt()
        assert error.value.headings == ()
        told = explain(error.value) + repr(error.value) + str(error.value.args)
        assert "regel met kolomnamen" in told
        assert not any(cell in told for cell in NO_HEADINGS.split(";")[:5])


def test_a_heading_that_looks_like_a_cell_is_not_told() -> None:
    with pytest.raises(MissingMeaning) as error:
        load_text(FEW_HEADINGS)
    assert error.value.headings == ("Hulpvorm", "Kenmerk")


def test_the_most_precise_of_two_columns_is_taken_and_told() -> None:
    headings = "Pseudoniem;Categorie;Productcode;Begindatum;Einddatum"
    delivery, [row] = load_text(lines("k;45;45A05;01-01-2024;", headings=headings))
    assert row["product"] == "45A05"
    assert "conflicting_headings" in rules_of(delivery)
    [mapping] = delivery.mappings
    assert [column.meaning for column in mapping.columns] == [
        "client_id",
        "",
        "product",
        "start",
        "end",
    ]
    assert mapping.columns[2].examples == ("45A05",)


def test_a_heading_that_contains_a_synonym_is_a_guess() -> None:
    headings = "Pseudoniem van het kind;Hulpvorm;Begindatum;Einddatum;Bedrag"
    delivery, [row] = load_text(lines(LINE, headings=headings))
    assert row["client_id"] == "k1"
    assert not delivery.mappings[0].columns[0].certain
    assert "guessed_heading" in rules_of(delivery)


def test_a_choice_goes_before_a_synonym() -> None:
    headings = "Nummer;Hulpvorm;Soort;Begindatum;Einddatum"
    choices = ReadingChoices(
        headings={"nummer": "client_id", "Hulpvorm": ""},
        files={"f.csv": {"Soort": "care_form"}},
    )
    delivery, [row] = load_text(lines("k;X;Y;01-01-2024;", headings=headings), choices=choices)
    assert (row["client_id"], row["care_form"]) == ("k", "Y")
    assert "guessed_heading" not in rules_of(delivery)


MAPPING = """
cents = true
encrypted = true
[headings]
"Nummer kind" = "client_id"
[files."maart.csv"]
"Kolom 7" = "amount"
[care_forms]
"ABC1" = "Ambulant regulier"
[municipalities."0114".care_forms]
"ABC1" = "Dagbehandeling"
"""


def test_a_mapping_says_it_all(tmp_path: Path) -> None:
    (tmp_path / "mapping.toml").write_text(MAPPING)
    choices = read_choices(tmp_path / "mapping.toml")
    assert choices.meaning_of("maart.csv", "kolom 7") == "amount"
    assert choices.meaning_of("april.csv", "kolom 7") is None
    assert choices.meaning_of("april.csv", "NUMMER KIND") == "client_id"
    assert (choices.cents, choices.encrypted) == (True, True)
    assert choices.care_forms == {"ABC1": "Ambulant regulier"}
    assert choices.municipalities == {"0114": {"ABC1": "Dagbehandeling"}}


def test_amounts_in_cents_by_choice() -> None:
    _, [row] = load_text(lines(LINE.replace("5,00", "-500")), choices=ReadingChoices(cents=True))
    assert row["amount_cents"] == -500


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("cents = 1", "cents"),
        ("wat = true", "wat"),
        ("[headings]\nA = 1", "headings"),
        ('[headings]\nA = "klant"', "klant"),
        ('[files."f.csv"]\nA = "klant"', "klant"),
        ("files = 1", "files"),
        ("municipalities = {a = 1}", "care_forms"),
        ("municipalities = 1", "municipalities"),
        ("[care_forms", "mapping.toml"),
    ],
)
def test_a_mapping_that_cannot_be_meant_is_told(text: str, setting: str, tmp_path: Path) -> None:
    (tmp_path / "mapping.toml").write_text(text)
    with pytest.raises(WrongRules) as error:
        read_choices(tmp_path / "mapping.toml")
    assert error.value.setting == setting
