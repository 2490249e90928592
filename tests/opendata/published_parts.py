"""What tables of the small country are made of: regions, periods, and a value for every cell."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from core.opendata.hosts import Publisher
from tests.opendata.tables import Axis, Gauge, Served

Fill = Callable[[Mapping[str, str], str], object]


def regions(*codes: str, width: int = 6) -> Axis:
    """Give an axis of regions; the country always is one of them."""
    named = {code: f"Gebied {code}" for code in ("NL01", *codes)}
    return Axis(named, "region", width)


def periods(*keys: str, provisional: Sequence[str] = ()) -> Axis:
    """Give an axis of periods, some of them provisional."""
    status = {key: "Voorlopig" if key in provisional else "Definitief" for key in keys}
    stars = {key: f"{key[:4]}{'*' if key in provisional else ''}" for key in keys}
    return Axis(stars, "time", status=status)


def table(
    name: str,
    axes: Mapping[str, Axis],
    gauges: Mapping[str, Gauge],
    fill: Fill,
    publisher: Publisher = "statline",
) -> Served:
    """Fill a table: a row for every combination of keys, a value for every measure."""
    rows: list[dict[str, Any]] = [{}]
    for axis, keys in axes.items():
        rows = [one | {axis: key} for one in rows for key in keys.titles]
    filled = [row | {gauge: fill(row, gauge) for gauge in gauges} for row in rows]
    return Served(name, axes, gauges, filled, publisher, title=f"Titel van {name}")
