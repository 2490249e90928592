"""The client of open data: the one way to what others publish.

    with open_client(hosts_of(), folder) as client:
        described = describe(client, OpenTable("85099NED"))
        youth = Filter("RegioS", starts=("GM",))
        kept = fetch(client, Question(described.table, ("JongerenMetJeugdzorg",), (youth,)))
        table = widened(figures(kept))

Nothing is asked of anybody before one of these functions is called. What is fetched is kept in a
folder; a table that its publisher did not change since (``Modified``) is not fetched again. Every
error is ``SourceNotReached`` or ``SourceNotUsable``, and leaves what was kept as it was. ``report``
hears of every page, and may raise to stop: then, too, nothing is left behind.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from core.errors import SourceNotUsable
from core.opendata.asking import Connection, Limits
from core.opendata.descriptions import (
    Description,
    TableInfo,
    described_of,
    dimension,
    measures,
)
from core.opendata.downloading import download_to
from core.opendata.features import features_to, is_features
from core.opendata.figures import schema_of, widened
from core.opendata.gathering import Gathering, dialect_of, gather
from core.opendata.hosts import Hosts, OpenTable, Publisher, hosts_of
from core.opendata.keeping import (
    Kept,
    figures_writer,
    kept_at,
    note_of,
    read_json_at,
    rows,
    today,
    write_json,
)
from core.opendata.questions import Filter, Question

TABLE_ID: Final = re.compile(r"[A-Za-z0-9]{1,32}")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a source is: rows, features or bytes so far, of how many, if that is known."""

    source: str
    done: int
    expected: int | None = None


Report = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Client:
    """Whom to ask, where to keep it, whom to tell, and over which connection."""

    hosts: Hosts
    folder: Path
    report: Report
    connection: Connection = field(default_factory=Connection)


@contextmanager
def open_client(
    hosts: Hosts, folder: Path, report: Report | None = None, limits: Limits | None = None
) -> Iterator[Client]:
    """Open a client that keeps what it fetches in a folder; asks nothing yet."""
    connection = Connection(limits or Limits())
    with connection.session:
        yield Client(hosts, folder, report or _silent, connection)


def table_info(client: Client, table: OpenTable) -> TableInfo:
    """Ask for the title of a table and the moment of its last change; one request."""
    if not TABLE_ID.fullmatch(table.id):
        raise SourceNotUsable(table.id, "not_found")
    return dialect_of(table).read_info(client.connection, client.hosts, table)


def list_tables(client: Client, publisher: Publisher) -> Sequence[TableInfo]:
    """Ask what tables a publisher has, to find one by its title when a year has another id.

    One request for thousands of titles: ask it once.
    """
    dialect = dialect_of(OpenTable("", publisher))
    return dialect.read_catalogue(client.connection, client.hosts, publisher)


def describe(client: Client, table: OpenTable) -> Description:
    """Ask for all that a table says about itself, or find it as it was kept.

    ``dimension(described, name)`` and ``measures(described)`` give it as tables.
    """
    info = table_info(client, table)
    path = _folder(client, table) / "description.json"
    stored = read_json_at(path)
    if stored.get("info") == asdict(info):
        return described_of(stored)
    dialect = dialect_of(table)
    described = dialect.read_description(client.connection, client.hosts, table, info)
    write_json(path, table.id, asdict(described))
    return described


def fetch(client: Client, question: Question) -> Kept:
    """Fetch the figures that a question asks for, or find them as they were kept.

    ``figures(kept)`` gives them all, ``rows(kept)`` batch by batch. Raises ``SourceNotUsable`` when
    not every row came that the host announced, or when the table changed meanwhile.
    """
    described = describe(client, question.table)
    path = _folder(client, question.table) / f"{question.digest}.parquet"
    kept = kept_at(path)
    if kept is not None and kept.modified == described.info.modified:
        return kept
    return _fetched(client, described, question, path)


def figures(kept: Kept) -> pd.DataFrame:
    """Give the figures of a kept table, one below the other; see ``core.opendata.figures``.

    Dimensions and measures are categories, so that a million figures stay small.
    """
    with pq.ParquetFile(kept.path) as file:
        texts = [name for name in file.schema_arrow.names if name not in {"value", "text"}]
    table = pq.read_table(kept.path, read_dictionary=texts)
    return table.unify_dictionaries().to_pandas()


def download(client: Client, address: str, source: str = "") -> Kept:
    """Fetch a file as it is (DUO), or find it as it was kept when the host says so.

    Of a service for features (shapes) all pages come, as one GeoJSON file. ``source`` names it in
    messages. A web page in the place of a file is refused.
    """
    name = source or address.rsplit("/", 1)[-1].partition("?")[0]
    come = features_to if is_features(address) else download_to
    return come(
        client.connection,
        client.folder / "files",
        address,
        name,
        lambda done: client.report(Progress(name, done)),
    )


def _fetched(client: Client, described: Description, question: Question, path: Path) -> Kept:
    """Fetch figures to a file, and see afterwards that the table is still the same."""
    table = question.table
    with figures_writer(path, table.id, schema_of(_names(described))) as writer:

        def take(figures: pa.Table, done: int, expected: int | None) -> None:
            writer.write_table(figures)
            client.report(Progress(table.id, done, expected))

        gathering = Gathering(client.connection, client.hosts, described, take)
        count, counted = gather(gathering, question)
        if table_info(client, table).modified != described.info.modified:
            raise SourceNotUsable(table.id, "changed")
        kept = Kept(path, table.id, described.info.modified, today(), count, counted)
        writer.add_key_value_metadata(note_of(kept))
    return kept


def _names(described: Description) -> Sequence[str]:
    return [one.name for one in described.dimensions]


def _folder(client: Client, table: OpenTable) -> Path:
    return client.folder / table.publisher / table.id


def _silent(_progress: Progress) -> None:
    """Tell nobody."""


__all__ = [
    "Client",
    "Description",
    "Filter",
    "Hosts",
    "Kept",
    "Limits",
    "OpenTable",
    "Progress",
    "Question",
    "TableInfo",
    "describe",
    "dimension",
    "download",
    "fetch",
    "figures",
    "hosts_of",
    "list_tables",
    "measures",
    "open_client",
    "rows",
    "table_info",
    "widened",
]
