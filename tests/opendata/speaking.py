"""What both protocols have in common for the server of the tests: a question, pages, and JSON."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from tests.opendata.faults import Reply
from tests.opendata.tables import Cell, Served

Find = Callable[[str], Served]
FIGURES: Final = ("TypedDataSet", "Observations")


class TooMuch(Exception):
    """A question for more rows than a host gives at once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: the address it was sent to, the parts of its path, and its options."""

    address: str
    parts: tuple[str, ...]
    options: Mapping[str, str]

    def at(self, row: int) -> str:
        """Give the address where the rest begins."""
        options = dict(self.options) | {"$skip": str(row)}
        return f"{self.address}?{urlencode(options)}"


def in_json(content: object, status: int = 200) -> Reply:
    """Answer in JSON."""
    headings = {"Content-Type": "application/json; odata=minimalmetadata; charset=utf-8"}
    return Reply(status, headings, json.dumps(content).encode())


def page_of(
    asked: Asked, rows: Sequence[Cell], sizes: tuple[int, int], link: str
) -> dict[str, Any]:
    """Give a page of rows, with the address of the next one when there is more."""
    page_rows, most_rows = sizes
    if most_rows and len(rows) > most_rows and asked.parts[-1] in FIGURES:
        raise TooMuch(most_rows)
    first = int(asked.options.get("$skip", "0"))
    page: dict[str, Any] = {"value": rows[first : first + page_rows]}
    if first + page_rows < len(rows):
        page[link] = asked.at(first + page_rows)
    return page


def count_of(rows: Sequence[Cell]) -> Reply:
    """Answer with a number, as both protocols do: plain text behind a byte order mark."""
    return Reply(200, {"Content-Type": "text/plain;charset=utf-8"}, f"\ufeff{len(rows)}".encode())
