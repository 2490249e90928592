"""Filters of OData as the server of the tests understands them, no more than hosts do."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.opendata.tables import Cell

Condition = Callable[[Cell], bool]

TEXT = r"'((?:[^']|'')*)'"
ATOM = re.compile(
    rf"(?P<equal>(\w+) eq {TEXT})|(?P<starts>startswith\((\w+),{TEXT}\))"
    rf"|(?P<part>substringof\({TEXT},(\w+)\))|(?P<contains>contains\((\w+),{TEXT}\))"
    r"|(?P<known>(\w+) ne null)|(?P<sign>\(|\)| and | or )"
)


@dataclass(frozen=True, slots=True)
class Equal:
    """The condition that a row has a key."""

    name: str
    sought: str

    def __call__(self, row: Cell) -> bool:
        """Tell whether it has."""
        return bool(row[self.name] == self.sought)


class WrongFilter(Exception):
    """A filter that a host would not understand."""


def chosen(rows: Sequence[Cell], written: str, protocol: str) -> list[Cell]:
    """Give the rows that a filter lets through."""
    if not written:
        return list(rows)
    every = [_any(group) for group in _groups(written, protocol)]
    return [row for row in rows if all(holds(row) for holds in every)]


def _groups(written: str, protocol: str) -> list[list[Condition]]:
    """Read conditions that must all hold, each a choice of some between brackets."""
    groups: list[list[Condition]] = [[]]
    at = 0
    while at < len(written):
        found = ATOM.match(written, at)
        if found is None:
            raise WrongFilter(written)
        at = found.end()
        if found["sign"] == " and ":
            groups.append([])
        elif not found["sign"]:
            groups[-1].append(_condition(found, protocol))
    return groups


def _condition(found: re.Match[str], protocol: str) -> Condition:
    texts = [text for text in found.groups()[1:] if text is not None and text != found[0]]
    kind = found.lastgroup or ""
    if (kind == "part") is (protocol == "v4") and kind in {"part", "contains"}:
        raise WrongFilter(found[0])
    if kind == "known":
        return lambda row: row[texts[0]] is not None
    name, word = reversed(texts) if kind == "part" else texts
    sought = word.replace("''", "'")
    tests: dict[str, Condition] = {
        "equal": Equal(name, sought),
        "starts": lambda row: row[name].startswith(sought),
    }
    return tests.get(kind, lambda row: sought in row[name])


def _any(conditions: Sequence[Condition]) -> Condition:
    """Join a choice; what only says which keys it wants is looked up, for tables are long."""
    equal = [one for one in conditions if isinstance(one, Equal)]
    if len(equal) == len(conditions) and len({one.name for one in equal}) == 1:
        name, sought = equal[0].name, {one.sought for one in equal}
        return lambda row: row[name] in sought
    return lambda row: any(holds(row) for holds in conditions)
