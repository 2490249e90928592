"""OData v4 as CBS speaks it: an observation a row, and a list of codes for each dimension.

A figure that is not published has no row, or one without a value. Keys of measures differ from
those of v3, which also numbers them. ``$search`` is ignored without a word, so that it is not used.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from core.errors import SourceNotUsable
from core.opendata.answers import read_json
from core.opendata.asking import Connection
from core.opendata.descriptions import Description, Dimension, Kind, Measure, TableInfo
from core.opendata.figures import Cells, batch_of, filtered
from core.opendata.hosts import Hosts, OpenTable, Publisher
from core.opendata.paging import (
    Row,
    info_of,
    item_of,
    number_of,
    raw_of,
    read_list,
    read_whole,
    text_of,
    with_query,
)
from core.opendata.questions import Question, any_of, expression, measures_asked, quoted

KINDS: Final[Mapping[str, Kind]] = {"TimeDimension": "time", "GeoDimension": "region"}
TEXTS: Final = ("string", "text")
MOST_HEADINGS: Final = 20


def base_of(hosts: Hosts, table: OpenTable) -> str:
    """Give the address of a table."""
    return f"{hosts.datasets}/odata/v1/CBS/{table.id}"


def read_info(connection: Connection, hosts: Hosts, table: OpenTable) -> TableInfo:
    """Read the title, and the moment of the last change."""
    found = read_json(connection, table.id, f"{base_of(hosts, table)}/Properties")
    count = found.get("ObservationCount")
    info = info_of(table, found, "TemporalCoverage")
    return replace(info, figures=count if isinstance(count, int) else -1)


def read_catalogue(
    connection: Connection, hosts: Hosts, publisher: Publisher
) -> Sequence[TableInfo]:
    """Read the titles of all tables. The host is not asked to search: it would ignore that."""
    chosen = {"$select": "Identifier,Title,Modified"}
    address = with_query(f"{hosts.datasets}/odata/v1/CBS/Datasets", chosen)
    rows = read_list(connection, publisher, address)
    return [_listed(row, publisher) for row in rows]


def read_description(
    connection: Connection, hosts: Hosts, table: OpenTable, info: TableInfo
) -> Description:
    """Read the dimensions with their codes, and what is measured."""
    base = base_of(hosts, table)
    rows = read_whole(connection, table.id, f"{base}/Dimensions", "Identifier", {})
    dimensions = tuple(_dimension(connection, base, table.id, row) for row in rows)
    measured = _measures(connection, base, table.id)
    if not dimensions or not measured:
        raise SourceNotUsable(table.id, "wrong_shape")
    return Description(table, info, dimensions, measured)


def rows_address(hosts: Hosts, described: Description, question: Question, part: str = "") -> str:
    """Write where the observations are, or with ``part`` something about them (``/$count``)."""
    conditions = [expression(described, question, "v4")]
    if question.measures:
        asked = measures_asked(described, question)
        conditions.append(any_of([f"Measure eq '{quoted(one.key)}'" for one in asked]))
    written = " and ".join(condition for condition in conditions if condition)
    address = f"{base_of(hosts, described.table)}/Observations{part}"
    return with_query(address, {"$filter": written})


def cells_of(described: Description, question: Question, rows: Sequence[Row]) -> Cells:
    """Give a page of observations as figures."""
    table = described.table.id
    asked = {measure.key: measure for measure in measures_asked(described, question)}
    wanted = [row for row in rows if raw_of(row, "Measure", table).strip() in asked]
    keys = {
        one.name: [raw_of(row, one.name, table).strip() for row in wanted]
        for one in described.dimensions
    }
    told = [asked[str(row["Measure"]).strip()] for row in wanted]
    figures = batch_of(table, keys, told, [_cell(row, table) for row in wanted])
    return Cells([number_of(row, "Id", table) for row in rows], filtered(figures, question))


def _listed(row: Row, publisher: Publisher) -> TableInfo:
    return info_of(OpenTable(raw_of(row, "Identifier", publisher).strip(), publisher), row, "")


def _cell(row: Row, table: str) -> object:
    """Give the number of an observation, or its text; neither when it is not published."""
    if "Value" not in row:
        raise SourceNotUsable(table, "wrong_shape")
    return row["Value"] if row["Value"] is not None else row.get("StringValue")


def _dimension(connection: Connection, base: str, table: str, row: Row) -> Dimension:
    name = raw_of(row, "Identifier", table).strip()
    coded = row.get("ContainsCodes") is not False
    address = f"{base}/{name}Codes"
    codes = read_whole(connection, table, address, "Identifier", {}) if coded else []
    items = tuple(item_of(code, "Identifier", "DimensionGroupId", table) for code in codes)
    return Dimension(name, KINDS.get(text_of(row, "Kind", table), "other"), items)


def _measures(connection: Connection, base: str, table: str) -> tuple[Measure, ...]:
    codes = read_whole(connection, table, f"{base}/MeasureCodes", "Identifier", {})
    groups = {str(row.get("Id")): row for row in _groups(connection, base, table, codes)}
    return tuple(
        Measure(
            raw_of(code, "Identifier", table).strip(),
            text_of(code, "Title", table),
            text_of(code, "Unit", table),
            _headings(groups, code.get("MeasureGroupId"), table),
            text_of(code, "DataType", table).lower() not in TEXTS,
        )
        for code in codes
    )


def _groups(connection: Connection, base: str, table: str, codes: Sequence[Row]) -> Sequence[Row]:
    """Read the groups of measures, which a table without groups does not publish."""
    if not any(code.get("MeasureGroupId") for code in codes):
        return ()
    return read_whole(connection, table, f"{base}/MeasureGroups", "Id", {})


def _headings(groups: Mapping[str, Row], first: object, table: str) -> str:
    """Join the titles of the groups that a measure stands in, from the outside in."""
    titles: list[str] = []
    above = groups.get(str(first))
    while above is not None and len(titles) < MOST_HEADINGS:
        titles.insert(0, text_of(above, "Title", table))
        above = groups.get(str(above.get("ParentId")))
    return " > ".join(titles)
