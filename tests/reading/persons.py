"""Files full of (made-up) persons, with what may and what may not be left of them."""

import csv
import io
from pathlib import Path

from core.reading.pseudonyms import pseudonymise
from tests.reading.messages import (
    BSN,
    allocated,
    client,
    declaration,
    line,
    lines_of,
    message,
    started,
    stopped,
)

KEY = bytes(range(7, 250, 7)) + b"een vaste sleutel voor de tests"
OTHER_BSN = "999900018"
JANUARY = ("2024-01-01", "2024-01-31")
FEBRUARY = ("2024-02-01", "2024-02-29")

HEADINGS = (
    *("BSN", "Naam cliënt", "Geboortedatum", "Postcode", "Gemeente", "AGB-code", "Productcode"),
    *("Begindatum", "Einddatum", "Bedrag", "Toewijzingnummer", "Referentienummer"),
    *("Type verwijzer", "AGB verwijzer", "Opmerking", "Juridische status", "Iets onbekends"),
)
CELLS = (
    *(BSN, "De Wit, Tom", "14-02-2010", "9401 AB", "Assen", "65656055", "45A04"),
    *("01-01-2024", "31-01-2024", "1.234,56", "10072", "RN077"),
    *("Huisarts", "01012345", "belt vaak; is boos", "01", "Jansen"),
)
SECRETS = (
    *(BSN, BSN[1:], "De Wit", "14-02", "9401", "10072", "RN077", "01012345", "belt", "Jansen"),
)
KEPT = ("Assen", "65656055", "45A04", "01-01-2024", "31-01-2024", "1.234,56", "Huisarts", "2010")


def written(tmp_path: Path, name: str, content: bytes) -> Path:
    """Pseudonymise one file, and give where the new one is."""
    source = tmp_path / name
    source.write_bytes(content)
    pseudonymise([source], KEY, tmp_path / "uit")
    return tmp_path / "uit" / name


def as_csv(*rows: tuple[str, ...], delimiter: str = ";") -> str:
    """Write rows as a Dutch office does."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


PERSON = """<m:Geboortedatum><ijw:Datum>2010-02-14</ijw:Datum></m:Geboortedatum>
  <m:Geslacht>1</m:Geslacht>
  <m:Naam><ijw:Geslachtsnaam><ijw:Achternaam>Wit</ijw:Achternaam></ijw:Geslachtsnaam></m:Naam>
  <m:JuridischeStatus>01</m:JuridischeStatus><m:Commentaar>belt vaak</m:Commentaar>
  <m:Relaties><m:Relatie><m:Bsn>999900079</m:Bsn><m:Geboortedatum>
  <ijw:Datum>1971-04-07</ijw:Datum></m:Geboortedatum></m:Relatie></m:Relaties>
  <m:Contactgegevens><m:Adres><ijw:Postcode>9401AB</ijw:Postcode></m:Adres></m:Contactgegevens>"""
ASKED = """<m:AangevraagdeProducten><m:AangevraagdProduct>
  <m:ReferentieAanbieder>A1</m:ReferentieAanbieder><m:BeschikkingNummer>B7</m:BeschikkingNummer>
  <m:Verwijzer><ijw:Type>02</ijw:Type><ijw:Naam>dokter Bernard</ijw:Naam>
  <ijw:ZorgverlenerCode>01012345</ijw:ZorgverlenerCode></m:Verwijzer>
  </m:AangevraagdProduct></m:AangevraagdeProducten>"""


def raw_messages() -> dict[str, bytes]:
    """Write the messages about two clients as they are sent, by the name of their file."""
    lines = [
        line("RN001", *JANUARY),
        line("RN002", *JANUARY, "C", previous="RN001"),
        line("RN003", *JANUARY),
        line("RN004", *FEBRUARY),
    ]
    other = lines_of(OTHER_BSN, line("RN005", *JANUARY, allocation="10099"), element="Bsn")
    return {
        "JW323.xml": declaration(lines_of(BSN, *lines, element="Bsn") + other),
        "JW301.xml": message("301", client(BSN, PERSON + allocated("2024-01-05"), "Bsn")),
        "JW305.xml": message("305", client(BSN, PERSON + started("2024-01-09"), "Bsn")),
        "JW307.xml": message(
            "307", client(BSN, PERSON + stopped("2024-01-09", "2024-02-12"), "Bsn")
        ),
        "JW315.xml": message("315", client(BSN, PERSON + ASKED, "Bsn")),
    }


MESSAGE_SECRETS = (
    *(BSN, OTHER_BSN, "999900079", "Wit", "2010-02", "1971", "9401", "belt", "Bernard", "01012345"),
    *("10072", "10099", "RN00", ">A1<", ">B7<", "DN001", "123456789012", "JuridischeStatus"),
)
