"""iJw messages of the artificial region: as they were sent, and as they are after pseudonymising.

The lines of some clients of one provider and municipality in half a year become declarations
(JW323), with the allocations (JW301), starts (JW305) and stops (JW307) around them. A declaration
names whole months; the first and last day of care stand in the start and the stop.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from core.sample.ijw import (
    Identity,
    Line,
    day_number,
    month_after,
    write_allocation,
    write_declaration,
    write_start,
    write_stop,
)
from core.sample.xml import Parties

PARTIES: Final = Parties("98010017", "9801")
FIRST_DAY: Final = date(2024, 1, 1)
LAST_DAY: Final = date(2024, 6, 30)
CLIENTS: Final = 8
CLIENTS_AS_SENT: Final = 2
FIRST_TEST_NUMBER: Final = 999_900_006

Messages = dict[str, bytes]


def messages_as_sent(region: pa.Table) -> Messages:
    """Write messages with the numbers that were set aside for tests, by name of the file."""
    lines = _lines(region, CLIENTS_AS_SENT)
    numbers = numbers_for_tests(CLIENTS_AS_SENT)
    people = {
        client: Identity("Bsn", number, f"2012-0{place}-15", f"Verzonnen{'ab'[place - 1]}")
        for place, (client, number) in enumerate(zip(_clients(lines), numbers, strict=True), 1)
    }
    return dict(_messages(lines, people))


def messages_pseudonymised(region: pa.Table) -> Messages:
    """Write messages in which a pseudonym took the place of the BSN, by name of the file."""
    lines = _lines(region, CLIENTS)
    people = {client: Identity("Pseudoniem", client, "2012") for client in _clients(lines)}
    return dict(_messages(lines, people))


def numbers_for_tests(count: int) -> list[str]:
    """List the first numbers of the range for tests that are valid as a BSN."""
    numbers = range(FIRST_TEST_NUMBER, FIRST_TEST_NUMBER + 20 * count)
    return [str(number) for number in numbers if _is_valid(number)][:count]


def _is_valid(number: int) -> bool:
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(d) for w, d in zip(weights, str(number), strict=True)) % 11 == 0


def _lines(region: pa.Table, clients: int) -> list[Line]:
    """Take the lines of the first clients whose care lies within the half year, one care each."""
    ours = pc.and_(
        pc.equal(region["provider"], PARTIES.provider),
        pc.equal(region["municipality"], PARTIES.municipality),
    )
    rows = region.filter(ours).to_pylist()
    cares = (list(care) for _, care in groupby(rows, key=lambda line: line["allocation"]))
    whole = {care[0]["client_id"]: care for care in cares if _is_whole(care)}
    return [line for care in list(whole.values())[:clients] for line in care]


def _is_whole(care: Sequence[Line]) -> bool:
    first, end = day_number(FIRST_DAY), day_number(LAST_DAY) + 1
    inside = all(first <= line["start"] < line["end"] <= end for line in care)
    return inside and all(line["amount_cents"] is not None for line in care)


def _clients(lines: Sequence[Line]) -> list[str]:
    return list(dict.fromkeys(line["client_id"] for line in lines))


def _messages(lines: Sequence[Line], people: Mapping[str, Identity]) -> Iterator[tuple[str, bytes]]:
    declared = sorted(_declared(lines), key=lambda pair: pair[0])
    for month, pairs in groupby(declared, key=lambda pair: pair[0]):
        listed = [(line, people[line["client_id"]]) for _, line in pairs]
        yield f"JW323_{month:%Y-%m}.xml", write_declaration(PARTIES, month, listed)
    allocations = groupby(lines, key=lambda line: line["allocation"])
    for number, (_, group) in enumerate(allocations, start=1):
        care = list(group)
        person = people[care[0]["client_id"]]
        yield f"JW301_{number}.xml", write_allocation(PARTIES, care, person)
        yield f"JW305_{number}.xml", write_start(PARTIES, care, person)
        if any(line["end_reason"] for line in care):
            yield f"JW307_{number}.xml", write_stop(PARTIES, care, person)


def _declared(lines: Sequence[Line]) -> Iterator[tuple[date, Line]]:
    """Give each line the month it is declared in: a correction comes one or two months later."""
    for _, same in groupby(lines, key=lambda line: (line["allocation"], line["start"])):
        for turn, line in enumerate(same):
            yield month_after(line["start"], turn), line
