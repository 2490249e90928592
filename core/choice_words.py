"""What a session keeps of a choice on a page, written as a word of a link, and back.

Reading is strict: whatever is not written exactly as here is no choice at all.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final
from urllib.parse import quote, unquote

from core.page_choices import PageChoice
from core.trajectories.calendar import FIRST_YEAR, LAST_YEAR

BETWEEN: Final = "~"
INSIDE: Final = "."
QUARTERS: Final = 4
MOST_CODES: Final = 40
LONGEST_CODE: Final = 200
YES, NO = "ja", "nee"


def word_of(choice: PageChoice, value: object, places: Sequence[object]) -> str:
    """Write what a session keeps of a choice as a word of its parameter; empty when it has none.

    ``places`` is the list of the page in which a choice by ``place`` stands.
    """
    if choice.kind == "place":
        found = value in places and places.index(value) < len(choice.words)
        return choice.words[places.index(value)] if found else ""
    word = _written(choice.kind, value)
    return word if read_word(choice, word, places) == value else ""


def read_word(choice: PageChoice, word: str, places: Sequence[object]) -> object | None:
    """Read a word as what a session keeps of a choice; None when it is not registered."""
    asked = word.partition(INSIDE)[0] if choice.kind == "pair" else word
    if not word or (choice.words and asked not in choice.words):
        return None
    if choice.kind == "place":
        place = choice.words.index(word)
        return places[place] if place < len(places) else None
    return READERS[choice.kind](word)


def _written(kind: str, value: object) -> str:
    match kind, value:
        case "switch", bool():
            return YES if value else NO
        case "quarter", int():
            year, quarter = divmod(value, QUARTERS)
            return f"{year}-{quarter + 1}"
        case "codes" | "providers", list() | tuple():
            return BETWEEN.join(quote(str(code), safe="").replace(BETWEEN, "%7E") for code in value)
        case "pair", (column, code):
            return f"{column}{INSIDE}{code}"
        case _:
            return str(value)


def _read_number(word: str) -> int | None:
    return int(word) if word.isdecimal() and word.isascii() else None


def _read_switch(word: str) -> bool | None:
    return {YES: True, NO: False}.get(word)


def _read_year(word: str) -> int | None:
    year = _read_number(word) if len(word) == len("2024") else None
    return year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None


def _read_quarter(word: str) -> int | None:
    first, _, second = word.partition("-")
    year, quarter = _read_year(first), _read_number(second)
    if year is None or quarter is None or not 1 <= quarter <= QUARTERS:
        return None
    return year * QUARTERS + quarter - 1


def _read_code(word: str) -> str | None:
    return word if len(word) <= LONGEST_CODE and word.isprintable() else None


def _read_codes(word: str) -> list[str] | None:
    codes = [unquote(code) for code in word.split(BETWEEN)]
    fits = len(codes) <= MOST_CODES and all(code and _read_code(code) for code in codes)
    return codes if fits else None


def _read_pair(word: str) -> tuple[str, str] | None:
    column, _, code = word.partition(INSIDE)
    return (column, code) if column and code and _read_code(code) else None


READERS: Final[Mapping[str, Callable[[str], object | None]]] = {
    "word": _read_code,
    "number": _read_number,
    "switch": _read_switch,
    "year": _read_year,
    "quarter": _read_quarter,
    "code": _read_code,
    "codes": _read_codes,
    "provider": _read_code,
    "providers": _read_codes,
    "pair": _read_pair,
}
