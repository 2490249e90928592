"""Declarations (JW323) of the artificial region and the answers to them (JW325)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Final

from core.sample.xml import Node, Parties, Writer

EPOCH: Final = date(1970, 1, 1)
UNITS: Final = ("01", "04", "14", "16", "82", "83", "84")
HOURS: Final = "04"
EUROS: Final = "83"
NO_REMARK: Final = "0200"
NOT_ALLOCATED: Final = "9340"  # the code of the product is another one than was allocated

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


Listed = Sequence[tuple[Line, Identity]]
"""Lines with the client of each."""


def day_number(day: date) -> int:
    """Count the days from 1 January 1970."""
    return (day - EPOCH).days


def date_of(day: int) -> date:
    """Give the date of a day number."""
    return EPOCH + timedelta(days=day)


def month_after(day: int, months: int) -> date:
    """Give the first day of the month that lies so many months after (or before) that of a day."""
    first = date_of(day).replace(day=1)
    for _ in range(abs(months)):
        first = (first + timedelta(days=31 if months > 0 else -1)).replace(day=1)
    return first


def write_declaration(parties: Parties, month: date, listed: Listed) -> bytes:
    """Write the lines that a provider declares in a month (JW323), each with its client."""
    w = Writer("323")
    body = w.own(
        "Declaratie",
        w.own("DeclaratieNummer", _number(month)),
        w.own("DeclaratiePeriode", *_period(w, month)),
        w.own("DeclaratieDagtekening", _written_on(month).isoformat()),
        w.own("TotaalIngediendBedrag", *_amount(w, "TotaalBedrag", _total(listed))),
        w.own("Clienten", *_clients(w, listed)),
    )
    return w.message(parties, f"B{month:%Y%m}", _written_on(month), [body])


def write_answer(parties: Parties, month: date, listed: Listed, rejected: Listed) -> bytes:
    """Write which lines of a declaration the municipality rejected (JW325).

    ``listed`` holds all lines of the declaration, the rejected ones among them.
    """
    w = Writer("325")
    day = _written_on(month) + timedelta(days=14)
    granted = _total(listed) - _total(rejected)
    body = w.own(
        "DeclaratieAntwoord",
        w.own("DeclaratieNummer", _number(month)),
        w.own("TotaalIngediendBedrag", *_amount(w, "TotaalBedrag", _total(listed))),
        w.own("TotaalToegekendBedrag", *_amount(w, "TotaalBedrag", granted)),
        w.own("Clienten", *_clients(w, rejected, [_codes(w, NO_REMARK)])),
        _codes(w, NO_REMARK),
    )
    about = (
        w.own(
            "DeclaratieIdentificatie",
            w.base("Identificatie", f"B{month:%Y%m}"),
            w.base("Dagtekening", _written_on(month).isoformat()),
        ),
        w.own("XsdVersieDeclaratie", *w.versions()),
        _codes(w, NO_REMARK),
    )
    return w.message(parties, f"A{month:%Y%m}", day, [body], about)


def _clients(w: Writer, listed: Listed, after: Sequence[Node] = ()) -> Iterator[Node]:
    """Write each client with its lines; those of an answer have codes behind them."""
    codes = [_codes(w, NOT_ALLOCATED)] if after else []
    for person, pairs in groupby(
        sorted(listed, key=lambda pair: pair[1].number), key=lambda pair: pair[1]
    ):
        lines = w.own("Prestaties", *(_line(w, line, codes) for line, _ in pairs))
        yield w.own("Client", w.own(person.element, person.number), lines, *after)


def _line(w: Writer, line: Line, codes: Sequence[Node]) -> Node:
    credited = [w.base("VorigReferentieNummer", line["previous_reference"])]
    unit = line["unit"] if line["unit"] in UNITS else HOURS
    rate = [] if unit == EUROS else [w.own("ProductTarief", str(line["rate_cents"] or 0))]
    return w.own(
        "Prestatie",
        w.own(
            "ProductReferentie",
            w.base("ReferentieNummer", line["reference"]),
            *(credited if line["previous_reference"] else []),
        ),
        w.own("ToewijzingNummer", line["allocation"]),
        w.own("ProductCategorie", line["product"][:2]),
        w.own("ProductCode", line["product"]),
        w.own("ProductPeriode", *_period(w, month_after(line["start"], 0))),
        w.own("GeleverdVolume", str(int(line["volume"] or 1))),
        w.own("Eenheid", unit),
        *rate,
        w.own("IngediendBedrag", *_amount(w, "Bedrag", line["amount_cents"])),
        *codes,
    )


def _codes(w: Writer, code: str) -> Node:
    return w.own("RetourCodes", w.own("RetourCode", code))


def _amount(w: Writer, name: str, cents: int) -> Iterator[Node]:
    yield w.base(name, str(abs(cents)))
    yield w.base("DebetCredit", "C" if cents < 0 else "D")


def _period(w: Writer, month: date) -> Iterator[Node]:
    yield w.base("Begindatum", month.isoformat())
    yield w.base("Einddatum", _last_of(month).isoformat())


def _total(listed: Listed) -> int:
    return sum(line["amount_cents"] for line, _ in listed)


def _number(month: date) -> str:
    return f"D{month:%Y%m}"


def _written_on(month: date) -> date:
    return _last_of(month) + timedelta(days=9)


def _last_of(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
