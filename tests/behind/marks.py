"""Marks of one person: what a picture may not draw, whatever its numbers are.

A box plot shows the smallest and the largest, and those are single persons. What is counted in the
browser was sent there uncounted, a row a person.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, Final

from tests.behind.payload import Sent

OF_ONE: Final = ("boxplot", "errorbar", "errorband")
COUNTED_THERE: Final = ("aggregate", "quantile", "density", "bin")


def marks_of_one(sent: Sent) -> set[str]:
    """Find marks of extremes, and what a browser would have to count."""
    found: set[str] = set()
    for text in sent.words:
        if text.startswith("{") and '"mark"' in text:
            with suppress(json.JSONDecodeError):
                found.update(_wrong_in(json.loads(text)))
    return found


def _wrong_in(specification: Mapping[str, Any]) -> Iterator[str]:
    for part in _parts_of(specification):
        mark = part.get("mark")
        kind = mark.get("type") if isinstance(mark, dict) else mark
        if kind in OF_ONE:
            yield str(kind)
        yield from (f"{word} in the browser" for word in COUNTED_THERE if part.get(word))


def _parts_of(part: object) -> Iterator[Mapping[str, Any]]:
    """Give every mapping within a specification, but not its rows."""
    if isinstance(part, dict):
        yield part
        for name, inner in part.items():
            if name not in ("datasets", "values"):
                yield from _parts_of(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _parts_of(inner)
