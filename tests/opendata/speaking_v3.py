"""OData v3 as CBS speaks it, for the server of the tests."""

from collections.abc import Sequence
from typing import Any, Final

from tests.opendata.faults import Reply
from tests.opendata.filters import chosen
from tests.opendata.speaking import Asked, Find, TooMuch, count_of, in_json, page_of
from tests.opendata.tables import Cell, Served

KINDS: Final = {"time": "TimeDimension", "region": "GeoDimension", "other": "Dimension"}
API_ROWS: Final = 10_000


def reply(asked: Asked, find: Find, sizes: tuple[int, int]) -> Reply:
    """Answer a question for a table: ``ODataFeed/odata/<id>/<part>``, or by ODataApi."""
    entrance, _, name, *part = asked.parts
    table = find(name)
    if part[-1:] == ["$count"]:
        return count_of(_rows(table, part[0], asked))
    if entrance == "ODataFeed" and asked.options.get("$format") != "json":
        return Reply(200, {"Content-Type": "application/atom+xml;type=feed"}, b"<feed/>")
    rows = _rows(table, part[0] if part else "", asked)
    if entrance == "ODataApi" and ("$skip" in asked.options or len(rows) > API_ROWS):
        raise TooMuch(API_ROWS)
    content = {"odata.metadata": f"{asked.address}$metadata"}
    return in_json(content | page_of(asked, rows, sizes, "odata.nextLink"))


def _rows(table: Served, part: str, asked: Asked) -> Sequence[Cell]:
    """Give all rows of a part of a table."""
    if part == "TableInfos":
        return [_info(table)]
    if part == "DataProperties":
        return _properties(table)
    if part in table.axes:
        return _keys(table, part)
    if part == "TypedDataSet":
        return _cells(table, asked)
    return [{"name": name, "url": f"{asked.address}/{name}"} for name in _parts(table, part)]


def _parts(table: Served, part: str) -> list[str]:
    if part:
        raise KeyError(part)
    return ["TableInfos", "TypedDataSet", "DataProperties", *table.axes]


def _cells(table: Served, asked: Asked) -> Sequence[Cell]:
    rows = chosen(table.cells(), asked.options.get("$filter", ""), "v3")
    names = asked.options.get("$select")
    if not names:
        return rows
    return [{name: row[name] for name in names.split(",")} for row in rows]


def _info(table: Served) -> dict[str, Any]:
    info = {"ID": 0, "Title": table.title, "Identifier": table.id, "Modified": table.modified}
    return info | {"Summary": None, "Period": "2015 - 2024", "Frequency": "Perjaar"}


def _properties(table: Served) -> list[dict[str, Any]]:
    dimensions = [
        {"Type": KINDS[axis.kind], "Key": name, "Title": name, "ParentID": None}
        for name, axis in table.axes.items()
    ]
    headings = list(dict.fromkeys(gauge.heading for gauge in table.gauges.values()))
    above = len(dimensions)
    groups = [
        {"Type": "TopicGroup", "Key": "", "Title": heading, "ParentID": None}
        for heading in headings
    ]
    topics = [
        {
            "Type": "Topic",
            "Key": name,
            "Title": gauge.title,
            "Unit": gauge.unit,
            "Datatype": "String" if gauge.text else "Long",
            "ParentID": above + headings.index(gauge.heading) if gauge.heading else None,
        }
        for name, gauge in table.gauges.items()
    ]
    rows: list[dict[str, Any]] = [*dimensions, *groups, *topics]
    return [{"ID": at} | row for at, row in enumerate(rows)]


def _keys(table: Served, name: str) -> list[dict[str, Any]]:
    axis = table.axes[name]
    rows = [
        {"Key": axis.raw(key), "Title": title, "Description": None, "CategoryGroupID": None}
        for key, title in axis.titles.items()
    ]
    if axis.kind != "time":
        return rows
    return [row | {"Status": axis.status.get(str(row["Key"]).strip())} for row in rows]
