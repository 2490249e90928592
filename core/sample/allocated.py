"""The messages around the declarations of the region: request, allocation, start and stop."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.codes import REFERRERS
from core.sample.ijw import HOURS, Identity, Line, date_of, month_after
from core.sample.xml import Node, Parties, Writer

REFERRER_CODES: Final = {label: code for code, label in REFERRERS.items() if code != "07"}
"""The codes in use; 07 (unknown) went out of use after release 2.0."""

SEXES: Final = {"M": "1", "V": "2"}
PER_MONTH: Final = "4"
DELETED: Final = "13"


@dataclass(frozen=True, slots=True)
class Grant:
    """A state of an allocation: its number, the day it was written and its first and last day.

    ``last`` is None without an end; ``reason`` is the code of a change, empty without one.
    """

    allocation: str
    written: date
    first: date
    last: date | None = None
    reason: str = ""


def granted(care: Sequence[Line]) -> Grant:
    """Give the allocation of some care: without an end, from its first month on."""
    start = month_after(care[0]["start"], 0)
    return Grant(care[0]["allocation"], start, start)


def write_allocation(parties: Parties, grant: Grant, line: Line, person: Identity) -> bytes:
    """Write what a municipality allocated (JW301), for the product and the request of a line."""
    w = Writer("301")
    last = [w.own("Einddatum", grant.last.isoformat())] if grant.last else []
    reason = [w.own("RedenWijziging", grant.reason)] if grant.reason else []
    product = w.own(
        "ToegewezenProduct",
        w.own("ToewijzingNummer", grant.allocation),
        w.own("ReferentieAanbieder", _request(line)),
        _product(w, line),
        w.own("Toewijzingsdatum", grant.written.isoformat()),
        w.own("Toewijzingstijd", "09:00:00"),
        w.own("Ingangsdatum", grant.first.isoformat()),
        *last,
        *reason,
        w.own(
            "Omvang",
            w.base("Volume", str(int(line["volume"] or 1))),
            w.base("Eenheid", HOURS),
            w.base("Frequentie", PER_MONTH),
        ),
    )
    address = [_address(w)] if person.name else []
    body = w.own(
        "Client", *_person(w, person, line), *address, w.own("ToegewezenProducten", product)
    )
    return w.message(parties, f"T{grant.allocation}", grant.written, [body])


def write_request(parties: Parties, care: Sequence[Line], person: Identity) -> bytes:
    """Write what a provider asked for (JW315), on whose referral. The care has a known one."""
    w, line = Writer("315"), care[0]
    start = month_after(line["start"], 0)
    doctor = [w.base("Naam", f"Praktijk {person.name}")] if person.name else []
    referrer = w.own("Verwijzer", w.base("Type", REFERRER_CODES[line["referrer"]]), *doctor)
    product = w.own(
        "AangevraagdProduct",
        w.own("ReferentieAanbieder", _request(line)),
        _product(w, line),
        w.own("ToewijzingIngangsdatum", start.isoformat()),
        referrer,
    )
    body = w.own("Client", *_person(w, person, line), w.own("AangevraagdeProducten", product))
    return w.message(parties, f"V{line['allocation']}", start, [body])


def write_start(parties: Parties, care: Sequence[Line], person: Identity) -> bytes:
    """Write on which day care began (JW305)."""
    w, line = Writer("305"), care[0]
    product = w.own("StartProduct", *_begun(w, line), w.own("StatusAanlevering", "1"))
    body = w.own("Client", *_person(w, person, line), w.own("StartProducten", product))
    return w.message(parties, f"S{line['allocation']}", date_of(line["start"]), [body])


def write_stop(parties: Parties, care: Sequence[Line], person: Identity) -> bytes:
    """Write on which day care ended, and why (JW307). The care holds a line with a reason."""
    w = Writer("307")
    last = date_of(max(line["end"] for line in care) - 1)
    reason = next(line["end_reason"] for line in care if line["end_reason"])
    product = w.own(
        "StopProduct",
        *_begun(w, care[0]),
        w.own("RedenBeeindiging", reason[:2]),
        w.own("Einddatum", last.isoformat()),
        w.own("StatusAanlevering", "1"),
    )
    body = w.own("Client", *_person(w, person, care[0]), w.own("StopProducten", product))
    return w.message(parties, f"E{care[0]['allocation']}", last, [body])


def _request(line: Line) -> str:
    return f"A{line['allocation']}"


def _begun(w: Writer, line: Line) -> Iterator[Node]:
    yield w.own("ToewijzingNummer", line["allocation"])
    yield _product(w, line)
    yield w.own("ToewijzingIngangsdatum", month_after(line["start"], 0).isoformat())
    yield w.own("Begindatum", date_of(line["start"]).isoformat())


def _product(w: Writer, line: Line) -> Node:
    category = w.base("Categorie", line["product"][:2])
    return w.own("Product", category, w.base("Code", line["product"]))


def _person(w: Writer, person: Identity, line: Line) -> Iterator[Node]:
    yield w.own(person.element, person.number)
    yield w.own("Geboortedatum", w.base("Datum", person.birth))
    yield w.own("Geslacht", SEXES.get(line["sex"], "0"))
    if person.name:
        family = w.base("Geslachtsnaam", w.base("Achternaam", person.name))
        usage = [w.base("NaamGebruik", "1")] if w.number == "301" else []
        yield w.own("Naam", family, *usage)


def _address(w: Writer) -> Node:
    street = w.base("Straatnaam", "Bedachtestraat")
    contact = w.own("Contact", w.own("Soort", "01"), w.own("Adres", street))
    return w.own("Contactgegevens", contact)
