"""What an Excel file weighs, measured before anything of it is read.

What reads sheets believes the packed data and not the size that the ZIP claims, and it makes room
for every cell between the first and the last, also for the empty ones: two cells in opposite
corners of a sheet of a few kilobytes would fill the memory of any computer.
"""

import re
import zipfile
from collections.abc import Iterator
from copy import copy
from typing import Final

from core.errors import HostileFile

MOST_BYTES: Final = 512 * 1024**2  # unpacked
MOST_CELLS: Final = 25_000_000  # as many as fit in so many bytes when all are filled
BLOCK: Final = 1024**2
LONGEST_TAG: Final = 4 * 1024**2  # bytes of XML without a "<"
PLACE: Final = rb"""["'\s]r\s*=\s*["']"""
COLUMN: Final = re.compile(PLACE + rb"([A-Za-z]{1,4})")
ROW: Final = re.compile(PLACE + rb"[A-Za-z]*(\d{1,8})")
LONGEST_COLUMN: Final = 3  # letters: the last column of Excel is XFD
LONGEST_ROW: Final = 7  # digits: its last row is 1048576


def weigh(archive: zipfile.ZipFile, name: str) -> None:
    """Unpack every entry of an Excel file to nowhere.

    Raises ``HostileFile`` for an entry that is larger than it says, and for a sheet whose cells
    stand too far apart; and whatever Python says of an entry that cannot be unpacked.
    """
    for entry in archive.infolist():
        size, cells = _measured(_blocks(archive, entry))
        if size > entry.file_size:
            raise HostileFile(name, "bomb")
        if cells > MOST_CELLS:
            raise HostileFile(name, "far_cells")


def _blocks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack an entry to its real end, whatever length and checksum the ZIP gives."""
    unbounded = copy(entry)
    unbounded.file_size = MOST_BYTES + 1
    del unbounded.CRC  # or Python would compare it where it thinks that the entry ends
    with archive.open(unbounded) as packed:
        while block := packed.read(BLOCK):
            yield block


def _measured(blocks: Iterator[bytes]) -> tuple[int, int]:
    """Count bytes, and the cells of the smallest sheet from A1 that holds every cell named."""
    size, row, column, before = 0, 1, 1, b""
    for block in blocks:
        size += len(block)
        joint = before + block
        row = max((row, *map(_row_number, set(ROW.findall(joint)))))
        column = max((column, *map(_column_number, set(COLUMN.findall(joint)))))
        before = joint[max(joint.rfind(b"<"), 0) :]  # no tag is ever cut in two
        if len(before) > LONGEST_TAG:
            return size, MOST_CELLS + 1
    return size, row * column


def _row_number(digits: bytes) -> int:
    return int(digits) if len(digits) <= LONGEST_ROW else MOST_CELLS + 1


def _column_number(letters: bytes) -> int:
    """Number a column: A is 1, Z is 26, AA is 27."""
    if len(letters) > LONGEST_COLUMN:
        return MOST_CELLS + 1
    number = 0
    for sign in letters.upper():
        number = number * 26 + sign - 64
    return number
