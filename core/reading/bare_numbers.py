"""Numbers of persons in a column of a small file: found by content, as in declarations."""

import re
from collections.abc import Sequence
from typing import Final

from core.errors import IdentifyingData
from core.reading.identifying import most_by_chance
from core.reading.pseudonyms.traces import passes_eleven

AS_BSN: Final = re.compile("[0-9]{8,9}")
WHOLE_BSN: Final = re.compile("[0-9]{9}")
"""A BSN without signs: also without its leading zero, or whole beside codes of eight digits."""

SIGNS: Final = re.compile("[ .-]")
"""What people write inside a BSN."""


def refuse_bsn(
    cells: Sequence[str], file: str, heading: str, written: re.Pattern[str] = AS_BSN
) -> None:
    """Raise ``IdentifyingData`` when more numbers in a column may be a BSN than chance gives.

    Only cells that are ``written`` so are looked at; they are judged as numbers of clients are.
    """
    bare = {cell: SIGNS.sub("", cell) for cell in cells}
    numbers = {cell: text.zfill(9) for cell, text in bare.items() if written.fullmatch(text)}
    passing = {cell for cell, number in numbers.items() if passes_eleven(number)}
    if len(passing) > most_by_chance(len(numbers), "client_id"):
        raise IdentifyingData(file, heading, "bsn", sum(cell in passing for cell in cells))
