"""The elements of an XML file one by one, in constant memory and without anything executable.

A message of iJw is flat and never needs a document type, so a file that declares one, or an entity,
or nests deeper than any message can, is refused. Whatever release wrote the file, an element is
known by its local name in lower case: namespaces changed with every release, capitals now and then.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final
from xml.etree.ElementTree import Element as Node

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from core.errors import HostileFile, NotReadable

MAXIMUM_DEPTH: Final = 32
"""Twice what the deepest message needs."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element that opens (``closes`` is false, its text not yet known) or closes.

    ``name`` is its local name in lower case, ``written`` the same as the file writes it, and
    ``namespace`` is empty where there is none.
    """

    name: str
    written: str
    namespace: str
    text: str
    closes: bool


def read_elements(file: str, stream: BinaryIO) -> Iterator[Element]:
    """Give every element twice: when it opens and, with its own text, when it closes.

    Raises ``HostileFile`` for a document type, an entity or too much nesting, and ``NotReadable``
    for a file that is no XML or stops half-way; what came before has then been given already.
    """
    try:
        yield from _walk(file, stream)
    except DefusedXmlException:
        raise HostileFile(file, "dtd") from None
    except (ParseError, ValueError, LookupError):  # the last two: an encoding nobody knows
        raise NotReadable(file, "xml") from None


def _walk(file: str, stream: BinaryIO) -> Iterator[Element]:
    parents: list[Node] = []
    for event, node in iterparse(stream, events=("start", "end"), forbid_dtd=True):
        if event == "start":
            parents.append(node)
            if len(parents) > MAXIMUM_DEPTH:
                raise HostileFile(file, "deep")
            yield _element(node, closes=False)
        else:
            parents.pop()
            yield _element(node, closes=True)
            if parents:
                parents[-1].remove(node)  # nothing stays behind, however long the file


def _element(node: Node, *, closes: bool) -> Element:
    namespace, _, written = node.tag.rpartition("}")
    text = (node.text or "").strip() if closes else ""
    return Element(written.casefold(), written, namespace.lstrip("{"), text, closes)
