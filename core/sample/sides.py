"""Two files about the same care: what the municipality has, and what the provider has.

Nearly every line stands in both. The differences are planted, a few lines each, and of every kind
that a table has to agree on; ``tests/golden/sample_sides.csv`` says how many there are.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.tables import OPEN_END

FOLDER: Final = "aansluiting"
PAID_FILE: Final = "gemeente.csv"
GIVEN_FILE: Final = "aanbieder.csv"
PAYER: Final = "9804"
GIVER: Final = "98010029"
EPOCH: Final = date(1970, 1, 1).toordinal()
FROM: Final = date(2023, 7, 1).toordinal() - EPOCH
LATE: Final = date(2024, 9, 1).toordinal() - EPOCH
UNTIL: Final = date(2024, 10, 1).toordinal() - EPOCH
ONLY_GIVEN: Final = 4  # clients that the municipality does not have at all
ONLY_PAID: Final = 3  # clients that the provider does not have at all
DAYS_LATER: Final = 7
OTHER_PRODUCT: Final = "45A51"
REJECTED: Final = "Afgewezen"
ACCEPTED: Final = "Toegekend"

HEADINGS: Final = (
    *("Pseudoniem", "Gemeentecode", "AGB-code", "Productcode", "Begindatum", "Einddatum"),
    *("Bedrag", "Debet/Credit", "Volume", "Eenheid", "Tarief", "Toewijzingnummer"),
    *("Referentienummer", "Vorig referentienummer", "Declaratiedatum"),
)
PAID_HEADINGS: Final = (*HEADINGS, "Verwijzer", "Wijk", "Status")
GIVEN_HEADINGS: Final = (*HEADINGS, "Geboortejaar", "Geslacht")

Line = dict[str, Any]
Sides = tuple[list[Line], list[Line]]
"""What the municipality has of a line, and what the provider has of it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A kind of difference, in how many lines, and what it makes of a line at both sides."""

    name: str
    lines: int
    of: Callable[[Line], Sides]


def _agreed(line: Line) -> Sides:
    return [line], [line]


def _other_amount(line: Line) -> Sides:
    volume = line["volume"] + 2
    more = {"volume": volume, "amount_cents": int(volume * line["rate_cents"])}
    return [line], [line | more]


def _other_period(line: Line) -> Sides:
    return [_by_hand(line) | {"start": line["start"] + DAYS_LATER}], [line]


def _other_product(line: Line) -> Sides:
    return [_by_hand(line) | {"product": OTHER_PRODUCT}], [line]


def _credited(line: Line) -> Sides:
    taken_back = {
        "is_credit": True,
        "amount_cents": -line["amount_cents"],
        "reference": f"{line['reference']}C",
        "previous_reference": line["reference"],
    }
    return [line], [line, line | taken_back]


def _rejected(line: Line) -> Sides:
    return [line | {"status": REJECTED}], [line]


def _by_hand(line: Line) -> Line:
    """Give a line as somebody typed it: without the numbers that the provider gave."""
    return line | {"reference": "", "allocation": "", "previous_reference": ""}


DIFFERENCES: Final = (
    Difference("other_amount", 12, _other_amount),
    Difference("other_period", 8, _other_period),
    Difference("other_product", 8, _other_product),
    Difference("credited", 10, _credited),
    Difference("rejected", 7, _rejected),
)
"""Beside these: clients of one side only, and the last month, which the municipality lacks."""


def sides_of(region: pa.Table, seed: int) -> dict[str, bytes]:
    """Write the two files by name, semicolons and dd-mm-jjjj, as Excel does on Windows."""
    paid, given = _both_sides(_lines(region), np.random.default_rng([seed, 4_000_000]))
    return {
        PAID_FILE: _text(PAID_HEADINGS, paid),
        GIVEN_FILE: _text(GIVEN_HEADINGS, given),
    }


def _lines(region: pa.Table) -> list[Line]:
    """Take the lines of the provider in the municipality, of care whose end is known."""
    starts, ends = region["start"], region["end"]
    kept: Any = None
    wanted = [
        pc.equal(region["municipality"], PAYER),
        pc.equal(region["provider"], GIVER),
        pc.and_(pc.greater_equal(starts, FROM), pc.less(starts, UNTIL)),
        pc.and_(pc.less(ends, OPEN_END), pc.is_valid(region["volume"])),
        pc.greater(pc.utf8_length(region["unit"]), 0),
    ]
    for condition in wanted:
        kept = condition if kept is None else pc.and_(kept, condition)
    return [line | {"status": ACCEPTED} for line in region.filter(kept).to_pylist()]


def _both_sides(lines: Sequence[Line], rng: np.random.Generator) -> Sides:
    """Give each side its lines, with every planted difference between them."""
    clients = list(dict.fromkeys(line["client_id"] for line in lines))
    drawn = [clients[place] for place in rng.permutation(len(clients))]
    only_given = set(drawn[:ONLY_GIVEN])
    only_paid = set(drawn[ONLY_GIVEN : ONLY_GIVEN + ONLY_PAID])
    of_both = [line for line in lines if line["client_id"] not in only_given | only_paid]
    changes = _chosen(of_both, rng)
    paid: list[Line] = []
    given: list[Line] = []
    for line in lines:
        has_paid, has_given = changes.get(line["row"], _agreed)(line)
        if line["client_id"] not in only_given and line["start"] < LATE:
            paid += has_paid
        if line["client_id"] not in only_paid:
            given += has_given
    return paid, given


def _chosen(lines: Sequence[Line], rng: np.random.Generator) -> dict[int, Callable[[Line], Sides]]:
    """Choose the lines with a difference: whole months that nobody corrected, by number."""
    periods = [(line["allocation"], line["start"]) for line in lines]
    plain = [
        line["row"]
        for line, period in zip(lines, periods, strict=True)
        if periods.count(period) == 1 and _is_plain(line)
    ]
    rows = iter(rng.permutation(plain).tolist())
    return {next(rows): kind.of for kind in DIFFERENCES for _ in range(kind.lines)}


def _is_plain(line: Line) -> bool:
    long = line["end"] - line["start"] > 2 * DAYS_LATER
    return long and line["start"] < LATE and line["product"] != OTHER_PRODUCT


def _text(headings: Sequence[str], lines: Iterable[Line]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(_cells(headings, line) for line in lines)
    return text.getvalue().encode("cp1252")


def _cells(headings: Sequence[str], line: Line) -> Iterator[str]:
    for heading in headings:
        yield CELLS[heading](line)


def _day(number: int) -> str:
    return f"{date.fromordinal(EPOCH + number):%d-%m-%Y}"


def _euros(cents: int) -> str:
    return f"{abs(cents) / 100:.2f}".replace(".", ",")


CELLS: Final[Mapping[str, Callable[[Line], str]]] = {
    "Pseudoniem": lambda line: line["client_id"],
    "Gemeentecode": lambda line: line["municipality"],
    "AGB-code": lambda line: line["provider"],
    "Productcode": lambda line: line["product"],
    "Begindatum": lambda line: _day(line["start"]),
    "Einddatum": lambda line: _day(line["end"] - 1),
    "Bedrag": lambda line: _euros(line["amount_cents"]),
    "Debet/Credit": lambda line: "C" if line["is_credit"] else "D",
    "Volume": lambda line: str(int(line["volume"])),
    "Eenheid": lambda line: line["unit"],
    "Tarief": lambda line: _euros(line["rate_cents"]),
    "Toewijzingnummer": lambda line: line["allocation"],
    "Referentienummer": lambda line: line["reference"],
    "Vorig referentienummer": lambda line: line["previous_reference"],
    "Declaratiedatum": lambda line: _day(line["declared_on"]),
    "Verwijzer": lambda line: line["referrer"],
    "Wijk": lambda line: line["district"],
    "Status": lambda line: line["status"],
    "Geboortejaar": lambda line: str(line["birth_year"]),
    "Geslacht": lambda line: line["sex"],
}
"""What stands under each heading."""
