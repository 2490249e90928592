"""What the search starts from, and what it found before it was mended, read once more."""

import io
import lzma
import random
import struct
import zipfile
import zlib

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from core.errors import HostileFile, NotReadable
from core.reading.files import DAMAGE
from tests.fuzz.readers import READERS, with_worksheet
from tests.fuzz.seeds import SEEDS, TEXT
from tests.reading.loads import load_bytes
from tests.reading.test_files import packed

EVERY_SEED = [(reader, place) for reader, seeds in SEEDS.items() for place in range(len(seeds))]


@pytest.mark.parametrize(("reader", "place"), EVERY_SEED)
def test_a_seed_is_read_or_refused(reader: str, place: int) -> None:
    READERS[reader](SEEDS[reader][place])


def test_every_reader_has_seeds() -> None:
    assert set(SEEDS) == set(READERS)


def spoiled(content: bytes, old: bytes, new: bytes) -> bytes:
    """Change bytes of a file, leaving its length as it is."""
    assert len(old) == len(new)
    assert old in content
    return content.replace(old, new)


def nameless() -> bytes:
    """Make a ZIP with an entry that has no name."""
    info = zipfile.ZipInfo("x")
    info.filename = ""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(info, TEXT)
    return stream.getvalue()


def with_name_that_is_no_text() -> bytes:
    """Make Parquet with a column whose name is no UTF-8."""
    stream = io.BytesIO()
    pq.write_table(pa.table({"Hulpvorm": ["x"]}), stream, store_schema=False)
    return spoiled(stream.getvalue(), b"Hulpvorm", b"Hulp\xff\xfe\xfdm")


def packed_wrongly() -> bytes:
    """Make a ZIP whose data cannot be unpacked."""
    good = zlib.compressobj(wbits=-15)
    data = good.compress(TEXT) + good.flush()
    return spoiled(packed({"f.csv": TEXT}), data[:4], b"\xff\xff\xff\xff")


def larger_than_it_says() -> bytes:
    """Make a sheet of which an entry holds far more than the ZIP says."""
    zeros = b"0" * 3_000_000
    content = packed({"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": zeros})
    return spoiled(content, struct.pack("<I", len(zeros)), struct.pack("<I", 90))


def with_cells(*places: str) -> bytes:
    """Make a sheet of a few bytes with a cell in each of these places."""
    cells = "".join(f'<c r="{place}"><v>1</v></c>' for place in places)
    row = f"<row>{cells}</row>"
    return with_worksheet(f"<worksheet><sheetData>{row}</sheetData></worksheet>".encode())


def noise() -> str:
    """Give letters that hardly pack, so that their file is not taken for a bomb."""
    return random.Random(1).randbytes(50_000).hex()  # noqa: S311 - it keeps no secret


FOUND = {
    "an entry without a name": (nameless, "damaged"),
    "a heading that is no text": (with_name_that_is_no_text, "damaged"),
    "an entry that cannot be unpacked": (packed_wrongly, "damaged"),
    "an entry larger than it says": (larger_than_it_says, "bomb"),
    "cells in opposite corners": (lambda: with_cells("A1", "XFD1048576"), "far_cells"),
    "a column beyond the last": (lambda: with_cells("A1", f"E{'A' * 80}2"), "far_cells"),
    "a row beyond the last": (lambda: with_cells("A1", f"A{'0' * 20}99999999"), "far_cells"),
    "a tag without an end": (lambda: with_cells("A1", noise() + " " * 7_000_000), "far_cells"),
}
"""Files that once ended in an error nobody foresaw, or would have harmed."""


@pytest.mark.parametrize("case", FOUND)
def test_what_was_found_is_refused_with_a_reason(case: str) -> None:
    content, reason = FOUND[case]
    with pytest.raises((NotReadable, HostileFile)) as refused:
        load_bytes(content())
    assert getattr(refused.value, "reason", "") == reason


def with_field(content: bytes, header: bytes, at: int, field: bytes) -> bytes:
    """Write over a field of the last header of a kind."""
    place = content.rindex(header) + at
    return content[:place] + field + content[place + len(field) :]


ENTRY, END = b"PK\x01\x02", b"PK\x05\x06"
PLAIN = packed({"f.csv": TEXT}, zipfile.ZIP_STORED)
BY_LZMA = packed({"f.csv": TEXT}, zipfile.ZIP_LZMA)
LARGER = struct.pack("<LL", len(TEXT) + 999, len(TEXT) + 999)
DAMAGED: dict[type[Exception], bytes] = {
    zipfile.BadZipFile: with_field(PLAIN, ENTRY, 16, b"\0\0\0\0"),  # its checksum
    zlib.error: packed_wrongly(),
    lzma.LZMAError: spoiled(BY_LZMA, BY_LZMA[60:90], b"\xff" * 30),
    EOFError: with_field(PLAIN, ENTRY, 20, LARGER),
    OSError: with_field(PLAIN, END, 16, struct.pack("<L", PLAIN.index(ENTRY) + 4)),
    NotImplementedError: with_field(PLAIN, ENTRY, 10, b"\x63\0"),  # how it is packed
    ValueError: spoiled(packed({"\xe9.csv": TEXT}), "\xe9".encode(), b"\xff\xff"),
}
"""A file for each thing that Python says of a damaged ZIP."""


@pytest.mark.parametrize("said", DAMAGE)
def test_nothing_is_called_damage_that_no_file_can_have(said: type[Exception]) -> None:
    with pytest.raises(NotReadable) as refused:
        load_bytes(DAMAGED[said])
    assert refused.value.reason == "damaged"
    assert isinstance(refused.value.__cause__, said)


def test_a_name_in_a_zip_shows_its_signs() -> None:
    delivery, _ = load_bytes(packed({"a\u202egnp.csv": TEXT}))
    assert delivery.ledger[0].file == "f.csv/a\\u202egnp.csv"
