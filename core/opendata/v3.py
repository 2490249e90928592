"""OData v3 as CBS speaks it, for its own tables and for those of others (Iv3).

A row of ``TypedDataSet`` is a cell of the table with a column for each measure; a figure that is
not published is null. All is asked of the feed, which gives 10,000 rows a page; the other entrance
(ODataApi) refuses more than that, and knows no way to go on.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import pyarrow as pa

from core.errors import SourceNotUsable
from core.opendata.asking import Connection
from core.opendata.descriptions import (
    Description,
    Dimension,
    Kind,
    Measure,
    TableInfo,
)
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
    too_long,
    with_query,
)
from core.opendata.questions import Question, any_of, expression, measures_asked

PAGE_ROWS: Final = 10_000
JSON: Final = {"$format": "json"}
KINDS: Final[Mapping[str, Kind]] = {
    "Dimension": "other",
    "TimeDimension": "time",
    "GeoDimension": "region",
}
HEADING: Final = "TopicGroup"
TEXTS: Final = ("string", "text")
MOST_HEADINGS: Final = 20
MOST_PUBLISHED: Final = 3
"""Of more measures, what is not published is left out here: an address has a limit."""


def base_of(hosts: Hosts, table: OpenTable) -> str:
    """Give the address of a table."""
    host = hosts.third_party if table.publisher == "third_party" else hosts.statline
    return f"{host}/ODataFeed/odata/{table.id}"


def read_info(connection: Connection, hosts: Hosts, table: OpenTable) -> TableInfo:
    """Read the title, and the moment of the last change."""
    address = with_query(f"{base_of(hosts, table)}/TableInfos", JSON)
    rows = read_list(connection, table.id, address)
    if len(rows) != 1:
        raise SourceNotUsable(table.id, "wrong_shape")
    return info_of(table, rows[0], "Period")


def read_catalogue(
    connection: Connection, hosts: Hosts, publisher: Publisher
) -> Sequence[TableInfo]:
    """Read the titles of all tables. The host is not asked to search: hosts differ in how."""
    host = hosts.third_party if publisher == "third_party" else hosts.statline
    chosen = {**JSON, "$select": "Identifier,Title,Modified,Period,Frequency,Summary"}
    rows = read_list(connection, publisher, with_query(f"{host}/ODataCatalog/Tables", chosen))
    return [_listed(row, publisher) for row in rows]


def read_description(
    connection: Connection, hosts: Hosts, table: OpenTable, info: TableInfo
) -> Description:
    """Read the dimensions with their keys, and what is measured."""
    base = base_of(hosts, table)
    rows = read_whole(connection, table.id, f"{base}/DataProperties", "ID", JSON)
    named = [row for row in rows if row.get("Type") in KINDS]
    dimensions = tuple(_dimension(connection, base, table.id, row) for row in named)
    described = Description(table, info, dimensions, _measures(rows, table.id))
    if not described.dimensions or not described.measures:
        raise SourceNotUsable(table.id, "wrong_shape")
    return described


def rows_address(hosts: Hosts, described: Description, question: Question, part: str = "") -> str:
    """Write where the rows are, or with ``part`` something about them (``/$count``)."""
    asked = measures_asked(described, question)
    conditions = expression(described, question, "v3")
    if question.published_only and len(asked) <= MOST_PUBLISHED:
        published = any_of([f"{measure.key} ne null" for measure in asked])
        conditions = f"{conditions} and {published}" if conditions else published
    address = f"{base_of(hosts, described.table)}/TypedDataSet{part}"
    if part:
        return with_query(address, {"$filter": conditions})
    names = [one.name for one in described.dimensions] + [measure.key for measure in asked]
    options = {**JSON, "$filter": conditions}
    chosen = with_query(address, {**options, "$select": ",".join(["ID", *names])})
    return with_query(address, options) if too_long(chosen) else chosen


def cells_of(described: Description, question: Question, rows: Sequence[Row]) -> Cells:
    """Lay a page of rows out as figures, one below the other."""
    table = described.table.id
    asked = measures_asked(described, question)
    keys = {
        one.name: [raw_of(row, one.name, table).strip() for row in rows]
        for one in described.dimensions
    }
    batches = [
        batch_of(table, keys, [measure] * len(rows), _column(table, rows, measure))
        for measure in asked
    ]
    return Cells(
        [number_of(row, "ID", table) for row in rows], filtered(pa.concat_tables(batches), question)
    )


def _listed(row: Row, publisher: Publisher) -> TableInfo:
    return info_of(
        OpenTable(raw_of(row, "Identifier", publisher).strip(), publisher), row, "Period"
    )


def _column(table: str, rows: Sequence[Row], measure: Measure) -> list[object]:
    if any(measure.key not in row for row in rows):
        raise SourceNotUsable(table, "no_measure", measure.name)
    return [row[measure.key] for row in rows]


def _dimension(connection: Connection, base: str, table: str, row: Row) -> Dimension:
    name = raw_of(row, "Key", table).strip()
    rows = read_whole(connection, table, f"{base}/{name}", "Key", JSON)
    items = tuple(item_of(item, "Key", "CategoryGroupID", table) for item in rows)
    return Dimension(name, KINDS[str(row["Type"])], items)


def _measures(rows: Sequence[Row], table: str) -> tuple[Measure, ...]:
    by_id = {row.get("ID"): row for row in rows}
    return tuple(
        Measure(
            raw_of(row, "Key", table).strip(),
            text_of(row, "Title", table),
            text_of(row, "Unit", table),
            _headings(by_id, row, table),
            text_of(row, "Datatype", table).lower() not in TEXTS,
        )
        for row in rows
        if row.get("Type") not in {*KINDS, HEADING}
    )


def _headings(by_id: Mapping[object, Row], row: Row, table: str) -> str:
    """Join the titles of the groups that a measure stands in, from the outside in."""
    titles: list[str] = []
    above = by_id.get(row.get("ParentID"))
    while above is not None and len(titles) < MOST_HEADINGS:
        titles.insert(0, text_of(above, "Title", table))
        above = by_id.get(above.get("ParentID"))
    return " > ".join(titles)
