"""Tables as a publisher has them, for the server of the tests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.opendata.descriptions import Kind
from core.opendata.hosts import Publisher

Cell = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Axis:
    """A dimension: its keys with their titles, padded to a width by v3, and status of periods."""

    titles: Mapping[str, str]
    kind: Kind = "other"
    width: int = 0
    status: Mapping[str, str] = field(default_factory=dict)

    def raw(self, key: str) -> str:
        """Give a key as v3 writes it."""
        return key.ljust(self.width)


@dataclass(frozen=True, slots=True)
class Gauge:
    """A measure: its title, its unit, whether it is a text, and the heading above it."""

    title: str
    unit: str = "aantal"
    text: bool = False
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Served:
    """A table. A row of ``rows`` has a key for each axis and a value (or None) for each gauge."""

    id: str
    axes: Mapping[str, Axis]
    gauges: Mapping[str, Gauge]
    rows: Sequence[Cell]
    publisher: Publisher = "statline"
    title: str = "Jongeren met jeugdzorg"
    modified: str = "2026-04-30T02:00:00"
    made: dict[str, list[Cell]] = field(init=False, repr=False, default_factory=dict)

    def observations(self) -> list[Cell]:
        """Give the rows as v4 does: one for each value, none for what is not published."""
        if "v4" not in self.made:
            self.made["v4"] = self._observations()
        return self.made["v4"]

    def cells(self) -> list[Cell]:
        """Give the rows as v3 does: keys padded, a number for each row."""
        if "v3" not in self.made:
            self.made["v3"] = self._cells()
        return self.made["v3"]

    def _observations(self) -> list[Cell]:
        found = [
            {
                "Measure": name,
                "ValueAttribute": "None",
                "Value": None if gauge.text else row[name],
                "StringValue": row[name] if gauge.text else None,
                **{axis: row[axis] for axis in self.axes},
            }
            for row in self.rows
            for name, gauge in self.gauges.items()
            if row[name] is not None
        ]
        return [{"Id": number} | row for number, row in enumerate(found)]

    def _cells(self) -> list[Cell]:
        return [
            {"ID": number}
            | {name: axis.raw(row[name]) for name, axis in self.axes.items()}
            | {name: row[name] for name in self.gauges}
            for number, row in enumerate(self.rows)
        ]


def years(*periods: str, kind: str = "Definitief") -> Axis:
    """Give an axis of periods."""
    titles = {period: period[:4] for period in periods}
    return Axis(titles, "time", status=dict.fromkeys(periods, kind))


def regions(*codes: str, width: int = 6) -> Axis:
    """Give an axis of regions, padded as v3 does."""
    return Axis({code: f"Gebied {code}" for code in codes}, "region", width)


def crossed(
    axes: Mapping[str, Axis], gauges: Mapping[str, Gauge], nothing: int = 7
) -> Sequence[Cell]:
    """Fill a table: a row for every combination of keys; every nth value is not published."""
    combinations: list[dict[str, Any]] = [{}]
    for name, axis in axes.items():
        combinations = [one | {name: key} for one in combinations for key in axis.titles]
    number = 0
    for row in combinations:
        for name, gauge in gauges.items():
            number += 1
            told = f"tekst {number}   " if gauge.text else number * 5.0
            row[name] = None if number % nothing == 0 else told
    return combinations
