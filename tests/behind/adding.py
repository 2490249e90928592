"""Sums between the tables of a page: proposed by how tables look, believed when they always hold.

Nobody has to say which sums hold by construction: those that hold exactly in the numbers of the
owner, wherever these can be looked at.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations, permutations
from typing import Final

from tests.behind.counted import Counted, Name, Words

Cell = tuple[Name, Words, str]
Sum = tuple[tuple[Cell, int], ...]
"""Cells with a sign, which together come to nothing."""

Tables = Mapping[Name, Counted]
Rule = Callable[[Tables], list[Sum]]
Key = tuple[int, ...]
Series = tuple[Name, Key, str]
"""A count of a table, by some of the words of its rows."""

Part = tuple[Name, Words, str]
"""A count of all rows of a table together that have these words; an empty one is any word."""

LARGE: Final = 100
ENOUGH: Final = 3
"""A sum is one by construction when it holds so many times, and fails nowhere."""


def sums_of(exact: Tables, shown: Tables) -> list[Sum]:
    """List every sum that holds by construction, in the cells of the page as it is shown."""
    found: list[Sum] = []
    rules = (_beside, _below, _between, _over_years, _wholes)
    for rule in (one for propose in rules for one in propose(exact)):
        held = [one for one in rule(exact) if all(is_shown(exact, cell) for cell, _ in one)]
        proof = sum(_weight(exact, one) for one in held)
        if proof >= ENOUGH and not any(_outcome(exact, one) for one in held):
            found.extend(one for one in rule(shown) if not any(_is_blank(exact, c) for c, _ in one))
    return list(dict.fromkeys(found))


def value_of(tables: Tables, cell: Cell) -> int | None:
    """Give the number in a cell; None when it is hidden, or no number."""
    name, words, count = cell
    table = tables.get(name)
    return table.rows.get(words, {}).get(count) if table else None


def is_shown(tables: Tables, cell: Cell) -> bool:
    """Tell whether a cell has a number."""
    return value_of(tables, cell) is not None


def _beside(tables: Tables) -> Iterator[Rule]:
    """Propose that columns of one row add up: one is two others, or two are two others."""
    for name, table in tables.items():
        for whole in table.counts:
            others = [one for one in table.counts if one != whole]
            for one, other in combinations(others, 2):
                yield partial(_columns, name, {whole: 1, one: -1, other: -1})
                for more in others:
                    if more > whole and more not in (one, other):
                        yield partial(_columns, name, {whole: 1, more: 1, one: -1, other: -1})


def _columns(name: Name, signs: Mapping[str, int], tables: Tables) -> list[Sum]:
    rows = tables[name].rows if name in tables else {}
    return [tuple(((name, words, count), sign) for count, sign in signs.items()) for words in rows]


def _below(tables: Tables) -> Iterator[Rule]:
    """Propose that a row is the sum of the others that are alike in its other words."""
    for name, table in tables.items():
        for place in range(len(table.labels)):
            for total in dict.fromkeys(words[place] for words in table.rows):
                for count in table.counts:
                    yield partial(_total_row, name, place, total, count)


def _total_row(name: Name, place: int, total: str, count: str, tables: Tables) -> list[Sum]:
    groups: dict[Words, list[Words]] = {}
    for words in tables[name].rows if name in tables else ():
        groups.setdefault((*words[:place], *words[place + 1 :]), []).append(words)
    return [
        tuple(((name, words, count), 1 if words[place] == total else -1) for words in rows)
        for rows in groups.values()
        if len(rows) > 2 and total in {words[place] for words in rows}
    ]


def _between(tables: Tables) -> Iterator[Rule]:
    """Propose that a row of one table is a row of another one, or the sum of some of its rows."""
    series = [
        (name, key, count)
        for name, table in tables.items()
        for key in _keys(table)
        for count in table.counts
    ]
    for one, other in permutations(series, 2):
        first, second = (_grouped(tables, *part[:2]) for part in (one, other))
        single = all(len(rows) == 1 for rows in first.values())
        if one[0] != other[0] and single and len(set(first) & set(second)) >= ENOUGH:
            yield partial(_margin, one, other, frozenset(second))


def _over_years(tables: Tables) -> Iterator[Rule]:
    """Propose that a table under the first choice is the sum of the same table under the others."""
    choices = list(dict.fromkeys(name[0].choice for name in tables))
    for name in tables:
        if len(choices) > 2 and name[0].choice == choices[0]:
            parts = [(replace(name[0], choice=choice), *name[1:]) for choice in choices[1:]]
            for count in tables[name].counts:
                yield partial(_years, name, parts, count)


def _years(whole: Name, parts: Sequence[Name], count: str, tables: Tables) -> list[Sum]:
    names = [whole, *parts]
    if not all(name in tables for name in names):
        return []
    alike = [words for words in tables[whole].rows if all(words in tables[n].rows for n in parts)]
    return [
        tuple(((name, words, count), 1 if name == whole else -1) for name in names)
        for words in alike
    ]


def _wholes(tables: Tables) -> Iterator[Rule]:
    """Propose that two tables count the same: all their rows, those that share a word, or one.

    Only what is alike under the first of several choices: under the others it has to be as well.
    """
    choices = list(dict.fromkeys(name[0].choice for name in tables))
    alike: dict[int, list[Part]] = {}
    for name, table in tables.items() if len(choices) >= ENOUGH else ():
        for part in _parts(name, table) if name[0].choice == choices[0] else ():
            total = sum(value_of(tables, cell) or 0 for cell in _cells(part, tables))
            alike.setdefault(total, []).append(part)
    for total, parts in alike.items():
        for other in parts[1:] if total >= LARGE else ():
            yield partial(_same, parts[0], other, tables)


def _parts(name: Name, table: Counted) -> Iterator[Part]:
    anything = ("",) * len(table.labels)
    shared = [
        (*anything[:place], word, *anything[place + 1 :])
        for words in table.rows
        for place, word in enumerate(words)
    ]
    for count in table.counts:
        for words in dict.fromkeys([*table.rows, *shared, anything]):
            yield name, words, count


def _cells(part: Part, tables: Tables) -> list[Cell]:
    name, words, count = part
    rows = tables[name].rows if name in tables else {}
    return [
        (name, row, count)
        for row in rows
        if all(asked in ("", word) for asked, word in zip(words, row, strict=True))
    ]


def _same(one: Part, other: Part, exact: Tables, tables: Tables) -> list[Sum]:
    found: list[Sum] = []
    for choice in dict.fromkeys(name[0].choice for name in exact):
        parts = [_under(choice, part) for part in (one, other)]
        first, second = (_cells(part, tables) for part in parts)
        if first and second and all(_has_known_rows(name, exact, tables) for name, *_ in parts):
            found.append((*((cell, 1) for cell in first), *((cell, -1) for cell in second)))
    return found


def _has_known_rows(name: Name, exact: Tables, tables: Tables) -> bool:
    """Tell that a table has no rows of its own: what it left out was put together in those."""
    return name in exact and set(tables[name].rows) <= set(exact[name].rows)


def _under(choice: str, part: Part) -> Part:
    name, words, count = part
    return (replace(name[0], choice=choice), *name[1:]), words, count


def _keys(table: Counted) -> list[Key]:
    """Name the ways to group the rows of a table: by one of their words, or by all."""
    places = range(len(table.labels))
    return list(dict.fromkeys([*((place,) for place in places), tuple(places)]))


def _grouped(tables: Tables, name: Name, key: Key) -> dict[Words, list[Words]]:
    groups: dict[Words, list[Words]] = {}
    for words in tables[name].rows if name in tables else ():
        groups.setdefault(tuple(words[place] for place in key), []).append(words)
    return groups


def _margin(one: Series, other: Series, known: frozenset[Words], tables: Tables) -> list[Sum]:
    first, second = (_grouped(tables, *part[:2]) for part in (one, other))
    if not set(second) <= known:  # what it left out was put together in rows of its own
        return []
    return [
        (
            ((one[0], first[words][0], one[2]), 1),
            *(((other[0], row, other[2]), -1) for row in second[words]),
        )
        for words in first
        if words in second and len(first[words]) == 1
    ]


def _weight(tables: Tables, one: Sum) -> int:
    """Tell how much a sum that holds says: nothing when it is of nothing, all when it is large."""
    values = [value_of(tables, cell) or 0 for cell, _ in one]
    if sum(value > 0 for value in values) < 2:
        return 0
    return ENOUGH if max(values) >= LARGE and sum(value > 0 for value in values) > ENOUGH else 1


def _outcome(tables: Tables, one: Sum) -> int:
    return sum(sign * (value_of(tables, cell) or 0) for cell, sign in one)


def _is_blank(tables: Tables, cell: Cell) -> bool:
    """Tell whether there is no number for anybody."""
    name, words, _ = cell
    return words in tables[name].rows and not is_shown(tables, cell)
