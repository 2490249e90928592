"""iJw messages with every number of a person replaced, written as they are read.

Only elements that are known to say nothing about who someone is are written; names, addresses,
contacts, comments, legal status and who the referrer is stay behind, and so does any element of a
release or message that is not known here. Attributes are not needed and not written.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import BinaryIO, Final, TextIO
from xml.sax.saxutils import escape, quoteattr

from core.reading.ijw.elements import Element, read_elements
from core.reading.ijw.envelopes import message_of
from core.reading.ijw.records import RECORDS
from core.reading.pseudonyms.cells import treated, year_of
from core.reading.pseudonyms.keys import client_pseudonym, number_digest
from core.reading.pseudonyms.plans import Written
from core.reading.pseudonyms.treatments import Treatment
from core.tables import MISSING

CONTAINERS: Final = """bericht header berichtidentificatie berichtspecificatie identificatieretour
    xsdversie xsdversiedeclaratie xsdversieretour declaratieidentificatie retourcodes client
    clienten declaratie declaratieantwoord declaratieperiode totaalingediendbedrag
    totaaltoegekendbedrag prestaties prestatie productreferentie productperiode ingediendbedrag
    product omvang toegewezenproducten toegewezenproduct startproducten startproduct stopproducten
    stopproduct aangevraagdeproducten aangevraagdproduct verwijzer verzoek antwoord
    ongewijzigdeproducten ongewijzigdproduct tewijzigenproducten tewijzigenproduct
    nieuweproducten nieuwproduct woonplaatsbeginsel beschikking beschiktproducten beschiktproduct
    geboortedatum pseudoniem"""

KEPT_NAMES: Final = """
    berichtcode berichtversie berichtsubversie code versie subversie afzender ontvanger
    dagtekening dagtekeningretour basisschemaxsdversie berichtxsdversie xsltversie retourcode
    declaratiedagtekening totaalbedrag debetcredit bedrag begindatum einddatum geleverdvolume
    eenheid producttarief productcategorie productcode categorie geslacht toewijzingsdatum
    toewijzingstijd ingangsdatum redenwijziging volume frequentie budget toewijzingingangsdatum
    toewijzingeinddatum beschikkingingangsdatum gewensteingangsdatum statusaanlevering
    redenbeeindiging type raamcontract redenverzoek redenafwijzingverzoek verzoekantwoord gemeente
    gemeentecode aanbieder afgiftedatum"""

NUMBER_NAMES: Final = """toewijzingnummer toewijzingsnummer referentienummer vorigreferentienummer
    referentieaanbieder beschikkingnummer beschikkingsnummer declaratienummer
    identificatie"""

KEPT: Final = frozenset(KEPT_NAMES.split())
NUMBERS: Final = frozenset(NUMBER_NAMES.split())
WRITTEN: Final = frozenset(CONTAINERS.split()) | KEPT | NUMBERS
SUM: Final = "totaalbedrag"  # in cents: nine digits are nothing strange
PSEUDONYM: Final = "Pseudoniem"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_message(file: str, source: BinaryIO, target: TextIO, key: bytes) -> Written:
    """Write a message anew with pseudonyms: ``Bsn`` becomes ``Pseudoniem``, a birth date its year.

    ``target`` is text in UTF-8. Raises what reading a message raises, and may then have written a
    part.
    """
    elements = read_elements(file, source)
    root = next(elements)
    message_of(file, root.name, root.namespace)
    removed: set[str] = set()
    records: Counter[str] = Counter()
    emptied: Counter[str] = Counter()
    prefixes = _prefixes(root.namespace)
    target.write(DECLARATION)
    spaces = (f"xmlns:{prefix}={quoteattr(space)}" for space, prefix in prefixes.items() if space)
    target.write(f"<{' '.join([_name(root, prefixes), *spaces])}>\n")
    new_text = partial(_new_text, key, emptied)
    target.writelines(_pieces(_counted(elements, records), prefixes, new_text, removed))
    return Written(records.total(), tuple(sorted(removed)), emptied.total())


def _counted(elements: Iterable[Element], records: Counter[str]) -> Iterator[Element]:
    """Pass elements on, counting the records among them."""
    for element in elements:
        if element.closes and element.name in RECORDS:
            records[element.name] += 1
        yield element


def _prefixes(namespace: str) -> dict[str, str]:
    """Name the namespace of a message and that of its basic elements, whatever the release."""
    basic = re.sub(r"/jw\d{3}/", "/basisschema/", namespace, flags=re.IGNORECASE)
    return {basic: "ijw", namespace: "bericht"} if namespace else {}


def _pieces(
    elements: Iterable[Element],
    prefixes: Mapping[str, str],
    new_text: Callable[[list[str], str], str],
    removed: set[str],
) -> Iterator[str]:
    """Give the rest of the new message in pieces; an element waits until its content is known."""
    path, waiting, skipped_from = ["bericht"], "", 0
    for element in elements:
        if not element.closes:
            path.append(element.name)
            if not skipped_from and not _is_written(path):
                skipped_from = len(path)
                removed.add(element.written)
            elif not skipped_from:
                yield waiting
                waiting = f"<{_name(element, prefixes)}>"
            continue
        if not skipped_from:
            text = escape(new_text(path, element.text)) if waiting else ""
            yield f"{waiting}{text}</{_name(element, prefixes)}>\n"
            waiting = ""
        skipped_from = 0 if len(path) == skipped_from else skipped_from
        path.pop()


def _is_written(path: list[str]) -> bool:
    """Say whether an element may be written; a number of a client only as that of a client."""
    if path[-1] in {"bsn", "pseudoniem"}:
        return path[-2] == "client"
    if path[-1] == "datum":
        return path[-2] == "geboortedatum"
    return path[-1] in WRITTEN


def _name(element: Element, prefixes: Mapping[str, str]) -> str:
    local = PSEUDONYM if element.name == "bsn" else element.written
    prefix = prefixes.get(element.namespace)
    return f"{prefix}:{local}" if prefix else local


def _new_text(key: bytes, emptied: Counter[str], path: list[str], text: str) -> str:
    match path[-1]:
        case "bsn" | "pseudoniem":
            return client_pseudonym(key, text)
        case "datum" | "geboortedatum":
            return year_of(text)
        case name if name in NUMBERS:
            return number_digest(key, text)
        case name if name == SUM and text.isdecimal():
            return text
        case name if name in KEPT:
            kept = str(treated(text, Treatment.CODE, key))
            emptied[name] += kept != text
            return kept
    return MISSING
