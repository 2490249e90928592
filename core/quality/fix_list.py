"""The fix list: which of somebody's own lines to put right, and how, as a workbook.

A row names a line by file and number and says what is wrong in words; it holds no pseudonym and no
value of the line. Nobody ever gets a line, or a count, of somebody else. Own are the lines about
one's own care, or what one pays oneself, but no row of a file of the other side, in which nobody
could find it; or all of one's own file.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

import narwhals.stable.v2 as nw
from openpyxl import Workbook

from core.frames import collect
from core.quality.checking import LINE, OWNERS, passes_of
from core.quality.registry import RULES
from core.quality.rule import SEVERITIES, Among, Rule, Tables, is_one_of
from core.text import fix_list as text
from core.text.cells import safe
from core.text.quality_rules import SEVERITY_NAMES, advice, listed, outcome, what

MOST_ROWS: Final = 10_000
"""Entries in one workbook; nobody repairs more at once, and the rest is counted."""

OF_THE_OTHER_SIDE: Final = {
    "provider": ("municipality", "both"),  # a line of both stands in the file of the municipality
    "municipality": ("provider",),
    "source": (),
}
"""Which sides deliver lines that an owner of each kind does not have in a file of its own."""

ABOUT_OTHERS: Final = ("same_help_twice", "two_stays", "allocation_of_several_providers")
"""Rules that tell a provider that somebody else helps the same client too."""

WIDTHS: Final = {"A": 28, "B": 8, "C": 8, "D": 22, "E": 60, "F": 60, "G": 30}


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose lines: a column of ``OWNERS`` (provider, municipality or source) and its value."""

    kind: str
    name: str

    def __post_init__(self) -> None:
        """Refuse a column that names no owner, and lines of nobody."""
        if self.kind not in OWNERS or not self.name:
            raise ValueError(f"an owner is one of {OWNERS}, with a name")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that fails a rule."""

    rule: Rule
    source: str
    row: int


def fix_list(
    tables: Tables, owner: Owner, rules: Iterable[Rule] = RULES, most_rows: int = MOST_ROWS
) -> bytes:
    """Write the fix list of one owner as XLSX: own lines, and the outcome of every rule for them.

    The gravest come first, then by code, file and row. Above ``most_rows`` entries are left out and
    counted.
    """
    given = _told_to(owner, rules)
    entries = find_entries(tables, owner, given)
    book = Workbook(write_only=True)
    lines = book.create_sheet(text.LINES_SHEET)
    for column, width in WIDTHS.items():
        lines.column_dimensions[column].width = width
    lines.freeze_panes = "A2"
    _append(lines, [text.LINES_HEADING, *map(_written, entries[:most_rows])])
    outcomes = book.create_sheet(text.RULES_SHEET)
    shown = (text.shown(len(entries), most_rows),)
    _append(outcomes, [shown, text.RULES_HEADING, *_outcomes(tables, given, entries)])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def find_entries(tables: Tables, owner: Owner, rules: Sequence[Rule]) -> list[Entry]:
    """List the lines of one owner that fail a rule, the gravest first."""
    found = [
        entry
        for among, together in passes_of(_told_to(owner, rules), tables.delivered).items()
        for entry in _entries_of_pass(tables, owner, among, together)
    ]
    return sorted(
        found,
        key=lambda entry: (
            SEVERITIES.index(entry.rule.severity),
            *(entry.rule.code, entry.source, entry.row),
        ),
    )


def _told_to(owner: Owner, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    left_out = ABOUT_OTHERS if owner.kind == "provider" else ()
    return tuple(rule for rule in rules if rule.name not in left_out)


def _entries_of_pass(
    tables: Tables, owner: Owner, among: Among, rules: Sequence[Rule]
) -> Iterator[Entry]:
    flags = {rule.code: rule.condition(tables.delivered) for rule in rules}
    of_others = is_one_of("side", OF_THE_OTHER_SIDE[owner.kind])
    own = among(tables).filter(nw.col(owner.kind) == owner.name, ~of_others)
    lines = own.select(*LINE, **flags)
    failing = collect(lines.filter(nw.any_horizontal(*map(nw.col, flags), ignore_nulls=True)))
    for rule in rules:
        hit = failing[failing[rule.code].astype(bool)]
        for source, row in zip(hit["source"], hit["row"], strict=True):
            yield Entry(rule, source, int(row))


def _written(entry: Entry) -> tuple[str | int, ...]:
    name = entry.rule.name
    return (
        entry.source,
        entry.row,
        entry.rule.code,
        SEVERITY_NAMES[entry.rule.severity],
        what(name),
        advice(name),
        listed(entry.rule.fields),
    )


def _outcomes(
    tables: Tables, rules: Sequence[Rule], entries: Sequence[Entry]
) -> Iterator[tuple[str | int, ...]]:
    lines = dict.fromkeys((rule.code for rule in rules), 0)
    for entry in entries:
        lines[entry.rule.code] += 1
    for rule in rules:
        missing = rule.missing_in(tables.delivered)
        result = "not_checkable" if missing else "failed" if lines[rule.code] else "passed"
        said = (SEVERITY_NAMES[rule.severity], what(rule.name), outcome(result, missing))
        yield (rule.code, *said, lines[rule.code])


def _append(sheet: Any, rows: Iterable[Sequence[str | int]]) -> None:  # noqa: ANN401 - openpyxl
    for row in rows:
        sheet.append([safe(cell) if isinstance(cell, str) else cell for cell in row])
