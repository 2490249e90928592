"""The records of an iJw message: what one allocation, start, stop, request or declared line says.

Which elements make a record is the only thing known about the structure; everything inside it is
kept by its path, so that releases 2.x to 3.2 are read alike. A message in which a person can be
recognised gives no record at all.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from core.errors import IdentifyingData, NotReadable
from core.reading.ijw.elements import Element, read_elements
from core.tables import MISSING

RECORDS: Final = (
    "prestatie",
    "toegewezenproduct",
    "startproduct",
    "stopproduct",
    "aangevraagdproduct",
)
"""Elements of which every occurrence is a record."""

MESSAGE_CODES: Final[Mapping[str, str]] = {
    "436": "301",
    "438": "305",
    "440": "307",
    "446": "315",
    "490": "323",
    "491": "325",
}
"""The number of a message by its code in the header (COD002), for when no namespace tells it."""

MESSAGE_NAME: Final = re.compile(r"\bjw(\d{3})\b")

IDENTIFYING: Final[Mapping[str, str]] = {
    "bsn": "bsn",
    "achternaam": "name",
    "voornamen": "name",
    "straatnaam": "address",
    "huisnummer": "address",
    "postcode": "address",
    "emailadres": "email",
    "telefoonnummer": "phone",
    "geboortedatum": "birth_date",
    "commentaar": "free_text",
}
"""Elements that name a person, with the kind of what they hold; the worst comes first."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record: message number, element, who sent it to whom, about which client.

    ``fields`` holds the texts inside, by the path of lower-case names below the record, such as
    ``productperiode/begindatum``; of an element that repeats the first is kept.
    """

    message: str
    kind: str
    sender: str
    receiver: str
    client: str
    fields: Mapping[str, str]

    def first(self, *paths: str) -> str:
        """Give the first of these paths that holds a text, or MISSING."""
        return next((self.fields[path] for path in paths if self.fields.get(path)), MISSING)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the reading stands: what is open, and the texts of header, client and open record.

    ``within`` is the part of ``path`` from the open record on, empty outside a record.
    """

    path: list[str] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    header: dict[str, str] = field(default_factory=dict)
    client: dict[str, str] = field(default_factory=dict)
    record: dict[str, str] = field(default_factory=dict)
    identifying: Counter[str] = field(default_factory=Counter)


def read_records(file: str, stream: BinaryIO) -> Iterator[Record]:
    """Give the records of one message in order; a message without records gives none.

    Raises ``IdentifyingData`` when it holds a BSN, a name, an address or a whole date of birth;
    it is raised at the end, with the count, and no record of that file was given from there on.
    Raises ``NotReadable`` for XML that is no message of iJw (Wmo included).
    """
    yield from records_of(file, read_elements(file, stream))


def records_of(file: str, elements: Iterable[Element]) -> Iterator[Record]:
    """Give the records in a row of elements, as ``read_records`` does for a file."""
    place = _Place()
    for element in elements:
        if not element.closes:
            _open(file, place, element)
            continue
        ends_record = len(place.within) == 1
        _close(place, element)
        if ends_record and not place.identifying:
            yield _record(place, element.name)
    if place.identifying:
        name = min(place.identifying, key=list(IDENTIFYING).index)
        cells = place.identifying[name]
        raise IdentifyingData(file, name.capitalize(), IDENTIFYING[name], cells)


def _open(file: str, place: _Place, element: Element) -> None:
    if not place.path:
        place.header["message"] = message_of(file, element)
    place.path.append(element.name)
    if place.within or element.name in RECORDS:
        place.within.append(element.name)
        if len(place.within) == 1:
            place.record.clear()
    if element.name == "client":
        place.client.clear()


def message_of(file: str, root: Element) -> str:
    """Give the number of a message by its root, MISSING when the namespace does not tell it.

    Raises ``NotReadable`` for XML that is no message of iJw (Wmo included).
    """
    namespace = root.namespace.casefold()
    named = MESSAGE_NAME.search(namespace)
    if root.name != "bericht" or "wmo" in namespace:
        raise NotReadable(file, "no_ijw")
    return named.group(1) if named else MISSING


def _close(place: _Place, element: Element) -> None:
    """Keep the text of an element where it belongs, and count it when it names a person."""
    place.path.pop()
    if name := _of_a_person(place.path, element):
        place.identifying[name] += 1
    if place.within:
        place.record.setdefault("/".join(place.within[1:]), element.text)
        place.within.pop()
    elif "header" in place.path:
        place.header.setdefault(element.name, element.text)
    elif place.path[-1:] == ["client"]:
        place.client.setdefault(element.name, element.text)


def _of_a_person(path: Sequence[str], element: Element) -> str:
    """Name the identifying element that this text belongs to; a year of birth is none."""
    if "geboortedatum" in {*path, element.name}:
        is_date = element.name in {"datum", "geboortedatum"} and len(element.text) > len("2010")
        return "geboortedatum" if is_date else MISSING
    return element.name if element.name in IDENTIFYING and element.text else MISSING


def _record(place: _Place, kind: str) -> Record:
    header = place.header
    code = header.get("berichtcode") or header.get("code", MISSING)
    return Record(
        message=header["message"] or MESSAGE_CODES.get(code, MISSING),
        kind=kind,
        sender=header.get("afzender", MISSING),
        receiver=header.get("ontvanger", MISSING),
        client=place.client.get("pseudoniem", MISSING),
        fields=dict(place.record),
    )
