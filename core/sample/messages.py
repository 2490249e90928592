"""iJw messages of the artificial region: as they were sent, and as they are after pseudonymising.

The lines of some clients of one provider and municipality in half a year become declarations
(JW323), with the requests (JW315), allocations (JW301), starts (JW305) and stops (JW307) around
them, and an answer (JW325). A declaration names whole months; the first and last day of care stand
in the start and the stop. By their place the clients show what happens in practice:

1  the allocation was changed, and the newest state counts
2  one allocation more was deleted, and another was never used
3  care paid by the piece, which started on a known day
4  care paid in euros, of which only the days of declaring are known
5  a line declared once more, without a credit between
6  a line that the municipality rejected
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from core.sample.allocated import (
    DELETED,
    REFERRER_CODES,
    granted,
    write_allocation,
    write_request,
    write_start,
    write_stop,
)
from core.sample.ijw import (
    EUROS,
    Identity,
    Line,
    Listed,
    day_number,
    month_after,
    write_answer,
    write_declaration,
)
from core.sample.xml import Parties

PARTIES: Final = Parties("98010017", "9801")
FIRST_DAY: Final = date(2024, 1, 1)
LAST_DAY: Final = date(2024, 6, 30)
CLIENTS: Final = 8
CLIENTS_AS_SENT: Final = 2
FIRST_TEST_NUMBER: Final = 999_900_006

CHANGED, BESIDE, BY_PIECE, IN_EUROS, AGAIN, REJECTED = range(6)
PIECES: Final = "82"
OTHER_PRODUCT: Final = "45A05"

Messages = dict[str, bytes]
Care = Sequence[Line]
"""The lines of one allocation."""


def messages_as_sent(region: pa.Table, clients: int = CLIENTS_AS_SENT) -> Messages:
    """Write messages with the numbers that were set aside for tests, by name of the file."""
    cares = _cares(region, clients)
    people = {
        care[0]["client_id"]: Identity(
            "Bsn",
            number,
            f"{care[0]['birth_year'] or 2012}-0{place % 9 + 1}-15",
            f"Verzonnen{'abcdefgh'[place % 8]}",
        )
        for place, (care, number) in enumerate(zip(cares, numbers_for_tests(clients), strict=False))
    }
    return dict(_messages(cares, people))


def messages_pseudonymised(
    region: pa.Table, pseudonyms: Sequence[str] = (), clients: int = CLIENTS
) -> Messages:
    """Write messages in which a pseudonym took the place of the BSN, by name of the file.

    ``pseudonyms`` are for the clients in their order; without them those of the region are used.
    """
    cares = _cares(region, clients)
    given = pseudonyms or [care[0]["client_id"] for care in cares]
    people = {
        care[0]["client_id"]: Identity("Pseudoniem", name, str(care[0]["birth_year"] or 2012))
        for care, name in zip(cares, given, strict=False)
    }
    return dict(_messages(cares, people))


def numbers_for_tests(count: int) -> list[str]:
    """List the first numbers of the range for tests that are valid as a BSN."""
    numbers = range(FIRST_TEST_NUMBER, FIRST_TEST_NUMBER + 20 * count)
    return [str(number) for number in numbers if _is_valid(number)][:count]


def _is_valid(number: int) -> bool:
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(d) for w, d in zip(weights, str(number), strict=True)) % 11 == 0


def _cares(region: pa.Table, clients: int) -> list[Care]:
    """Take one care of each of the first clients whose care lies within the half year."""
    ours = pc.and_(
        pc.equal(region["provider"], PARTIES.provider),
        pc.equal(region["municipality"], PARTIES.municipality),
    )
    rows = region.filter(ours).to_pylist()
    cares = (list(care) for _, care in groupby(rows, key=lambda line: line["allocation"]))
    whole = {care[0]["client_id"]: care for care in cares if _is_whole(care)}
    return [_paid(place, care) for place, care in enumerate(list(whole.values())[:clients])]


def _is_whole(care: Care) -> bool:
    first, end = day_number(FIRST_DAY), day_number(LAST_DAY) + 1
    inside = all(first <= line["start"] < line["end"] <= end for line in care)
    return inside and all(line["amount_cents"] is not None for line in care)


def _paid(place: int, care: Care) -> Care:
    """Let some care be paid by result: by the piece, or in euros of which there is no rate."""
    match place:
        case _ if place == BY_PIECE:
            return [
                line | {"unit": PIECES, "volume": 1, "rate_cents": abs(line["amount_cents"])}
                for line in map(dict, care)
            ]
        case _ if place == IN_EUROS:
            return [
                line | {"unit": EUROS, "volume": abs(line["amount_cents"]), "rate_cents": None}
                for line in map(dict, care)
            ]
    return care


def _messages(cares: Sequence[Care], people: Mapping[str, Identity]) -> Iterator[tuple[str, bytes]]:
    declared = sorted(_declared(cares), key=lambda pair: pair[0])
    for month, pairs in groupby(declared, key=lambda pair: pair[0]):
        listed = [(line, people[line["client_id"]]) for _, line in pairs]
        yield f"JW323_{month:%Y-%m}.xml", write_declaration(PARTIES, month, listed)
        rejected: Listed = [pair for pair in listed if pair[0]["reference"].endswith("X")]
        if rejected:
            answer = write_answer(PARTIES, month, listed, rejected)
            yield f"JW325_{month:%Y-%m}.xml", answer
    for place, care in enumerate(cares):
        yield from _around(place, care, people[care[0]["client_id"]])


def _around(place: int, care: Care, person: Identity) -> Iterator[tuple[str, bytes]]:
    """Write the messages around one care; of care in euros nobody tells when it began."""
    number = place + 1
    if place == IN_EUROS:
        return
    for state, message in enumerate(_allocations(place, care, person)):
        yield f"JW301_{number}{'abcd'[state] if state else ''}.xml", message
    if care[0]["referrer"] in REFERRER_CODES:
        yield f"JW315_{number}.xml", write_request(PARTIES, care, person)
    yield f"JW305_{number}.xml", write_start(PARTIES, care, person)
    if any(line["end_reason"] for line in care):
        yield f"JW307_{number}.xml", write_stop(PARTIES, care, person)


def _allocations(place: int, care: Care, person: Identity) -> Iterator[bytes]:
    """Write an allocation in its states, and those beside it."""
    grant = granted(care)
    before = month_after(care[0]["start"], -1)
    states = [grant]
    if place == CHANGED:
        states.append(replace(grant, first=before, written=before))  # came later, said less
    if place == BESIDE:
        deleted = replace(grant, allocation=f"{int(grant.allocation) + 7_000_000}")
        gone = replace(deleted, last=grant.first, reason=DELETED)
        unused = replace(grant, allocation=f"{int(grant.allocation) + 8_000_000}")
        later = gone.written + timedelta(days=1)
        states += [deleted, replace(gone, written=later), unused]
    for state in states:
        yield write_allocation(PARTIES, state, care[0], person)


def _declared(cares: Sequence[Care]) -> Iterator[tuple[date, Line]]:
    """Give each line the month it is declared in: a correction comes one or two months later."""
    for place, care in enumerate(cares):
        for _, same in groupby(care, key=lambda line: line["start"]):
            for turn, line in enumerate(same):
                yield month_after(line["start"], turn), line
        taken_back = {line["previous_reference"] for line in care}
        stands = [line for line in care if line["reference"] not in taken_back]
        last = dict(next(line for line in reversed(stands) if not line["is_credit"]))
        month = month_after(last["start"], 3)
        if place == AGAIN:
            yield month, last | {"reference": f"{last['reference']}A"}
        if place == REJECTED:
            other = {"reference": f"{last['reference']}X", "product": OTHER_PRODUCT}
            yield month, last | other
