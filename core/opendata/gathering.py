"""Gathering all rows that a question asks for, in parts that a host is willing to give.

A part is divided when its address is too long, when the host says that it is too much, or when
reading it page by page would make the host count from the start for every page. Whatever the
division, the rows are counted: as many as the host announces, and every row once.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc

from core.errors import SourceNotUsable
from core.opendata import v3, v4
from core.opendata.answers import read_number
from core.opendata.asking import TOO_MANY, Connection
from core.opendata.descriptions import Description, TableInfo, time_dimension
from core.opendata.figures import Cells, fingerprints
from core.opendata.hosts import Hosts, OpenTable, Publisher
from core.opendata.paging import COUNT, Row, read_pages, too_long
from core.opendata.questions import Question, bundled, measures_asked, split


class Dialect(Protocol):
    """What a protocol can be asked; the modules ``v3`` and ``v4`` answer to it."""

    def read_info(self, connection: Connection, hosts: Hosts, table: OpenTable) -> TableInfo:
        """Read what a table is."""

    def read_catalogue(
        self, connection: Connection, hosts: Hosts, publisher: Publisher
    ) -> Sequence[TableInfo]:
        """Read what tables there are."""

    def read_description(
        self, connection: Connection, hosts: Hosts, table: OpenTable, info: TableInfo
    ) -> Description:
        """Read all that a table says about itself."""

    def rows_address(
        self, hosts: Hosts, described: Description, question: Question, part: str = ""
    ) -> str:
        """Write where rows are."""

    def cells_of(self, described: Description, question: Question, rows: Sequence[Row]) -> Cells:
        """Make figures of rows."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """What is gathered, where, and who takes the pages: called with figures and rows so far."""

    connection: Connection
    hosts: Hosts
    described: Description
    take: Callable[[pa.Table, int, int | None], None]


def dialect_of(table: OpenTable) -> Dialect:
    """Choose the protocol of who serves a table."""
    chosen: Dialect = v4 if table.publisher == "datasets" else v3
    return chosen


def gather(gathering: Gathering, question: Question) -> tuple[int, bool]:
    """Take all rows of a question; give how many rows, and whether the host counted them too.

    Raises ``SourceNotUsable`` when they are not all there, or not all different.
    """
    expected = _expected(gathering, question)
    ids: list[pa.Array] = []
    figures: list[pa.Array] = []
    rows = 0
    for cells in _parts(gathering, question, expected):
        rows += len(cells.ids)
        ids.append(pa.array(cells.ids, pa.int64()))
        figures.append(fingerprints(cells.figures))
        if rows > gathering.connection.limits.most_rows:
            raise SourceNotUsable(question.table.id, "too_large")
        gathering.take(cells.figures, rows, expected)
    if expected is not None and rows != expected:
        raise SourceNotUsable(question.table.id, "incomplete")
    if _repeats(ids) or _repeats(figures):
        raise SourceNotUsable(question.table.id, "repeated")
    return rows, expected is not None


def _repeats(pages: Sequence[pa.Array]) -> bool:
    """Tell whether a number stands in pages twice."""
    if not pages:
        return False
    every = pa.chunked_array(pages)
    return bool(pc.count_distinct(every).as_py() != len(every))


def _parts(gathering: Gathering, question: Question, expected: int | None) -> Iterator[Cells]:
    """Give the pages of a question, divided by period when it is long."""
    time = time_dimension(gathering.described)
    deep = expected is not None and expected > v3.PAGE_ROWS
    if deep and time is not None and question.table.publisher != "datasets":
        for part in split(gathering.described, question, time.name):
            yield from _part(gathering, part)
    else:
        yield from _part(gathering, question)


def _part(gathering: Gathering, question: Question) -> Iterator[Cells]:
    """Give the pages of a part, or of its own parts when the host refuses it as it is."""
    described = gathering.described
    address = dialect_of(question.table).rows_address(gathering.hosts, described, question)
    parts = _halves(described, question) if too_long(address) else []
    if not parts:
        refused = yield from _pages(gathering, question, address)
        parts = _divided(described, question) if refused else []
    for part in parts:
        yield from _part(gathering, part)


def _pages(gathering: Gathering, question: Question, address: str) -> Generator[Cells, None, bool]:
    """Give the pages at an address, and whether the host refused because there are too many."""
    dialect, given = dialect_of(question.table), False
    try:
        for rows in read_pages(gathering.connection, question.table.id, address):
            yield dialect.cells_of(gathering.described, question, rows)
            given = True
    except SourceNotUsable as problem:
        if given or problem.reason != TOO_MANY:
            raise
        return True
    return False


def _expected(gathering: Gathering, question: Question) -> int | None:
    """Ask how many rows there will be; none when the host does not say."""
    described, table = gathering.described, question.table
    address = dialect_of(table).rows_address(gathering.hosts, described, question, COUNT)
    if too_long(address):
        counts = [_expected(gathering, part) for part in _halves(described, question)]
        return None if None in counts else sum(count or 0 for count in counts)
    count = read_number(gathering.connection, table.id, address)
    if count is None and not question.filters and not question.measures:
        return described.info.figures if described.info.figures >= 0 else None
    return count


def _divided(described: Description, question: Question) -> Sequence[Question]:
    """Divide a question that is too much by the first dimension that still can be divided."""
    kinds = {"time": 0, "region": 2, "other": 1}
    for one in sorted(described.dimensions, key=lambda found: kinds[found.kind]):
        parts = split(described, question, one.name)
        if len(parts) > 1:
            return parts
    return _measures_halved(described, question)


def _halves(described: Description, question: Question) -> Sequence[Question]:
    """Divide what makes an address too long: the longest list of keys, or else the measures."""
    longest = max(question.filters, key=lambda one: len(one.keys), default=None)
    if longest is not None and len(longest.keys) > 1:
        return bundled(split(described, question, longest.dimension))
    return _measures_halved(described, question)


def _measures_halved(described: Description, question: Question) -> Sequence[Question]:
    """Divide the measures, which in v4 have rows of their own; in v3 a row holds them all."""
    keys = tuple(measure.key for measure in measures_asked(described, question))
    if len(keys) < 2 or question.table.publisher != "datasets":
        raise SourceNotUsable(question.table.id, TOO_MANY)
    middle = len(keys) // 2
    return [replace(question, measures=part) for part in (keys[:middle], keys[middle:])]
