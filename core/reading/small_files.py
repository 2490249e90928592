"""Small text files with headings: comma, semicolon or tab, however they are encoded."""

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from core.errors import HostileFile, MissingMeaning, NotReadable
from core.reading.encodings import look_at
from core.reading.headings import headings_to_tell
from core.tables import MISSING

DELIMITERS: Final = ",;\t"
MOST_TOLD: Final = 20_000
"""Lines of a file about providers or products, headings included, that a page reads."""

WHITE: Final = " \t\n\r\u00a0\u2007\u202f\u200b\ufeff"


def rows_of(
    path: Path, needed: tuple[str, ...], wanted: tuple[str, ...] = ()
) -> Iterator[dict[str, str]]:
    """Give the cells of every filled line of a file by heading."""
    return named(lines_of(path) or [[]], path, needed, wanted)


def named(
    table: Sequence[list[str]], path: Path, needed: tuple[str, ...], wanted: tuple[str, ...]
) -> Iterator[dict[str, str]]:
    """Give the cells of every filled line by heading; cells that a line lacks are MISSING.

    A heading that is only ``wanted`` may be absent, and then its cells are MISSING too.
    """
    headings, *lines = table
    if missing := tuple(name for name in needed if name not in headings):
        raise MissingMeaning(path.name, missing, headings_to_tell(headings))
    told = (*needed, *(name for name in wanted if name in headings))
    places = {name: headings.index(name) for name in told}
    absent = dict.fromkeys(wanted, MISSING)
    for cells in lines:
        padded = [*cells, *[MISSING] * len(headings)]
        yield absent | {name: padded[place] for name, place in places.items()}


def lines_of(path: Path, most: int | None = None) -> list[list[str]]:
    """Read the cells of the lines that are not empty, whatever the encoding and the delimiter.

    Raises ``NotReadable``, and ``HostileFile`` for more than ``most`` lines.
    """
    try:
        writing = look_at(path, path.name)
        text = path.read_text(encoding=writing.encoding)
    except OSError:
        raise NotReadable(path.name, "not_found") from None
    except UnicodeError:
        raise NotReadable(path.name, "not_text") from None
    if "\0" in text:
        raise NotReadable(path.name, "not_text")
    delimiter = max(DELIMITERS, key=text.partition("\n")[0].count)
    read = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        lines = [[_clean(cell) for cell in cells] for cells in islice(read, most)]
        has_more = next(read, None) is not None
    except csv.Error:
        raise NotReadable(path.name, "not_text") from None
    if has_more:
        raise HostileFile(path.name, "too_many_told")
    return [cells for cells in lines if any(cells)]


def write_lines(lines: Sequence[Sequence[str]]) -> bytes:
    """Write lines, headings first, as Excel on a Dutch computer writes and reads them."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(lines)
    return text.getvalue().encode("utf-8-sig")


def _clean(cell: str) -> str:
    """Write a cell as the labels of declarations are: trimmed, each letter one way."""
    return unicodedata.normalize("NFC", cell.strip(WHITE))
