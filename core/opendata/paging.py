"""Reading a list page by page, and addresses with a question in them.

A host that has more to give says where it goes on. That address must be of the same host and must
be new: a host that goes round in circles is found out instead of followed.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from core.errors import SourceNotUsable
from core.opendata.answers import read_json, read_number
from core.opendata.asking import Connection
from core.opendata.descriptions import Item, TableInfo
from core.opendata.hosts import OpenTable, same_host

NEXT: Final = ("@odata.nextLink", "odata.nextLink")
COUNT: Final = "/$count"
MOST_PAGES: Final = 20_000
LONGEST_QUERY: Final = 1_800
"""Servers of this kind refuse a longer query by default (2,048)."""

Row = Mapping[str, Any]


def with_query(address: str, options: Mapping[str, str]) -> str:
    """Write options behind an address, a space as %20; an option without value is left out."""
    written = [f"{name}={quote(value, safe='')}" for name, value in options.items() if value]
    return f"{address}?{'&'.join(written)}" if written else address


def too_long(address: str) -> bool:
    """Tell whether a host may refuse an address for its length."""
    return len(urlsplit(address).query) > LONGEST_QUERY


def read_pages(connection: Connection, source: str, address: str) -> Iterator[Sequence[Row]]:
    """Give the rows of every page, until the host says that there is no more."""
    seen = {address}
    following: str | None = address
    while following is not None:
        page = read_json(connection, source, following)
        yield rows_of(page, source)
        following = _next(page, following, source)
        if following in seen or len(seen) > MOST_PAGES:
            raise SourceNotUsable(source, "repeated")
        if following is not None:
            seen.add(following)


def read_list(connection: Connection, source: str, address: str) -> list[Row]:
    """Give all rows of a list that is known to be short enough to hold."""
    return [row for page in read_pages(connection, source, address) for row in page]


def read_whole(
    connection: Connection, source: str, address: str, key: str, options: Mapping[str, str]
) -> list[Row]:
    """Give all rows of a list that has a key, and see that each is there, once.

    Raises ``SourceNotUsable`` when the host announces another number of rows.
    """
    rows = read_list(connection, source, with_query(address, options))
    announced = read_number(connection, source, f"{address}{COUNT}")
    if announced is not None and announced != len(rows):
        raise SourceNotUsable(source, "incomplete")
    if len({str(row.get(key)) for row in rows}) != len(rows):
        raise SourceNotUsable(source, "repeated")
    return rows


def rows_of(page: Row, source: str) -> Sequence[Row]:
    """Give the rows of a page, perhaps none. Raises ``SourceNotUsable`` without a list."""
    rows = page.get("value")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SourceNotUsable(source, "wrong_shape")
    return rows


def text_of(row: Row, name: str, source: str) -> str:
    """Give a text without the spaces around it; a missing one is empty."""
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise SourceNotUsable(source, "wrong_shape")
    return value.strip()


def info_of(table: OpenTable, row: Row, period: str) -> TableInfo:
    """Read what a table is; only when it says when it was changed can it be kept."""
    texts = {name: text_of(row, name, table.id) for name in ("Title", "Modified", "Frequency")}
    if not texts["Modified"]:
        raise SourceNotUsable(table.id, "wrong_shape")
    return TableInfo(
        table.id,
        texts["Title"],
        texts["Modified"],
        text_of(row, period, table.id),
        texts["Frequency"],
        text_of(row, "Summary", table.id),
    )


def raw_of(row: Row, name: str, source: str) -> str:
    """Give a key with the spaces it is padded with. Raises ``SourceNotUsable`` without one."""
    value = row.get(name)
    if not isinstance(value, str) or not value.strip():
        raise SourceNotUsable(source, "wrong_shape")
    return value


def number_of(row: Row, name: str, source: str) -> int:
    """Give a whole number. Raises ``SourceNotUsable`` without one."""
    value = row.get(name)
    if not isinstance(value, int):
        raise SourceNotUsable(source, "wrong_shape")
    return value


def item_of(row: Row, key: str, group: str, source: str) -> Item:
    """Read a key of a dimension: ``key`` and ``group`` are the names of its columns."""
    raw = raw_of(row, key, source)
    return Item(
        raw,
        raw.strip(),
        text_of(row, "Title", source),
        text_of(row, "Status", source),
        str(row.get(group) or ""),
        text_of(row, "Description", source),
    )


def _next(page: Row, address: str, source: str) -> str | None:
    """Find where a list goes on. Some hosts still write http for what they serve over https."""
    link = next((page[name] for name in NEXT if page.get(name)), None)
    if link is None:
        return None
    if not isinstance(link, str):
        raise SourceNotUsable(source, "wrong_shape")
    now, then = urlsplit(address), urlsplit(urljoin(address, link))
    if now.scheme == "https" and then.scheme == "http":
        then = then._replace(scheme="https")
    following = urlunsplit(then)
    if not same_host(address, following):
        raise SourceNotUsable(source, "moved")
    return following
