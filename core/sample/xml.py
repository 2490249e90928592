"""iJw 3.2 as XML: the header of a message, and elements in the namespace they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.etree import ElementTree as ET

RELEASE: Final = "http://www.istandaarden.nl/ijw/3_2"
BASE: Final = f"{RELEASE}/basisschema/schema"
CODES: Final = {
    "301": "436",
    "305": "438",
    "307": "440",
    "315": "446",
    "323": "490",
    "325": "491",
}
TO_PROVIDER: Final = ("301", "325")

Node = ET.Element


@dataclass(frozen=True, slots=True)
class Parties:
    """A provider and a municipality that write to each other, by their codes."""

    provider: str
    municipality: str


@dataclass(frozen=True, slots=True)
class Writer:
    """Makes the elements of one kind of message: ``number`` is a key of CODES."""

    number: str

    @property
    def namespace(self) -> str:
        """Give the namespace of the message."""
        return f"{RELEASE}/jw{self.number}/schema"

    def own(self, name: str, *inside: Node | str) -> Node:
        """Make an element of the message itself, around elements or a text."""
        return _element(self.namespace, name, inside)

    def base(self, name: str, *inside: Node | str) -> Node:
        """Make an element of the types that all messages share."""
        return _element(BASE, name, inside)

    def message(
        self,
        parties: Parties,
        identity: str,
        day: date,
        body: Sequence[Node],
        about: Sequence[Node] = (),
    ) -> bytes:
        """Write a whole message of a day around its body; ``about`` ends its header."""
        ET.register_namespace("ijw", BASE)
        ET.register_namespace(f"jw{self.number}", self.namespace)
        header = self._header(parties, identity, day, about)
        root = self.own("Bericht", header, *body)
        ET.indent(root)
        return bytes(ET.tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"

    def versions(self) -> tuple[Node, Node]:
        """Write which schemas a message follows."""
        basic = self.base("BasisschemaXsdVersie", "1.0.0")
        return basic, self.base("BerichtXsdVersie", "1.0.0")

    def _header(self, parties: Parties, identity: str, day: date, about: Sequence[Node]) -> Node:
        sender, receiver = parties.provider, parties.municipality
        if self.number in TO_PROVIDER:
            sender, receiver = receiver, sender
        return self.own(
            "Header",
            self.own("BerichtCode", CODES[self.number]),
            self.own("BerichtVersie", "3"),
            self.own("BerichtSubversie", "2"),
            self.own("Afzender", sender),
            self.own("Ontvanger", receiver),
            self.own(
                "BerichtIdentificatie",
                self.base("Identificatie", identity),
                self.base("Dagtekening", day.isoformat()),
            ),
            self.own("XsdVersie", *self.versions()),
            *about,
        )


def _element(namespace: str, name: str, inside: Sequence[Node | str]) -> Node:
    node = ET.Element(f"{{{namespace}}}{name}")
    for part in inside:
        if isinstance(part, str):
            node.text = part
        else:
            node.append(part)
    return node
