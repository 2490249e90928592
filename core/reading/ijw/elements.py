"""The elements of an XML file one by one, for whoever writes a message anew.

Whatever release wrote the file, an element is known by its local name in lower case: namespaces
changed with every release, capitals now and then.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO

from core.reading.ijw.parsing import Handlers, Place, parse, place_in
from core.tables import MISSING


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


@dataclass(frozen=True, slots=True)
class _Walk:
    """What is open, from the root inward, and what was met since somebody last looked."""

    file: str
    path: list[Place] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    met: list[Element] = field(default_factory=list)


def read_elements(file: str, stream: BinaryIO) -> Iterator[Element]:
    """Give every element twice: when it opens and, with its own text, when it closes.

    The text of an element is what stands before the first element in it. Raises ``HostileFile``
    for a document type, an entity or too much nesting, and ``NotReadable`` for a file that is no
    XML or stops half-way; some of what came before has then been given already.
    """
    walk = _Walk(file)
    handlers = Handlers(partial(_open, walk), partial(_close, walk), walk.pieces)
    for _ in parse(file, stream, handlers):
        yield from walk.met
        walk.met.clear()


def _open(walk: _Walk, full_name: str, _attributes: list[str]) -> None:
    _keep_text(walk)
    parent = walk.path[-1] if walk.path else None
    known = parent.inside.get(full_name) if parent else None
    place = known or place_in(walk.file, parent, full_name, walk.places)
    walk.path.append(place)
    walk.met.append(_element(place, MISSING, closes=False))


def _close(walk: _Walk, _full_name: str) -> None:
    _keep_text(walk)
    place = walk.path.pop()
    walk.met.append(_element(place, walk.texts[len(walk.path)], closes=True))
    del walk.texts[len(walk.path) :]


def _keep_text(walk: _Walk) -> None:
    """Keep what was written since the innermost element opened, if nothing was kept yet."""
    if len(walk.texts) < len(walk.path):
        walk.texts.append("".join(walk.pieces).strip())
    walk.pieces.clear()


def _element(place: Place, text: str, *, closes: bool) -> Element:
    return Element(place.name, place.written, place.namespace, text, closes)
