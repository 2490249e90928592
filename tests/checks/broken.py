"""One file of each broken kind, and the sentence that its owner reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.errors import DataError
from core.storage.catalogue import Store
from core.text.errors import explain_all
from tests.checks.sheets import sheet_of
from tests.checks.test_h_cuts import message, zip_of
from tests.checks.test_h_limits import ARCHIVES, XML_BOMBS
from tests.checks.test_h_lines import ODD, SHAPES
from tests.checks.test_p_refusing import RAW
from tests.checks.traces import upload
from tests.fuzz.test_replay import FOUND
from tests.reading.loads import HEADINGS, LINE, lines
from tests.reading.messages import BSN
from tests.reading.test_files import REFUSED, cut
from tests.reading.test_identifying import BSNS, file_with


@dataclass(frozen=True, slots=True)
class Broken:
    """A file by the name that its owner knows, with its bytes."""

    name: str
    content: bytes


def _text(*given: str, headings: str = HEADINGS) -> bytes:
    return lines(*given, headings=headings).encode()


def _without(given: list[str]) -> list[str]:
    """Leave the number of the allocation off."""
    return [text.rpartition(";")[0] for text in given]


def _refused(name: str, case: str) -> Broken:
    return Broken(name, REFUSED[case][0]())


REFUSED_WHOLE: Final[Mapping[str, Broken]] = {
    "leeg bestand": _refused("leeg.csv", "nothing"),
    "plaatje": _refused("foto.csv", "a picture"),
    "geen kolomnamen": Broken("regels.csv", b"k1;X;1;2\nk2;Y;3;4\n"),
    "kolom ontbreekt": Broken(
        "kort.csv", _text("k1;01-01-2024;", headings="Pseudoniem;Begindatum;Einddatum")
    ),
    "oud of beveiligd Excel": Broken("oud.xls", ARCHIVES["encrypted xlsx"][0]),
    "half Excel-bestand": Broken("half.xlsx", cut(sheet_of([HEADINGS.split(";")] * 50))),
    "Excel met macro's": Broken("macro.xlsm", ARCHIVES["xlsm"][0]),
    "zipbom in Excel": Broken("bom.xlsx", ARCHIVES["xlsx bomb 1028:1"][0]),
    "cellen in verre hoeken": Broken("hoeken.xlsx", FOUND["cells in opposite corners"][0]()),
    "ZIP met wachtwoord": Broken("dicht.zip", ARCHIVES["encrypted zip"][0]),
    "ZIP in een ZIP": Broken("dubbel.zip", ARCHIVES["nested zip"][0]),
    "1.001 bestanden in een ZIP": Broken("veel.zip", ARCHIVES["1,001 entries"][0]),
    "ZIP die niet uitpakt": Broken("kapot.zip", cut(zip_of(_text(LINE)))),
    "half Parquet-bestand": _refused("half.parquet", "half a Parquet"),
    "XML-bom": Broken("bom.xml", XML_BOMBS["billion laughs"].encode()),
    "XML te diep": Broken("diep.xml", XML_BOMBS["100,000 deep"].encode()),
    "half bericht": Broken("half.xml", cut(message())),
    "XML, geen iJw": _refused("anders.xml", "XML that is no message"),
    "ruw bericht met BSN": Broken("JW323.xml", RAW),
    "kolom met BSN": Broken("bsn.csv", file_with(BSNS[:50], "kenmerk").encode()),
    "BSN in tekst": Broken("tekst.csv", file_with([f"bsn {BSN}"], "Opmerking").encode()),
    "kolom met namen": Broken("naam.csv", file_with(["x"], "Naam").encode()),
    "regel van 5 MB": _refused("lang.csv", "a line over two blocks"),
    "300 kolommen": _refused("breed.csv", "more columns than sense"),
    "alle regels te lang": Broken("schuif.csv", _text(*[LINE + ";x"] * 5)),
}
"""Files of which nothing comes in."""

TOLD: Final[Mapping[str, Broken]] = {
    "afgebroken tekst": Broken("af.csv", _text(LINE, LINE)[:-9]),
    "te korte regel": Broken("kort.csv", _text(LINE, SHAPES["short row"][0])),
    "totaalregel": Broken("totaal.csv", _text(LINE, SHAPES["trailing total row"][0])),
    "kolomnamen herhaald": Broken("kop.csv", _text(LINE, SHAPES["second header row"][0])),
    "einde voor begin": Broken("om.csv", _text(LINE, *_without(ODD["end_before_begin"]))),
    "datum bestaat niet": Broken("datum.csv", _text(LINE, "k1;A;31-02-2024;;1,00")),
    "datum in 1900": Broken("1900.csv", _text(LINE, "k1;A;01-01-1900;;1,00")),
    "bedrag 1e3": Broken("bedrag.csv", _text(LINE, "k1;A;01-01-2024;;1e3")),
    "bedrag 1.234": Broken("punt.csv", _text("k1;A;01-01-2024;;1.234")),
    "NUL in een cel": Broken("nul.csv", _text(LINE, "k\0;A;01-01-2024;;1,00")),
    "aanhalingsteken open": Broken("quote.csv", _text(LINE, 'k1;"A;01-01-2024;;1,00', LINE)),
}
"""Files that come in, without their odd lines or with a warning."""

KINDS: Final[Mapping[str, Broken]] = {**REFUSED_WHOLE, **TOLD}
"""Broken files by kind, in Dutch because the table is for their owners."""


USUAL_FINDINGS: Final = {"no_referrer", "no_end_date", "mixed_dates"}
"""What a small file of tests has anyway."""


def sentences_of(broken: Broken, store: Store | None = None) -> tuple[str, ...]:
    """Upload a file; gives why it is refused, else what was found that is wrong with it."""
    try:
        findings = upload(broken.content, broken.name, store).delivery.findings
    except DataError as error:
        return explain_all(error)
    return tuple(one.message for one in findings if one.rule not in USUAL_FINDINGS)
