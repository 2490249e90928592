"""What a table says about itself: its title and date, its dimensions, and what it measures.

Keys are given without the spaces that OData v3 pads them with; ``Item.raw`` is the key as the host
writes it, because a filter must repeat it exactly.
"""

import re
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

import pandas as pd

from core.errors import SourceNotUsable
from core.opendata.hosts import OpenTable

Kind = Literal["time", "region", "other"]
SUFFIX: Final = re.compile(r"_\d+$")
ITEM_COLUMNS: Final = ("key", "title", "status", "group", "description")
MEASURE_COLUMNS: Final = ("key", "name", "title", "unit", "group", "number")


@dataclass(frozen=True, slots=True)
class TableInfo:
    """A table in short. ``modified`` is as published, and changes with every new publication.

    ``period`` says which years are in it, ``figures`` how many there are (-1: not said).
    """

    id: str
    title: str
    modified: str
    period: str = ""
    frequency: str = ""
    summary: str = ""
    figures: int = -1


@dataclass(frozen=True, slots=True)
class Item:
    """A key of a dimension; ``status`` only for periods (Definitief, Voorlopig, ...)."""

    raw: str
    key: str
    title: str
    status: str = ""
    group: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension with all its keys."""

    name: str
    kind: Kind
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured. ``group`` is the path of headings above its title, from the outside in."""

    key: str
    title: str
    unit: str = ""
    group: str = ""
    number: bool = True

    @property
    def name(self) -> str:
        """The key without the number at its end, that changes from year to year."""
        return SUFFIX.sub("", self.key)


@dataclass(frozen=True, slots=True)
class Description:
    """All that a table says about itself."""

    table: OpenTable
    info: TableInfo
    dimensions: tuple[Dimension, ...]
    measures: tuple[Measure, ...]


def dimension(described: Description, name: str) -> pd.DataFrame:
    """Give the keys of a dimension: key, title, status, group, description; in published order."""
    items = dimension_named(described, name).items
    return pd.DataFrame([_listed(item) for item in items], columns=list(ITEM_COLUMNS))


def measures(described: Description) -> pd.DataFrame:
    """Give what is measured: key, name (without number), title, unit, group, number or text."""
    rows = [asdict(measure) | {"name": measure.name} for measure in described.measures]
    return pd.DataFrame(rows, columns=list(MEASURE_COLUMNS))


def dimension_named(described: Description, name: str) -> Dimension:
    """Find a dimension. Raises ``SourceNotUsable`` when the table has none of that name."""
    for found in described.dimensions:
        if found.name == name:
            return found
    raise SourceNotUsable(described.table.id, "no_dimension", name)


def time_dimension(described: Description) -> Dimension | None:
    """Find the dimension of periods, if there is one."""
    return next((found for found in described.dimensions if found.kind == "time"), None)


def described_of(stored: dict[str, Any]) -> Description:
    """Make a description again of what ``dataclasses.asdict`` made of it."""
    dimensions = tuple(
        Dimension(one["name"], one["kind"], tuple(Item(**item) for item in one["items"]))
        for one in stored["dimensions"]
    )
    return Description(
        OpenTable(**stored["table"]),
        TableInfo(**stored["info"]),
        dimensions,
        tuple(Measure(**one) for one in stored["measures"]),
    )


def _listed(item: Item) -> dict[str, str]:
    stored = asdict(item)
    return {name: stored[name] for name in ITEM_COLUMNS}
