"""The four kinds of iJw message that the artificial region is written in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Final

from core.sample.xml import Node, Parties, Writer

EPOCH: Final = date(1970, 1, 1)
HOURS: Final = "04"

Line = Mapping[str, Any]
"""A line of the region, by the names of ``DECLARATIONS``."""


@dataclass(frozen=True, slots=True)
class Identity:
    """How a client is written: the element and the number in it, and the birth date or year.

    A ``name`` and an address stand only in messages as they were sent.
    """

    element: str
    number: str
    birth: str
    name: str = ""


def day_number(day: date) -> int:
    """Count the days from 1 January 1970."""
    return (day - EPOCH).days


def month_after(day: int, months: int) -> date:
    """Give the first day of the month that lies so many months after that of a day."""
    first = _date(day).replace(day=1)
    for _ in range(months):
        first = (first + timedelta(days=31)).replace(day=1)
    return first


def write_declaration(
    parties: Parties, month: date, listed: Sequence[tuple[Line, Identity]]
) -> bytes:
    """Write the lines that a provider declares in a month (JW323), each with its client."""
    w = Writer("323")
    by_client = groupby(sorted(listed, key=lambda pair: pair[1].number), key=lambda pair: pair[1])
    clients = [
        w.own(
            "Client",
            w.own(person.element, person.number),
            w.own("Prestaties", *(_line(w, line) for line, _ in pairs)),
        )
        for person, pairs in by_client
    ]
    total = sum(line["amount_cents"] for line, _ in listed)
    body = w.own(
        "Declaratie",
        w.own("DeclaratieNummer", f"D{month:%Y%m}"),
        w.own("DeclaratiePeriode", *_period(w, month)),
        w.own("DeclaratieDagtekening", _written_on(month).isoformat()),
        w.own("TotaalIngediendBedrag", *_amount(w, "TotaalBedrag", total)),
        w.own("Clienten", *clients),
    )
    return w.message(parties, f"B{month:%Y%m}", _written_on(month), [body])


def write_allocation(parties: Parties, care: Sequence[Line], person: Identity) -> bytes:
    """Write what a municipality allocated (JW301): without an end, from the first month on."""
    w, line = Writer("301"), care[0]
    start = month_after(line["start"], 0)
    product = w.own(
        "ToegewezenProduct",
        w.own("ToewijzingNummer", line["allocation"]),
        _product(w, line),
        w.own("Toewijzingsdatum", start.isoformat()),
        w.own("Toewijzingstijd", "09:00:00"),
        w.own("Ingangsdatum", start.isoformat()),
    )
    address = [_address(w)] if person.name else []
    body = w.own("Client", *_person(w, person), *address, w.own("ToegewezenProducten", product))
    return w.message(parties, f"T{line['allocation']}", start, [body])


def write_start(parties: Parties, care: Sequence[Line], person: Identity) -> bytes:
    """Write on which day care began (JW305)."""
    w, line = Writer("305"), care[0]
    product = w.own("StartProduct", *_begun(w, line), w.own("StatusAanlevering", "1"))
    body = w.own("Client", *_person(w, person), w.own("StartProducten", product))
    return w.message(parties, f"S{line['allocation']}", _date(line["start"]), [body])


def write_stop(parties: Parties, care: Sequence[Line], person: Identity) -> bytes:
    """Write on which day care ended, and why (JW307). The care holds a line with a reason."""
    w = Writer("307")
    last = _date(max(line["end"] for line in care) - 1)
    reason = next(line["end_reason"] for line in care if line["end_reason"])
    product = w.own(
        "StopProduct",
        *_begun(w, care[0]),
        w.own("RedenBeeindiging", reason[:2]),
        w.own("Einddatum", last.isoformat()),
        w.own("StatusAanlevering", "1"),
    )
    body = w.own("Client", *_person(w, person), w.own("StopProducten", product))
    return w.message(parties, f"E{care[0]['allocation']}", last, [body])


def _line(w: Writer, line: Line) -> Node:
    reference = f"R{line['row']}"
    return w.own(
        "Prestatie",
        w.own("ProductReferentie", w.base("ReferentieNummer", reference)),
        w.own("ToewijzingNummer", line["allocation"]),
        w.own("ProductCategorie", line["product"][:2]),
        w.own("ProductCode", line["product"]),
        w.own("ProductPeriode", *_period(w, month_after(line["start"], 0))),
        w.own("GeleverdVolume", "1"),
        w.own("Eenheid", HOURS),
        w.own("ProductTarief", str(abs(line["amount_cents"]))),
        w.own("IngediendBedrag", *_amount(w, "Bedrag", line["amount_cents"])),
    )


def _amount(w: Writer, name: str, cents: int) -> Iterator[Node]:
    yield w.base(name, str(abs(cents)))
    yield w.base("DebetCredit", "C" if cents < 0 else "D")


def _period(w: Writer, month: date) -> Iterator[Node]:
    yield w.base("Begindatum", month.isoformat())
    yield w.base("Einddatum", _last_of(month).isoformat())


def _begun(w: Writer, line: Line) -> Iterator[Node]:
    yield w.own("ToewijzingNummer", line["allocation"])
    yield _product(w, line)
    yield w.own("ToewijzingIngangsdatum", month_after(line["start"], 0).isoformat())
    yield w.own("Begindatum", _date(line["start"]).isoformat())


def _product(w: Writer, line: Line) -> Node:
    category = w.base("Categorie", line["product"][:2])
    return w.own("Product", category, w.base("Code", line["product"]))


def _person(w: Writer, person: Identity) -> Iterator[Node]:
    yield w.own(person.element, person.number)
    yield w.own("Geboortedatum", w.base("Datum", person.birth))
    yield w.own("Geslacht", "0")
    if person.name:
        family = w.base("Geslachtsnaam", w.base("Achternaam", person.name))
        usage = [w.base("NaamGebruik", "1")] if w.number == "301" else []
        yield w.own("Naam", family, *usage)


def _address(w: Writer) -> Node:
    street = w.base("Straatnaam", "Bedachtestraat")
    contact = w.own("Contact", w.own("Soort", "01"), w.own("Adres", street))
    return w.own("Contactgegevens", contact)


def _written_on(month: date) -> date:
    return _last_of(month) + timedelta(days=9)


def _last_of(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _date(day: int) -> date:
    return EPOCH + timedelta(days=day)
