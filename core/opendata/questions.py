"""What is asked of a table: which measures, and which keys of its dimensions.

A question knows no protocol. ``expression`` writes its filters for one: v3 wants keys as padded as
the host writes them and has its own word for "contains".
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from core.errors import SourceNotUsable
from core.opendata.descriptions import Description, Measure, dimension_named
from core.opendata.hosts import OpenTable

Protocol = Literal["v3", "v4"]
CONTAINS: Final[Mapping[Protocol, str]] = {
    "v3": "substringof('{part}',{name})",
    "v4": "contains({name},'{part}')",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Keys of one dimension: these, those that start so, or those that contain this.

    Keys without padding. Two filters on one dimension must both hold; what stands in one filter
    is a choice; a filter without any is one that the table cannot answer.
    """

    dimension: str
    keys: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse empty texts and spaces at the edges, which would find the padding."""
        texts = (*self.keys, *self.starts, *self.contains)
        if any(not text or text != text.strip() for text in texts):
            raise ValueError(self.dimension)

    def admits(self, key: str) -> bool:
        """Tell whether a key is asked for."""
        if key in self.keys or any(part in key for part in self.contains):
            return True
        return any(key.startswith(part) for part in self.starts)


@dataclass(frozen=True, slots=True)
class Question:
    """A table, and what of it. No measures means all; no filters means everything.

    A measure is named by its key or by its name without the number at the end. With
    ``published_only`` the figures that are not published (null) are left out, also by the host.
    """

    table: OpenTable
    measures: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    published_only: bool = False

    @property
    def digest(self) -> str:
        """A short name for what is asked, the same for every run."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]


def measures_asked(described: Description, question: Question) -> tuple[Measure, ...]:
    """List the measures asked for, in the order of the table.

    Raises ``SourceNotUsable`` when the table no longer measures one of them.
    """
    if not question.measures:
        return described.measures
    known = {word for measure in described.measures for word in (measure.key, measure.name)}
    for name in question.measures:
        if name not in known:
            raise SourceNotUsable(described.table.id, "no_measure", name)
    return tuple(
        measure
        for measure in described.measures
        if measure.key in question.measures or measure.name in question.measures
    )


def expression(described: Description, question: Question, protocol: Protocol) -> str:
    """Write the filters as the host wants them; nothing asked is an empty text.

    Raises ``SourceNotUsable`` for a dimension or a key that the table does not have.
    """
    parts = [_filter(described, one, protocol) for one in question.filters]
    return " and ".join(parts)


def split(described: Description, question: Question, name: str) -> list[Question]:
    """Divide a question by the keys of a dimension; together they ask for exactly the same."""
    asked = [one for one in question.filters if one.dimension == name]
    keys = [item.key for item in dimension_named(described, name).items]
    wanted = [key for key in keys if all(one.admits(key) for one in asked)]
    others = tuple(one for one in question.filters if one.dimension != name)
    return [replace(question, filters=(*others, Filter(name, keys=(key,)))) for key in wanted]


def bundled(parts: Sequence[Question]) -> list[Question]:
    """Join parts that ``split`` made into two, that ask for half of the keys each."""
    middle = (len(parts) + 1) // 2
    return [_joined(half) for half in (parts[:middle], parts[middle:]) if half]


def _joined(parts: Sequence[Question]) -> Question:
    """Ask at once for what parts ask for, of which the last filter differs only."""
    *others, last = parts[0].filters
    keys = tuple(part.filters[-1].keys[0] for part in parts)
    return replace(parts[0], filters=(*others, replace(last, keys=keys)))


def any_of(parts: Sequence[str]) -> str:
    """Join conditions of which one must hold."""
    return parts[0] if len(parts) == 1 else f"({' or '.join(parts)})"


def quoted(text: str) -> str:
    """Double the quotes in a text, as OData wants them."""
    return text.replace("'", "''")


def _filter(described: Description, one: Filter, protocol: Protocol) -> str:
    name = one.dimension
    raw = {item.key: item.raw for item in dimension_named(described, name).items}
    if not one.keys + one.starts + one.contains or not raw.keys() >= set(one.keys):
        raise SourceNotUsable(described.table.id, "no_key", name)
    equal = [f"{name} eq '{quoted(raw[key])}'" for key in one.keys]
    starting = [f"startswith({name},'{quoted(part)}')" for part in one.starts]
    containing = [CONTAINS[protocol].format(name=name, part=quoted(part)) for part in one.contains]
    return any_of([*equal, *starting, *containing])
