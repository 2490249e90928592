"""What happens to a column by its heading, and to a cell by its treatment."""

from datetime import date

import pytest

from core.reading.pseudonyms.cells import kind_of_referrer, year_of
from core.reading.pseudonyms.treatments import Treatment, treatment_of

TREATED = {
    Treatment.CLIENT: ("BSN", "Burgerservicenummer", "BSN jeugdige", "Cliëntnummer", "Pseudoniem"),
    Treatment.NUMBER: (
        *("Toewijzingsnummer", "Beschikkingnummer", "Referentienummer", "Vorig referentienummer"),
        *("Referentie aanbieder", "Declaratienummer", "Dossiernummer"),
    ),
    Treatment.YEAR: ("Geboortedatum", "Geb.datum", "Geboortejaar"),
    Treatment.REFERRER: ("Verwijzer", "Type verwijzer"),
    Treatment.KEEP: (
        *("Gemeente", "Gemeentenaam", "Woonplaatsgemeente", "Naam aanbieder", "AGB-code"),
        *("Productcode", "Omschrijving productnaam", "Naam leverancier"),
    ),
    Treatment.CODE: ("Debet/Credit", "Geslacht", "Wet", "Reden einde", "Reden einde van zorg"),
    Treatment.DAY: (
        *("Begindatum zorg", "Toewijzingsdatum", "Einddatum van de levering", "Einddatum"),
    ),
    Treatment.AMOUNT: ("Toegekend bedrag", "Bedrag", "Totaalbedrag van de regel"),
    Treatment.REMOVE: (
        *("Naam", "Voornaam", "Achternaam cliënt", "Naam cliënt", "Adres", "Straat", "Postcode"),
        *("Woonplaats", "E-mail", "Telefoonnummer", "IBAN", "Opmerking", "Commentaar"),
        *("Juridische status", "Naam verwijzer", "AGB verwijzer", "BSN moeder", "Iets anders", ""),
        *(
            "Achternaam contactpersoon aanbieder",
            "Naam jeugdige aanbieder",
            "Naam huisarts",
            "Geboorteplaats",
            "Begindatum opmerking",
        ),
    ),
}


@pytest.mark.parametrize(
    ("heading", "treatment"),
    [(heading, treatment) for treatment, headings in TREATED.items() for heading in headings],
)
def test_a_heading_decides_what_happens(heading: str, treatment: Treatment) -> None:
    assert treatment_of(heading) is treatment


@pytest.mark.parametrize(
    ("birth", "year"),
    [
        ("14-02-2010", "2010"),
        ("2010-02-14", "2010"),
        ("20100214", "2010"),
        ("14022010", "2010"),
        ("20100000", "2010"),
        ("14-02-10", "2010"),
        ("40223", "2010"),
        (date(2010, 2, 14), "2010"),
        ("onbekend", ""),
        (None, ""),
    ],
)
def test_a_date_of_birth_becomes_its_year(birth: object, year: str) -> None:
    assert year_of(birth) == year


@pytest.mark.parametrize(
    ("referrer", "kept"),
    [
        ("Huisarts", "Huisarts"),
        ("02", "02"),
        ("Gecertificeerde instelling", "Gecertificeerde instelling"),
        ("Huisarts Bernard", ""),
        ("01012345", ""),
    ],
)
def test_of_a_referrer_only_the_kind_is_kept(referrer: str, kept: str) -> None:
    assert kind_of_referrer(referrer) == kept
