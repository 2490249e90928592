"""The records of an iJw message: what one allocation, start, stop, request or declared line says.

Which elements make a record is the only thing known about the structure; everything inside it is
kept by its path, so that releases 2.x to 3.2 are read alike. A message in which a person can be
recognised is refused as a whole.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from core.errors import IdentifyingData, NotReadable
from core.reading.ijw.envelopes import Texts, first_of, message_of
from core.reading.ijw.parsing import Handlers, Place, parse, place_in
from core.tables import MISSING

RECORDS: Final = (
    "prestatie",
    "toegewezenproduct",
    "startproduct",
    "stopproduct",
    "aangevraagdproduct",
)
"""Elements of which every occurrence is a record."""

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
    """One record: which element, what is said about its client, and what stands in it."""

    kind: str
    client: Texts
    fields: Texts

    @property
    def person(self) -> str:
        """Give the pseudonym of the client, MISSING when there is none."""
        return self.client.get("pseudoniem", MISSING)

    def first(self, *paths: str) -> str:
        """Give the first of these paths that holds a text, or MISSING."""
        return first_of(self.fields, *paths)


@dataclass(frozen=True, slots=True)
class Part:
    """The records of a piece of a message, and what the message says outside its clients so far.

    ``around`` is by path below the root, such as ``header/afzender``; it grows until the last part.
    """

    around: Texts
    records: Sequence[Record]


@dataclass(frozen=True, slots=True, eq=False)
class _Role:
    """What an element means for reading: where its text goes, and what opens or ends with it.

    ``place`` is None for the document around the root. ``begins`` is client, record or empty;
    ``target`` holds the texts of record, client or message, and ``key`` is the path within it;
    ``identifies`` is the element of IDENTIFYING that its text would belong to.
    """

    place: Place | None
    inside: dict[str, "_Role"]
    begins: str
    target: Texts
    key: str
    identifies: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """Where the reading of a file stands: what is open, from the root inward, and what was read."""

    file: str
    pieces: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    around: Texts = field(default_factory=dict)
    client: Texts = field(default_factory=dict)
    fields: Texts = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    identifying: Counter[str] = field(default_factory=Counter)


def read_parts(file: str, stream: BinaryIO) -> Iterator[Part]:
    """Give the records of one message in order, some at a time; the last part has it all around.

    Raises ``IdentifyingData`` when the message holds a BSN, a name, an address or a whole date of
    birth; it is raised at the end, with the count, and no record was given from there on. Raises
    ``NotReadable`` for XML that is no message of iJw (Wmo included), and ``HostileFile``.
    """
    reading = _Reading(file)
    document = _Role(None, {}, MISSING, reading.around, MISSING, MISSING)
    path = [document]
    handlers = Handlers(_opener(reading, path), _closer(reading, path), reading.pieces)
    for _ in parse(file, stream, handlers):
        if not reading.identifying:
            yield Part(reading.around, tuple(reading.records))
        reading.records.clear()
    if reading.identifying:
        name = min(reading.identifying, key=list(IDENTIFYING).index)
        cells = reading.identifying[name]
        raise IdentifyingData(file, name.capitalize(), IDENTIFYING[name], cells)


def _opener(reading: _Reading, path: list[_Role]) -> Callable[[str, list[str]], None]:
    """Make what is called for every element that opens: half a million times for 25 MB."""
    pieces = reading.pieces

    def opens(full_name: str, _attributes: list[str]) -> None:
        if pieces:
            if "".join(pieces).strip():  # words between elements: no message has them
                raise NotReadable(reading.file, "xml")
            pieces.clear()
        role = path[-1].inside.get(full_name) or _role(reading, path[-1], full_name)
        path.append(role)
        if role.begins:
            role.target.clear()

    return opens


def _closer(reading: _Reading, path: list[_Role]) -> Callable[[str], None]:
    """Make what is called for every element that closes, and keeps its text where it belongs."""
    pieces, client, fields, records = (
        *(reading.pieces, reading.client, reading.fields, reading.records),
    )

    def closes(_full_name: str) -> None:
        role = path.pop()
        if pieces:
            if text := "".join(pieces).strip():
                role.target.setdefault(role.key, text)
                if role.identifies:
                    _suspect(reading, role, text)
            pieces.clear()
        if role.begins == "record":
            kind = role.place.name if role.place else MISSING
            records.append(Record(kind, client.copy(), fields.copy()))

    return closes


def _role(reading: _Reading, parent: _Role, full_name: str) -> _Role:
    """Find out what an element means that was not met before at this place."""
    place = place_in(reading.file, parent.place, full_name, reading.places)
    if parent.place is None:
        reading.around["message"] = message_of(reading.file, place.name, place.namespace)
    last = len(place.path) - 1
    records = [level for level, name in enumerate(place.path) if name in RECORDS]
    clients = [level for level, name in enumerate(place.path) if name == "client"]
    begins = "record" if records[:1] == [last] else "client" if clients[-1:] == [last] else MISSING
    if records:
        target, level = reading.fields, records[0]
    elif clients:
        target, level = reading.client, clients[-1]
    else:
        target, level = reading.around, 0
    key = "/".join(place.path[level + 1 :])
    role = _Role(place, {}, begins, target, key, _identifies(place))
    parent.inside[full_name] = role
    return role


def _identifies(place: Place) -> str:
    if "geboortedatum" in place.path:
        return "geboortedatum" if place.name in {"datum", "geboortedatum"} else MISSING
    return place.name if place.name in IDENTIFYING else MISSING


def _suspect(reading: _Reading, role: _Role, text: str) -> None:
    """Count a text that names a person; a year of birth alone does not."""
    if role.identifies != "geboortedatum" or len(text) > len("2010"):
        reading.identifying[role.identifies] += 1
