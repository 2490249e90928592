"""What happens to a table as a whole: its headings with their treatments, applied line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.reading.pseudonyms.cells import Value, text_of, treated
from core.reading.pseudonyms.treatments import (
    AS_THEY_ARE,
    Treatment,
    new_heading,
    treatments_of,
)
from core.tables import MISSING

TOTALS: Final = ("totaal", "eindtotaal", "subtotaal", "total")
"""What stands where a client or date should in a line that adds up the others."""

MARKED: Final = (Treatment.CLIENT, Treatment.DAY)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: how many lines, and what was left out.

    ``removed`` are headings or elements; ``emptied`` counts the cells of other columns, which were
    emptied or made unreadable.
    """

    lines: int
    removed: tuple[str, ...]
    emptied: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Headings of a table with their treatments, in order."""

    headings: tuple[str, ...]
    treatments: tuple[Treatment, ...]

    @property
    def removed(self) -> tuple[str, ...]:
        """Name the columns that are left out."""
        pairs = zip(self.headings, self.treatments, strict=True)
        return tuple(heading for heading, t in pairs if t is Treatment.REMOVE and heading)

    @property
    def new_headings(self) -> list[str]:
        """Write the headings of what is left; of equal ones the later get a number."""
        pairs = zip(self.headings, self.treatments, strict=True)
        names = [new_heading(heading, t) for heading, t in pairs if t is not Treatment.REMOVE]
        counts = [names[: place + 1].count(name) for place, name in enumerate(names)]
        return [f"{name} {n}" if n > 1 else name for name, n in zip(names, counts, strict=True)]

    def new_cells(self, cells: Sequence[Value], key: bytes) -> list[Value]:
        """Treat the cells of a line, leaving out those of removed columns.

        A line with another number of cells than there are headings comes out empty: nobody can
        say what stands where in it, and it stays in the count of lines that cannot be read.
        """
        if len(cells) != len(self.headings):
            left_out = len(self.headings) - len(self.new_headings)
            return [MISSING] * max(len(cells) - left_out, 2)
        if text_of(cells[0]) == self.headings[0] and self._repeated_by(cells):
            return list(self.new_headings)
        pairs = zip(cells, self.treatments, strict=True)
        return [_treated(cell, t, key) for cell, t in pairs if t is not Treatment.REMOVE]

    def emptied(self, cells: Sequence[Value], new_cells: Sequence[Value]) -> int:
        """Count the cells of a line that are not what they were in columns that are kept."""
        if len(cells) != len(self.headings):
            return 0
        pairs = zip(cells, self.treatments, strict=True)
        left = ((cell, t) for cell, t in pairs if t is not Treatment.REMOVE)
        return sum(
            t in AS_THEY_ARE and new is not cell and text_of(new) != text_of(cell)
            for (cell, t), new in zip(left, new_cells, strict=True)
        )

    def _repeated_by(self, cells: Sequence[Value]) -> bool:
        return tuple(text_of(cell) for cell in cells) == self.headings


def _treated(cell: Value, treatment: Treatment, key: bytes) -> Value:
    if treatment in MARKED and text_of(cell).casefold() in TOTALS:
        return cell
    return treated(cell, treatment, key)


def plan_of(file: str, headings: Sequence[Value]) -> Plan:
    """Say what happens to each column; raises ``MissingMeaning`` when no column is the client."""
    texts = tuple(text_of(heading) for heading in headings)
    return Plan(texts, treatments_of(file, texts))
