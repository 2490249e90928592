"""OData v4 as CBS speaks it, for the server of the tests."""

from collections.abc import Sequence
from typing import Any, Final

from tests.opendata.faults import Reply
from tests.opendata.filters import chosen
from tests.opendata.speaking import Asked, Find, count_of, in_json, page_of
from tests.opendata.tables import Cell, Served

KINDS: Final = {"time": "TimeDimension", "region": "GeoDimension", "other": "Dimension"}


def reply(asked: Asked, find: Find, sizes: tuple[int, int]) -> Reply:
    """Answer a question for a table: ``odata/v1/CBS/<id>/<part>``."""
    *_, name = asked.parts[:4]
    table, part = find(name), asked.parts[4:]
    if part[:1] == ("Properties",):
        return in_json(_properties(table))
    rows = _rows(table, part[0])
    if part[0] == "Observations":
        rows = chosen(rows, asked.options.get("$filter", ""), "v4")
    if part[-1] == "$count":
        return count_of(rows)
    content = {"@odata.context": f"{asked.address}$metadata"}
    return in_json(content | page_of(asked, rows, sizes, "@odata.nextLink"))


def _rows(table: Served, part: str) -> Sequence[Cell]:
    """Give all rows of a part of a table."""
    if part == "Observations":
        return table.observations()
    if part == "Dimensions":
        return [
            {"Identifier": name, "Title": name, "Kind": KINDS[axis.kind], "ContainsCodes": True}
            for name, axis in table.axes.items()
        ]
    if part == "MeasureCodes":
        return _measures(table)
    if part == "MeasureGroups":
        return [
            {"Id": str(at), "Index": at, "Title": heading, "ParentId": None}
            for at, heading in enumerate(_headings(table), start=1)
        ]
    return _codes(table, part.removesuffix("Codes"))


def _properties(table: Served) -> dict[str, Any]:
    described = {"Identifier": table.id, "Title": table.title, "Modified": table.modified}
    counted = {"ObservationCount": len(table.observations()), "License": "CC BY 4.0"}
    return described | counted | {"TemporalCoverage": "2015-2024", "Frequency": "Perjaar"}


def _measures(table: Served) -> list[dict[str, Any]]:
    headings = _headings(table)
    return [
        {
            "Identifier": name,
            "Index": at,
            "Title": gauge.title,
            "Unit": gauge.unit,
            "DataType": "String" if gauge.text else "Long",
            "MeasureGroupId": str(headings.index(gauge.heading) + 1) if gauge.heading else None,
        }
        for at, (name, gauge) in enumerate(table.gauges.items())
    ]


def _codes(table: Served, name: str) -> list[dict[str, Any]]:
    axis = table.axes[name]
    return [
        {
            "Identifier": key,
            "Index": at,
            "Title": title,
            "Description": "",
            "DimensionGroupId": None,
            "Status": axis.status.get(key),
        }
        for at, (key, title) in enumerate(axis.titles.items())
    ]


def _headings(table: Served) -> list[str]:
    return [one for one in dict.fromkeys(g.heading for g in table.gauges.values()) if one]
