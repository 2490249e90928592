"""The records of an iJw message: what one allocation, start, stop, request or declared line says.

Which elements make a record is the only thing known about the structure; everything inside it is
kept by its path, so that releases 2.x to 3.2 are read alike. A message in which a person can be
recognised gives no record at all.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
    "commentaar": "free_text",
}
"""Elements that name a person, with the kind of what they hold."""

PRINTED: Final[Mapping[str, str]] = {
    name: name.capitalize() for name in (*IDENTIFYING, "geboortedatum")
}
"""How the standard writes those elements."""


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


@dataclass(slots=True)
class _Place:
    """Where the reading stands: open elements, header, client and the record being filled."""

    path: list[str] = field(default_factory=list)
    message: str = MISSING
    header: dict[str, str] = field(default_factory=dict)
    client: str = MISSING
    fields: dict[str, str] | None = None
    depth: int = 0
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
        elif (record := _close(place, element)) and not place.identifying:
            yield record
    if place.identifying:
        name, cells = min(
            place.identifying.items(), key=lambda found: list(PRINTED).index(found[0])
        )
        raise IdentifyingData(file, PRINTED[name], IDENTIFYING.get(name, "birth_date"), cells)


def _open(file: str, place: _Place, element: Element) -> None:
    if not place.path:
        place.message = message_of(file, element)
    place.path.append(element.name)
    if element.name in RECORDS:
        place.fields, place.depth = {}, len(place.path)
    if element.name == "client":
        place.client = MISSING


def message_of(file: str, root: Element) -> str:
    """Give the number of a message by its root, MISSING when the namespace does not tell it.

    Raises ``NotReadable`` for XML that is no message of iJw (Wmo included).
    """
    namespace = root.namespace.casefold()
    named = MESSAGE_NAME.search(namespace)
    if root.name != "bericht" or "wmo" in namespace:
        raise NotReadable(file, "no_ijw")
    return named.group(1) if named else MISSING


def _close(place: _Place, element: Element) -> Record | None:
    _look_for_a_person(place, element)
    place.path.pop()
    if element.name in RECORDS and place.fields is not None:
        record = _record(place, element.name, place.fields)
        place.fields = None
        return record
    _remember(place, element)
    return None


def _remember(place: _Place, element: Element) -> None:
    """Keep the text of an element that closes where it belongs."""
    if place.fields is not None:
        path = "/".join([*place.path[place.depth :], element.name])
        place.fields.setdefault(path, element.text)
    elif "header" in place.path:
        place.header.setdefault(element.name, element.text)
    elif element.name == "pseudoniem" and place.path[-1:] == ["client"]:
        place.client = element.text


def _look_for_a_person(place: _Place, element: Element) -> None:
    if element.name in IDENTIFYING and element.text:
        place.identifying[element.name] += 1
    elif (
        element.name == "datum"
        and "geboortedatum" in place.path
        and len(element.text) > len("2010")
    ):
        place.identifying["geboortedatum"] += 1


def _record(place: _Place, kind: str, fields: Mapping[str, str]) -> Record:
    code = place.header.get("berichtcode") or place.header.get("code", MISSING)
    message = place.message or MESSAGE_CODES.get(code, MISSING)
    sender, receiver = place.header.get("afzender", ""), place.header.get("ontvanger", "")
    return Record(message, kind, sender, receiver, place.client, fields)
