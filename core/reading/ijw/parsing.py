"""XML read piece by piece, in constant memory and without anything executable.

A message of iJw is flat and never needs a document type, so a file that declares one, or an entity,
or nests deeper than any message can, or has a tag or a text longer than any message, is refused at
that place: the parser never learns an entity, so that none can grow or lead to another file.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, Final, NoReturn
from xml.parsers import expat

from core.errors import HostileFile, NotReadable
from core.tables import MISSING

MAXIMUM_DEPTH: Final = 32
"""Twice what the deepest message needs."""

MOST_PLACES: Final = 2_000
"""Different elements, told apart by what they stand in; all messages together have some hundreds"""

LONGEST: Final = 64 * 1024
"""Bytes of one text or one tag; the longest comment of iJw has 200 characters."""

LONGEST_NAMESPACE: Final = 1_000
"""Characters; the parser writes it before the name of every element, so a long one costs time."""

BYTES_AT_ONCE: Final = 16 * 1024
BYTES_IN_A_PIECE: Final = 8 * 1024  # the parser gathers a text in buffers of this size


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where an element can stand: all elements of one path share one place, made once a file.

    ``name`` is the local name in lower case, ``written`` the same as the file writes it, and
    ``namespace`` is empty where there is none. ``path`` holds the names from the root to here.
    """

    name: str
    written: str
    namespace: str
    path: tuple[str, ...]
    inside: dict[str, "Place"]


@dataclass(frozen=True, slots=True)
class Handlers:
    """What is called while the parser goes: ``opens`` and ``closes`` with the name of an element.

    ``pieces`` gathers the texts; whoever handles an element empties it.
    """

    opens: Callable[[str, list[str]], None]
    closes: Callable[[str], None]
    pieces: list[str]


def parse(file: str, stream: BinaryIO, handlers: Handlers) -> Iterator[None]:
    """Parse a stream, and pause after every few thousand bytes so that results can be taken out.

    Raises ``HostileFile``, and ``NotReadable`` for what is no XML or stops half-way.
    """
    parser = _parser(file, handlers)
    longest_text = LONGEST // BYTES_IN_A_PIECE
    given = 0
    try:
        while chunk := stream.read(BYTES_AT_ONCE):
            parser.Parse(chunk)
            given += len(chunk)
            # A tag that is not complete would be looked through again with every next piece.
            if len(handlers.pieces) > longest_text or given - parser.CurrentByteIndex > LONGEST:
                raise HostileFile(file, "long")
            yield
        parser.Parse(b"", True)  # noqa: FBT003 - the parser knows it by its place only
        yield
    except (expat.ExpatError, ValueError, LookupError):  # the last two: an unknown encoding
        raise NotReadable(file, "xml") from None


def _parser(file: str, handlers: Handlers) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.StartElementHandler = handlers.opens
    parser.EndElementHandler = handlers.closes
    parser.CharacterDataHandler = handlers.pieces.append
    refuse = partial(_refuse, file)
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    parser.StartNamespaceDeclHandler = partial(_judge_namespace, file)
    return parser


def _refuse(file: str, *_told: object) -> NoReturn:
    raise HostileFile(file, "dtd")


def _judge_namespace(file: str, _prefix: str | None, namespace: str | None) -> None:
    if len(namespace or MISSING) > LONGEST_NAMESPACE:
        raise HostileFile(file, "long")


def place_in(file: str, parent: Place | None, full_name: str, known: list[Place]) -> Place:
    """Make the place of an element that was not met before, and add it to those that are known."""
    namespace, _, written = full_name.rpartition(" ")
    name = written.casefold()
    path = (*parent.path, name) if parent else (name,)
    if len(path) > MAXIMUM_DEPTH or len(known) == MOST_PLACES:
        raise HostileFile(file, "deep")
    place = Place(name, written, namespace or MISSING, path, {})
    known.append(place)
    if parent:
        parent.inside[full_name] = place
    return place
