"""What a page sends to a browser, taken apart: every text, every number and every table.

Streamlit sends messages; nothing of them is skipped, whatever an element is called: texts, numbers,
tables (Arrow), and the specification of a picture with its data and its text alternative.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

import pandas as pd
import pyarrow as pa
from google.protobuf.message import Message  # type: ignore[import-untyped]

NUMBER: Final = re.compile(r"(?<![0-9A-Za-z_.,#-])\d+(?:[.,]\d+)*(?![0-9A-Za-z_-]| ?%)")
"""A number that is no part of a name, of a colour or of a day, and no percentage."""

THOUSANDS: Final = re.compile(r"\d{1,3}(\.\d{3})+")


@dataclass(frozen=True, slots=True)
class Sent:
    """All that was sent; ``tables`` holds what people read or what a picture is drawn from."""

    words: list[str] = field(default_factory=list)
    numbers: list[float] = field(default_factory=list)
    tables: list[pd.DataFrame] = field(default_factory=list)

    def whole_numbers(self) -> set[int]:
        """Give every whole number, also where it stands in a text or is a cell of a table."""
        told = {int(number) for number in self.numbers if number == int(number)}
        told.update(number for text in self.texts() for number in numbers_in(text))
        return told

    def texts(self) -> Iterator[str]:
        """Give every text, the names and the cells of tables included."""
        yield from self.words
        for table in self.tables:
            yield from map(str, table.columns)
            for name in table:
                yield from (cell for cell in table[name] if isinstance(cell, str))


def sent_by(messages: Iterable[Message]) -> Sent:
    """Take messages apart."""
    sent = Sent()
    for message in messages:
        _take(message, sent)
    return sent


def numbers_in(text: str) -> Iterator[int]:
    """Read the whole numbers of a text: 1237, 1.237, 1237,0 and 1237.0 are all the same one."""
    for word in NUMBER.findall(text):
        if THOUSANDS.fullmatch(word):
            yield int(word.replace(".", ""))
        else:
            yield from _plain(word)


def _plain(word: str) -> Iterator[int]:
    """Read a number of which a dot or a comma parts the decimals, when these are nothing."""
    whole, *decimals = re.split(r"[.,]", word)
    if not "".join(decimals).strip("0"):
        yield int(whole)


def _take(value: object, sent: Sent) -> None:
    if isinstance(value, (int, float)):
        sent.numbers.append(float(value))
    elif isinstance(value, str):
        _take_text(value, sent)
    elif isinstance(value, bytes):
        _take_bytes(value, sent)
    else:
        for inner in _inside(value):
            _take(inner, sent)


def _inside(value: object) -> Iterator[object]:
    """Give what a message, a mapping or a sequence holds."""
    if isinstance(value, Message):
        yield from (inner for _, inner in value.ListFields())
    elif isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, Iterable):
        yield from value


def _take_text(text: str, sent: Sent) -> None:
    """Keep a text; of a specification also the tables that are written out in it."""
    sent.words.append(text)
    if text.startswith("{"):
        with suppress(json.JSONDecodeError):
            _take_parts(json.loads(text), sent)


def _take_parts(part: object, sent: Sent) -> None:
    if isinstance(part, list) and part and all(isinstance(row, dict) for row in part):
        sent.tables.append(pd.DataFrame(part))
    if isinstance(part, (int, float)):
        sent.numbers.append(float(part))
    elif isinstance(part, (dict, list)):
        for inner in _inside(part):
            _take_parts(inner, sent)


def _take_bytes(content: bytes, sent: Sent) -> None:
    try:
        table = pa.ipc.open_stream(content).read_pandas()
    except pa.ArrowInvalid:
        sent.words.append(content.decode("utf-8", errors="replace"))
        return
    sent.tables.append(table)
    for name in table:
        cells = table[name]
        if pd.api.types.is_numeric_dtype(cells) and cells.dtype != bool:
            sent.numbers.extend(float(cell) for cell in cells.dropna())
